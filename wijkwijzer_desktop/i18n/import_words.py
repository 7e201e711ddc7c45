"""What was wrong in a file of any format, in Dutch for staff; and what an import does, in a few words."""

from pathlib import PurePath

from wijkwijzer_desktop.domain.editing import Fate, Plan
from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.i18n.hsds_words import hsds_words
from wijkwijzer_desktop.i18n.sheet_words import sheet_words
from wijkwijzer_desktop.i18n.translator import Translator


def finding_words(finding: Finding, translator: Translator) -> str:
    """What and what to do, without the place."""
    said = sheet_words(finding, translator) or hsds_words(finding, translator)
    return said or translator.text("Dit klopt niet ({code}). Vraag de beheerder om hulp.", code=finding.code)


def place_words(finding: Finding, translator: Translator) -> str:
    """In which file, in which row and of what: "agenda.ics, regel 12: koffie"; what isn't known is left out."""
    t = translator.text
    name = PurePath(finding.file).name
    row = t("regel {line}", line=finding.line) if finding.line else ""
    return ": ".join(filter(None, (", ".join(filter(None, (name, row))), finding.item)))


def place_and_finding(finding: Finding, translator: Translator) -> str:
    """Both on one line."""
    return ": ".join(filter(None, (place_words(finding, translator), finding_words(finding, translator))))


def fate_name(fate: Fate, translator: Translator) -> str:
    """What an import does to an entry."""
    t = translator.text
    return {Fate.ADDED: t("nieuw"), Fate.CHANGED: t("anders"), Fate.ENDED: t("beëindigd")}[fate]


def counts_words(plan: Plan, translator: Translator) -> str:
    """How many of each: "12 nieuw, 3 anders, 1 beëindigd, 84 hetzelfde"."""
    t = translator.text
    fates = [planned.fate for planned in plan.planned]
    counted = [t("{count} {what}", count=fates.count(fate), what=fate_name(fate, translator)) for fate in Fate]
    return ", ".join((*counted, t("{count} hetzelfde", count=plan.same)))
