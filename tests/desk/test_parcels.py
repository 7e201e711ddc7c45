"""What a counter says, and which of it becomes one."""

import json
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer_desktop.desk import parcels
from wijkwijzer_desktop.domain.central import ParcelKind
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.statistics import Cell, Tallied

DAY, NEXT = date(2026, 11, 24), date(2026, 11, 25)
HERE = "balie-magneet"
CELLS = st.dictionaries(
    st.builds(Cell, st.sampled_from([Tallied.TOPIC, Tallied.ADVISED]), st.sampled_from(["eten", "wonen", "één"])),
    st.integers(1, 9),
    max_size=4,
)


def test_bodies_say_what_the_server_takes() -> None:
    one = {Cell(Tallied.TOPIC, "wonen"): 1, Cell(Tallied.ADVISED, "bank"): 2}
    assert json.loads(parcels.counts_body(DAY, HERE, one)) == {
        "day": "2026-11-24",
        "counter": HERE,
        "cells": [["advised", "bank", 2], ["topic", "wonen", 1]],
    }
    assert json.loads(parcels.flag_body("bank", FlagReason.NUMBER, DAY)) == {
        "service": "bank",
        "reason": "number",
        "day": "2026-11-24",
    }
    assert json.loads(parcels.codes_body({"b", "a"}, NEXT)) == {"until": "2026-11-25", "digests": ["a", "b"]}
    assert json.loads(parcels.told_body(DAY, HERE, {"b": {}, "a": {Cell(Tallied.TOLD, "bank"): 1}})) == {
        "day": "2026-11-24",
        "counter": HERE,
        "told": {"a": [["told", "bank", 1]], "b": []},
    }


@given(CELLS, CELLS)
def test_counts_together_are_the_sum_whichever_came_first(one: dict[Cell, int], other: dict[Cell, int]) -> None:
    first, second = parcels.counts_body(DAY, HERE, one), parcels.counts_body(DAY, HERE, other)
    whole = parcels.together(ParcelKind.COUNTS, first, second)
    assert whole == parcels.together(ParcelKind.COUNTS, second, first)
    assert whole == parcels.counts_body(DAY, HERE, Counter(one) + Counter(other))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (ParcelKind.COUNTS, parcels.counts_body(DAY, HERE, {}), parcels.counts_body(NEXT, HERE, {})),
        (ParcelKind.COUNTS, parcels.counts_body(DAY, HERE, {}), parcels.counts_body(DAY, "elders", {})),
        (ParcelKind.CODES, parcels.codes_body("a", DAY), parcels.codes_body("b", NEXT)),
        (ParcelKind.TOLD, parcels.told_body(DAY, HERE, {}), parcels.told_body(NEXT, HERE, {})),
        (ParcelKind.TOLD, parcels.told_body(DAY, HERE, {}), parcels.told_body(DAY, "elders", {})),
        (ParcelKind.FLAG, parcels.flag_body("a", FlagReason.FULL, DAY), parcels.flag_body("b", FlagReason.FULL, DAY)),
        (ParcelKind.FLAG, parcels.flag_body("a", FlagReason.FULL, DAY), parcels.flag_body("a", FlagReason.NUMBER, DAY)),
        (ParcelKind.FLAG, "{", parcels.flag_body("a", FlagReason.NUMBER, DAY)),
        (ParcelKind.COUNTS, '{"day":"2026-11-24","counter":"balie-magneet"}', parcels.counts_body(DAY, HERE, {})),
        (ParcelKind.COUNTS, "[]", parcels.counts_body(DAY, HERE, {})),
    ],
)
def test_what_is_of_something_else_or_damaged_stays_apart(kind: ParcelKind, one: str, other: str) -> None:
    assert parcels.together(kind, one, other) is None


def test_of_what_is_told_twice_the_first_counts() -> None:
    bank, soup = {Cell(Tallied.TOLD, "bank"): 1}, {Cell(Tallied.TOLD, "soep"): 1}
    first, second = parcels.told_body(DAY, HERE, {"a": bank}), parcels.told_body(DAY, HERE, {"a": soup, "b": soup})
    assert parcels.together(ParcelKind.TOLD, first, second) == parcels.told_body(DAY, HERE, {"a": bank, "b": soup})


def so_many(kind: ParcelKind, names: list[str]) -> str:
    match kind:
        case ParcelKind.CODES:
            return parcels.codes_body(names, DAY)
        case ParcelKind.TOLD:
            return parcels.told_body(DAY, HERE, {name: {} for name in names})
        case _:
            return parcels.counts_body(DAY, HERE, {Cell(Tallied.ADVISED, name): 1 for name in names})


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        (ParcelKind.CODES, parcels.MOST_DIGESTS),
        (ParcelKind.TOLD, parcels.MOST_TOLD),
        (ParcelKind.COUNTS, parcels.MOST_CELLS),
    ],
)
def test_none_becomes_too_large_to_get_through(kind: ParcelKind, most: int) -> None:
    names = [f"{number:064x}" for number in range(most + 1)]
    assert parcels.together(kind, so_many(kind, names[: most - 1]), so_many(kind, names[-1:])) is not None
    assert parcels.together(kind, so_many(kind, names[:most]), so_many(kind, names[-1:])) is None


def test_codes_are_forgotten_on_their_day_and_not_before() -> None:
    body = parcels.codes_body("ab", NEXT)
    assert parcels.without_forgotten(body, DAY) is None
    assert parcels.without_forgotten(body, NEXT) == parcels.codes_body("", NEXT)
    assert parcels.without_forgotten(parcels.codes_body("", NEXT), NEXT) is None
    assert parcels.without_forgotten('{"until":"gisteren","digests":["a"]}', NEXT) is None
