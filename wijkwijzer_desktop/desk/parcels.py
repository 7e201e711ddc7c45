"""What a counter says to the database that counters share, parcel by parcel, and which of them may become one.

Parcels that were never sent are put together as the tables are in which they end: all counts of a day, all codes of a week. So
what waits tells no more than those tables do: not which visits came one after another, nor what stood on one paper.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from wijkwijzer_desktop.domain.central import ParcelKind
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.statistics import Counts

# So that one is always small enough to get through a bad line at once.
MOST_CELLS = 10_000
MOST_DIGESTS = 1000
MOST_TOLD = 200

# What a body may give where a bit of it fell over.
_DAMAGED = (ValueError, KeyError, TypeError)
# What two of a kind must have in common to become one.
_ALIKE = {
    ParcelKind.COUNTS: ("day", "counter"),
    ParcelKind.FLAG: ("service", "reason"),
    ParcelKind.CODES: ("until",),
    ParcelKind.TOLD: ("day", "counter"),
}


def counts_body(day: date, counter: str, counts: Counts) -> str:
    """Of some visits together, at this place on this day."""
    return _words({"day": day.isoformat(), "counter": counter, "cells": _cells(counts)})


def flag_body(service_id: str, reason: FlagReason, on: date) -> str:
    """Something of this entry isn't true."""
    return _words({"service": service_id, "reason": reason.value, "day": on.isoformat()})


def codes_body(digests: Iterable[str], forgotten_on: date) -> str:
    """These may be brought back until that day."""
    return _words({"until": forgotten_on.isoformat(), "digests": sorted(digests)})


def told_body(day: date, counter: str, told: Mapping[str, Counts]) -> str:
    """By digest what was told."""
    return _words({"day": day.isoformat(), "counter": counter, "told": {digest: _cells(told[digest]) for digest in sorted(told)}})


def together(kind: ParcelKind, earlier: str, later: str) -> str | None:
    """One body that says what both say; None where they stay two, or one of them is damaged."""
    try:
        return _together(kind, json.loads(earlier), json.loads(later))
    except _DAMAGED:
        return None


def _together(kind: ParcelKind, one: dict[str, Any], other: dict[str, Any]) -> str | None:
    if any(one[name] != other[name] for name in _ALIKE[kind]):
        return None
    match kind:
        case ParcelKind.COUNTS:
            cells: Counter[tuple[str, str]] = Counter()
            for tallied, key, count in (*one["cells"], *other["cells"]):
                cells[tallied, key] += count
            one["cells"] = [[tallied, key, cells[tallied, key]] for tallied, key in sorted(cells)]
            if len(cells) > MOST_CELLS:
                return None
        case ParcelKind.CODES:
            one["digests"] = sorted({*one["digests"], *other["digests"]})
            if len(one["digests"]) > MOST_DIGESTS:
                return None
        case ParcelKind.TOLD:
            # Of what is told twice the first counts.
            told = {**other["told"], **one["told"]}
            one["told"] = {digest: told[digest] for digest in sorted(told)}
            if len(told) > MOST_TOLD:
                return None
        case ParcelKind.FLAG:
            # Said twice it is one flag, of the first day.
            pass
    return _words(one)


def without_forgotten(body: str, today: date) -> str | None:
    """The body of CODES that may no longer be brought back on this day, without them; None where nothing is to be left out."""
    try:
        said = json.loads(body)
        is_over = bool(said["digests"]) and date.fromisoformat(said["until"]) <= today
    except _DAMAGED:
        return None
    return _words({**said, "digests": []}) if is_over else None


def _cells(counts: Counts) -> list[tuple[str, str, int]]:
    return [(cell.tallied.value, cell.key, counts[cell]) for cell in sorted(counts)]


def _words(said: Mapping[str, Any]) -> str:
    return json.dumps(said, separators=(",", ":"))
