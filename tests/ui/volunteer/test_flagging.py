"""A volunteer says in two touches that something of an entry isn't true."""

from dataclasses import dataclass, field
from datetime import date

import pytest

from tests.ui.volunteer.together import Together
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.ui.volunteer.rows import Mark


@dataclass
class Heard:
    """Keeps what was said. broken: nothing can be left."""

    said: list[tuple[str, FlagReason, date]] = field(default_factory=list)
    broken: bool = False

    def flag(self, service_id: str, reason: FlagReason, on: date) -> None:
        if self.broken:
            raise DatabaseUnusableError(reason="full")
        self.said.append((service_id, reason, on))


@pytest.fixture
def heard(together: Together, monkeypatch: pytest.MonkeyPatch) -> Heard:
    heard = Heard()
    monkeypatch.setattr(together.driver.counter.desk, "flag", lambda service, reason: heard.flag(service, reason, date.min))
    return heard


def to_found(together: Together) -> None:
    together.tap("Begin (Enter)")
    together.press("F3", "stadsbank")
    together.see("Stadsbank")
    # Of all the letters, not of the first few.
    together.driver.wait(lambda: [mark._row.value for mark in marks(together)] == ["bank"])


def marks(together: Together) -> list[Mark]:
    return [mark for mark in together.page.findChildren(Mark) if mark.isVisible()]


def touch_mark(together: Together) -> None:
    together.driver.counter.clock.pass_by(1)
    together.driver.touch(marks(together)[0])
    together.driver.settle()


def test_a_wrong_number_is_flagged_in_two_touches(together: Together, heard: Heard) -> None:
    to_found(together)
    assert marks(together)[0].accessibleName() == "Er klopt iets niet: Stadsbank"
    before = together.added()
    touch_mark(together)
    together.see("Wat klopt er niet aan Stadsbank?")
    together.tap("Het nummer klopt niet")
    together.see("Doorgegeven. Een redacteur kijkt ernaar.")
    assert heard.said == [("bank", FlagReason.NUMBER, date.min)]
    # Nothing of it is on the paper, or on the visitor's screen.
    assert together.added() == before
    assert "klopt niet" not in together.seen_by_visitor
    # What was found is there again.
    assert marks(together)


def test_nothing_was_wrong_after_all(together: Together, heard: Heard) -> None:
    to_found(together)
    touch_mark(together)
    together.tap("Terug naar zoeken")
    assert marks(together)
    assert heard.said == []


def test_typing_on_goes_on_searching(together: Together, heard: Heard) -> None:
    to_found(together)
    touch_mark(together)
    together.press("F3", "x")
    assert "Wat klopt er niet" not in together.words


def test_what_cant_be_passed_on_is_said(together: Together, heard: Heard) -> None:
    heard.broken = True
    to_found(together)
    touch_mark(together)
    together.tap("De tijden kloppen niet")
    together.see("Doorgeven lukt nu niet. Zeg het tegen een redacteur.")


def test_a_visit_that_is_over_takes_the_question_with_it(together: Together, heard: Heard) -> None:
    to_found(together)
    touch_mark(together)
    together.driver.controller.forget()
    together.driver.settle()
    assert together.page.finder.flag.service == ""
    assert "Stadsbank" not in together.words
