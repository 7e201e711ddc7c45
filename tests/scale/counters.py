"""Counters as the server sees them: they listen, ask what is published, fetch what changed, and deliver counts."""

import asyncio
import json
import time
from collections.abc import Iterable

import psycopg

from tests.scale.filling import Filled
from wijkwijzer_desktop.domain.central import Part
from wijkwijzer_desktop.storage.central import fetching
from wijkwijzer_desktop.storage.central.choices import asked, touched_choices

CELLS = 40
STREAM = "0123456789abcdef"


class Counter:
    """One connection, as the courier of a counter has it."""

    def __init__(self, filled: Filled, municipality: str, name: str) -> None:
        self._words = filled.words(municipality, name)
        self._municipality = municipality
        self._name = name
        self._number = 0
        self._horizon = ""
        self.version = 0
        self.connection: psycopg.AsyncConnection[tuple[object, ...]] | None = None

    async def come(self, *, listens: bool = True) -> None:
        """Connect; what is published now is known."""
        self.connection = await psycopg.AsyncConnection.connect(self._words, autocommit=True)
        await self.connection.execute("SET ROLE wijkwijzer_counter")
        if listens:
            await self.connection.execute(f"LISTEN wijkwijzer_{self._municipality}".encode())
        await self.look()

    async def leave(self) -> None:
        """Let the connection go."""
        if self.connection is not None:
            await self.connection.close()

    async def look(self) -> bool:
        """What a poll costs: whether there is another version."""
        connection = self._there
        async with connection.pipeline(), connection.transaction():
            revision = await connection.execute(fetching._REVISION)
            states = await connection.execute(fetching._STATES, [list(Part)])
            moment = await connection.execute(fetching._MOMENT)
            await revision.fetchall()
            versions = {str(part): int(str(version)) for part, version, _ in await states.fetchall()}
            row = await moment.fetchone()
        known, self.version = self.version, versions.get(Part.CATALOGUE, 0)
        if row is not None and not self._horizon:
            self._horizon = str(row[0])
        return self.version != known

    async def fetch(self) -> int:
        """What changed since it was last known: how many rows came."""
        connection, count = self._there, 0
        async with connection.transaction():
            async with connection.pipeline():
                moment = await connection.execute(fetching._MOMENT)
                touched = await connection.execute(fetching._TOUCHED, [self._horizon, fetching.MANY])
                row = await moment.fetchone()
                keys = [(str(kind), str(key)) for kind, key in await touched.fetchall()]
            async with connection.pipeline():
                cursors = [
                    await connection.execute(asked(c.table, c.column, others=c.others), [list(c.keys)] if c.column else None)
                    for c in touched_choices(keys) or ()
                ]
                for cursor in cursors:
                    count += len(await cursor.fetchall())
        if row is not None:
            self._horizon = str(row[0])
        return count

    async def follow(self, seconds: float) -> float:
        """Wait for news, fetch it, and say when (by the clock of this process) it was here; 0.0 where none came."""
        news = [notice async for notice in self._there.notifies(timeout=seconds, stop_after=1)]
        if not news:
            return 0.0
        await self.look()
        await self.fetch()
        return time.perf_counter()

    async def deliver(self, day: str) -> None:
        """The counts of five visits."""
        self._number += 1
        cells = [["advised", f"dienst-{n:05}", 1 + n % 4] for n in range(CELLS)]
        body = json.dumps({"day": day, "counter": self._name, "cells": cells})
        await self._there.execute("SELECT central_deliver(%s, %s, 'counts', %s::jsonb)", [STREAM, self._number, body])

    @property
    def _there(self) -> psycopg.AsyncConnection[tuple[object, ...]]:
        assert self.connection is not None
        return self.connection


async def together(works: Iterable[object], at_once: int = 50) -> list[object]:
    """All of these coroutines, so many at a time."""
    gate = asyncio.Semaphore(at_once)

    async def one(work: object) -> object:
        async with gate:
            return await work  # type: ignore[misc]

    return list(await asyncio.gather(*map(one, works)))
