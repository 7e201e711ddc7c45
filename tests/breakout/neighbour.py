"""Another program on the same screen: comes in front, and has something on both clipboards. Arguments: WORDS."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

READY = "in front"


def tell() -> None:
    """It is there."""
    sys.stdout.write(READY + "\n")
    sys.stdout.flush()


def main(words: str) -> int:
    """Stays until it is ended."""
    app = QApplication(["neighbour"])
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        QGuiApplication.clipboard().setText(words, mode)
    label = QLabel(words)
    label.setWindowTitle("neighbour")
    label.resize(400, 300)
    label.show()
    label.raise_()
    label.activateWindow()
    QTimer.singleShot(200, tell)
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
