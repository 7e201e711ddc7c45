"""A PDF that is open for as long as it is drawn from."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

_ONE_AT_A_TIME = Lock()


@cache
def _document() -> "QPdfDocument":
    # One for all: each new one keeps some memory for good.
    from PySide6.QtPdf import QPdfDocument

    return QPdfDocument(None)  # type: ignore[call-overload,no-any-return]


@contextmanager
def opened_pdf(pdf: bytes) -> Iterator["QPdfDocument"]:
    """In any thread; the next one waits. Raises ValueError for what is no PDF or has no pages."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    with _ONE_AT_A_TIME:
        data = QByteArray(pdf)
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = _document()
        document.load(buffer)
        try:
            if document.status() is not QPdfDocument.Status.Ready or document.pageCount() == 0:
                raise ValueError
            yield document
        finally:
            document.close()
