"""The chain of what staff did: whatever is done to it without the key is found, and the first wrong line is named."""

import hashlib
import hmac
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer_desktop.domain.audit import KEYS, Action, Entry, Head, Line, Stamper, Verdict, Wrong, next_line, verify
from wijkwijzer_desktop.domain.staff import Role

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
VALUES = st.one_of(st.integers(-(10**9), 10**9), st.text("abcXYZ019_.:+-", max_size=60))


def stamper(key: bytes) -> Stamper:
    def stamp(data: bytes) -> str:
        return hmac.new(key, data, hashlib.sha256).hexdigest()

    return stamp


OURS, THEIRS = stamper(b"ours"), stamper(b"theirs")


@st.composite
def entries(draw: st.DrawFn, action: Action | None = None) -> Entry:
    action = action or draw(st.sampled_from([a for a in Action if a is not Action.KEY_REPLACED]))
    data = tuple((name, draw(VALUES)) for name in sorted(KEYS[action]))
    at = NOON + timedelta(seconds=draw(st.integers(-(10**8), 10**8)))
    return Entry(action, at, draw(st.sampled_from(["", "1f4e7d8b"])), draw(st.sampled_from([None, *Role])), data)


@st.composite
def logs(draw: st.DrawFn, least: int = 1) -> tuple[list[Line], Head]:
    rest = draw(st.lists(entries(), min_size=least - 1, max_size=12))
    return chained([draw(entries(Action.BEGUN)), *rest])


def chained(all_entries: list[Entry], key: Stamper = OURS, head: Head | None = None) -> tuple[list[Line], Head]:
    lines, head = [], head or Head()
    for entry in all_entries:
        line, head = next_line(head, entry, key)
        lines.append(line)
    return lines, head


def chained_again(lines: list[Line], place: int, key: Stamper | None) -> list[Line]:
    """What somebody would do who knows how the chain is made: from this line on all digests fit again. key: None where they
    leave the stamps as they are."""
    before = Head(place, lines[place - 1].chain) if place else Head()
    again = lines[:place]
    for line in lines[place:]:
        role = Role[line.role.upper()] if line.role else None
        data = tuple(json.loads(line.data).items())
        entry = Entry(Action(line.action), datetime.fromisoformat(line.moment), line.account, role, data)
        made, before = next_line(before, entry, key or THEIRS)
        again.append(made if key else replace(made, stamp=line.stamp))
    return again


@given(logs())
def test_a_log_that_nobody_touched_is_right(log: tuple[list[Line], Head]) -> None:
    lines, head = log
    assert verify(lines, head, OURS) == Verdict(len(lines))
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_before_the_first_line_there_is_nothing_wrong() -> None:
    assert verify([], None, OURS) == Verdict(0)


@given(logs(), st.data())
def test_fault_48_a_changed_line_is_named(log: tuple[list[Line], Head], data: st.DataObject) -> None:
    lines, head = log
    place = data.draw(st.integers(0, len(lines) - 1))
    name = data.draw(st.sampled_from(["moment", "account", "role", "data", "chain", "stamp"]))
    lines[place] = replace(lines[place], **{name: getattr(lines[place], name) + "0"})
    verdict = verify(lines, head, OURS)
    assert (verdict.wrong, verdict.at) == (Wrong.CHANGED, place + 1)


@given(logs(2), st.data(), st.booleans())
def test_fault_48_a_changed_line_is_named_though_the_chain_was_made_anew(
    log: tuple[list[Line], Head], data: st.DataObject, stamped: bool
) -> None:
    lines, head = log
    place = data.draw(st.integers(1, len(lines) - 1))
    lines[place] = replace(lines[place], account=lines[place].account + "0")
    lines = chained_again(lines, place, THEIRS if stamped else None)
    verdict = verify(lines, head, OURS)
    assert (verdict.wrong, verdict.at) == (Wrong.CHANGED, place + 1)


@given(logs(2), st.data())
def test_fault_48_a_deleted_line_is_named(log: tuple[list[Line], Head], data: st.DataObject) -> None:
    lines, head = log
    place = data.draw(st.integers(0, len(lines) - 1))
    del lines[place]
    assert verify(lines, head, OURS) == Verdict(place, Wrong.GONE, place + 1)


@given(logs(2), st.data())
def test_fault_48_a_tail_that_was_cut_off_is_named(log: tuple[list[Line], Head], data: st.DataObject) -> None:
    lines, head = log
    keep = data.draw(st.integers(0, len(lines) - 1))
    assert verify(lines[:keep], head, OURS) == Verdict(keep, Wrong.GONE, keep + 1)
    # Nor does it help to say that the log ends there: that line was stamped as a line, not as the last one.
    if keep:
        last = lines[keep - 1]
        for stamp in (head.stamp, last.stamp, THEIRS(f"head:{keep}:{last.chain}".encode())):
            verdict = verify(lines[:keep], Head(keep, last.chain, stamp), OURS)
            assert (verdict.wrong, verdict.at) == (Wrong.HEAD, keep)
        assert verify(lines[:keep], None, OURS).wrong is Wrong.HEAD


@given(logs(3), st.data())
def test_fault_48_lines_that_changed_places_are_named(log: tuple[list[Line], Head], data: st.DataObject) -> None:
    lines, head = log
    first = data.draw(st.integers(0, len(lines) - 2))
    second = data.draw(st.integers(first + 1, len(lines) - 1))
    one, other = lines[first], lines[second]
    lines[first], lines[second] = replace(other, number=one.number), replace(one, number=other.number)
    assert verify(lines, head, OURS) == Verdict(first + 1, Wrong.CHANGED, first + 1)


@given(logs(), entries())
def test_fault_48_a_line_that_was_added_without_the_key_is_named(log: tuple[list[Line], Head], entry: Entry) -> None:
    lines, head = log
    more, new_head = next_line(head, entry, THEIRS)
    assert verify([*lines, more], head, OURS).at == more.number
    assert verify([*lines, more], new_head, OURS).at == more.number
    honest, _ = next_line(head, entry, OURS)
    assert verify([*lines, honest], head, OURS) == Verdict(honest.number, Wrong.CHANGED, honest.number)


@given(st.lists(entries(), min_size=1, max_size=4), st.data())
def test_fault_48_a_log_that_was_emptied_cannot_begin_anew(rest: list[Entry], data: st.DataObject) -> None:
    first = data.draw(entries(data.draw(st.sampled_from([Action.LOGGED_IN, Action.WRONG_PIN, Action.REFUSED]))))
    lines, head = chained([first, *rest])
    assert verify(lines, head, OURS) == Verdict(1, Wrong.BEGINNING, 1)


@given(logs(), logs(), st.data())
def test_fault_48_lines_of_an_older_key_are_held_in_place_by_what_came_after(
    old: tuple[list[Line], Head], new: tuple[list[Line], Head], data: st.DataObject
) -> None:
    entry = Entry(Action.BEGUN, NOON, data=(("account", "2"), ("removed", 1)))
    older, head = chained([entry, *(Entry(Action.LOGGED_IN, NOON) for _ in old[0])], THEIRS)
    newer, head = chained([Entry(Action.KEY_REPLACED, NOON), entry, *(Entry(Action.LOGGED_IN, NOON) for _ in new[0])], OURS, head)
    lines = [*older, *newer]
    assert verify(lines, head, OURS) == Verdict(len(lines), older_keys=len(older))
    place = data.draw(st.integers(0, len(lines) - 1))
    lines[place] = replace(lines[place], moment=NOON.replace(year=2020).isoformat())
    assert verify(lines, head, OURS).wrong is Wrong.CHANGED
    assert verify(lines, head, OURS).at == place + 1
    assert verify(chained_again(lines, place, THEIRS), head, OURS).wrong is Wrong.CHANGED


def test_a_key_that_is_no_longer_the_same_is_seen() -> None:
    lines, head = chained([Entry(Action.BEGUN, NOON, data=(("account", "2"), ("removed", 1))), Entry(Action.LOGGED_IN, NOON)])
    assert verify(lines, head, THEIRS) == Verdict(2, Wrong.CHANGED, 1)


def test_every_action_has_its_keys() -> None:
    assert set(KEYS) == set(Action)


@pytest.mark.parametrize(
    ("action", "data"),
    [
        (Action.LOGGED_IN, (("answers", "geld"),)),
        (Action.CONTENT_PUBLISHED, ()),
        (Action.CONTENT_PUBLISHED, (("version", "2026.11"), ("visit", 1))),
        (Action.CONTENT_PUBLISHED, (("version", "Ik heb al drie dagen niets gegeten"),)),
        (Action.CONTENT_PUBLISHED, (("version", "x" * 61),)),
        (Action.CONTENT_PUBLISHED, (("version", "één"),)),
    ],
)
def test_a_line_has_no_place_for_words(action: Action, data: tuple[tuple[str, str | int], ...]) -> None:
    with pytest.raises(ValueError, match=action.value):
        Entry(action, NOON, data=data)


def test_the_actions_are_of_staff_and_none_is_of_a_visit() -> None:
    of_a_visit = {"visit", "answer", "intake", "concern", "referral", "slip", "language", "choice", "print", "topic"}
    words = {word for action in Action for word in action.value.split("-")} | {key for keys in KEYS.values() for key in keys}
    assert words & of_a_visit == set()
