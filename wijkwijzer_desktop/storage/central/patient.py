"""A connection that waits for an answer as long as it must, and no longer: neither a cable that was cut nor a server that says
nothing any more holds anybody up for good."""

import logging
from collections.abc import Generator
from contextlib import suppress
from time import monotonic
from typing import Any, TypeVar

from psycopg import Connection, Error, OperationalError

_Value = TypeVar("_Value")

SILENCE_SECONDS = 10.0
# How soon is noticed that nobody wants the answer any more.
_GLANCE_SECONDS = 0.1
_NO_ANSWER = "no answer"
# It tells of connections that broke, in words of its own; whoever works with one tells that in ours.
logging.getLogger("psycopg").setLevel(logging.CRITICAL)


class PatientConnection(Connection[tuple[Any, ...]]):
    """May be told from any thread that its answers aren't wanted any more. Raises OperationalError for either."""

    # Whether something must come: while waiting for news nothing need.
    expects = True
    leaving = False

    def refuse_if_left(self) -> None:
        """Raises OperationalError."""
        if self.leaving:
            raise OperationalError(_NO_ANSWER)

    def wait(self, gen: Any, interval: float = _GLANCE_SECONDS, timeout: float | None = None) -> Any:
        """The way in which psycopg waits for all but the connection itself."""
        return super().wait(self._heard(gen), min(interval, _GLANCE_SECONDS), timeout)

    def _heard(self, gen: Generator[Any, Any, _Value]) -> Generator[Any, Any, _Value]:
        heard = monotonic()
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if ready:
                    heard = monotonic()
                if self.leaving or (self.expects and monotonic() - heard > SILENCE_SECONDS):
                    self._give_up(gen)
                wanted = gen.send(ready)
        except StopIteration as end:
            value: _Value = end.value
            return value

    def _give_up(self, gen: Generator[Any, Any, Any]) -> None:
        # Whatever still waits inside is to find nothing to wait for.
        self.pgconn.finish()
        with suppress(Error):
            gen.close()
        raise OperationalError(_NO_ANSWER)
