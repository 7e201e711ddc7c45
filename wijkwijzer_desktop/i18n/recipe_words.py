"""What somebody likes to do, when and with whom, in a few words; for visitors, and for staff in Dutch."""

from collections.abc import Iterable
from datetime import date

from wijkwijzer_desktop.domain.recipe import Company, DayPart, Fitting, Recipe
from wijkwijzer_desktop.domain.schedule import Span
from wijkwijzer_desktop.domain.service import Interest
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.wording import Wording


def interest_name(interest: Interest, translator: Translator) -> str:
    """What an activity is about."""
    t = translator.text
    return {
        Interest.CREATIVE: t("Iets maken"),
        Interest.MOVING: t("Bewegen"),
        Interest.COOKING: t("Koken en samen eten"),
        Interest.NATURE: t("Natuur en dieren"),
        Interest.MUSIC: t("Muziek"),
        Interest.LANGUAGE: t("Een taal leren"),
        Interest.FOR_OTHERS: t("Iets doen voor een ander"),
        Interest.MEETING: t("Mensen ontmoeten"),
    }[interest]


def daypart_name(daypart: DayPart, translator: Translator) -> str:
    """When it begins."""
    t = translator.text
    return {
        DayPart.MORNING: t("In de ochtend"),
        DayPart.AFTERNOON: t("In de middag"),
        DayPart.EVENING: t("In de avond"),
    }[daypart]


def company_name(company: Company, translator: Translator) -> str:
    """With whom somebody goes there."""
    t = translator.text
    return {
        Company.ALONE: t("Ik ga alleen"),
        Company.TOGETHER: t("Liever samen"),
    }[company]


def times_words(fitting: Fitting, wording: Wording, today: date) -> str:
    """When it is on next: "Wanneer: di 24 nov 14:00 en do 26 nov 14:00"; "" where nobody knows. Where only the days are known,
    with what the entry says of its hours."""
    translator, service = wording.translator, fitting.service
    t, times = translator.text, fitting.times
    if not times:
        return ""
    told = formats.listing(translator.language, [_moment(span, translator) for span in times])
    if all(span.starts is None for span in times):
        if service.hours_text:
            return t("Wanneer: {times}", times=f"{told} · {wording.services.hours(service, today)}")
        return t("Wanneer: {days}. Vraag hoe laat.", days=told)
    return t("Wanneer: {times}", times=told)


def _moment(span: Span, translator: Translator) -> str:
    day = formats.day(translator.language, span.day)
    if span.starts is None:
        return day
    clock = formats.clock_time(translator.language, span.starts)
    return translator.whole(translator.text("{day} {time}", day=day, time=clock))


def unsure_words(fitting: Fitting, translator: Translator) -> tuple[str, ...]:
    """What to ask about an activity before going there, a sentence each; when it is on is told by its times."""
    t = translator.text
    said = {
        "whom": t("Vraag of dit voor u is."),
        "interests": t("Vraag wat u er kunt doen."),
        "only_free": t("Vraag wat het kost."),
        "farthest_km": t("Vraag waar het is."),
        "company": t("Vraag of er iemand met u meegaat."),
    }
    return tuple(said[name] for name in fitting.unsure if name in said)


def loosen_words(recipe: Recipe, translator: Translator) -> tuple[str, ...]:
    """What to choose otherwise where nothing fits, a sentence each."""
    t = translator.text
    said = {
        "interests": t("Kies ook iets anders om te doen."),
        "dayparts": t("Kies ook een ander deel van de dag."),
        "only_free": t("Kies ook iets wat geld kost."),
        "farthest_km": t("Kies ook iets wat verder weg is."),
        "company": t("Kies ook iets waar u alleen heen gaat."),
    }
    return tuple(said[name] for name in recipe.loosen)


def dutch_interests(interests: Iterable[Interest]) -> str:
    """Their names in Dutch, to be searched for."""
    dutch = Translator()
    return " ".join(interest_name(interest, dutch) for interest in interests)
