"""Medians of both sides in the same run, taken in turns so that a noisy machine is noisy to both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ours, beside: in `unit`; beside None for an absolute limit."""

    what: str
    ours: float
    beside: float | None
    limit: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Ours beside the other, or the figure itself where the limit is absolute."""
        return self.ours if self.beside is None else self.ours / self.beside

    @property
    def words(self) -> str:
        """As printed."""
        beside = "" if self.beside is None else f"{self.beside:9.2f} {self.unit}"
        verdict = "ok" if self.ratio <= self.limit else "OVER"
        return f"{self.what:<52} {self.ours:9.2f} {self.unit} {beside:>14}   {self.ratio:7.2f} / {self.limit:g}  {verdict}"


def in_turns(ours: Callable[[], object], beside: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Medians in milliseconds; each side is called once before it counts."""
    ours()
    beside()
    mine, theirs = [], []
    for _ in range(rounds):
        mine.append(milliseconds(ours))
        theirs.append(milliseconds(beside))
    return statistics.median(mine), statistics.median(theirs)


def milliseconds(work: Callable[[], object]) -> float:
    """Wall-clock time of one call."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000
