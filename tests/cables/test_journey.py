"""Two counters and an editor, each in a process and a network of their own: a number is corrected, the cables are cut, and all
adds up when they are whole again."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cables.asked import Asked, RefusedError, start
from tests.cables.conftest import Places
from tests.cables.counters import Central
from tests.cups import PrintServer
from tests.slip.reading import dutch_in
from wijkwijzer_desktop.desk.counting import VISITS_AT_ONCE

pytestmark = [pytest.mark.cups, pytest.mark.xdist_group("cables"), pytest.mark.timeout(180)]

OLD, NEW, NEWEST = NUMBERS = "088 766 36 66", "088 766 36 98", "088 766 36 99"


@dataclass(slots=True)
class PrintingCounter:
    """A counter with a printer. visits: that came to their end."""

    program: Asked
    cups: PrintServer
    queue: str
    visits: int = 0

    def come(self) -> None:
        """A visitor, as far as the advice."""
        self.program.ask("come")

    def print(self) -> list[str]:
        """Which of the numbers stand on the slip of who is here, as it came out of the printer."""
        job = self.program.ask("print")
        self.visits += 1
        words = dutch_in(self.cups.paper(self.queue, job))
        return [number for number in NUMBERS if number in words]

    def next_slip(self) -> list[str]:
        """The same of the next visitor."""
        self.come()
        return self.print()

    def others(self, count: int) -> None:
        """So many more visitors, who take no slip."""
        for _ in range(count):
            self.come()
            self.program.ask("leave")
        self.visits += count

    def until(self, what: str, value: object) -> None:
        """As soon as it is so."""
        assert self.program.ask("until", what, value)[what] == value

    def look(self) -> Any:
        """How it is now."""
        return self.program.ask("look")


@dataclass(frozen=True, slots=True)
class Three:
    """All that share the server."""

    first: PrintingCounter
    second: PrintingCounter
    editor: Asked

    @property
    def counters(self) -> tuple[PrintingCounter, PrintingCounter]:
        return self.first, self.second

    def cables(self, manner: str) -> None:
        """From now on all in this manner."""
        for program in (self.first.program, self.second.program, self.editor):
            program.place.cable.to(manner)


@pytest.fixture
def three(central: Central, places: Places, cups: PrintServer, tmp_path: Path) -> Iterator[Three]:
    *at, beside = places(3)
    begun: list[Asked] = []
    for number, place in enumerate(at):
        folder, queue = tmp_path / f"balie-{number}", cups.queue(f"Kabel_{number}")
        folder.mkdir()
        (folder / "settings.toml").write_text(f'printer = "{queue}"\n', encoding="utf-8")
        address = central.add(f"balie-{number}")
        # There is no way to it by a network.
        begun.append(start(place, "tests.cables.printing", folder, address, CUPS_SERVER=str(cups.socket)))
    # Here nobody waits longer than that for a server that says nothing.
    address = f"{central.add('kantoor', 'editor')}&connect_timeout=2"
    begun.append(start(beside, "tests.cables.editor", tmp_path / "kantoor", address))
    for program in begun:
        program.hear()
    first, second = (PrintingCounter(program, cups, f"Kabel_{number}") for number, program in enumerate(begun[:2]))
    yield Three(first, second, begun[2])
    for program in begun:
        with suppress(BrokenPipeError):
            program.end()


def test_a_number_is_corrected_the_cables_are_cut_and_all_adds_up(central: Central, three: Three) -> None:
    first, second, editor = three.first, three.second, three.editor
    for counter in three.counters:
        counter.until("away", "None")
        counter.until("next", [OLD])

    # Somebody is here while the number is corrected.
    first.come()
    editor.ask("type", NEW)
    version = editor.ask("save")
    for counter in three.counters:
        counter.until("next", [NEW])
    assert first.print() == [OLD]
    assert [counter.next_slip() for counter in three.counters] == [[NEW], [NEW]]

    assert editor.ask("until", "fetched", [NEW])["shown"] == [NEW]

    # This one has begun when the cable is cut, and has more to count than is kept in memory.
    first.others(VISITS_AT_ONCE - first.visits - 1)
    first.come()
    three.cables("cut")
    # Its connection breaks too: nobody has to wait until that is found out.
    editor.place.hang_up()
    editor.ask("type", NEWEST)
    editor.begin("save")
    assert first.print() == [NEW]
    first.until("waiting", 2)
    assert second.next_slip() == [NEW]
    with pytest.raises(RefusedError) as refused:
        editor.hear()
    assert (refused.value.name, refused.value.data) == ("CentralAwayError", {"away": "unreachable"})
    # Nothing is lost, and all can be looked at.
    assert editor.ask("look") == {"typed": [NEWEST], "shown": [NEW], "fetched": [NEW], "version": version}
    assert central.counted() == {}

    three.cables("pass")
    assert editor.ask("save") == version + 1
    assert editor.ask("history")[:2] == [[NEWEST], [NEW]]
    for counter in three.counters:
        counter.until("next", [NEWEST])
        assert counter.next_slip() == [NEWEST]
    total: Counter[str] = Counter()
    for counter in three.counters:
        # What is counted is written for some visits at once.
        counter.others(-counter.visits % VISITS_AT_ONCE)
        counter.until("unwritten", 0)
        counter.until("waiting", 0)
        total.update(counter.look()["counted"])
    assert sum(count for cell, count in total.items() if cell.startswith("reached|")) == first.visits + second.visits
    assert central.counted() == total
