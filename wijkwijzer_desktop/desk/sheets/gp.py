"""The sheet for the GP, at the visitor's word: what was agreed, the first step, the code of the slip. Nothing more."""

from collections.abc import Iterator

from wijkwijzer_desktop.desk.sheets.composing import Composing
from wijkwijzer_desktop.domain.matching import ManyDomains, Recommendation
from wijkwijzer_desktop.domain.network import Network, Route
from wijkwijzer_desktop.domain.network_rules import codes_for
from wijkwijzer_desktop.domain.referral import Referral, discreet_of
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.sheet import SectionBlock, TableBlock, TickBlock, TitleBlock
from wijkwijzer_desktop.domain.slip import Block, FooterBlock, Slip, WriteBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n import formats


def gp_sheet(c: Composing, referral: Referral, practice: Service | None, routes: tuple[Route, ...]) -> Slip:
    """practice: that sent the visitor, None where it isn't in the list. routes: of the network, for the hints of ICPC.

    What a visitor would rather not tell of doesn't stand on it, also where they want it on their own paper.
    """
    return c.slip(_blocks(c, referral, practice, routes))


def _blocks(c: Composing, referral: Referral, practice: Service | None, routes: tuple[Route, ...]) -> Iterator[Block]:
    steps = tuple(step for step in referral.steps if not _is_discreet(c, referral, step))
    yield TitleBlock(c.text("Voor de huisarts"), tuple(_whose(c, practice)))
    yield SectionBlock(
        c.text("Dit blad is op mijn verzoek gemaakt"),
        (
            c.text("Ik wil dat mijn huisarts dit leest."),
            c.text("Ik geef het zelf aan mijn huisarts. De balie bewaart niets."),
        ),
    )
    yield _agreed(c, steps)
    yield from _hints(c, steps, routes)
    yield TickBlock(
        c.text("Mag de huisarts horen hoe het gaat?"),
        (c.text("Ja, graag bericht naar de huisarts."), c.text("Nee, liever geen bericht.")),
    )
    names = (c.text("Mijn naam"), c.text("Geboren op"), c.text("Datum"), c.text("Mijn handtekening"))
    yield WriteBlock(names if practice is not None else (c.text("Praktijk"), *names))
    lines = [c.text("Naam en datum vult u zelf in, met een pen.")]
    if c.code:
        lines.append(c.text("Vragen? Noem de code {code} bij {counter}.", code=c.code, counter=c.counter))
    yield FooterBlock(tuple(lines))


def _whose(c: Composing, practice: Service | None) -> Iterator[Text]:
    if practice is None:
        return
    yield Text(practice.name)
    if c.dutch.services.address(practice):
        yield c.both(lambda w: w.services.address(practice))
    if practice.phones:
        yield c.both(lambda w: w.services.phone(practice))


def _is_discreet(c: Composing, referral: Referral, step: Recommendation) -> bool:
    """Also what stands beside it and would tell of it, and what somebody at the counter added for that alone."""
    topics = c.pack.topics_by_id
    if step.concern in topics:
        return step.concern in discreet_of(referral.concerns)
    tiles = {topic.parent for topic in c.pack.topics if topic.discreet}
    known = [topics[name] for name in step.service.topics if name in topics]
    return bool(known) and all((topic.parent or topic.id) in tiles for topic in known)


def _agreed(c: Composing, steps: tuple[Recommendation, ...]) -> Block:
    title = c.text("Dit is afgesproken")
    if not steps:
        return SectionBlock(title, (c.text("Dat vertelt de bezoeker zelf."),))
    rows = tuple(
        (_number(c, number), _what_for(c, step), Text(step.service.name), _how(c, step.service))
        for number, step in enumerate(steps, start=1)
    )
    columns = (c.text("Stap"), c.text("Waarvoor"), c.text("Waarheen"), c.text("Telefoon"))
    return TableBlock(title, columns, rows, (1, 3, 3, 2))


def _number(c: Composing, number: int) -> Text:
    return c.text("Eerst") if number == 1 else Text(str(number))


def _what_for(c: Composing, step: Recommendation) -> Text:
    topic = c.pack.topics_by_id.get(step.concern)
    if topic is not None:
        return c.both(lambda w: w.topic(topic))
    about_all = any(isinstance(reason, ManyDomains) for reason in step.reasons)
    return c.text("Eén gesprek over alles") if about_all else c.text("Samen gekozen")


def _how(c: Composing, service: Service) -> Text:
    if service.phones:
        return c.both(lambda w: w.services.phone(service))
    return c.text("Nog niet bekend")


def _hints(c: Composing, steps: tuple[Recommendation, ...], routes: tuple[Route, ...]) -> Iterator[Block]:
    """Codes are for the practice's own record; a hint, in Dutch."""
    concerns = [step.concern for step in steps if step.concern]
    topics = c.pack.topics_by_id
    wanted = {*concerns, *(topics[concern].parent for concern in concerns if concern in topics)} - {""}
    codes = codes_for(Network(routes=routes), wanted)
    if codes:
        listed = formats.listing(c.dutch.translator.language, list(codes))
        # Only the practice reads this.
        yield SectionBlock(Text("Hint voor de praktijk"), (Text(f"ICPC, hoofdstuk Z: {listed}. De huisarts kiest zelf."),))
