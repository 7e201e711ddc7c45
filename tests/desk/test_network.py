"""The door of those who keep the network: who may, what is refused, what is noted, and what is to be done."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from tests.desk.network_fakes import MemoryNetworks
from tests.desk.staff_fakes import Staffed, staffed
from tests.domain.network_samples import ANNA, BEN, DESK, LINDE, NETWORK, PLACES, PUBLISHED, RECORDS
from tests.domain.samples import service
from tests.fakes import SMALL_PACK, MemoryCatalogue, counter
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.network import NetworkDoor
from wijkwijzer_desktop.desk.networks import NoNetworks
from wijkwijzer_desktop.desk.searching import findable
from wijkwijzer_desktop.domain.errors import NetworkRefusedError, RecordConflictError, StaffRefusedError
from wijkwijzer_desktop.domain.network import Became, Contact, Meeting, Network, Practice, RecordKind, Route
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.service import Kind
from wijkwijzer_desktop.domain.staff import Role

CONTACT, PRACTICE, ROUTE = RecordKind.CONTACT, RecordKind.PRACTICE, RecordKind.ROUTE
SERVICES = (
    *(service(name) for name in ("bank", "wijkteam", "balie")),
    *(service(name, kind=Kind.PRACTICE) for name in ("huisarts-linde", "huisarts-beuk", "huisarts-es")),
)
PACK = replace(SMALL_PACK, places=PLACES)


def pack() -> Pack:
    return PACK


@dataclass
class Keeping:
    counter: Staffed
    shelf: MemoryNetworks
    door: NetworkDoor

    def noted(self) -> list[dict[str, object]]:
        return [dict(entry.data) for entry in self.counter.log.entries if entry.action == "network-changed"]


@pytest.fixture
def keeping() -> Keeping:
    made = staffed()
    shelf = MemoryNetworks(made.log)
    shelf.fill(record for record in RECORDS if not isinstance(record, Route))
    made.log_in(Role.EDITOR)
    return Keeping(made, shelf, NetworkDoor(made.room, shelf, MemoryCatalogue(SERVICES), pack, made.clock))


def test_a_counter_where_nobody_said_anything_has_an_empty_network() -> None:
    assert NoNetworks().current() == Network()


def test_the_desk_has_the_network_as_it_is_now(keeping: Keeping) -> None:
    made = counter()
    desk = Desk(made.desk.settings, replace(made.desk._adapters, networks=keeping.shelf))
    assert desk.network.contacts[ANNA.id] == ANNA
    keeping.door.save(replace(ANNA, when="vrijdag"), 1)
    assert desk.network.contacts[ANNA.id].when == "vrijdag"


def test_nobody_is_sent_to_a_practice_by_searching() -> None:
    assert [one.id for one in findable(SERVICES)] == ["bank", "wijkteam", "balie"]


def test_a_volunteer_is_let_through_to_nothing(keeping: Keeping) -> None:
    keeping.counter.room.log_out()
    keeping.counter.log_in(Role.VOLUNTEER)
    door = keeping.door
    for asked in (door.read, door.news, door.work_list, lambda: door.records(CONTACT), lambda: door.history(CONTACT, ANNA.id)):
        with pytest.raises(StaffRefusedError):
            asked()
    for done in (
        lambda: door.save(replace(ANNA, when="nooit"), 1),
        lambda: door.remove(CONTACT, ANNA.id, 1),
        lambda: door.confirm(CONTACT, ANNA.id, 1),
        lambda: door.arrange(CONTACT, (BEN.id,)),
    ):
        with pytest.raises(StaffRefusedError):
            done()
    assert keeping.shelf.current().contacts == NETWORK.contacts
    assert keeping.noted() == []


def test_a_change_is_noted_without_a_word_of_what_it_is_about(keeping: Keeping) -> None:
    kept = keeping.door.save(replace(ANNA, when="vrijdag"), 1)
    assert kept == keeping.door.records(CONTACT)[0]
    keeping.door.confirm(CONTACT, ANNA.id, 2)
    keeping.door.take_back(CONTACT, ANNA.id, 3)
    keeping.door.forget_before(CONTACT, ANNA.id)
    keeping.door.remove(CONTACT, ANNA.id, 4)
    assert [noted["change"] for noted in keeping.noted()] == ["changed", "confirmed", "put-back", "forgotten", "removed"]
    assert {str(noted["kind"]) for noted in keeping.noted()} == {"contact"}
    assert "Anna" not in str(keeping.counter.log.entries)
    assert "wijkcoach" not in str(keeping.counter.log.entries)


def test_the_id_of_a_contact_never_holds_a_name(keeping: Keeping) -> None:
    new = Contact("", "Wijkcoach", "Team Één", name="Dora Voorbeeld", published=PUBLISHED)
    ids = [keeping.door.save(new, 0).record.id for _ in range(2)]
    assert ids == ["wijkcoach-team-een", "wijkcoach-team-een-2"]
    keeping.door.remove(CONTACT, ids[1], 1)
    assert keeping.door.save(new, 0).record.id == "wijkcoach-team-een-3"
    assert keeping.door.save(Meeting("", "Overleg in de wijk"), 0).record.id == "overleg-in-de-wijk"
    route = Route("", "Schulden", ("bank",))
    assert keeping.door.save(route, 0).record.id == "schulden"


def test_a_practice_goes_by_its_entry_in_the_catalogue(keeping: Keeping) -> None:
    assert keeping.door.save(Practice("huisarts-es"), 0).record.id == "huisarts-es"
    with pytest.raises(RecordConflictError):
        keeping.door.save(Practice("huisarts-linde"), 0)
    with pytest.raises(NetworkRefusedError) as told:
        keeping.door.save(Practice("wijkteam"), 0)
    assert [finding.code for finding in told.value.findings] == ["network-no-practice"]


def test_a_person_without_where_they_are_published_is_refused_and_nothing_is_written(keeping: Keeping) -> None:
    with pytest.raises(NetworkRefusedError) as told:
        keeping.door.save(replace(ANNA, published="", areas=("nergens",)), 1)
    assert [finding.code for finding in told.value.findings] == ["network-unpublished", "network-unknown-place"]
    assert keeping.shelf.current().contacts[ANNA.id] == ANNA
    assert keeping.noted() == []


def test_who_stands_in_for_whom_must_not_go_round(keeping: Keeping) -> None:
    with pytest.raises(NetworkRefusedError) as told:
        keeping.door.save(replace(BEN, stands_in=ANNA.id), 1)
    assert [finding.code for finding in told.value.findings] == ["network-circle"]


def test_who_looked_at_an_older_one_is_told_what_it_is_now(keeping: Keeping) -> None:
    now = keeping.door.save(replace(ANNA, when="vrijdag"), 1)
    actions: tuple[Callable[[], object], ...] = (
        lambda: keeping.door.save(replace(ANNA, when="zondag"), 1),
        lambda: keeping.door.confirm(CONTACT, ANNA.id, 1),
        lambda: keeping.door.remove(CONTACT, ANNA.id, 1),
        lambda: keeping.door.take_back(CONTACT, ANNA.id, 1),
    )
    for action in actions:
        with pytest.raises(RecordConflictError) as told:
            action()
        assert told.value.present == now
    with pytest.raises(RecordConflictError) as gone:
        keeping.door.confirm(CONTACT, "niemand", 1)
    assert gone.value.present is None


def test_what_somebody_asked_today_is_off_the_work_list(keeping: Keeping) -> None:
    before = [record.id for record in keeping.door.work_list()]
    assert before[:2] == ["balie", "huisarts-beuk"]
    keeping.door.confirm(CONTACT, DESK.id, 1)
    keeping.door.confirm(PRACTICE, "huisarts-beuk", 1)
    assert {record.id for record in keeping.door.work_list()} == set(before) - {"balie", "huisarts-beuk"}
    assert keeping.door.read().contacts[DESK.id].confirmed == keeping.counter.clock.now().date()
    # That somebody asked is no news.
    assert all(not news.fields for news in keeping.door.news())


def test_a_route_has_nothing_to_confirm(keeping: Keeping) -> None:
    kept = keeping.door.save(Route("", "Schulden", ("bank",)), 0)
    with pytest.raises(RecordConflictError):
        keeping.door.confirm(ROUTE, kept.record.id, 1)


def test_the_news_is_of_this_month_unless_another_is_asked_for(keeping: Keeping) -> None:
    keeping.door.save(replace(ANNA, when="vrijdag"), 1)
    (news,) = keeping.door.news()
    assert (news.id, news.became, news.fields) == (ANNA.id, Became.CHANGED, ("when",))
    assert keeping.door.news("2020-01") == ()
    assert [change.fields for change in keeping.door.history(CONTACT, ANNA.id)] == [("when",)]


def test_who_is_removed_is_named_by_no_practice(keeping: Keeping) -> None:
    keeping.door.remove(CONTACT, ANNA.id, 1)
    assert keeping.door.read().practices[LINDE.id].agreements[0].contact == ""
    assert [(news.id, news.became) for news in keeping.door.news()] == [("", Became.GONE)]


def test_editors_say_what_comes_first(keeping: Keeping) -> None:
    keeping.door.arrange(CONTACT, (DESK.id,))
    assert [kept.record.id for kept in keeping.door.records(CONTACT)] == [DESK.id, ANNA.id, BEN.id]
