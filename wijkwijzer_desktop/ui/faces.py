"""What our widgets are to a screen reader: role, name, state and what can be done with them.

Qt gives a widget the face of the class it comes from: every label is plain text, every button that stays down a check
box. A widget that is something else says so in `spoken_role`; one whose name stands in a label of its own, in `spoken_name`.
"""

from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget


class Face(QAccessibleWidget):
    """Of a widget that isn't touched. Holds nothing itself: Qt keeps it as long as the widget."""

    def role(self) -> QAccessible.Role:
        """What it is now; a widget that is filled anew may have become something else."""
        return _role(self.widget(), super().role())

    def text(self, t: QAccessible.Text) -> str:
        """The name as it stands in the widget now, so that forgetting the one forgets the other."""
        widget = self.widget()
        if t == QAccessible.Text.Name and hasattr(widget, "spoken_name"):
            return str(widget.spoken_name())
        return super().text(t)


class PictureFace(QAccessibleWidget):
    """Of a picture. One without a name is there for the eye alone."""

    def state(self) -> QAccessible.State:
        """Not shown to who hears, if there is nothing to hear."""
        state = super().state()
        if not self.widget().accessibleName():
            state.invisible = True
        return state


class ButtonFace(QAccessibleWidget):
    """Of anything that can be touched."""

    def role(self) -> QAccessible.Role:
        """An option may be one of several in this question, and one at a time in the next."""
        return _role(self.widget(), super().role())

    def state(self) -> QAccessible.State:
        """Ticked or not, where it can be."""
        state = super().state()
        button = self.widget()
        if isinstance(button, QAbstractButton):
            state.checkable = button.isCheckable()
            state.checked = button.isChecked()
            state.pressed = button.isDown()
        return state

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        """Touching it comes first."""
        return [_press(), *(name for name in super().actionNames() if name != _press())]

    def doAction(self, actionName: str) -> None:  # noqa: N802, N803 - Qt's names
        """As a key does it: whoever reads by ear is here, and what can't be seen can't be touched."""
        button = self.widget()
        if actionName != _press():
            super().doAction(actionName)
        elif button.isVisible() and button.isEnabled():
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(button, QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))

    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: N802, N803 - Qt's names
        """The key that touches it from anywhere on the page."""
        key = str(getattr(self.widget(), "spoken_key", ""))
        return [key] if key and actionName == _press() else []


def _role(widget: QWidget, otherwise: QAccessible.Role) -> QAccessible.Role:
    role = getattr(widget, "spoken_role", None)
    return role if isinstance(role, QAccessible.Role) else otherwise


def _press() -> str:
    return QAccessibleActionInterface.pressAction()


@cache
def install_faces() -> None:
    """Once in a program, before its first window shows."""
    QAccessible.installFactory(_face)


def _face(_class: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    role = getattr(thing, "spoken_role", None)
    if role is None:
        return PictureFace(thing, QAccessible.Role.Graphic) if type(thing) is QLabel else None
    return ButtonFace(thing, role) if isinstance(thing, QAbstractButton) else Face(thing, role)
