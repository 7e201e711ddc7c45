"""A page that stands beside the path of a visit, with a small controller of its own."""

from typing import Protocol

from PySide6.QtCore import SignalInstance

from wijkwijzer_desktop.ui.visitor.page import Page


class Aside(Protocol):
    """turned: the visit stands elsewhere now, or the page is another; the window follows. changed: something else stands on
    it."""

    turned: SignalInstance
    changed: SignalInstance

    @property
    def page(self) -> Page:
        """Where it stands now; one of the framed pages."""
        ...

    def show(self) -> None:
        """Somebody comes there: fill it, and say what the main button below does."""
        ...

    def say_again(self) -> None:
        """In another language or other letters, all of it where it was."""
        ...

    def main(self) -> None:
        """The main button below was touched."""
        ...

    def back(self) -> bool:
        """Back was touched. True where that was one page back within; else the visit goes back."""
        ...

    def forget(self) -> None:
        """Let go of everything of this visitor."""
        ...
