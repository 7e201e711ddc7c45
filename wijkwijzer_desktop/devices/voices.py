"""The computer's voice as the desk knows it.

Speech services hang: without a sound device, in a driver, in a socket. So a process of our own speaks, in a group of its
own; every order has a time by which it must be answered, and who doesn't answer is killed and started anew. What is said
goes through a pipe only. After a visit in which something was said the process is killed too: nothing of it stays there.
"""

import queue
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from time import monotonic
from typing import Any

from wijkwijzer_desktop.desk.ports import Listener
from wijkwijzer_desktop.devices.voices_child import Child, usual_command
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.settings import VOICE_OFF

CLOSE_SECONDS = 2.0
# The number that being ready is awaited by.
START = 0


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds until it counts as hanging. start: until it can speak. stop: until it is silent. say, character: an utterance
    may take so long, and so much more for each character. tries: how often it may hang, die or not start with no order answered
    in between, before it is left alone until the next visit."""

    start: float = 20.0
    stop: float = 2.0
    say: float = 5.0
    character: float = 0.25
    tries: int = 3


@dataclass(frozen=True, slots=True)
class _Say:
    number: int
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class _Stop:
    number: int


@dataclass(frozen=True, slots=True)
class _Heard:
    """what: None where the process has ended."""

    child: Child
    what: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class _Open:
    listener: Listener


@dataclass(frozen=True, slots=True)
class _Forget:
    pass


@dataclass(frozen=True, slots=True)
class _Close:
    pass


_Order = _Say | _Stop | _Heard | _Open | _Forget | _Close


class SystemVoices:
    """A Speaker. All work is done in one thread, an order at a time; the others only put orders in its queue.

    mode: of the settings. command: how the process is started, for tests.
    """

    def __init__(self, mode: str, command: tuple[str, ...] = (), patience: Patience | None = None) -> None:
        self._command = command or usual_command(mode)
        self._patience = patience or Patience()
        self._orders: queue.SimpleQueue[_Order] = queue.SimpleQueue()
        self._numbers = count(START + 1)
        self._thread: threading.Thread | None = None
        self._listener: Listener | None = None
        self._child: Child | None = None
        # Number of an order, and when its answer must be there.
        self._due: dict[int, float] = {}
        self._utterances: set[int] = set()
        self._voices: frozenset[str] = frozenset()
        self._may_speak = True
        self._has_spoken = False
        self._hung = 0
        self._open = False

    def open(self, listener: Listener) -> None:
        """Start it, in the background. Where it is open already only the listener is another; after `close` it begins anew."""
        if self._thread is None or not self._thread.is_alive():
            # What was asked while nobody worked is asked no more.
            self._orders = queue.SimpleQueue()
            self._open = True
            self._thread = threading.Thread(target=self._work, daemon=True)
            self._thread.start()
        self._orders.put(_Open(listener))

    def languages(self) -> frozenset[str]:
        """Codes of what the process has a voice for, as far as it has told."""
        return self._voices if self._may_speak else frozenset()

    @property
    def hangs(self) -> bool:
        """Whether it hung, died or didn't start, and has answered no order since."""
        return self._hung > 0

    def say(self, language: str, text: str) -> int:
        """Put it in the queue."""
        number = next(self._numbers)
        self._orders.put(_Say(number, language, text))
        return number

    def stop(self) -> None:
        """Put it in the queue."""
        self._orders.put(_Stop(next(self._numbers)))

    def forget(self) -> None:
        """Put it in the queue."""
        self._orders.put(_Forget())

    def close(self) -> None:
        """Kill the process and wait until it is gone, two seconds at most."""
        if self._thread is not None and self._thread.is_alive():
            self._orders.put(_Close())
            self._thread.join(CLOSE_SECONDS)

    # In the thread

    def _work(self) -> None:
        while self._open:
            try:
                # No variable holds it: what was said must not stay here until the next order.
                self._do(self._orders.get(timeout=self._seconds_left()))
            except (queue.Empty, OSError, ValueError, TypeError, LookupError):
                # It hangs, or talks nonsense; this thread goes on.
                self._failed()

    def _seconds_left(self) -> float | None:
        return max(0.0, min(self._due.values()) - monotonic()) if self._due else None

    def _do(self, order: _Order) -> None:
        match order:
            case _Say():
                self._say(order)
            case _Stop() if self._child is not None:
                self._child.tell(do="stop", number=order.number)
                self._await(order.number, self._patience.stop)
            case _Heard() if order.child is self._child:
                self._heard(order.what)
            case _Open():
                self._opened(order.listener)
            case _Forget():
                self._forget()
            case _Close():
                self._open = False
                self._kill()

    def _opened(self, listener: Listener) -> None:
        self._listener = listener
        if self._child is None:
            self._hung = 0
            self._start()
        elif START not in self._due:
            self._tell_known()

    def _say(self, order: _Say) -> None:
        if self._child is None:
            self._tell_ended(order.number, spoken=False)
            return
        self._has_spoken = True
        self._utterances.add(order.number)
        self._await(order.number, self._patience.say + self._patience.character * len(order.text))
        self._child.tell(do="say", number=order.number, language=order.language, text=order.text)

    def _await(self, number: int, seconds: float) -> None:
        # Who is still starting has that time too.
        self._due[number] = max(monotonic(), self._due.get(START, 0.0)) + seconds

    def _heard(self, what: Mapping[str, Any] | None) -> None:
        if what is None:
            self._failed()
        elif "voices" in what:
            self._started()
            self._found(frozenset(what["voices"]))
        elif "headphones" in what:
            self._plugged(may_speak=bool(what["headphones"]))
        elif "done" in what:
            number, spoken = int(what["done"]), bool(what["spoken"])
            if self._due.pop(number, None) is not None:
                self._hung = 0
            if number in self._utterances:
                self._utterances.discard(number)
                self._tell_ended(number, spoken=spoken)

    def _failed(self) -> None:
        """It hangs, has died, or could not be started."""
        self._hung += 1
        note(Event.VOICE_FAILED, times=self._hung)
        self._kill()
        if not self._open:
            return
        if self._hung < self._patience.tries:
            self._start()
        else:
            self._know(frozenset())

    def _forget(self) -> None:
        if self._child is None:
            # The next visitor may find what hung in order again: one try.
            if self._hung:
                self._start()
        elif self._has_spoken:
            self._kill()
            self._start()

    def _start(self) -> None:
        try:
            self._child = Child(self._command, self._put_heard)
        except OSError:
            self._failed()
            return
        self._due[START] = monotonic() + self._patience.start

    def _kill(self) -> None:
        self._due.clear()
        self._has_spoken = False
        child, self._child = self._child, None
        if child is not None:
            child.kill()
        for number in sorted(self._utterances):
            self._tell_ended(number, spoken=False)
        self._utterances.clear()

    def _put_heard(self, child: Child, what: Mapping[str, Any] | None) -> None:
        self._orders.put(_Heard(child, what))

    def _started(self) -> None:
        # What was asked of it meanwhile is begun only now.
        early = self._due.pop(START, monotonic()) - monotonic()
        self._due = {number: due - early for number, due in self._due.items()}

    def _found(self, voices: frozenset[str]) -> None:
        if not voices:
            # It answered, and has nothing to do: nobody looks again.
            self._hung = 0
            self._kill()
        self._know(voices)

    def _know(self, voices: frozenset[str]) -> None:
        self._voices = voices
        self._tell_known()

    def _plugged(self, *, may_speak: bool) -> None:
        if may_speak is not self._may_speak:
            self._may_speak = may_speak
            self._tell_known()

    def _tell_known(self) -> None:
        if self._listener is not None:
            self._listener.voices_known()

    def _tell_ended(self, number: int, *, spoken: bool) -> None:
        if self._listener is not None:
            self._listener.ended(number, spoken=spoken)


class _Waiting:
    """A Listener for who has nothing else to do."""

    def __init__(self) -> None:
        self.known = threading.Event()

    def voices_known(self) -> None:
        self.known.set()

    def ended(self, number: int, *, spoken: bool) -> None:
        """Nothing is said."""


def voices_here(command: tuple[str, ...] = (), patience: Patience | None = None) -> frozenset[str] | None:
    """The languages that this computer has a voice for; None if it doesn't answer. Blocks, for as long as patience has it."""
    patience = patience or Patience(tries=1)
    voices, waiting = SystemVoices(VOICE_OFF, command, patience), _Waiting()
    voices.open(waiting)
    answered = waiting.known.wait(patience.start + CLOSE_SECONDS)
    found = voices.languages()
    voices.close()
    return found if answered and not voices.hangs else None
