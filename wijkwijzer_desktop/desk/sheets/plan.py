"""The plan: somebody in the middle, what weighs and goes well around them, what comes first; lines to fill in further by hand."""

from collections.abc import Iterator

from wijkwijzer_desktop.desk.return_text import code_block
from wijkwijzer_desktop.desk.sheets.composing import Composing, how_else
from wijkwijzer_desktop.desk.slip_text import contact
from wijkwijzer_desktop.domain.matching import IsAway, ManyDomains, Recommendation
from wijkwijzer_desktop.domain.referral import BEGIN_WITH
from wijkwijzer_desktop.domain.sheet import SectionBlock, SideText, TitleBlock, WholeBlock
from wijkwijzer_desktop.domain.slip import Block, FooterBlock, Slip, StepBlock, WriteBlock, is_code
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.domain.whole import Side, Whole
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.whole_words import domain_name, link_words


def plan_sheet(c: Composing, whole: Whole, returns: tuple[str, ...] | None = None) -> Slip:
    """One page where the paper is large enough. What nobody told stands there as a line to write on.

    returns: topic ids in the code with which the paper can be brought back, none for the slip code alone; None for no such
    code, where a slip that has it goes with the plan.
    """
    return c.slip(_blocks(c, whole, returns))


def _blocks(c: Composing, whole: Whole, returns: tuple[str, ...] | None) -> Iterator[Block]:
    yield TitleBlock(c.text("Mijn plan"))
    yield _picture(c, whole)
    yield SectionBlock(Text(""), tuple(_summed_up(c, whole)))
    yield _first(c, whole)
    yield WriteBlock((c.text("Mijn eerste stap"), c.text("Wie doet dat?"), c.text("Wanneer?")))
    if returns is not None and is_code(c.code):
        yield code_block(c.text, c.code, returns)
    yield FooterBlock((c.text("Dit papier is van u. Wij bewaren niets."), c.text("Is er nu gevaar? Bel 112.")))


def _picture(c: Composing, whole: Whole) -> WholeBlock:
    body, mind, social, society = (_side(c, side) for side in whole.sides)
    return WholeBlock(
        c.text("Dit ben ik"),
        (body, mind, social, society),
        c.text("Dit weegt zwaar"),
        c.text("Dit gaat goed"),
        c.several(lambda w: tuple(link_words(link, w, c.pack) for link in whole.links)),
    )


def _side(c: Composing, side: Side) -> SideText:
    return SideText(
        c.both(lambda w: domain_name(side.domain, w.translator)),
        c.several(lambda w: tuple(w.topic(concern.topic) for concern in side.weighs)),
        c.several(lambda w: tuple(w.chosen(said) for said in side.well)),
    )


def _summed_up(c: Composing, whole: Whole) -> Iterator[Text]:
    begin = whole.begin[:BEGIN_WITH]
    if begin:
        yield c.both(
            lambda w: w.translator.text(
                "Eerst: {concerns}", concerns=formats.listing(w.translator.language, [w.topic(b.topic) for b in begin])
            )
        )
    if whole.helps:
        yield c.both(
            lambda w: w.translator.text(
                "Helpt al: {who}", who=formats.listing(w.translator.language, [w.chosen(said) for said in whole.helps])
            )
        )
    else:
        yield c.text("Wie al helpt, weten we nog niet. Praat daar samen over.")


def _first(c: Composing, whole: Whole) -> StepBlock:
    service = whole.first.service
    phone = service.phones[0].number if service.phones else ""
    lines = tuple(_first_lines(c, whole.first))
    return StepBlock(1, c.text("Hiermee begin ik: één gesprek"), service.name, lines, phone, contact(service))


def _first_lines(c: Composing, first: Recommendation) -> Iterator[Text]:
    """Less than a slip says: the picture needs the room."""
    service, reasons = first.service, first.reasons
    why = tuple(reason for reason in reasons if isinstance(reason, ManyDomains))
    yield from c.several(lambda w: tuple(w.reason(reason, c.at) for reason in why))
    if c.dutch.services.hours(service, c.today):
        yield c.both(lambda w: w.translator.text("Open: {hours}", hours=w.services.hours(service, c.today)))
    else:
        yield c.both(lambda w: w.opening(first.opening, c.at, on_paper=True))
    if not service.phones:
        yield how_else(c, service)
    away = next((reason for reason in reasons if isinstance(reason, IsAway)), None)
    if c.dutch.services.address(service):
        yield c.both(lambda w: w.where(service, away))
