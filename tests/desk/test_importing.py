"""What a file does to the catalogue: what people found out stays, nothing ends by mistake, all or nothing."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given

from tests.desk.staff_fakes import staffed
from tests.desk.workbench_fakes import MemoryWorkbench
from tests.fakes import SMALL_PACK
from tests.storage.examples import CATALOGUES, a_service
from wijkwijzer_desktop.desk.exchange import Progress, Read
from wijkwijzer_desktop.desk.importing import CAME, WENT, Format, ImportDoor, Importing, guess_format, make_plan, origin_of
from wijkwijzer_desktop.domain.editing import Fate, How, Kept, Plan
from wijkwijzer_desktop.domain.errors import EditConflictError, Finding, SettingsRefusedError, StaffRefusedError
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.service import Kind, Location, Organization, Phone, Service, Source, Status, Step
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.i18n.import_words import finding_words
from wijkwijzer_desktop.i18n.translator import Translator

ORIGIN = "agenda.ics"
MARK = Source(ORIGIN, evidence=CAME)


def kept(*services: Service) -> tuple[Kept, ...]:
    return tuple(Kept(service, 3) for service in services)


def only(plan: Plan) -> tuple[Fate, Service]:
    assert len(plan.planned) == 1
    return plan.planned[0].fate, plan.planned[0].after


def test_what_is_new_is_added_with_where_it_came_from() -> None:
    fate, after = only(make_plan(Read((a_service("een"),)), (), ORIGIN))
    assert (fate, after.sources) == (Fate.ADDED, (MARK,))
    assert only(make_plan(Read((a_service("een"),)), (), ""))[1] == a_service("een")


@given(catalogue=CATALOGUES)
def test_what_is_the_same_stays(catalogue: tuple[Service, ...]) -> None:
    for silent in (None, frozenset[str]()):
        plan = make_plan(Read(catalogue, silent=silent), kept(*catalogue), "")
        assert (plan.planned, plan.same) == ((), len(catalogue))


@given(catalogue=CATALOGUES)
def test_the_same_file_a_second_time_changes_nothing(catalogue: tuple[Service, ...]) -> None:
    first = make_plan(Read(catalogue), (), ORIGIN)
    taken = kept(*(one.after for one in first.planned))
    second = make_plan(Read(catalogue), taken, ORIGIN)
    assert (second.planned, second.same) == ((), len(catalogue))


def test_only_what_came_from_there_ends() -> None:
    ours, theirs = a_service("ons"), replace(a_service("hun"), sources=(MARK,))
    other = replace(a_service("ander"), sources=(Source("ander.json", evidence=CAME),))
    still = replace(a_service("nog"), sources=(MARK,))
    fate, after = only(make_plan(Read((a_service("nog"),)), kept(ours, theirs, other, still), ORIGIN))
    assert (fate, after.id, after.status, after.sources) == (Fate.ENDED, "hun", Status.ENDED, (Source(ORIGIN, evidence=WENT),))


def test_nothing_ends_where_the_file_was_not_read_whole_or_says_nothing_of_what_is_missed() -> None:
    theirs = kept(replace(a_service("hun"), sources=(MARK,)))
    assert make_plan(Read((), refused=(Finding("x"),)), theirs, ORIGIN).planned == ()
    assert make_plan(Read(()), theirs, "").planned == ()


def test_another_file_of_the_same_name_ends_nothing_and_says_so() -> None:
    theirs = replace(a_service("hun"), sources=(MARK,))
    for read in (Read((a_service("ons"),)), Read(())):
        plan = make_plan(read, kept(theirs), ORIGIN)
        assert Fate.ENDED not in {one.fate for one in plan.planned}
        (said,) = plan.repaired
        assert "Die 1 blijven." in finding_words(said, Translator())
    # One that is there no longer open tells as well that it is the same list.
    by_hand = replace(a_service("nog"), status=Status.ENDED, sources=(MARK,))
    assert only(make_plan(Read((a_service("nog"),)), kept(theirs, by_hand), ORIGIN))[0] is Fate.ENDED


def test_what_had_ended_by_itself_and_is_there_again_goes_on_but_not_what_somebody_ended() -> None:
    by_itself = replace(a_service("een"), status=Status.ENDED, sources=(Source(ORIGIN, evidence=WENT),))
    fate, after = only(make_plan(Read((a_service("een"),)), kept(by_itself), ORIGIN))
    assert (fate, after.status, after.sources) == (Fate.CHANGED, Status.UNCONFIRMED, (MARK,))
    by_hand = replace(a_service("een"), status=Status.ENDED, sources=(MARK,))
    assert make_plan(Read((a_service("een"),)), kept(by_hand), ORIGIN).planned == ()


CONFIRMED = replace(a_service("een"), status=Status.CONFIRMED, checked=date(2026, 11, 3), check_before=date(2027, 5, 2))


def test_what_an_editor_filled_in_stays_where_the_file_says_nothing() -> None:
    edited = replace(CONFIRMED, kind=Kind.HELPLINE, step=Step.MUNICIPALITY, cost="gratis", email="a@b.example")
    said = replace(a_service("een", name="Nieuwe naam", topics=()), description="")
    _, after = only(make_plan(Read((said,)), kept(edited), ORIGIN))
    assert after == replace(edited, name="Nieuwe naam")


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"cost": "1 euro"}, Status.CONFIRMED),
        ({"phones": (Phone("053 1"),)}, Status.UNCONFIRMED),
        ({"location": Location("Straat 1")}, Status.UNCONFIRMED),
        ({"status": Status.ENDED}, Status.ENDED),
        ({"status": Status.ENDED, "checked": date(2026, 1, 1), "cost": "2"}, Status.CONFIRMED),
        ({"status": Status.TEMPORARILY_CLOSED, "checked": date(2026, 11, 4)}, Status.TEMPORARILY_CLOSED),
        ({"status": Status.CONFIRMED, "checked": date(2026, 11, 4), "phones": (Phone("053 1"),)}, Status.CONFIRMED),
    ],
)
def test_what_a_person_found_out_goes_before_a_file_unless_that_knows_better(change: dict[str, object], status: Status) -> None:
    said = replace(a_service("een"), **change)  # type: ignore[arg-type]
    _, after = only(make_plan(Read((said,)), kept(CONFIRMED), ""))
    assert after.status is status


def test_a_spreadsheet_is_taken_at_its_word_but_for_columns_that_are_not_there() -> None:
    edited = replace(CONFIRMED, cost="gratis", email="a@b.example")
    said = a_service("een")
    assert only(make_plan(Read((said,), silent=frozenset()), kept(edited), ""))[1] == said
    assert only(make_plan(Read((said,), silent=frozenset({"email"})), kept(edited), ""))[1] == replace(said, email="a@b.example")


def test_an_organization_has_one_name() -> None:
    renamed = Organization("een", "Andere naam")
    one, two = a_service("een"), a_service("twee")
    files = tuple(replace(service, organization=renamed) for service in (one, two))
    assert [p.after.organization.name for p in make_plan(Read(files), kept(one, two), "").planned] == ["Andere naam"] * 2
    assert make_plan(Read(files[:1]), kept(one, two), "").planned == ()


def test_formats_and_origins_follow_from_names(tmp_path: Path) -> None:
    for name, kind in (("a.XLSX", Format.XLSX), ("a.ics", Format.ICAL), ("a.json", Format.HSDS), ("map", Format.HSDS)):
        assert guess_format(tmp_path / name) is kind
    assert origin_of(Path("map") / "a.json", Format.HSDS) == "a.json"
    assert origin_of(Path("a.xlsx"), Format.XLSX) == ""


class Files:
    """Reads what it was given; writes nowhere."""

    def __init__(self, *services: Service) -> None:
        self.services = services
        self.error: OSError | None = None

    def read(self, path: Path, kind: Format, progress: Progress) -> Read:
        progress(1, 1)
        return Read(self.services)

    def write(self, services: tuple[Service, ...], path: Path, kind: Format, progress: Progress) -> int:
        if self.error is not None:
            raise self.error
        return len(services)


def in_use() -> Pack:
    return SMALL_PACK


def reading(workbench: MemoryWorkbench, files: Files, _pack: Pack) -> Importing:
    return Importing(workbench, files)


def test_a_file_is_read_with_the_questions_of_now() -> None:
    counter = staffed()
    counter.log_in(Role.EDITOR)
    published = [SMALL_PACK]
    read_with: list[str] = []

    def importing(pack: Pack) -> Importing:
        read_with.append(pack.version)
        return Importing(MemoryWorkbench(counter.log), Files())

    door = ImportDoor(counter.room, lambda: published[-1], importing)
    door.plan(Path("a.json"), Format.HSDS)
    published.append(replace(SMALL_PACK, version="later"))
    door.plan(Path("a.json"), Format.HSDS)
    assert read_with == [SMALL_PACK.version, "later"]
    assert door.pack().version == "later"


def test_all_that_was_ticked_or_nothing_and_it_is_noted() -> None:
    counter = staffed()
    counter.log_in(Role.EDITOR)
    workbench = MemoryWorkbench(counter.log)
    workbench.fill((a_service("een"),))
    files = Files(replace(a_service("een"), cost="gratis"), a_service("twee"), a_service("drie"))
    door = ImportDoor(counter.room, in_use, partial(reading, workbench, files))
    told: list[tuple[int, int]] = []
    plan = door.plan(Path("a.json"), Format.HSDS, lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]
    assert door.apply(plan, {"een", "twee"}) == 2
    assert sorted(workbench.kept) == ["een", "twee"]
    assert {change.how for change in workbench.changes} == {How.IMPORTED}
    assert dict(counter.log.entries[-1].data) == {"change": "imported", "services": 2}
    assert door.apply(plan, ()) == 0
    with pytest.raises(EditConflictError):
        door.apply(plan, {"een", "drie"})
    assert sorted(workbench.kept) == ["een", "twee"]
    files.error = OSError("vol")
    with pytest.raises(SettingsRefusedError):
        door.export(Path("a.json"), Format.HSDS)


def test_fault_47_a_volunteer_takes_nothing_over() -> None:
    counter = staffed()
    counter.log_in(Role.VOLUNTEER)
    door = ImportDoor(counter.room, in_use, partial(reading, MemoryWorkbench(counter.log), Files()))
    for call in (
        door.pack,
        lambda: door.plan(Path("a"), Format.HSDS),
        lambda: door.apply(Plan(()), ()),
        lambda: door.export(Path("a"), Format.HSDS),
    ):
        with pytest.raises(StaffRefusedError):
            call()
    assert counter.actions[-4:] == ["refused"] * 4
