"""Advice beside one hand-written SQL statement over raw sqlite3 that gives the same services in the same order."""

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import raw_advice
from tests.benchmarks.counter import AT, a_desk, an_intake
from tests.benchmarks.measure import Row, in_turns
from tests.fictional import fictional_services
from wijkwijzer_desktop import bootstrap
from wijkwijzer_desktop.desk.advising import Advising
from wijkwijzer_desktop.devices.clock import public_holidays
from wijkwijzer_desktop.domain.service import Kind, Organization, Service, Step
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue

SIZES = (99, 500, 10_000, 300_000)
LIMIT = 3.0
GROWTH_FROM = 500
ROUNDS = {99: 200, 500: 200, 10_000: 60, 300_000: 9}
COUNTER = Service(
    "wijkwijzer-voorbeeld", "Voorbeeld", Organization("voorbeeld", "Voorbeeld"), Kind.COUNTER, "", (), Step.VOLUNTEER
)


def rows() -> Iterator[Row]:
    """One row for each size with the goal at 500, and one that compares how both grow."""
    found: dict[int, tuple[float, float]] = {}
    for size in SIZES:
        found[size] = ours, beside = _measure(size)
        yield Row(f"advice, {size} services", ours, beside, LIMIT if size == GROWTH_FROM else float("inf"))
    ours, beside = (found[SIZES[-1]][side] / found[GROWTH_FROM][side] for side in (0, 1))
    yield Row(f"advice, growth from {GROWTH_FROM} to {SIZES[-1]}", ours, beside, 1.0, unit="x")


def _measure(size: int) -> tuple[float, float]:
    services = tuple(fictional_services(size, seed=7))
    with tempfile.TemporaryDirectory(prefix="wijkwijzer-bench-") as folder:
        catalogue: StoredCatalogue = bootstrap.open_shelves(Path(folder))[0]
        catalogue.replace_all(services)
        pack, intake = a_desk().pack, an_intake()
        advising = Advising(pack, catalogue, public_holidays, COUNTER, "7544")
        raw = sqlite3.connect(Path(folder) / "raw.sqlite")
        raw_advice.fill(raw, services)
        raw_advice.fill_moment(raw, services, AT)
        statement, values = raw_advice.statement(pack, intake)
        advice = advising.advise(intake, AT)
        mine = [r.service.id for r in advice.recommendations] + [r.service.id for r in advice.activities]
        theirs = [row[0] for row in raw.execute(statement, values)]
        if mine != theirs:
            raise AssertionError(f"not the same answer over {size} services:\n{mine}\n{theirs}")
        measured = in_turns(lambda: advising.advise(intake, AT), lambda: raw.execute(statement, values).fetchall(), ROUNDS[size])
        raw.close()
        return measured
