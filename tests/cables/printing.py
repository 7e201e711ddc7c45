"""Run in a process of its own, where a counter stands: visits of one visitor after the other, and their slips printed, while a
courier goes to and fro.

    python -m tests.cables.printing FOLDER

See `asked.py`. What it prints goes where CUPS_SERVER says.
"""

import sys
from functools import partial
from pathlib import Path

from tests.cables.asked import obey, until
from tests.cables.counter import ENTRY, Kept
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap import build_desk
from wijkwijzer_desktop.bootstrap.couriers import courier_of
from wijkwijzer_desktop.bootstrap.joining import open_outbox
from wijkwijzer_desktop.content.personas import load_personas
from wijkwijzer_desktop.desk.central import Outbox
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.papers import compose_all, papers_of
from wijkwijzer_desktop.desk.stage import Stage
from wijkwijzer_desktop.events import hush
from wijkwijzer_desktop.logs import keep_log
from wijkwijzer_desktop.quiet import keep_nothing

# Of the invented residents one whose slip has ENTRY, at whatever hour.
WHO = "melek"


class Visitors:
    """All have the same answers."""

    def __init__(self, desk: Desk, outbox: Outbox) -> None:
        self._desk, self._outbox = desk, outbox
        self._kept = desk._counting._tally = Kept(desk._counting._tally)
        self._answers = next(one for one in load_personas(paths.content(), desk.pack) if one.id == WHO).visit.answers

    def come(self) -> None:
        """A visitor, as far as the advice."""
        desk, visit = self._desk, self._desk.visit
        desk.take_renewed()
        visit.start("nl")
        while (stage := visit.view.stage) is not Stage.RESULTS:
            screen = visit.view.screen
            if stage is not Stage.QUESTIONS or screen is None:
                visit.go_on()
                continue
            for question in screen.questions:
                if question.id in self._answers:
                    visit.answer(question.id, frozenset(self._answers[question.id].options))
            visit.next(screen.id)
        visit.take_advice(desk.advise(desk.pack, visit.intake, desk.clock.now()), visit.number)

    def print(self) -> int:
        """The slip of who is here, who then leaves: the number of the job. Raises PrinterError."""
        desk, visit = self._desk, self._desk.visit
        visit.go_on()
        papers = papers_of(visit)
        assert papers is not None
        paper = desk.all_to_paper(compose_all(desk, papers, desk.clock.now()))
        visit.go_on()
        job = desk.submit(paper, desk.settings.printer)
        desk.settle(job, desk.settings.printer)
        visit.paper_came = True
        visit.go_on()
        desk.forget()
        return job

    def leave(self) -> None:
        """Who is here, without a slip."""
        self._desk.forget()

    def look(self) -> dict[str, object]:
        """away: how it stands with the server. next: numbers of ENTRY that the next visitor gets. unwritten: visits that are
        only in memory. waiting: what the server doesn't have yet. counted: what there is to count, by kind and key."""
        desk, counting = self._desk, self._desk._counting
        entry = desk.shelves[1].catalogue.services((ENTRY,))[ENTRY]
        return {
            "away": str(desk.central.away) if desk.central is not None else "alone",
            "next": [phone.number for phone in entry.phones],
            "unwritten": max(counting._visits, int(counting._writing)),
            "waiting": self._outbox.waiting(),
            "counted": dict(self._kept.counted),
        }


def main(folder: Path) -> int:
    keep_nothing()
    keep_log(folder)
    hush()
    desk = build_desk(folder)
    courier = courier_of(desk, folder)
    assert courier is not None
    visitors = Visitors(desk, open_outbox(folder))
    courier.start()
    does = (visitors.come, visitors.print, visitors.leave, visitors.look)
    obey({do.__name__: do for do in does} | {"until": partial(until, visitors.look)})
    courier.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
