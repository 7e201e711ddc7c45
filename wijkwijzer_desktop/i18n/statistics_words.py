"""The counts, in words for staff."""

from collections.abc import Callable

from wijkwijzer_desktop.domain.errors import StatisticsRefusedError
from wijkwijzer_desktop.domain.statistics import AREA_UNKNOWN, SHOWN, Mode, Reached, Tallied
from wijkwijzer_desktop.domain.statistics_tables import TableKind
from wijkwijzer_desktop.i18n.languages import language
from wijkwijzer_desktop.i18n.translator import Translator

Say = Callable[[str], str]


def table_title(kind: TableKind, translator: Translator) -> str:
    """What stands above a table."""
    return _titles(translator.text)[kind]


def column_title(tallied: Tallied, translator: Translator) -> str:
    """What stands above a column, and beside a row in a file."""
    return _columns(translator.text)[tallied]


def own_words(tallied: Tallied, key: str, translator: Translator) -> str:
    """What a key is called that neither the content nor the catalogue has a name for; the key itself where they have."""
    if tallied is Tallied.LANGUAGE:
        return language(key).own_name
    return _keys(translator.text).get((tallied, key), key)


def hidden_words(translator: Translator) -> str:
    """Why some numbers can't be seen: stands with every table."""
    return translator.text(
        "<10: minder dan tien bezoeken, of geen. –: niet te zien, want anders was zo'n klein getal uit te rekenen. "
        "Wat geheim moet blijven, zoals geweld thuis, wordt niet geteld."
    )


def file_header(translator: Translator) -> tuple[str, ...]:
    """The first line of a file: month, table, key, name, what, number."""
    t = translator.text
    return t("maand"), t("tabel"), t("sleutel"), t("naam"), t("wat"), t("aantal")


def all_visits(translator: Translator) -> str:
    """The number that the others lie within."""
    return translator.text("Alle bezoeken")


def statistics_refused(error: StatisticsRefusedError, translator: Translator) -> str:
    """What is wrong with the month that was asked for."""
    month = str(error.data["month"])
    if error.data["reason"] == "not-over":
        return translator.text("De maand {month} is nog niet om. De cijfers zijn er als die voorbij is.", month=month)
    return translator.text("“{month}” is geen maand. Schrijf een maand als 2026-11.", month=month)


def _titles(t: Say) -> dict[TableKind, str]:
    return {
        TableKind.REACHED: t("Hoe ver bezoekers kwamen"),
        TableKind.TOPICS: t("Onderwerpen, en waar geen hulp voor dichtbij was"),
        TableKind.SERVICES: t("Adviezen"),
        TableKind.NEVER_CHOSEN: t("Wel geadviseerd, niet of bijna niet gekozen"),
        TableKind.LANGUAGES: t("Talen op het scherm"),
        TableKind.AREAS: t("Waar bezoekers wonen"),
        TableKind.MODES: t("Alleen of samen"),
        TableKind.URGENT: t("Iets dringends op het scherm"),
        TableKind.OUTCOMES: t("Hielp het? Verteld met het papier erbij"),
        TableKind.ANSWERS: t("Hoe snel er antwoord kwam"),
        TableKind.WAITING: t("Hoe snel iemand er terechtkon"),
    }


def _columns(t: Say) -> dict[Tallied, str]:
    return {
        Tallied.REACHED: t("bezoeken"),
        Tallied.LANGUAGE: t("bezoeken"),
        Tallied.AREA: t("bezoeken"),
        Tallied.MODE: t("bezoeken"),
        Tallied.TOPIC: t("bezoeken"),
        Tallied.WITHOUT_HELP: t("zonder hulp dichtbij"),
        Tallied.URGENT: t("bezoeken"),
        Tallied.ADVISED: t("geadviseerd"),
        Tallied.CHOSEN: t("gekozen"),
        Tallied.PRINTED: t("geprint"),
    } | _told_columns(t)


def _told_columns(t: Say) -> dict[Tallied, str]:
    return {
        Tallied.TOLD: t("verteld"),
        Tallied.CAME: t("gekomen"),
        Tallied.HELPED: t("geholpen"),
        Tallied.FULL: t("vol"),
        Tallied.NOT_FOR_ME: t("niet passend"),
        Tallied.WRONG_NUMBER: t("nummer fout"),
        Tallied.ANSWERED: t("antwoord"),
        Tallied.ANSWERED_3_DAYS: t("binnen 3 dagen"),
        Tallied.ANSWERED_WEEK: t("binnen een week"),
        Tallied.ANSWERED_2_WEEKS: t("binnen 2 weken"),
        Tallied.ANSWERED_MONTH: t("binnen een maand"),
        Tallied.WAITED: t("aan de beurt"),
        Tallied.WAITED_3_DAYS: t("binnen 3 dagen"),
        Tallied.WAITED_WEEK: t("binnen een week"),
        Tallied.WAITED_2_WEEKS: t("binnen 2 weken"),
        Tallied.WAITED_MONTH: t("binnen een maand"),
    }


def _keys(t: Say) -> dict[tuple[Tallied, str], str]:
    return {
        (Tallied.REACHED, Reached.QUESTIONS): t("tot de vragen"),
        (Tallied.REACHED, Reached.BEGIN_WITH): t("tot waar het mee begint"),
        (Tallied.REACHED, Reached.RESULTS): t("tot het advies"),
        (Tallied.REACHED, Reached.PREVIEW): t("tot het papier op het scherm"),
        (Tallied.REACHED, Reached.PRINTING): t("tot het printen, zonder papier"),
        (Tallied.REACHED, Reached.A4): t("papier geprint: A4"),
        (Tallied.REACHED, Reached.A5): t("papier geprint: A5"),
        (Tallied.REACHED, Reached.RECEIPT): t("papier geprint: bon"),
        (Tallied.MODE, Mode.ALONE): t("alleen"),
        (Tallied.MODE, Mode.TOGETHER): t("samen"),
        (Tallied.AREA, AREA_UNKNOWN): t("niet verteld"),
        (Tallied.URGENT, SHOWN): t("iets dringends"),
    }
