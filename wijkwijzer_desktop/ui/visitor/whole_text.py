"""From the whole of a visit to what its picture says: data and words in, words out."""

from dataclasses import dataclass, replace

from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.referral import BEGIN_WITH
from wijkwijzer_desktop.domain.whole import Whole
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.whole_words import domain_name, link_words
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.visitor.result_text import WHOLE, SectionText, ServiceText


@dataclass(frozen=True, slots=True)
class SideText:
    """One of the four. domain: its id. weighs, well: a line each."""

    domain: str
    name: str
    weighs: tuple[str, ...]
    well: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WholeText:
    """All of the page. below: sentences under the picture, each with its pictogram. cards: what comes first, as on the results
    page. hides: something is kept off this picture, and off the paper, unless asked for."""

    sides: tuple[SideText, ...]
    below: tuple[tuple[str, str], ...]
    cards: tuple[ServiceText, ...]
    hides: bool


def cards_of(sections: tuple[SectionText, ...], steps: tuple[str, ...]) -> tuple[ServiceText, ...]:
    """Those of the steps on the paper, in their order; they stay on it. What comes beside the conversation says only whom to
    call and when."""
    cards = {card.service: card for section in reversed(sections) for card in section.services}
    whole = next((card.service for section in sections if section.id == WHOLE for card in section.services), "")
    shown = (replace(cards[step], changeable=False) for step in steps if step in cards)
    return tuple(card if card.service == whole else replace(card, what="", why="", note="") for card in shown)


def whole_text(
    whole: Whole, wording: Wording, pack: Pack, cards: tuple[ServiceText, ...], *, ordered: bool, hides: bool
) -> WholeText:
    """ordered: the visitor said what to begin with. hides: as of WholeText."""
    translator = wording.translator
    t, language = translator.text, translator.language
    sides = tuple(
        SideText(
            side.domain.value,
            domain_name(side.domain, translator),
            tuple(wording.topic(concern.topic) for concern in side.weighs),
            tuple(t("Dit gaat goed: {what}", what=wording.chosen(said)) for said in side.well),
        )
        for side in whole.sides
    )
    below = [("link", link_words(link, wording, pack)) for link in whole.links]
    if whole.helps:
        helps = formats.listing(language, [wording.chosen(said) for said in whole.helps])
        below.append(("heart-handshake", t("Dit helpt u al: {what}", what=helps)))
    if ordered:
        first = formats.listing(language, [wording.topic(concern.topic) for concern in whole.begin[:BEGIN_WITH]])
        below.append(("list-check", t("Hier wilt u mee beginnen: {what}", what=first)))
    return WholeText(sides, tuple(below), cards, hides)
