"""The questions while what counters share can't be reached."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.desk.draft_fakes import MemorySources, shipped_catalogue, shipped_texts
from tests.ui.conftest import MakeDriver
from tests.ui.staff.questions.test_questions_panel import Editing
from tests.ui.staff.sharing import FakeServer
from wijkwijzer_desktop.bootstrap import advise_over
from wijkwijzer_desktop.desk.counters import CountersDoor
from wijkwijzer_desktop.desk.office import Office, Shared
from wijkwijzer_desktop.desk.publishing import PublishingDoor
from wijkwijzer_desktop.desk.reach import Ends, Reaching
from wijkwijzer_desktop.desk.shared_shelves import SharedSources

TYPED = "Kunt u elke maand alles betalen?"
AWAY = "Geen verbinding met de gemeente. Probeer het later nog eens."


class SharedEditing(Editing):
    """server: where the draft lies that all editors share."""

    server: FakeServer

    def open_office(self, forget: Callable[[], None]) -> Office:
        office = super().open_office(forget)
        self.server = FakeServer()
        reaching = Reaching(self.server)
        shelf = SharedSources(reaching, Ends(self.here, self.there))
        catalogue, clock = shipped_catalogue(), self.driver.counter.clock
        advise = partial(advise_over, catalogue)
        door = PublishingDoor(office.room, shelf, self.drafting, catalogue, clock, advise, shipped_texts)
        return replace(office, publishing=door, shared=Shared(reaching, CountersDoor(office.room, reaching, lambda: self.server)))

    def here(self) -> MemorySources:
        """As it was fetched: it is there whatever happens to the server."""
        return self.sources

    def there(self) -> MemorySources:
        self.server.check()
        return self.sources

    def look(self) -> None:
        """As after three seconds."""
        line = self.workshop.reach_line
        assert line is not None
        line.look()
        self.driver.wait(lambda: not line._looks)
        self.rest()

    @property
    def kept(self) -> str:
        """What everybody has, of all texts."""
        draft = self.sources.draft()
        return "" if draft is None else "\n".join(draft.texts.values())


@pytest.fixture
def editing(make_driver: MakeDriver, tmp_path: Path) -> SharedEditing:
    made = SharedEditing(make_driver(), tmp_path)
    made.come_in()
    made.choose()
    return made


def test_what_is_typed_while_it_is_away_is_kept_as_soon_as_it_is_back(editing: SharedEditing) -> None:
    editing.server.away = "unreachable"
    editing.look()
    editing.type(editing.panel.questions.form.text, TYPED)
    editing.leave(editing.panel.questions.form.text)
    assert f"{AWAY} Uw concept wacht op deze computer." in editing.driver.words
    assert (editing.question().text, TYPED in editing.kept) == (TYPED, False)
    editing.server.away = ""
    editing.look()
    editing.driver.wait(lambda: TYPED in editing.kept)
    assert editing.question().text == TYPED


def test_who_leaves_while_it_is_away_finds_it_again(editing: SharedEditing) -> None:
    editing.server.away = "unreachable"
    editing.look()
    editing.type(editing.panel.questions.form.text, TYPED)
    editing.leave(editing.panel.questions.form.text)
    assert TYPED not in editing.kept
    editing.tap("Klaar")
    assert editing.cover is None
    editing.server.away = ""
    editing.come_in()
    editing.driver.wait(lambda: TYPED in editing.kept)
    assert editing.question().text == TYPED


def test_questions_that_could_not_be_got_come_when_it_is_back(editing: SharedEditing) -> None:
    editing.server.away = "unreachable"
    editing.look()
    editing.open("Vragen")
    assert AWAY in editing.driver.words
    assert "Uw concept wacht" not in editing.driver.words
    assert editing.panel.keeper.draft is None
    editing.server.away = ""
    editing.look()
    editing.driver.wait(lambda: editing.panel.keeper.draft is not None)
    assert AWAY not in editing.driver.words
