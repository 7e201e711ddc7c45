"""Publishing questions, in words for staff."""

from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.i18n.translator import Translator


def draft_conflict_words(error: WijkwijzerError, translator: Translator) -> str:
    """Who else was first with the questions, and what to do."""
    if error.data.get("reason") == "published":
        return translator.text(
            "Intussen heeft iemand anders vragen in gebruik genomen. Er is niets veranderd. Vergelijk eerst opnieuw."
        )
    return translator.text(
        "Intussen heeft iemand anders dit concept bewaard. Er is niets veranderd. Open het concept opnieuw en voeg uw werk toe."
    )


def how_many_words(changed: int, personas: int, translator: Translator) -> str:
    """How many personas are told something else."""
    if not changed:
        return translator.text("Deze wijziging verandert het advies voor niemand van de {count} bewoners.", count=personas)
    return translator.text(
        "Deze wijziging verandert het advies voor {changed} van de {count} bewoners.", changed=changed, count=personas
    )
