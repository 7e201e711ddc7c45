"""The Unicode bidirectional algorithm (UAX #9): in which direction each character runs, and what stands left of what.

The rules keep the names of the standard (P2, X5a, W4, N0 …). Made for one paragraph at a time.
"""

from collections.abc import Iterator, Sequence

from wijkwijzer_desktop.slip.bidi_classes import bidi_class
from wijkwijzer_desktop.slip.bidi_explicit import ISOLATES, REMOVED, TAKEN_OUT, explicit_levels, first_strong, isolate_ends
from wijkwijzer_desktop.slip.bidi_runs import resolve_run

_WHITE = frozenset({"WS", "PDI", *ISOLATES})


def resolve(text: str, *, right_to_left: bool | None = None) -> tuple[int, bytes]:
    """The paragraph's level, and one a character: even runs from the left, odd from the right.

    right_to_left: the direction of the paragraph; None takes that of its first letter. text: without line breaks inside.
    """
    classes = [bidi_class(character) for character in text]
    ends = isolate_ends(classes)
    if right_to_left is None:
        right_to_left = first_strong(classes, ends, 0, len(classes)) == 1
    base = int(right_to_left)
    levels, kinds = explicit_levels(classes, ends, base)
    for sequence in _sequences(ends, levels):
        before, after = _edges(sequence, classes, ends, levels, base)
        resolve_run(text, sequence, kinds, levels[sequence[0]], before, after)
    _implicit(kinds, levels)
    return base, bytes(_trailing(classes, levels, base))


def visual_order(levels: Sequence[int]) -> list[int]:
    """Indexes from left to right of what stands on one line (L2); those of REMOVED are left out."""
    order = [index for index, level in enumerate(levels) if level != REMOVED]
    odd = [levels[index] for index in order if levels[index] % 2]
    if not odd:
        return order
    if len(set(odd)) == 1 and len(odd) == len(order):
        return order[::-1]
    for level in range(max(levels[index] for index in order), min(odd) - 1, -1):
        begin = 0
        while begin < len(order):
            end = begin
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[begin:end] = order[begin:end][::-1]
            begin = end + 1
    return order


def _sequences(ends: dict[int, int], levels: list[int]) -> Iterator[list[int]]:
    """X10, BD13: the indexes of each isolating run sequence, in order of their beginnings."""
    runs: list[list[int]] = []
    level = REMOVED
    for index, here in enumerate(levels):
        if here == REMOVED:
            continue
        if here != level:
            runs.append([])
            level = here
        runs[-1].append(index)
    beginnings = {run[0]: run for run in runs}
    continued = {end for end in ends.values() if end in beginnings}
    for run in runs:
        if run[0] in continued:
            continue
        sequence = run
        while sequence[-1] in ends:
            sequence = sequence + beginnings[ends[sequence[-1]]]
        yield sequence


def _edges(sequence: list[int], classes: list[str], ends: dict[int, int], levels: list[int], base: int) -> tuple[str, str]:
    """X10: the directions that meet a sequence at its beginning and its end."""
    level = levels[sequence[0]]
    first, last = sequence[0], sequence[-1]
    before = next((levels[i] for i in range(first - 1, -1, -1) if levels[i] != REMOVED), base)
    if classes[last] in ISOLATES and last not in ends:
        after = base
    else:
        after = next((levels[i] for i in range(last + 1, len(levels)) if levels[i] != REMOVED), base)
    return ("R" if max(before, level) % 2 else "L", "R" if max(after, level) % 2 else "L")


def _implicit(kinds: list[str], levels: list[int]) -> None:
    """I1, I2."""
    for index, level in enumerate(levels):
        if level == REMOVED:
            continue
        kind = kinds[index]
        if level % 2:
            levels[index] += kind != "R"
        elif kind != "L":
            levels[index] += 1 if kind == "R" else 2


def _trailing(classes: list[str], levels: list[int], base: int) -> list[int]:
    """L1: white space before a tab, and at the end, runs as the paragraph does."""
    at_end = True
    for index in range(len(classes) - 1, -1, -1):
        kind = classes[index]
        if kind in {"S", "B"}:
            levels[index] = base
            at_end = True
        elif kind in _WHITE:
            if at_end:
                levels[index] = base
        elif kind not in TAKEN_OUT:
            at_end = False
    return levels
