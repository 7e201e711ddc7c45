"""Print the figures, one block for each number of counters."""

import asyncio
import sys
import time
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.fictional import fictional_services
from tests.scale.counters import Counter, together
from tests.scale.filling import EACH, EDITOR, SEED, Filled, a_filled_server, coming_in, counters_of
from tests.scale.load import load_of
from wijkwijzer_desktop.domain.editing import How
from wijkwijzer_desktop.storage.central.reading import PostgresServer
from wijkwijzer_desktop.storage.shared import open_shared
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

SIZES = (12, 120, 1200, 4104)
MIB = 2**20
WAIT = 900.0
CORRECTED = next(fictional_services(1, seed=SEED)).id
DAYS, WORKING_DAYS, PARCELS = 20, 250, 4
ROUNDS = 10
TIMES = 200
EDITS = 20


def say(what: str, figure: str) -> None:
    """One line."""
    sys.stdout.write(f"  {what:<66} {figure}\n")
    sys.stdout.flush()


async def measured(filled: Filled, what: str, count: int, work: Coroutine[Any, Any, object]) -> None:
    """What it costs the server, all together and each."""
    before, began = load_of(filled.postmaster), time.perf_counter()
    await work
    seconds, used = time.perf_counter() - began, load_of(filled.postmaster).cpu - before.cpu
    say(what, f"{seconds:7.2f} s wall   {used:7.2f} s of a core   {used / count * 1000:7.2f} ms each")


def correct(filled: Filled, municipality: str, name: str) -> float:
    """An editor gives one entry another name; when that was committed."""
    engine = open_shared(filled.address(municipality, EDITOR))
    workbench = StoredWorkbench(engine)
    kept = workbench.read(CORRECTED)
    assert kept is not None
    workbench.save(replace(kept.service, name=name), kept.version, How.EDITED)
    done = time.perf_counter()
    engine.dispose()
    return done


async def correction(filled: Filled, counters: list[Counter], municipalities: tuple[str, ...], what: str) -> None:
    """Corrected in these; how long until all who listen have it."""
    listening = [asyncio.create_task(counter.follow(WAIT)) for counter in counters]
    await asyncio.sleep(0)
    before = load_of(filled.postmaster).cpu
    committed = [await asyncio.to_thread(correct, filled, name, f"Naam {time.time()}") for name in municipalities]
    here = await asyncio.gather(*listening)
    used = load_of(filled.postmaster).cpu - before
    missed = sum(1 for moment in here if not moment)
    slowest = max(here) - (committed[0] if len(committed) == 1 else committed[-1])
    say(what, f"last after {slowest:6.2f} s; server {used / len(counters) * 1000:6.2f} ms a counter; {missed} missed")


async def polls(counters: list[Counter]) -> None:
    """Each ten times, one after the other."""
    for _ in range(ROUNDS):
        await together(counter.look() for counter in counters)


async def connected(filled: Filled) -> None:
    """All counters with a connection of their own."""
    empty = load_of(filled.postmaster)
    counters = {m: [Counter(filled, m, name) for name in counters_of(EACH)] for m in filled.municipalities}
    all_ = [counter for some in counters.values() for counter in some]
    try:
        await measured(filled, "everybody connects (no TLS, no password)", len(all_), together(c.come() for c in all_))
        there = load_of(filled.postmaster)
        say(
            "memory of the server",
            f"{there.memory / MIB:8.0f} MiB, {(there.memory - empty.memory) / len(all_) / MIB:.2f} MiB each",
        )
        await measured(filled, "everybody asks ten times (polls)", len(all_) * ROUNDS, polls(all_))
        first = filled.municipalities[0]
        await correction(filled, counters[first], (first,), "a correction in one municipality, at its twelve counters")
        await correction(filled, all_, filled.municipalities, "one in each municipality, at all, after the last was saved")
        await measured(
            filled, "everybody delivers the counts of five visits", len(all_), together(c.deliver("2026-11-23") for c in all_)
        )
    finally:
        await together(c.leave() for c in all_)


async def whole(filled: Filled) -> None:
    """What a counter fetches that has nothing yet."""
    with TemporaryDirectory() as folder:
        link = PostgresServer(filled.address(filled.municipalities[0], "c0")).link()

        async def fetch() -> None:
            for number in range(ROUNDS):
                await asyncio.to_thread(link.fetch, None, Path(folder) / f"{number:08}.sqlite")

        await measured(filled, "a whole snapshot, ten times", ROUNDS, fetch())
        link.close()
        say("the file that it makes", f"{largest(Path(folder)) / MIB:8.1f} MiB")


async def year(filled: Filled) -> None:
    """How much one municipality adds in a year, from some days of it."""
    name = filled.municipalities[0]
    before = size(filled)
    counters = [Counter(filled, name, counter) for counter in counters_of(EACH)]
    await together(c.come(listens=False) for c in counters)
    for day in range(DAYS):
        for _ in range(PARCELS):
            await together(c.deliver(f"2026-10-{day + 1:02}") for c in counters)
    await together(c.leave() for c in counters)
    counted = size(filled)
    for number in range(EDITS):
        await asyncio.to_thread(correct, filled, name, f"Naam {number}")
    edited = size(filled)
    say("counts of a year, from twenty days of 240 visits", f"{(counted - before) / DAYS * WORKING_DAYS / MIB:8.1f} MiB")
    say("history of 5,000 edits, from twenty", f"{(edited - counted) / EDITS * 5000 / MIB:8.1f} MiB")
    say("the catalogues of all municipalities now", f"{before / MIB:8.0f} MiB")


def largest(folder: Path) -> int:
    """Of its files, in bytes."""
    return max(path.stat().st_size for path in folder.iterdir())


def size(filled: Filled) -> int:
    """Of the whole database, in bytes."""
    filled.server.run("VACUUM", filled.database)
    return int(filled.server.run(f"SELECT pg_database_size('{filled.database}')"))


def main() -> int:
    """Sizes on the command line; none means all."""
    say("a computer comes in over TLS with a password", f"{coming_in(TIMES) * 1000:7.2f} ms of a core")
    for counters in map(int, sys.argv[1:] or map(str, SIZES)):
        began = time.perf_counter()
        with a_filled_server(counters) as filled:
            sys.stdout.write(f"{counters} counters in {len(filled.municipalities)} municipalities\n")
            say("made and filled", f"{time.perf_counter() - began:7.1f} s")
            asyncio.run(connected(filled))
            asyncio.run(whole(filled))
            asyncio.run(year(filled))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
