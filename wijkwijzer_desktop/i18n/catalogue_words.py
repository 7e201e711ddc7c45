"""What editors read of entries of the catalogue: kinds, statuses, names of fields, flags; in words for staff."""

from collections.abc import Callable
from datetime import date

from wijkwijzer_desktop.domain.editing import FlagReason, How, Likeness
from wijkwijzer_desktop.domain.service import Kind, ReferralNeed, Status, Step
from wijkwijzer_desktop.domain.standing import Reported
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.translator import Translator

Say = Callable[[str], str]


def kind_name(kind: Kind, translator: Translator) -> str:
    """What sort of thing it is."""
    t = translator.text
    return {
        Kind.SERVICE: t("hulp"),
        Kind.ACTIVITY: t("activiteit"),
        Kind.HELPLINE: t("hulplijn"),
        Kind.COUNTER: t("balie"),
        Kind.PRACTICE: t("huisartsen"),
    }[kind]


def status_name(status: Status, translator: Translator) -> str:
    """Whether it is true."""
    t = translator.text
    return {
        Status.CONFIRMED: t("klopt"),
        Status.UNCONFIRMED: t("niet nagevraagd"),
        Status.TEMPORARILY_CLOSED: t("tijdelijk dicht"),
        Status.ENDED: t("gestopt"),
    }[status]


def step_name(step: Step, translator: Translator) -> str:
    """Who helps."""
    t = translator.text
    return {
        Step.SELF_HELP: t("zelf doen"),
        Step.VOLUNTEER: t("vrijwilliger"),
        Step.PROFESSIONAL: t("beroepskracht"),
        Step.MUNICIPALITY: t("gemeente"),
    }[step]


def referral_name(need: ReferralNeed, translator: Translator) -> str:
    """Whether somebody must send you."""
    t = translator.text
    return {
        ReferralNeed.NONE: t("zelf aanmelden"),
        ReferralNeed.NEEDED: t("verwijzing nodig"),
        ReferralNeed.UNKNOWN: t("niet bekend"),
    }[need]


def flag_words(reason: FlagReason, translator: Translator) -> str:
    """What somebody at the counter says is wrong."""
    t = translator.text
    return {
        FlagReason.NUMBER: t("Het nummer klopt niet"),
        FlagReason.HOURS: t("De tijden kloppen niet"),
        FlagReason.PLACE: t("Het adres klopt niet"),
        FlagReason.STOPPED: t("Het bestaat niet meer"),
        FlagReason.FULL: t("Het zit vol"),
        FlagReason.OTHER: t("Er klopt iets anders niet"),
    }[reason]


def reported_words(reported: frozenset[Reported], translator: Translator) -> str:
    """Why it comes after others in the advice, as those with a paper told; "" for nothing."""
    t = translator.text
    words = {Reported.FULL: t("vol gemeld"), Reported.WRONG_NUMBER: t("nummer klopt niet gemeld")}
    return ", ".join(words[one] for one in Reported if one in reported)


def sinks_words(reported: frozenset[Reported], translator: Translator) -> str:
    """The same as a sentence, with what to do; "" for nothing."""
    told = reported_words(reported, translator)
    return translator.text("Staat lager in het advies: {told}. Vraag het na.", told=told) if told else ""


def likeness_name(likeness: Likeness, translator: Translator) -> str:
    """By what two entries look like one."""
    t = translator.text
    return {
        Likeness.PHONE: t("zelfde telefoon"),
        Likeness.ADDRESS: t("zelfde adres"),
        Likeness.NAME: t("bijna dezelfde naam"),
    }[likeness]


def how_words(how: How, *, new: bool, translator: Translator) -> str:
    """By what an entry was changed. new: there was none before."""
    t = translator.text
    if how is How.EDITED and new:
        return t("gemaakt")
    return {
        How.EDITED: t("veranderd"),
        How.CONFIRMED: t("nagevraagd"),
        How.IMPORTED: t("overgenomen uit een bestand"),
        How.PUT_BACK: t("teruggezet"),
        How.OWN_VERSION: t("eigen versie gemaakt"),
        How.HIDDEN: t("in een laag verborgen"),
        How.SHOWN: t("weer te zien"),
    }[how]


def checked_words(checked: date | None, translator: Translator) -> str:
    """When somebody confirmed it."""
    return formats.full_date(translator.language, checked) if checked is not None else translator.text("nooit")


def field_names(translator: Translator) -> dict[str, str]:
    """Fields of an entry by their name in `Service`, in the order of the form."""
    return _what(translator.text) | _who(translator.text) | _truth(translator.text)


def _what(t: Say) -> dict[str, str]:
    return {
        "name": t("Naam"),
        "organization": t("Organisatie"),
        "kind": t("Soort"),
        "step": t("Wie helpt"),
        "description": t("Wat is het?"),
        "topics": t("Onderwerpen"),
        "interests": t("Wat doet men er?"),
        "phones": t("Telefoon"),
        "email": t("E-mail"),
        "url": t("Website"),
        "location": t("Adres"),
        "timetable": t("Openingstijden"),
        "hours_text": t("Tijden in woorden"),
        "closed_until": t("Tijdelijk dicht tot en met"),
        "valid_from": t("Begint op"),
        "valid_to": t("Laatste dag"),
    }


def _who(t: Say) -> dict[str, str]:
    return {
        "audience": t("Voor wie, in woorden"),
        "eligibility": t("Voor wie"),
        "languages": t("Talen die men er spreekt"),
        "referral": t("Aanmelden"),
        "referral_text": t("Hoe aanmelden?"),
        "documents": t("Meenemen"),
        "ask_for": t("Naar wie vraagt iemand bij de deur?"),
        "buddy": t("Wie gaat de eerste keer mee?"),
        "cost_cents": t("Prijs in euro"),
        "cost": t("Kosten in woorden"),
    }


def _truth(t: Say) -> dict[str, str]:
    return {
        "status": t("Status"),
        "checked": t("Nagevraagd op"),
        "check_before": t("Weer navragen voor"),
        "sources": t("Bronnen"),
        "translations": t("Vertalingen"),
        "layer": t("Laag"),
        "id": t("Kenmerk"),
    }
