"""What is wrong with the catalogue, in words for staff."""

from collections.abc import Callable, Sequence

from wijkwijzer_desktop.domain.catalogue_report import Remark
from wijkwijzer_desktop.i18n.translator import Translator

Say = Callable[[str], str]
NAMED_AT_MOST = 10


def remark_words(remark: Remark, translator: Translator) -> str:
    """What stands above the entries of which this can be said."""
    return _titles(translator.text)[remark]


def kept_words(ids: Sequence[str], translator: Translator) -> str:
    """That entries stayed as they were changed here, though other ones were published."""
    named = ", ".join(ids[:NAMED_AT_MOST])
    more = "…" if len(ids) > NAMED_AT_MOST else ""
    return translator.plural(
        "{count} ingang is hier veranderd en bleef zo: {named}. Met --overwrite wordt die zoals in de map.",
        "{count} ingangen zijn hier veranderd en bleven zo: {named}. Met --overwrite worden ze zoals in de map.",
        len(ids),
        named=named + more,
    )


def _titles(t: Say) -> dict[Remark, str]:
    return {
        Remark.FLAGGED: t("Gemeld door de balie"),
        Remark.EXPIRED: t("Te lang niet gecontroleerd: staat niet meer in het advies"),
        Remark.DUE: t("Opnieuw te controleren: er staat “bel eerst” bij"),
        Remark.NEVER_CHECKED: t("Nog nooit gecontroleerd"),
        Remark.NO_CONTACT: t("Geen telefoonnummer en geen adres om naartoe te gaan"),
        Remark.NO_HOURS: t("Geen openingstijden"),
        Remark.NO_SOURCE: t("Geen bron"),
        Remark.UNREACHABLE: t("Geen antwoord van een bezoeker leidt ernaartoe"),
        Remark.ENDED: t("Gestopt of voorbij"),
    }
