"""Run in a process of its own, where a counter stands: visits one after the other, as the window would make them, while a courier
goes to and fro.

    python -m tests.cables.counter FOLDER SEED PACE

The first line that it prints says that it is open. On a line `look` it says how it stands; on `stop` it makes no more visits;
on `end` it ends. Frames are those of a screen, 60 a second: what a visitor does is done within them, what takes long in a thread,
and the longest time from one to the next is told. PACE: a visitor does something in each so-manieth of them.
"""

import itertools
import json
import os
import random
import select
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.cables.frames import Frames
from wijkwijzer_desktop.bootstrap import build_desk
from wijkwijzer_desktop.bootstrap.couriers import courier_of
from wijkwijzer_desktop.bootstrap.joining import open_outbox
from wijkwijzer_desktop.desk.central import Outbox
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.keeping import settle
from wijkwijzer_desktop.desk.ports import Tally
from wijkwijzer_desktop.desk.stage import Stage
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.outcome import Known, Outcome, Reply, cells_of
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.domain.referral import Advice
from wijkwijzer_desktop.domain.statistics import Counts
from wijkwijzer_desktop.events import hush
from wijkwijzer_desktop.logs import keep_log
from wijkwijzer_desktop.quiet import keep_nothing

# In visits: so often somebody says that an entry is wrong, and so often somebody comes back with a paper of so many visits ago.
FLAG, BACK, AGO = 7, 6, 12
# On the slip of nearly everybody, so that a number corrected there is looked for where it counts.
ENTRY = "stadsbank-oost-nederland"


class Kept:
    """What this counter has to count: all that the tally took, and no more."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self.counted: Counter[str] = Counter()

    def add(self, day: date, counter: str, counts: Counts) -> None:
        self._tally.add(day, counter, counts)
        self.counted.update({f"{cell.tallied}|{cell.key}": number for cell, number in counts.items()})


class Work:
    """Something that takes long, in a thread; the frames go on."""

    def __init__(self, do: Callable[[], object]) -> None:
        self._do = do
        self.made: object = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self.made = self._do()

    @property
    def done(self) -> bool:
        return not self._thread.is_alive()


class Visits:
    """One step of a visit in each frame. flags: how many were taken. faults: what failed, by name; nothing should."""

    def __init__(self, desk: Desk, seed: str) -> None:
        self.desk = desk
        self.kept = desk._counting._tally = Kept(desk._counting._tally)
        self._random = random.Random(seed)
        self._work: Work | None = None
        self._settled: object = None
        self._papers: list[tuple[str, str]] = []
        self.visits = self.flags = self.brought = 0
        self.faults: Counter[str] = Counter()
        self.slowest: tuple[float, str] = (0.0, "")

    def step(self, *, more: bool) -> bool:
        """False where nobody is here, and no more come."""
        visit = self.desk.visit
        if self._work is not None:
            if not self._work.done:
                return True
            made, self._work = self._work.made, None
            if isinstance(made, Advice):
                self._timed(visit.take_advice, made, visit.number)
            return True
        stage = visit.view.stage
        if stage is Stage.START:
            return self._begin() if more else False
        if stage is Stage.QUESTIONS:
            self._timed(self._answer)
        elif stage in {Stage.RESULTS, Stage.WHOLE} and visit.advice is None:
            self._work = Work(_Advise(self.desk, visit.intake))
        elif stage is Stage.DONE:
            self._leave()
        else:
            self._timed(visit.go_on)
        return True

    def settled(self) -> bool:
        """Tidies memory as the window does where nobody is, at first and after something newer was taken in use."""
        shelves, _ = self.desk.shelves
        if shelves is self._settled or self.desk.visit.view.stage is not Stage.START:
            return False
        settle()
        self._settled = shelves
        return True

    def _begin(self) -> bool:
        self._timed(self.desk.take_renewed)
        if self.visits % FLAG == FLAG - 1:
            self._work = Work(self._flag)
        elif self.visits % BACK == BACK - 1 and len(self._papers) > AGO:
            self._work = Work(self._bring_back)
        self._timed(self.desk.visit.start, "nl")
        return True

    def _answer(self) -> None:
        visit = self.desk.visit
        screen = visit.view.screen
        assert screen is not None
        for question in screen.questions:
            visit.answer(question.id, self._chosen(question))
        visit.next(screen.id)

    def _chosen(self, question: Question) -> frozenset[str]:
        return frozenset({self._random.choice(question.options).id})

    def _leave(self) -> None:
        visit = self.desk.visit
        referral = visit.referral
        if referral is not None and referral.steps:
            self._papers.append((visit.code, referral.steps[0].service.id))
        self._timed(self.desk.forget)
        self.visits += 1

    def _flag(self) -> None:
        try:
            self.desk.flag(ENTRY, FlagReason.NUMBER)
        except WijkwijzerError as error:
            self._failed("flag", error)
        else:
            self.flags += 1

    def _bring_back(self) -> None:
        code, service = self._papers.pop(0)
        reply = Reply(service, frozenset({Outcome.HELPED}))
        try:
            if self.desk.outcomes.look(code).state is Known.OPEN and self.desk.outcomes.tell(code, (reply,)).counted:
                self.brought += 1
                self.kept.counted.update(f"{cell.tallied}|{cell.key}" for cell in cells_of(reply))
        except WijkwijzerError as error:
            # Of a paper that isn't known here only the server could know.
            if error.data.get("reason") != "unreachable":
                self._failed("bring back", error)

    def _failed(self, what: str, error: WijkwijzerError) -> None:
        self.faults[f"{what}: {type(error).__name__} {error.data}"] += 1

    def _timed(self, do: Callable[..., object], *given: object) -> None:
        begun = time.perf_counter()
        do(*given)
        took = time.perf_counter() - begun
        if took > self.slowest[0]:
            self.slowest = (took, do.__name__)


class _Advise:
    def __init__(self, desk: Desk, intake: Intake) -> None:
        self._desk, self._intake = desk, intake

    def __call__(self) -> Advice:
        return self._desk.advise(self._desk.pack, self._intake, self._desk.clock.now())


class Counted:
    """The counter, frame by frame, until it is told to end."""

    def __init__(self, desk: Desk, visits: Visits, outbox: Outbox, pace: int) -> None:
        self._desk, self._visits, self._outbox, self._pace = desk, visits, outbox, pace
        self._more = True
        self._input = b""
        self._frames = Frames()
        self._away: dict[str, None] = {}

    def run(self) -> None:
        for number in itertools.count():
            if not self._obey():
                return
            if number % self._pace == 0:
                self._visits.step(more=self._more)
            if self._visits.settled():
                # Nobody was here.
                self._frames.skip()
            self._note_standing()
            self._frames.next()

    def _note_standing(self) -> None:
        central = self._desk.central
        away = str(central.away) if central is not None else "alone"
        # The latest last.
        self._away.pop(away, None)
        self._away[away] = None

    def _obey(self) -> bool:
        if not select.select([0], [], [], 0)[0]:
            return True
        read = os.read(0, 4096)
        *lines, self._input = (self._input + read).split(b"\n")
        for line in lines:
            self._more = self._more and line == b"look"
            if line != b"end":
                tell(self.told())
                # That was for the test, not for a visitor.
                self._frames.skip()
        return bool(read) and b"end" not in lines

    def told(self) -> dict[str, object]:
        """See `Told` in `counters.py`."""
        visits = self._visits
        # Between two looks, so that what was slow can be told from what came after.
        slowest, visits.slowest = visits.slowest, (0.0, "")
        away, self._away = list(self._away), {}
        entry = self._desk.entry(ENTRY)
        return {
            "visits": visits.visits,
            "flags": visits.flags,
            "brought": visits.brought,
            "faults": dict(visits.faults),
            "counted": dict(visits.kept.counted),
            "gap": self._frames.longest(),
            "slowest": slowest,
            "away": away,
            "waiting": self._outbox.waiting(),
            "phones": [phone.number for phone in entry.phones] if entry is not None else [],
            "idle": self._desk.visit.view.stage is Stage.START and not self._desk._counting._writing,
        }


def tell(told: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def main(folder: Path, seed: str, pace: int) -> int:
    keep_nothing()
    keep_log(folder)
    hush()
    desk = build_desk(folder)
    courier = courier_of(desk, folder)
    assert courier is not None
    counted = Counted(desk, Visits(desk, seed), open_outbox(folder), pace)
    courier.start()
    tell(counted.told())
    counted.run()
    courier.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
