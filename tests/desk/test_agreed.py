"""What a practice agreed is told as far as it is known, holds for this visitor, and may be told."""

from dataclasses import replace

from tests.fakes import NETWORK, SERVICES, SMALL_PACK, TUESDAY_TEN, counter
from tests.ui.languages import written
from wijkwijzer_desktop.desk.agreed import Agreed, agreed_lines, agreed_with, practices, tell_on_slip
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.taking import Sent
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.network import Agreement, Network, Practice, Reach
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.domain.service import Status
from wijkwijzer_desktop.domain.sheet import SectionBlock
from wijkwijzer_desktop.domain.slip import Slip, StepBlock, TalkBlock

NORTH = "huisarts-noord"
PLACES = SMALL_PACK.places


def told(desk: Desk, practice: str = NORTH, area: str = "wijk-3") -> Agreed | None:
    return agreed_with(desk, Sent(practice), area, PLACES)


def lines(desk: Desk, practice: str = NORTH, area: str = "wijk-3") -> tuple[str, ...]:
    found = told(desk, practice, area)
    assert found is not None
    return agreed_lines(found, desk.wording("nl"), TUESDAY_TEN)


def with_agreements(*agreements: Agreement) -> Desk:
    return counter(network=replace(NETWORK, practices={NORTH: Practice(NORTH, agreements)})).desk


def test_who_when_and_where() -> None:
    assert lines(counter().desk) == (
        "Iemand van het wijkteam werkt ook in uw praktijk.",
        "U praat met Noor Example.",
        "Wanneer: wo 09:00–12:00",
        "Waar: Voorbeeldstraat 1, Enschede",
    )


def test_fault_a_name_that_may_not_be_printed_is_never_told() -> None:
    hidden = {"wijk": replace(NETWORK.contacts["wijk"], printable=False)}
    desk = counter(network=replace(NETWORK, contacts=hidden)).desk
    found = told(desk)
    assert found is not None
    assert found.contact is None
    assert not any("Noor" in line for line in lines(desk))


def test_what_nobody_knows_is_not_told() -> None:
    assert lines(counter().desk, "huisarts-zuid") == ()
    assert lines(with_agreements(Agreement(Reach.UNKNOWN, "wijk"))) == ()
    days_unknown = lines(with_agreements(Agreement(Reach.IN_PRACTICE, timetable=Timetable())))
    assert "Vraag uw praktijk op welke dagen." in days_unknown
    assert not any(line.startswith("Wanneer") for line in days_unknown)


def test_an_agreement_holds_for_its_own_neighbourhoods() -> None:
    desk = with_agreements(Agreement(Reach.PHONE, areas=("wijk-7",)))
    assert lines(desk, area="wijk-7") == ("Uw praktijk en het wijkteam bellen met elkaar.",)
    assert lines(desk, area="wijk-3") == ()
    assert lines(desk, area="") == ()


def test_a_practice_that_is_gone_is_offered_to_nobody() -> None:
    gone = tuple(replace(s, status=Status.ENDED) if s.id == NORTH else s for s in SERVICES)
    assert [p.id for p in practices(counter(services=gone).desk)] == ["huisarts-zuid"]
    assert practices(counter(network=Network()).desk) == ()
    assert agreed_with(counter().desk, Sent(""), "wijk-3", PLACES) is None


def slip_of(desk: Desk, language: str = "nl") -> Slip:
    intake = Intake().answer(SMALL_PACK.questionnaire.question("begin.topics"), {"geld"})
    return desk.compose(refer(desk.advise(SMALL_PACK, intake, TUESDAY_TEN), Choice()), "K7QM-3H", language, TUESDAY_TEN)


def test_on_paper_it_stands_after_the_steps_in_both_languages() -> None:
    desk = counter(translators=(written("ar"),)).desk
    found = told(desk)
    assert found is not None
    slip = tell_on_slip(slip_of(desk, "ar"), found, desk, "ar", TUESDAY_TEN)
    kinds = [type(block) for block in slip.blocks]
    place = kinds.index(SectionBlock)
    assert kinds[place - 1] is StepBlock
    assert TalkBlock in kinds[place:]
    block = slip.blocks[place]
    assert isinstance(block, SectionBlock)
    assert all(line.dutch and line.own for line in block.lines)


def test_on_paper_nothing_stands_where_nothing_is_known() -> None:
    desk = counter().desk
    found = told(desk, "huisarts-zuid")
    assert found is not None
    slip = slip_of(desk)
    assert tell_on_slip(slip, found, desk, "nl", TUESDAY_TEN) is slip
