"""How a counter stands with what all counters share, in words for staff."""

from datetime import datetime, timedelta

from wijkwijzer_desktop.domain.central import Away, CounterReport
from wijkwijzer_desktop.domain.central_status import CLOCK_MATTERS
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.i18n.translator import Translator

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
# From here on hours, or days, say enough.
MOST_MINUTES, MOST_HOURS = timedelta(hours=2), timedelta(days=2)


def central_error_words(error: WijkwijzerError, translator: Translator) -> str:
    """Of an error about the shared database: one to three sentences."""
    if error.code == "computer-refused":
        return translator.text("Deze computer mag dat niet. Vraag de systeembeheerder.")
    away = Away(str(error.data["away"]))
    words = away_words(away, translator)
    return f"{words} {translator.text('Probeer het later nog eens.')}" if away is Away.UNREACHABLE else words


def away_words(away: Away, translator: Translator) -> str:
    """Why a counter works with what it has, and what helps."""
    t = translator.text
    match away:
        case Away.UNREACHABLE:
            return t("Geen verbinding met de gemeente.")
        case Away.REFUSED:
            return t("De gemeente laat deze computer niet toe. Vraag de systeembeheerder.")
        case Away.NEWER:
            return t("De gemeente werkt met een nieuwere versie. Vraag de systeembeheerder om dit programma bij te werken.")
        case Away.OLDER:
            return t("De database van de gemeente is nog van een oudere versie. Vraag de systeembeheerder om die bij te werken.")
        case Away.FULL:
            return t("Bij de gemeente is geen ruimte meer. Vraag de systeembeheerder.")
        case Away.UNSEALED:
            return t("Wat van de gemeente kwam, klopt niet. Vraag de systeembeheerder.")
        case Away.FAILED:
            # A certificate is good for some time only: with a clock that is far off it is taken for one that isn't.
            return t("Bij de gemeente gaat iets mis. Klopt de klok van deze computer? Zo ja, vraag de systeembeheerder.")


def standing_words(away: Away | None, most: Role, role: Role, translator: Translator) -> str:
    """The line above the workshop; "" where all is well. most: what this computer may. role: of who is logged in."""
    t = translator.text
    if role < Role.EDITOR:
        # Who changes nothing isn't told that nothing can be changed.
        return "" if away is None else away_words(away, translator)
    if away is not None:
        return f"{away_words(away, translator)} {t('U kunt kijken, niet wijzigen.')}"
    if most < Role.EDITOR:
        return t("Op deze computer kunt u kijken, niet wijzigen. De systeembeheerder kan dat veranderen.")
    return ""


def seen_words(seen: datetime | None, at: datetime, translator: Translator) -> str:
    """How long ago. at: now, by the same clock."""
    if seen is None:
        return translator.text("nog nooit")
    ago = at - seen
    if ago < 2 * MINUTE:
        return translator.text("zojuist")
    if ago < MOST_MINUTES:
        return translator.plural("{count} minuut geleden", "{count} minuten geleden", ago // MINUTE)
    if ago < MOST_HOURS:
        return translator.plural("{count} uur geleden", "{count} uur geleden", ago // HOUR)
    return translator.plural("{count} dag geleden", "{count} dagen geleden", ago // DAY)


def catalogue_words(counter: CounterReport, newest: int, translator: Translator) -> str:
    """Which catalogue a counter works with, beside the newest."""
    t = translator.text
    if counter.catalogue is None:
        return t("nog niets opgehaald")
    if counter.catalogue == newest:
        return t("nieuwste")
    return t("{number} van {newest}", number=counter.catalogue, newest=newest)


def clock_words(seconds: float, translator: Translator) -> str:
    """Whether a clock is right."""
    if abs(seconds) < CLOCK_MATTERS:
        return translator.text("goed")
    off = timedelta(seconds=abs(seconds))
    if off < MOST_MINUTES:
        length = translator.plural("{count} minuut", "{count} minuten", off // MINUTE)
    elif off < MOST_HOURS:
        length = translator.plural("{count} uur", "{count} uur", off // HOUR)
    else:
        length = translator.plural("{count} dag", "{count} dagen", off // DAY)
    return translator.text("{length} voor", length=length) if seconds > 0 else translator.text("{length} achter", length=length)
