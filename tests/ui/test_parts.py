"""The small parts that the pages lean on."""

import gc
import sys
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes import QUESTIONS
from wijkwijzer_desktop.domain.questionnaire import DONT_KNOW
from wijkwijzer_desktop.ui.gate import QUIET_SECONDS, Gate
from wijkwijzer_desktop.ui.pictograms import pictogram
from wijkwijzer_desktop.ui.tasks import pool, run
from wijkwijzer_desktop.ui.visitor.choosing import toggled
from wijkwijzer_desktop.ui.widgets.choice import Shape
from wijkwijzer_desktop.ui.widgets.choices import CARDS_AT_MOST, COLUMN_COUNT, arrangement


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_gate_lets_the_first_touch_through_and_a_bounce_not() -> None:
    clock = Clock()
    gate = Gate(clock)
    assert gate.admits("a")
    clock.now += 0.1
    assert not gate.admits("a")
    assert gate.admits("b")


def test_gate_waits_for_paint_and_for_a_quiet_moment() -> None:
    clock = Clock()
    gate = Gate(clock)
    assert gate.admits("a")
    gate.turn()
    clock.now += 1
    assert not gate.admits("b")
    gate.press()
    gate.paint()
    clock.now += 1
    assert not gate.admits("b"), "the finger came down before it was painted"
    gate.press()
    for _ in range(50):
        clock.now += QUIET_SECONDS / 2
        assert not gate.admits("b"), "a burst goes on as long as it likes"
    clock.now += QUIET_SECONDS * 1.5
    assert gate.admits("b")


class Listener:
    def __init__(self) -> None:
        self.heard: list[tuple[str, int, object]] = []

    def done(self, token: int, result: object) -> None:
        self.heard.append(("done", token, result))

    def failed(self, token: int, error: BaseException) -> None:
        self.heard.append(("failed", token, type(error)))


def fails() -> int:
    raise LookupError


def stops() -> int:
    sys.exit(3)


def answers() -> int:
    return 42


def test_work_always_comes_back_in_the_windows_thread(qapp: QApplication) -> None:
    listener = Listener()
    for token, work in enumerate((answers, fails, stops)):
        run(work, listener.done, listener.failed, token)
    assert pool().waitForDone(5000)
    assert listener.heard == []
    for _ in range(5):
        qapp.processEvents()
    assert sorted(listener.heard, key=lambda heard: heard[1]) == [
        ("done", 0, 42),
        ("failed", 1, LookupError),
        ("failed", 2, SystemExit),
    ]


def test_nothing_stays_of_work_that_is_done(qapp: QApplication) -> None:
    listener = Listener()
    for token in range(300):
        run(answers, listener.done, listener.failed, token)
    assert pool().waitForDone(5000)
    for _ in range(5):
        qapp.processEvents()
    assert len(listener.heard) == 300
    gc.collect()
    assert [type(left) for left in gc.get_objects() if type(left).__module__ == run.__module__] == []


def test_exclusive_answers_let_go_of_the_others() -> None:
    help_ = next(q for q in QUESTIONS if q.id == "help.wie")
    chosen = toggled(help_, frozenset(), "familie")
    chosen = toggled(help_, chosen, "huisarts")
    assert chosen == {"familie", "huisarts"}
    assert toggled(help_, chosen, "niemand") == {"niemand"}
    assert toggled(help_, frozenset({"niemand"}), "familie") == {"familie"}
    assert toggled(help_, chosen, DONT_KNOW) == {DONT_KNOW}
    assert toggled(help_, frozenset({DONT_KNOW}), "familie") == {"familie"}
    assert toggled(help_, chosen, "familie") == {"huisarts"}
    assert toggled(replace(help_, several=False), frozenset({"familie"}), "huisarts") == {"huisarts"}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("wide", [False, True])
def test_every_number_of_options_has_an_arrangement(large: bool, wide: bool) -> None:
    for count in range(1, 40):
        for longest in (5, 40):
            shape, columns, _ = arrangement(count, longest, large=large, wide=wide)
            assert 1 <= columns <= COLUMN_COUNT
            assert shape is not Shape.CARD or count <= CARDS_AT_MOST


def test_a_pictogram_nobody_has_is_no_picture(qtbot: object, qapp: QApplication) -> None:
    assert not pictogram("coins", 48, "#112233", 1.0).isNull()
    assert pictogram("bestaat-niet", 48, "#112233", 1.0).isNull()
    assert pictogram("../fonts/x", 48, "#112233", 1.0).isNull()
    assert pictogram("coins", 48, "#112233", 2.0).width() == 96


def test_calls_into_qt_leave_the_constants_alone(qapp: QApplication) -> None:
    # PySide6 6.12 on Python 3.11 lets go of None in every such call, until Python stops.
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(2000):
        widget.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100
