"""How the draft stands beside what visitors get, in words."""

from wijkwijzer_desktop.desk.drafting import Draft
from wijkwijzer_desktop.ui.kit import Kit


def standing(kit: Kit, draft: Draft | None, in_use: str) -> str:
    """in_use: the version that visitors get, "" where only the draft knows; "" without a draft."""
    t = kit.words.text
    if draft is None:
        return ""
    version = in_use or draft.base
    if draft.pack.version == version:
        return t("In gebruik: {version}.", version=version)
    return t("Concept, bewaard. Bezoekers zien nog {version}.", version=version)
