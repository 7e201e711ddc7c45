"""A window without ways out: what can be seen of it from within. From outside: `tests/breakout`."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QClipboard, QCloseEvent, QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from tests.fakes import SERVICES, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.ui.test_journey import to_results
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.ui.in_front import ANEW_AFTER, InFront

LINKS = ("http://elders.example/", "file:///etc/passwd", "mailto:iemand@elders.example", "tel:0531234567")


def with_links(service: Service) -> Service:
    said = " ".join((*LINKS, *(f'<a href="{link}">hier</a>' for link in LINKS)))
    return replace(service, description=said, name=f'{service.name} <a href="{LINKS[0]}">x</a>')


def test_fault_13_addresses_in_the_catalogue_lead_nowhere(make_driver: MakeDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    # Whatever opens an address in Qt, opens it here.
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", opened.append)
    driver = make_driver(counter(services=tuple(map(with_links, SERVICES))))
    to_results(driver)
    labels = [label for label in driver.window.findChildren(QLabel) if label.isVisible() and label.text()]
    assert any("mailto:iemand" in label.text() for label in labels)
    for label in labels:
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
        assert label.focusPolicy() is Qt.FocusPolicy.NoFocus
        QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    driver.settle()
    assert opened == []


def test_fault_13_nothing_can_be_dropped_or_pasted_anywhere(driver: Driver) -> None:
    to_results(driver)
    held = QMimeData()
    held.setText("van een ander")
    for widget in (driver.window, *driver.window.findChildren(QWidget)):
        assert not widget.acceptDrops()
        how = (Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
        entering, dropped = QDragEnterEvent(QPoint(1, 1), *how), QDropEvent(QPointF(1, 1), *how)
        for event in (entering, dropped):
            event.ignore()
            QApplication.sendEvent(widget, event)
            assert not event.isAccepted()
    assert not driver.window.findChildren(QLineEdit)


def test_fault_12_no_widget_shows_a_menu(driver: Driver) -> None:
    to_results(driver)
    for widget in (driver.window, *driver.window.findChildren(QWidget)):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), QPoint(1, 1), Qt.KeyboardModifier(0))
        QApplication.sendEvent(widget, event)
        assert QApplication.activePopupWidget() is None


def test_fault_09_what_is_selected_in_a_field_stays_on_no_clipboard(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    # Without a display nobody knows whose it is.
    for owns in ("ownsClipboard", "ownsSelection"):
        monkeypatch.setattr(QClipboard, owns, ours)
    field = QLineEdit(driver.window)
    field.setText("een notitie")
    clipboard = QGuiApplication.clipboard()
    field.selectAll()
    field.copy()
    driver.settle()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        assert clipboard.text(mode) == ""
    field.deleteLater()


def ours(_clipboard: QClipboard) -> bool:
    return True


def test_fault_15_only_what_may_close_closes(driver: Driver) -> None:
    for _ in range(100):
        event = QCloseEvent()
        QApplication.sendEvent(driver.window, event)
        assert not event.isAccepted()
    assert driver.window.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_fault_11_it_is_as_large_as_the_screen_and_comes_back(driver: Driver) -> None:
    window = driver.window
    window.fill_screen()
    driver.settle()
    (in_front,) = window.findChildren(InFront)
    assert window.geometry() == QGuiApplication.primaryScreen().geometry()
    window.setWindowState(Qt.WindowState.WindowMinimized)
    for _ in range(ANEW_AFTER + 1):
        in_front.look()
    driver.settle()
    assert window.windowState() == Qt.WindowState.WindowFullScreen
    assert window.isVisible()
    window.hide()
    in_front.look()
    assert not window.isVisible()
