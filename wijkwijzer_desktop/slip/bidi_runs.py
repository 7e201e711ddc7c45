"""The bidirectional algorithm inside one isolating run sequence: weak and neutral characters (W1 to N2)."""

from collections.abc import Iterator

from wijkwijzer_desktop.slip.bidi_classes import BRACKETS, bidi_class

_NEUTRAL = frozenset({"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"})
_AFTER_ISOLATE = frozenset({"FSI", "LRI", "RLI", "PDI"})
_WEAK = frozenset({"NSM", "ES", "CS", "ET", "AL", "EN"})
_MOST_BRACKETS = 63
# What stands for a direction among neutrals: numbers count as running from the right (N1).
_DIRECTION = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


def resolve_run(text: str, sequence: list[int], kinds: list[str], level: int, before: str, after: str) -> None:
    """Leave only "L", "R", "EN" and "AN" in `kinds` at the indexes of `sequence`.

    level: the embedding level of the sequence. before, after: "L" or "R", what meets it at both ends.
    """
    found = [kinds[index] for index in sequence]
    present = set(found)
    own = "R" if level % 2 else "L"
    if not present.isdisjoint(_WEAK):
        _weak(found, before)
    if "ON" in found:
        _brackets(text, sequence, found, own, before)
    if not _NEUTRAL.isdisjoint(found):
        _neutral(found, own, before, after)
    for index, kind in zip(sequence, found, strict=True):
        kinds[index] = kind


def _weak(found: list[str], before: str) -> None:
    last = strong = before
    for place, kind in enumerate(found):
        if kind == "NSM":  # W1
            found[place] = "ON" if last in _AFTER_ISOLATE else last
        last = found[place]
        if last in {"L", "R", "AL"}:
            strong = last
        elif last == "EN" and strong == "AL":  # W2
            found[place] = "AN"
    _between_numbers(found)
    strong = before
    for place, kind in enumerate(found):
        if kind == "AL":  # W3
            found[place] = strong = "R"
        elif kind in {"ES", "ET", "CS"}:  # W6
            found[place] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            found[place] = "L"


def _between_numbers(found: list[str]) -> None:
    for place in range(1, len(found) - 1):  # W4
        one, kind, other = found[place - 1 : place + 2]
        if one == other and ((kind == "CS" and one in {"EN", "AN"}) or (kind == "ES" and one == "EN")):
            found[place] = one
    for begin, end in _stretches(found, frozenset({"ET"})):  # W5
        if "EN" in {*found[max(0, begin - 1) : begin], *found[end : end + 1]}:
            found[begin:end] = ["EN"] * (end - begin)


def _brackets(text: str, sequence: list[int], found: list[str], own: str, before: str) -> None:
    """N0: both brackets of a pair run as what stands between them."""
    for opening, closing in sorted(_pairs(text, sequence, found)):
        inside = {_DIRECTION.get(kind) for kind in found[opening + 1 : closing]} - {None}
        if not inside:
            continue
        direction = own
        if own not in inside:
            earlier = (_DIRECTION[kind] for kind in reversed(found[:opening]) if kind in _DIRECTION)
            # Of the other direction only where what came before is so too.
            direction = next(earlier, before)
        for place in (opening, closing):
            found[place] = direction
            # Marks on a bracket go with it.
            for mark in range(place + 1, len(found)):
                if bidi_class(text[sequence[mark]]) != "NSM":
                    break
                found[mark] = direction


def _pairs(text: str, sequence: list[int], found: list[str]) -> list[tuple[int, int]]:
    """BD16: places of the brackets that belong together; none where too many are open at once."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[int, int]] = []
    for place, index in enumerate(sequence):
        number = BRACKETS.get(text[index], 0) if found[place] == "ON" else 0
        if number > 0:
            if len(opened) == _MOST_BRACKETS:
                return []
            opened.append((number, place))
        elif number < 0:
            depth = next((d for d in range(len(opened) - 1, -1, -1) if opened[d][0] == -number), None)
            if depth is not None:
                pairs.append((opened[depth][1], place))
                del opened[depth:]
    return pairs


def _neutral(found: list[str], own: str, before: str, after: str) -> None:
    """N1, N2: between two of one direction as these, else as the sequence."""
    for begin, end in _stretches(found, _NEUTRAL):
        left = _DIRECTION[found[begin - 1]] if begin else before
        right = _DIRECTION[found[end]] if end < len(found) else after
        found[begin:end] = [left if left == right else own] * (end - begin)


def _stretches(found: list[str], wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Begin and end of everything that stands together in `wanted`."""
    begin = -1
    for place, kind in enumerate(found):
        if kind in wanted:
            begin = place if begin < 0 else begin
        elif begin >= 0:
            yield begin, place
            begin = -1
    if begin >= 0:
        yield begin, len(found)
