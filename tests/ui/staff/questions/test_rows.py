"""Rows that are carried: within their group, by mouse and by key."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.carried import RowsView
from wijkwijzer_desktop.ui.staff.questions.pictogram_field import PictogramGrid, all_pictograms
from wijkwijzer_desktop.ui.staff.questions.rows import NOWHERE, Row
from wijkwijzer_desktop.ui.theme import THEMES
from wijkwijzer_desktop.ui.translated import Words

ROWS = (
    Row("", "Geld", "coins", group="geld"),
    Row("a", "Eerste", group="geld"),
    Row("b", "Tweede", group="geld"),
    Row("c", "Derde", group="geld"),
    Row("", "Post", group="post"),
    Row("d", "Vierde", group="post", mark=2),
)


@pytest.fixture
def kit(qapp: QApplication) -> Kit:
    return Kit(THEMES["standard"], Words(Translator(), qapp))


@pytest.fixture
def window(kit: Kit) -> Iterator[QWidget]:
    made = QWidget()
    kit.dress(made)
    made.resize(400, 500)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def view(kit: Kit, window: QWidget) -> RowsView:
    made = RowsView(kit, window, carries=True)
    made.resize(300, 400)
    made.fill(ROWS, "a")
    window.show()
    QApplication.processEvents()
    return made


def ids(view: RowsView) -> list[str]:
    return [row.id for row in view.rows.rows]


def test_the_models_are_sound(view: RowsView, kit: Kit, window: QWidget) -> None:
    QAbstractItemModelTester(view.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, view)
    view.rows.moveRows(NOWHERE, 1, 1, NOWHERE, 3)
    view.fill(ROWS[:3])
    view.fill(())
    grid = PictogramGrid(kit, window)
    QAbstractItemModelTester(grid.pictograms, QAbstractItemModelTester.FailureReportingMode.Fatal, grid)
    grid.pictograms.fill("")
    assert grid.pictograms.names == all_pictograms()
    grid.pictograms.fill("mood")
    assert set(grid.pictograms.names) == {name for name in all_pictograms() if "mood" in name}


def test_alt_and_an_arrow_carry_and_tell(view: RowsView) -> None:
    carried: list[tuple[str, str]] = []
    view.rows.carried.connect(lambda row, before: carried.append((row, before)))
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert ids(view) == ["", "b", "c", "a", "", "d"]
    assert carried == [("a", "c"), ("a", "")]
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert ids(view) == ["", "b", "a", "c", "", "d"]


def test_the_arrows_pass_over_headings(view: RowsView) -> None:
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert chosen == ["b", "c", "d"]
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert chosen[-1] == "c"


def test_return_opens(view: RowsView) -> None:
    opened: list[str] = []
    view.opened.connect(opened.append)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == ["a"]


def middle(view: RowsView, row: int) -> QPoint:
    return view.visualRect(view.rows.index(row)).center()


def drag(view: RowsView, source: QPoint, target: QPoint) -> None:
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=source)
    for part in (0.3, 0.7, 1.0):
        at = source + (target - source) * part
        QTest.mouseMove(port, at)
        QApplication.processEvents()
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=target)


def test_a_row_is_dragged_within_its_group(view: RowsView) -> None:
    drag(view, middle(view, 1), middle(view, 3) + QPoint(0, 12))
    assert ids(view) == ["", "b", "c", "a", "", "d"]


def test_a_row_never_leaves_its_group(view: RowsView) -> None:
    drag(view, middle(view, 1), middle(view, 5) + QPoint(0, 12))
    assert ids(view) == [row.id for row in ROWS]
    assert not view.rows.may_carry(5, 2)
    assert not view.rows.may_carry(0, 3)


def test_a_heading_is_not_chosen(view: RowsView) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 4))
    assert view.currentIndex().row() == 1


def test_whoever_is_on_a_row_stays_there_when_words_change(view: RowsView) -> None:
    view.fill((ROWS[0], Row("a", "Anders", group="geld"), *ROWS[2:]), "a")
    assert view.currentIndex().row() == 1
    assert view.rows.data(view.currentIndex()) == "Anders"
