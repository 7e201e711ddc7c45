"""The door of editors: who may, what is noted, and what becomes of an entry."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from tests.desk.staff_fakes import Staffed, staffed
from tests.desk.workbench_fakes import MemoryWorkbench
from tests.fakes import MemoryCatalogue
from tests.storage.examples import a_service
from wijkwijzer_desktop.desk.editing import CatalogueDoor
from wijkwijzer_desktop.desk.flagging import NoFlags
from wijkwijzer_desktop.desk.outcomes import NoCodes, NoSeal, Outcomes
from wijkwijzer_desktop.domain.editing import FlagReason, How, Wanted
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError, EditConflictError, StaffRefusedError
from wijkwijzer_desktop.domain.freshness import check_again
from wijkwijzer_desktop.domain.service import Kind, Organization, Phone, Service, Status
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.domain.standing import DayTold, Reported
from wijkwijzer_desktop.domain.statistics import Tallied


@dataclass
class Editing:
    counter: Staffed
    workbench: MemoryWorkbench
    door: CatalogueDoor

    @property
    def today(self) -> date:
        return self.counter.clock.now().date()

    def noted(self) -> list[dict[str, object]]:
        return [dict(entry.data) for entry in self.counter.log.entries if entry.action == "catalogue-changed"]


@pytest.fixture
def editing() -> Editing:
    counter = staffed()
    workbench = MemoryWorkbench(counter.log)
    workbench.fill((a_service("a"), a_service("b", name="Ander")))
    counter.log_in(Role.EDITOR)
    return Editing(counter, workbench, CatalogueDoor(counter.room, workbench, counter.clock))


def test_a_volunteer_is_let_through_to_nothing(editing: Editing) -> None:
    editing.counter.room.log_out()
    editing.counter.log_in(Role.VOLUNTEER)
    door = editing.door
    for asked in (door.flags, door.work_list, door.organizations, lambda: door.of_organization("een")):
        with pytest.raises(StaffRefusedError):
            asked()
    with pytest.raises(StaffRefusedError):
        door.save(a_service("a", name="Stiekem"), 1)
    assert editing.workbench.read("a") == editing.workbench.kept["a"]
    assert editing.noted() == []


def test_a_change_is_noted_with_who_did_it(editing: Editing) -> None:
    kept = editing.door.save(a_service("a", name="Beter"), 1)
    assert (kept.version, kept.service.name) == (2, "Beter")
    assert editing.noted() == [{"change": "changed", "services": 1}]
    (change,) = editing.door.history("a")
    assert (change.account, change.role, change.how) == (editing.counter.ids[Role.EDITOR], Role.EDITOR, How.EDITED)


def test_a_new_one_gets_an_id_of_its_name_that_nobody_has(editing: Editing) -> None:
    new = replace(a_service(""), name="Café  Één & Twee (Zuid)")
    ids = [editing.door.save(new, 0).service.id for _ in range(3)]
    assert ids == ["cafe-een-twee-zuid", "cafe-een-twee-zuid-2", "cafe-een-twee-zuid-3"]
    assert editing.door.save(replace(new, name="مقهى"), 0).service.id == "ingang"
    assert len(editing.door.save(replace(new, name="woord " * 40), 0).service.id) <= 60
    assert editing.noted()[0] == {"change": "added", "services": 1}


def test_an_organization_goes_by_its_name(editing: Editing) -> None:
    save = editing.door.save
    assert save(replace(a_service("a"), organization=Organization("", " eén")), 1).service.organization.name == "eén"
    same = save(replace(a_service("b"), organization=Organization("", "EEN")), 1)
    assert same.service.organization == Organization("een", "Een")
    new = save(replace(a_service("b"), organization=Organization("een", "Een  Nieuwe ")), 2)
    assert new.service.organization == Organization("een-nieuwe", "Een Nieuwe")


def test_a_whole_organization_is_renamed_in_one_go(editing: Editing) -> None:
    editing.door.rename_organization("een", "Een BV")
    assert {kept.service.organization for kept in editing.workbench.everything()} == {Organization("een", "Een BV")}
    assert editing.noted() == [{"change": "changed", "services": 2}]
    editing.door.rename_organization("geen", "Iets")
    assert len(editing.noted()) == 1


def test_an_organization_that_gets_the_name_of_another_becomes_that_one(editing: Editing) -> None:
    other = replace(a_service("c"), organization=Organization("twee", "Twee"))
    editing.workbench.fill((other,))
    assert [service.id for service in editing.door.of_organization("een")] == ["b", "a"]
    assert editing.door.rename_organization("een", " twee ") == 2
    assert editing.workbench.organizations() == (Organization("twee", "Twee"),)
    assert editing.door.of_organization("een") == ()


def test_who_takes_a_touch_back_gets_the_flags_back_too(editing: Editing) -> None:
    day = date(2026, 11, 2)
    editing.workbench.flag("a", FlagReason.NUMBER, day)
    before, flags = editing.workbench.kept["a"].service, editing.door.flags("a")
    kept = editing.door.confirm("a", 1)
    assert editing.door.flags("a") == ()
    kept = editing.door.take_back(before, kept.version, flags)
    assert kept.service == before
    assert editing.door.history("a")[0].how is How.PUT_BACK
    assert [(flag.reason, flag.on) for flag in editing.door.flags("a")] == [(FlagReason.NUMBER, day)]


def test_who_confirms_lowers_its_flags_and_sets_the_next_day(editing: Editing) -> None:
    editing.workbench.flag("a", FlagReason.NUMBER, editing.today)
    editing.workbench.flag("b", FlagReason.HOURS, editing.today)
    kept = editing.door.confirm("a", 1)
    assert (kept.service.status, kept.service.checked) == (Status.CONFIRMED, editing.today)
    assert kept.service.check_before == check_again(Kind.SERVICE, editing.today)
    assert [flag.service_id for flag in editing.door.flags()] == ["b"]
    assert editing.door.history("a")[0].how is How.CONFIRMED


def test_closed_for_a_while_keeps_its_flags_and_ended_does_not(editing: Editing) -> None:
    editing.workbench.flag("a", FlagReason.STOPPED, editing.today)
    until = date(2027, 1, 4)
    kept = editing.door.close_until("a", 1, until)
    assert (kept.service.status, kept.service.closed_until) == (Status.TEMPORARILY_CLOSED, until)
    assert len(editing.door.flags("a")) == 1
    kept = editing.door.end("a", 2)
    assert (kept.service.status, kept.service.closed_until) == (Status.ENDED, None)
    assert editing.door.flags("a") == ()


def test_fault_26_who_saw_another_version_is_told(editing: Editing) -> None:
    theirs = editing.door.save(a_service("a", name="Van een ander"), 1)
    door = editing.door
    for late in (door.confirm, door.end):
        with pytest.raises(EditConflictError) as conflict:
            late("a", 1)
        assert conflict.value.now == theirs
    with pytest.raises(EditConflictError):
        door.close_until("a", 1, None)
    with pytest.raises(EditConflictError) as conflict:
        door.confirm("weg", 1)
    assert conflict.value.now is None
    assert editing.workbench.read("a") == theirs


def test_an_earlier_state_is_put_back_by_its_number(editing: Editing) -> None:
    door = editing.door
    for version, name in enumerate(("Een", "Twee", "Drie"), start=1):
        door.save(a_service("a", name=name), version)
    second = next(change for change in door.history("a") if change.after.name == "Twee")
    kept = door.put_back("a", second.number, 4)
    assert (kept.service.name, kept.version) == ("Twee", 5)
    assert door.history("a")[0].how is How.PUT_BACK
    with pytest.raises(EditConflictError):
        door.put_back("a", 999, 5)
    with pytest.raises(EditConflictError):
        door.put_back("a", second.number, 4)


def test_what_can_not_be_noted_is_not_done(editing: Editing) -> None:
    editing.counter.log.broken = True
    with pytest.raises(DatabaseUnusableError):
        editing.door.save(a_service("a", name="Ongezien"), 1)
    assert editing.workbench.kept["a"].service.name == "Dienst"


def test_the_work_list_has_what_somebody_said_first_and_then_what_is_quickly_done(editing: Editing) -> None:
    today = editing.today
    phone = (Phone("053 000 00 00"),)

    def due(service_id: str) -> Service:
        return replace(a_service(service_id, name=service_id), check_before=today)

    editing.workbench.kept.clear()
    editing.workbench.fill(
        (
            replace(due("bellen"), phones=phone),
            due("langs"),
            replace(due("oud"), phones=phone, check_before=date(2026, 1, 1)),
            replace(due("gemeld"), check_before=date(2030, 1, 1)),
            replace(due("later"), check_before=date(2030, 1, 1)),
            replace(due("gestopt"), status=Status.ENDED),
        )
    )
    editing.workbench.flag("gemeld", FlagReason.NUMBER, today)
    work = editing.door.work_list()
    assert [one.row.id for one in work] == ["gemeld", "oud", "bellen", "langs"]
    assert [flag.reason for flag in work[0].flags] == [FlagReason.NUMBER]
    editing.door.lower([work[0].flags[0].number])
    assert [one.row.id for one in editing.door.work_list()] == ["oud", "bellen", "langs"]


def test_lists_and_likeness_are_handed_on(editing: Editing) -> None:
    assert [row.id for row in editing.door.rows(Wanted("ander"))] == ["b"]
    assert [one.service_id for one in editing.door.alike(a_service("c"))] == ["a"]
    assert editing.door.read("b") == editing.workbench.kept["b"]
    assert editing.door.read("weg") is None
    assert editing.door.organizations() == (Organization("een", "Een"),)


FULL = frozenset({Reported.FULL})


class ToldFull(NoCodes):
    """Everybody says that "vol" is full."""

    def told_since(self, first: date) -> tuple[DayTold, ...]:
        today = first.replace(year=first.year + 1)
        return tuple(DayTold("vol", day, {Tallied.TOLD: 2, Tallied.FULL: 2}) for day in (today - timedelta(1), today))


def test_what_is_told_to_be_full_is_on_the_work_list_until_somebody_asked(editing: Editing) -> None:
    later = date(2030, 1, 1)
    editing.workbench.kept.clear()
    editing.workbench.fill(tuple(replace(a_service(name), check_before=later) for name in ("goed", "vol")))

    class Kept(MemoryCatalogue):
        def services(self, ids: tuple[str, ...]) -> dict[str, Service]:
            return {name: editing.workbench.kept[name].service for name in ids}

    outcomes = Outcomes(ToldFull(), NoSeal(), Kept(()), NoFlags(), editing.counter.clock, "magneet")
    door = CatalogueDoor(editing.counter.room, editing.workbench, editing.counter.clock, outcomes)
    (work,) = door.work_list()
    assert (work.row.id, work.row.reported, work.flags) == ("vol", FULL, ())
    assert {row.id: row.reported for row in door.rows(Wanted())} == {"goed": frozenset(), "vol": FULL}
    assert (door.reported("vol"), door.reported("goed")) == (FULL, frozenset())
    door.confirm("vol", 1)
    assert door.work_list() == ()
    assert door.reported("vol") == frozenset()
