"""Files as they come: on disk, in a folder or in an archive; how large they may be and how their bytes become text."""

import codecs
import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO, Final, TextIO

from wijkwijzer_desktop.exchange.notes import FileRefusedError, Notes, Place

MEGABYTE: Final = 1 << 20
# What a city's catalogue needs many times over: ten thousand services are some 40 MB.
MAX_BYTES: Final = 128 * MEGABYTE
MAX_ENTRIES: Final = 400
# The table of contents of so many is some 40 kB. It is read whole, before anything can be counted.
MAX_CONTENTS: Final = MEGABYTE
# Text of tables packs twenty to fifty times; what packs more is made to burst.
MAX_RATIO: Final = 200
BLOCK: Final = 1 << 16
# How much of a file is looked at for text of two bytes a letter that doesn't say so.
HEAD: Final = 4096
NUL: Final = 0
PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Longest first: the mark of UTF-32 begins with that of UTF-16.
MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One file, on disk or in an archive. name: as findings name it. size: bytes, unpacked. open: its bytes from the start."""

    name: str
    size: int
    open: Callable[[], BinaryIO]


def piece(path: Path) -> Piece:
    """A file on disk. Raises FileRefusedError: file-missing, file-is-folder, file-unreadable, file-too-large."""
    place = Place(str(path))
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileRefusedError(place.finding("file-is-folder"))
        if not stat.S_ISREG(found.st_mode):
            # A pipe or a device never ends.
            raise FileRefusedError(place.finding("file-unreadable"))
        with path.open("rb"):
            pass
    except FileNotFoundError as error:
        raise FileRefusedError(place.finding("file-missing")) from error
    except (OSError, ValueError) as error:
        if isinstance(error, FileRefusedError):
            raise
        raise FileRefusedError(place.finding("file-unreadable")) from error
    check_bytes(found.st_size, place)
    return Piece(str(path), found.st_size, _Opener(path))


def check_bytes(size: int, place: Place) -> None:
    """Raises FileRefusedError: file-too-large."""
    if size > MAX_BYTES:
        raise FileRefusedError(
            place.finding("file-too-large", megabytes=size // MEGABYTE, limit=MAX_BYTES // MEGABYTE),
        )


@dataclass(frozen=True, slots=True)
class _Opener:
    path: Path

    def __call__(self) -> BinaryIO:
        return self.path.open("rb")


@dataclass(frozen=True, slots=True)
class _Unpacker:
    archive: zipfile.ZipFile
    entry: zipfile.ZipInfo

    def __call__(self) -> BinaryIO:
        return io.BufferedReader(self.archive.open(self.entry))  # type: ignore[type-var]


class ArchiveFile(io.BufferedReader):
    """An archive on disk, to give to `zipfile`, which would read a table of contents of any size before it can be looked at.
    Reading raises FileRefusedError: archive-contents."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path))
        self._place = Place(str(path))

    def read(self, size: int | None = -1, /) -> bytes:
        """Entries are read piece by piece, so that only a table of contents can be longer."""
        if size is not None and size > MAX_CONTENTS:
            raise FileRefusedError(self._place.finding("archive-contents", limit=MAX_ENTRIES))
        return super().read(size)


def is_archive(path: Path) -> bool:
    """Whether it begins as a zip does, whatever its name."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(4) in {b"PK\x03\x04", b"PK\x05\x06"}
    except OSError:
        return False


@contextmanager
def unpacked(path: Path) -> Iterator[tuple[Piece, ...]]:
    """The files of an archive, readable inside the `with`; nothing is written to disk.

    Raises FileRefusedError: what `piece` raises, archive-damaged, archive-entries, archive-path, archive-link, archive-secret,
    archive-packing, archive-too-large, archive-ratio, archive-contents.
    """
    piece(path)
    with ExitStack() as stack:
        try:
            archive = stack.enter_context(zipfile.ZipFile(stack.enter_context(ArchiveFile(path))))
        except FileRefusedError:
            raise
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, IndexError) as error:
            raise FileRefusedError(Place(str(path)).finding("archive-damaged")) from error
        check_archive(archive, path)
        yield tuple(
            Piece(f"{path}/{entry.filename}", entry.file_size, _Unpacker(archive, entry))
            for entry in archive.infolist()
            if not entry.is_dir()
        )


def check_archive(archive: zipfile.ZipFile, path: Path) -> None:
    """Raises FileRefusedError as `unpacked` does. Looks at the table of contents only: an entry never gives more than it says."""
    place = Place(str(path))
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise FileRefusedError(place.finding("archive-entries", count=len(entries), limit=MAX_ENTRIES))
    for entry in entries:
        code = _wrong_with(entry)
        if code:
            raise FileRefusedError(place.finding(code, entry=entry.filename[:200]))
    size = sum(entry.file_size for entry in entries)
    if size > MAX_BYTES:
        raise FileRefusedError(place.finding("archive-too-large", megabytes=size // MEGABYTE, limit=MAX_BYTES // MEGABYTE))
    if size > MEGABYTE and size > MAX_RATIO * max(1, sum(entry.compress_size for entry in entries)):
        raise FileRefusedError(place.finding("archive-ratio", limit=MAX_RATIO))


def _wrong_with(entry: zipfile.ZipInfo) -> str:
    name = entry.filename
    if (
        PurePosixPath(name).is_absolute()
        or PureWindowsPath(name).drive
        or PureWindowsPath(name).root
        or ".." in PureWindowsPath(name).parts
        or "\0" in entry.orig_filename
    ):
        return "archive-path"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "archive-link"
    if entry.flag_bits & 1:
        return "archive-secret"
    return "" if entry.compress_type in PACKINGS else "archive-packing"


def encoding_of(source: Piece, notes: Notes) -> str:
    """Name of a codec for its text, looked for in the bytes. Says in `notes` where it isn't UTF-8.

    Windows-1252 is what remains when it is not UTF-8: it reads anything, as Dutch offices write it.
    """
    place = Place(source.name)
    with _bytes(source) as file:
        head = file.read(HEAD)
        encoding = next((name for mark, name in MARKS if head.startswith(mark)), "") or _wide(head)
        if encoding:
            if encoding != "utf-8-sig":
                notes.repair("encoding", place, encoding=encoding.upper())
            return encoding
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while head:
                decoder.decode(head)
                head = file.read(BLOCK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            notes.repair("encoding", place, encoding="Windows-1252")
            return "cp1252"
    return "utf-8"


@contextmanager
def opened(source: Piece, notes: Notes) -> Iterator[TextIO]:
    """Its text, letter by letter right or with U+FFFD where a byte means nothing. Line ends stay as they are.

    Raises FileRefusedError: file-unreadable, also while it is read inside the `with`.
    """
    encoding = encoding_of(source, notes)
    with _bytes(source) as file:
        yield io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


@contextmanager
def _bytes(source: Piece) -> Iterator[BinaryIO]:
    try:
        with source.open() as file:
            yield file
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise FileRefusedError(Place(source.name).finding("file-unreadable")) from error


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: every other byte of plain letters is zero."""
    pairs = len(head) // 2
    if pairs < 2:  # noqa: PLR2004 - one letter tells nothing
        return ""
    if head[1::2].count(NUL) > pairs * 0.7 and head[0::2].count(NUL) < pairs * 0.1:
        return "utf-16-le"
    if head[0::2].count(NUL) > pairs * 0.7 and head[1::2].count(NUL) < pairs * 0.1:
        return "utf-16-be"
    return ""
