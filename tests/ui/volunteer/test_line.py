"""What is typed is nowhere but on the line."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.volunteer.together import Together

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_fault_09_nothing_of_a_note_gets_to_the_clipboard(together: Together) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("van buiten")
    together.press("Enter", "F4", "geheim")
    line = together.page.paper.line
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(line, key, CONTROL)
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton)
    assert not line.hasSelectedText()
    assert clipboard.text() == "van buiten"
    assert line.text() == "geheim"
    clipboard.clear()


def test_fault_13_nothing_is_pasted(together: Together) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("van buiten")
    together.press("Enter", "F4")
    line = together.page.paper.line
    QTest.keyClick(line, Qt.Key.Key_V, CONTROL)
    QTest.keyClick(line, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    QTest.mouseClick(line, Qt.MouseButton.MiddleButton)
    assert line.text() == ""
    clipboard.clear()
