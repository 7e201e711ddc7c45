"""An entry while somebody works on it, and two versions made into one."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import SERVICES
from wijkwijzer_desktop.domain.editing import Kept
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.ui.staff.draft_merge import MINE, THEIRS, merged, proposed
from wijkwijzer_desktop.ui.staff.entry_draft import Draft, blank
from wijkwijzer_desktop.ui.staff.entry_fields import typed_cents

BANK = SERVICES[3]
FIELDS = ("name", "description", "email", "url", "audience")
EDITS = st.lists(st.tuples(st.sampled_from(FIELDS), st.sampled_from(("", "a", "b"))), max_size=8)


def edited(service: Service, edits: list[tuple[str, str]]) -> Service:
    for field, text in edits:
        service = replace(service, **{field: text})  # type: ignore[arg-type]
    return service


@given(EDITS)
def test_undoing_everything_gives_what_there_was(edits: list[tuple[str, str]]) -> None:
    draft = Draft.of(Kept(BANK, 4))
    for field, text in edits:
        draft.change(field, edited(draft.now, [(field, text)]))
    assert draft.now == edited(BANK, edits)
    assert draft.seen == 4
    while draft.undoable:
        draft.undo()
    assert draft.now == BANK
    assert not draft.is_changed
    assert draft.undo() == ""


@given(EDITS, EDITS)
def test_what_is_changed_while_it_is_kept_is_still_to_be_kept(
    before: list[tuple[str, str]], during: list[tuple[str, str]]
) -> None:
    draft = Draft.of(Kept(BANK, 4))
    sent = edited(BANK, before)
    draft.change("name", edited(sent, during))
    after = draft.after(Kept(replace(sent, phones=()), 5), sent)
    assert after.now == replace(edited(sent, during), phones=())
    assert (after.seen, after.is_changed) == (5, draft.now != sent)
    while after.undoable:
        after.undo()
    assert after.now == replace(sent, phones=())


def test_what_is_typed_in_one_go_is_one_step() -> None:
    draft = Draft.of(Kept(BANK, 1))
    for text in ("S", "St", "Sta"):
        draft.change("name", replace(draft.now, name=text))
    draft.pause()
    draft.change("name", replace(draft.now, name="Stad"))
    assert draft.undo() == "name"
    assert draft.now.name == "Sta"
    assert draft.undo() == "name"
    assert draft.now == BANK


def test_what_may_have_become_the_same_as_another() -> None:
    draft = Draft.of(Kept(BANK, 1))
    draft.change("email", replace(draft.now, email="a@b.nl"))
    before = draft.is_telling
    draft.change("phones", replace(draft.now, phones=()))
    assert (before, draft.is_telling, Draft(blank(), 0).is_telling) == (False, True, True)


@given(EDITS, EDITS)
def test_fault_26_nothing_of_either_is_lost_by_itself(mine: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> None:
    my_version, their_version = edited(BANK, mine), edited(BANK, theirs)
    differing = tuple(field for field in FIELDS if getattr(my_version, field) != getattr(their_version, field))
    whose = proposed(BANK, my_version, their_version, differing)
    for field in differing:
        both = getattr(my_version, field) != getattr(BANK, field) != getattr(their_version, field)
        assert (field not in whose) is both
    result = merged(my_version, their_version, whose)
    for field, who in whose.items():
        assert getattr(result, field) == getattr(my_version if who == MINE else their_version, field)


def test_taken_whole_it_is_one_of_both() -> None:
    mine, theirs = replace(BANK, name="a", email="x@y.nl"), replace(BANK, name="b")
    assert merged(mine, theirs, dict.fromkeys(("name", "email"), MINE)) == mine
    assert merged(mine, theirs, dict.fromkeys(("name", "email"), THEIRS)) == theirs


def test_amounts_as_people_type_them() -> None:
    right = {"7": 700, "7,5": 750, "€ 7,50": 750, "0": 0, "7,-": 700, "12.05": 1205}
    assert {text: typed_cents(text) for text in right} == right
    assert [typed_cents(text) for text in ("", "gratis", "7,505", "1.000,00", "-3", "٣")] == [None] * 6
