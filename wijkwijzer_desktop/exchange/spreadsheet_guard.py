"""Looks at a spreadsheet before it is read: a file made to burst is turned away from its table of contents, or from its first
strange element, never from memory that is full."""

import stat
import zipfile
import zlib
from pathlib import Path
from typing import Final
from xml.parsers import expat

from wijkwijzer_desktop.exchange.notes import FileRefusedError, Place
from wijkwijzer_desktop.exchange.raw import BLOCK, MEGABYTE, ArchiveFile, check_archive, piece

# Ten thousand services with all that belongs to them are a third of this.
MAX_INFLATED: Final = 96 * MEGABYTE
# What is read whole: styles, names, how the parts belong together.
MAX_WHOLE: Final = 4 * MEGABYTE
MAX_ELEMENTS: Final = 4_000_000
# Rows and shared texts come by the hundred thousand, all else by the hundred.
MAX_ROWS: Final = 100_000
MAX_CHILDREN: Final = 2_000
# All of them are in memory while it is read; a catalogue of ten thousand has a tenth of this.
MAX_SHARED: Final = 400_000
MAX_DEPTH: Final = 32
# Excel keeps 32,767 letters in a cell.
MAX_TEXT: Final = MEGABYTE
# What becomes one text each, whatever it is made of.
TEXTS: Final = frozenset({"row", "c", "si"})
STREAMED: Final = ("xl/worksheets/sheet", "xl/sharedstrings")
BROKEN: Final = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, expat.ExpatError, ValueError)


def check_workbook(path: Path) -> None:
    """Raises FileRefusedError: as `piece` and `check_archive`, and sheet-damaged, sheet-too-large, sheet-rows, sheet-columns,
    sheet-nested, sheet-text, sheet-entities, sheet-locked."""
    piece(path)
    place = Place(str(path))
    with path.open("rb") as file:
        if file.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            # What Excel makes of a file with a password, and what it made of all files before 2007.
            raise FileRefusedError(place.finding("sheet-locked"))
    try:
        with ArchiveFile(path) as file, zipfile.ZipFile(file) as archive:
            check_archive(archive, path)
            _check_parts(archive, place)
    except FileRefusedError:
        raise
    except BROKEN as error:
        raise FileRefusedError(place.finding("sheet-damaged")) from error


def _check_parts(archive: zipfile.ZipFile, place: Place) -> None:
    parts = [entry for entry in archive.infolist() if not entry.is_dir() and not stat.S_ISLNK(entry.external_attr >> 16)]
    names = {entry.filename for entry in parts}
    if len(names) != len(parts):
        # Which of two with one name is read differs from program to program.
        raise FileRefusedError(place.finding("sheet-damaged"))
    size = sum(entry.file_size for entry in parts)
    if size > MAX_INFLATED:
        raise FileRefusedError(place.finding("sheet-too-large", limit=MAX_INFLATED // MEGABYTE))
    counted = _Counting(place)
    for entry in parts:
        if not entry.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        if entry.file_size > MAX_WHOLE and not entry.filename.lower().startswith(STREAMED):
            raise FileRefusedError(place.finding("sheet-too-large", limit=MAX_WHOLE // MEGABYTE))
        counted.begin()
        with archive.open(entry) as stream:
            while block := stream.read(BLOCK):
                counted.take(block)
        counted.parser.Parse(b"", True)


class _Counting:
    """Goes along every element, keeps none."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._elements = 0
        self.begin()

    def begin(self) -> None:
        """Another part."""
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._declare
        self.parser.CharacterDataHandler = self._say
        # Otherwise every line end is told by itself.
        self.parser.buffer_text = True
        self._children = [0]
        self._limits = [1]
        self._letters = self._taken = 0

    def take(self, block: bytes) -> None:
        """The next bytes of it."""
        self.parser.Parse(block, False)
        self._taken += len(block)
        # What is not yet told is one tag, or one remark, that doesn't end.
        if self._taken - self.parser.CurrentByteIndex > MAX_TEXT:
            self._refuse_text()

    def _start(self, name: str, _attributes: object) -> None:
        self._elements += 1
        children = self._children[-1] + 1
        self._children[-1] = children
        if children > self._limits[-1]:
            code = "sheet-columns" if name.rpartition(":")[2] == "c" else "sheet-rows"
            raise FileRefusedError(self._place.finding(code, limit=self._limits[-1]))
        if len(self._children) > MAX_DEPTH:
            raise FileRefusedError(self._place.finding("sheet-nested", limit=MAX_DEPTH))
        if self._elements > MAX_ELEMENTS:
            raise FileRefusedError(self._place.finding("sheet-too-large", limit=MAX_INFLATED // MEGABYTE))
        self._children.append(0)
        local = name.rpartition(":")[2]
        if local in TEXTS:
            self._letters = 0
        self._limits.append(MAX_ROWS if local == "sheetData" else MAX_SHARED if local == "sst" else MAX_CHILDREN)

    def _end(self, _name: str) -> None:
        self._children.pop()
        self._limits.pop()

    def _say(self, letters: str) -> None:
        self._letters += len(letters)
        if self._letters > MAX_TEXT:
            self._refuse_text()

    def _refuse_text(self) -> None:
        raise FileRefusedError(self._place.finding("sheet-text", limit=MAX_TEXT // MEGABYTE))

    def _declare(self, *_declared: object) -> None:
        raise FileRefusedError(self._place.finding("sheet-entities"))
