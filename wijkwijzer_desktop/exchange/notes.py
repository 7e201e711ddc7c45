"""What a reader has to say about a file: what it put right, what it left out, and where that stands."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from wijkwijzer_desktop.domain.errors import Finding

# As many as anybody can look through; how many more there are is said.
MAX_FINDINGS = 5000
SHOWN = 80


@dataclass(frozen=True, slots=True)
class Place:
    """file: as the findings name it. line: from 1, 0 if unknown. item: id of the entry, "" if unknown."""

    file: str
    line: int = 0
    item: str = ""

    def finding(self, code: str, **data: str | int) -> Finding:
        """What is wrong here. data: what its words need."""
        return Finding(code, self.file, self.line, self.item, tuple((key, str(value)) for key, value in data.items()))


class FileRefusedError(ValueError):
    """A file of which nothing can be read. finding: why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def shown(value: object) -> str:
    """Something found in a file, as short as a message can bear."""
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


class Notes:
    """Collects findings while a file is read. The same said twice of the same place is one."""

    def __init__(self) -> None:
        self._repaired: dict[Finding, None] = {}
        self._refused: dict[Finding, None] = {}
        self._tallies: Counter[tuple[str, str, tuple[tuple[str, str], ...]]] = Counter()
        self._more: Counter[str] = Counter()
        self._is_hushed = False

    @contextmanager
    def hushed(self) -> Iterator[None]:
        """Repairs and tallies inside aren't noted: what they are about is thrown away."""
        before, self._is_hushed = self._is_hushed, True
        try:
            yield
        finally:
            self._is_hushed = before

    def repair(self, code: str, place: Place, **data: str | int) -> None:
        """Something was wrong here and was put right, or set aside."""
        if not self._is_hushed:
            self._put(self._repaired, "repaired", place, place.finding(code, **data))

    def refuse(self, code: str, place: Place, **data: str | int) -> None:
        """Something here was left out."""
        self._put(self._refused, "refused", place, place.finding(code, **data))

    def tally(self, code: str, file: str, **data: str) -> None:
        """Something that would be said of every row is said of the file, with how often."""
        if not self._is_hushed:
            self._tallies[code, file, tuple(data.items())] += 1

    def _put(self, findings: dict[Finding, None], which: str, place: Place, finding: Finding) -> None:
        # Refused entries must all be known by id; of those there are no more than entries.
        if len(findings) < MAX_FINDINGS or (which == "refused" and place.item):
            findings[finding] = None
        else:
            self._more[which] += 1

    @property
    def repaired(self) -> tuple[Finding, ...]:
        counted = (
            Finding(code, file, data=(*data, ("count", str(count)))) for (code, file, data), count in self._tallies.items()
        )
        return (*self._repaired, *counted, *self._uncounted("repaired"))

    @property
    def refused(self) -> tuple[Finding, ...]:
        return (*self._refused, *self._uncounted("refused"))

    def _uncounted(self, which: str) -> tuple[Finding, ...]:
        count = self._more[which]
        return (Finding("more-findings", data=(("count", str(count)),)),) if count else ()
