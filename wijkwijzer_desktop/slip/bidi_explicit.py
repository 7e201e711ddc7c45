"""The bidirectional algorithm's outer rules: what embeddings, overrides and isolates ask for (BD9, P2, P3, X1 to X9)."""

# Level of a character that draws nothing and has no place (X9).
REMOVED = 255
DEEPEST = 125

ISOLATES = frozenset({"LRI", "RLI", "FSI"})
# With what each puts in place of the classes inside it.
_EMBEDDINGS = {"LRE": "", "RLE": "", "LRO": "L", "RLO": "R"}
TAKEN_OUT = frozenset({*_EMBEDDINGS, "PDF", "BN"})


def isolate_ends(classes: list[str]) -> dict[int, int]:
    """BD9: for each isolate initiator its PDI, where it has one."""
    ends: dict[int, int] = {}
    if "PDI" not in classes:
        return ends
    opened: list[int] = []
    for index, kind in enumerate(classes):
        if kind in ISOLATES:
            opened.append(index)
        elif kind == "PDI" and opened:
            ends[opened.pop()] = index
    return ends


def first_strong(classes: list[str], ends: dict[int, int], begin: int, end: int) -> int:
    """P2, P3: 1 where the first letter runs from the right, else 0; what is isolated doesn't count."""
    index = begin
    while index < end:
        kind = classes[index]
        if kind in {"L", "R", "AL"}:
            return int(kind != "L")
        index = ends.get(index, end) if kind in ISOLATES else index
        index += 1
    return 0


def explicit_levels(classes: list[str], ends: dict[int, int], base: int) -> tuple[list[int], list[str]]:
    """X1 to X8: the level of each character, REMOVED for what X9 takes out; and the classes, with overrides put in place."""
    kinds = classes[:]
    if ISOLATES.isdisjoint(classes) and TAKEN_OUT.isdisjoint(classes):
        return [base] * len(classes), kinds
    levels: list[int] = []
    opened = _Opened(base)
    for index, kind in enumerate(classes):
        if kind == "PDI":
            opened.close_isolate()
        elif kind == "PDF":
            opened.close_embedding()
        level, override, _ = opened.stack[-1]
        if kind in TAKEN_OUT:
            levels.append(REMOVED)
        else:
            levels.append(base if kind == "B" else level)
            kinds[index] = override if override and kind != "B" else kind
        if kind == "FSI":  # X5c
            strong = first_strong(classes, ends, index + 1, ends.get(index, len(classes)))
            opened.open("RLI" if strong else "LRI")
        elif kind in ISOLATES or kind in _EMBEDDINGS:
            opened.open(kind)
    return levels, kinds


class _Opened:
    """What is open at a place in the text, and how much was too deep to be opened."""

    def __init__(self, base: int) -> None:
        # Level, override, and whether it is an isolate.
        self.stack = [(base, "", False)]
        self._isolates = 0
        self._isolates_too_deep = 0
        self._embeddings_too_deep = 0

    def open(self, kind: str) -> None:
        level = self.stack[-1][0]
        deeper = (level + 1) | 1 if kind[0] == "R" else (level + 2) & ~1
        isolate = kind in ISOLATES
        if deeper <= DEEPEST and not self._isolates_too_deep and not self._embeddings_too_deep:
            self.stack.append((deeper, _EMBEDDINGS.get(kind, ""), isolate))
            self._isolates += isolate
        elif isolate:
            self._isolates_too_deep += 1
        elif not self._isolates_too_deep:
            self._embeddings_too_deep += 1

    def close_isolate(self) -> None:
        """X6a."""
        if self._isolates_too_deep:
            self._isolates_too_deep -= 1
        elif self._isolates:
            self._embeddings_too_deep = 0
            while not self.stack[-1][2]:
                self.stack.pop()
            self.stack.pop()
            self._isolates -= 1

    def close_embedding(self) -> None:
        """X7."""
        if self._isolates_too_deep:
            return
        if self._embeddings_too_deep:
            self._embeddings_too_deep -= 1
        elif not self.stack[-1][2] and len(self.stack) > 1:
            self.stack.pop()
