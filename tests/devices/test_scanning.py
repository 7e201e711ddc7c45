"""A paper before the camera: read as it lies, and nothing left of it. Pictures go the way that a camera's go."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QRectF, QThread
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoSink
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from wijkwijzer_desktop.desk.qr import encode
from wijkwijzer_desktop.desk.scanning import Picture
from wijkwijzer_desktop.devices.scanning import Camera, CameraScanner
from wijkwijzer_desktop.devices.scanning_camera import best_format
from wijkwijzer_desktop.devices.scanning_image import grey_of, picture_of, texts_in
from wijkwijzer_desktop.domain.carried import carried_text, parse_carried

# FFmpeg says what it doesn't find on this computer.
pytestmark = pytest.mark.qt_log_ignore("Couldn't (load|resolve)", extend=True)

CODE = "K7QM-3H"
LONG = carried_text(
    CODE, ("geld.schulden", "contact.eenzaam", "regelingen.geld", "mantelzorg.zorgen", "wonen.energie", "eten.samen")
)
SHORT = carried_text(CODE)
LIT, SHADE = 226, 60
PIXELS = QVideoFrameFormat.PixelFormat


def held(content: str, module: float, *, turned: float = 0.0, blur: int = 0, size: tuple[int, int] = (1280, 720)) -> QImage:
    """A paper with this code, as a camera has it. module: pixels. turned: degrees. blur: out of focus by so many pixels."""
    code = encode(content)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(SHADE, SHADE + 8, SHADE + 12))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size[0] / 2, size[1] / 2)
    painter.rotate(turned)
    side = code.size * module
    painter.fillRect(QRectF(-side, -side * 0.7, side * 2, side * 1.4), QColor(LIT, LIT, LIT - 10))
    for column, row, wide in code.runs:
        place = QRectF(column * module - side / 2, row * module - side / 2, wide * module, module)
        painter.fillRect(place, QColor(40, 38, 44))
    painter.end()
    return blurred(image, blur)


def blurred(image: QImage, by: int) -> QImage:
    if not by:
        return image
    out = QImage(image.size(), QImage.Format.Format_RGB32)
    out.fill(QColor("black"))
    painter = QPainter(out)
    steps = [(x, y) for x in range(-by, by + 1) for y in range(-by, by + 1)]
    for number, (x, y) in enumerate(steps, 1):
        painter.setOpacity(1 / number)
        painter.drawImage(x, y, image)
    painter.end()
    return out


def seen_by_camera(image: QImage) -> tuple[str, ...]:
    grey = grey_of(QVideoFrame(image))
    assert grey is not None
    return texts_in(grey)


@pytest.mark.parametrize("content", [SHORT, LONG], ids=["code", "worries"])
@pytest.mark.parametrize("turned", [0, 8, 45, 90, 171, 270])
def test_a_paper_is_read_however_it_is_held(content: str, turned: int) -> None:
    assert seen_by_camera(held(content, 6, turned=turned)) == (content,)


@pytest.mark.parametrize("module", [3, 4, 8, 12])
def test_near_and_far(module: float) -> None:
    assert seen_by_camera(held(LONG, module, turned=5)) == (LONG,)


def test_a_little_out_of_focus() -> None:
    assert seen_by_camera(held(LONG, 7, turned=12, blur=2)) == (LONG,)


def test_a_cheap_camera() -> None:
    assert seen_by_camera(held(SHORT, 4, turned=7, blur=1, size=(640, 480))) == (SHORT,)


def test_a_dear_camera_is_made_smaller_first() -> None:
    assert seen_by_camera(held(LONG, 18, size=(3840, 2160))) == (LONG,)


def sent_as(image: QImage, kind: QVideoFrameFormat.PixelFormat) -> QVideoFrame:
    """As a camera sends it: light and colour by turns, or the light first."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    frame = QVideoFrame(QVideoFrameFormat(grey.size(), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    stride, lines, whole = frame.bytesPerLine(0), bytearray(), bytes(grey.constBits())
    by_turns = {PIXELS.Format_YUYV: (0, 2), PIXELS.Format_UYVY: (1, 2)}
    begins, step = by_turns.get(kind, (0, 1))
    for row in range(grey.height()):
        line = bytearray(b"\x80" * stride)
        light = whole[row * grey.bytesPerLine() :][: grey.width()]
        line[begins : begins + step * grey.width() : step] = light
        lines += line
    pixels = frame.bits(0)
    assert isinstance(pixels, memoryview)
    pixels[: len(lines)] = lines
    frame.unmap()
    return frame


@pytest.mark.parametrize(
    "kind",
    [PIXELS.Format_YUYV, PIXELS.Format_UYVY, PIXELS.Format_NV12, PIXELS.Format_YUV420P, PIXELS.Format_Y8],
    ids=["yuyv", "uyvy", "nv12", "yuv420p", "y8"],
)
def test_whatever_a_camera_sends(kind: QVideoFrameFormat.PixelFormat) -> None:
    grey = grey_of(sent_as(held(LONG, 6, turned=15), kind))
    assert grey is not None
    assert texts_in(grey) == (LONG,)


def test_nothing_is_read_where_nothing_is() -> None:
    empty = QImage(640, 480, QImage.Format.Format_RGB32)
    empty.fill(QColor("grey"))
    assert seen_by_camera(empty) == ()
    assert grey_of(QVideoFrame()) is None


def test_what_is_shown_is_small_and_grey() -> None:
    grey = grey_of(QVideoFrame(held(SHORT, 6, size=(1277, 719))))
    assert grey is not None
    picture = picture_of(grey)
    assert picture.width <= 480
    assert picture.height <= 480
    assert len(picture.grey) == picture.width * picture.height
    assert "grey" not in repr(picture)


@dataclass
class Pretended:
    """A camera that sends what it is told to."""

    sink: QVideoSink
    gone: Callable[[], None]
    stopped: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        self.stopped.set()


@dataclass
class Source:
    """there: whether there is a camera. hangs: cleared, it never gets on."""

    there: bool = True
    made: list[Pretended] = field(default_factory=list)
    thread: QThread | None = None
    may_begin: threading.Event = field(default_factory=threading.Event)

    def __call__(self, sink: QVideoSink, gone: Callable[[], None]) -> Camera | None:
        self.may_begin.wait(20)
        self.thread = QThread.currentThread()
        if not self.there:
            return None
        self.made.append(Pretended(sink, gone))
        return self.made[-1]


@dataclass
class Told:
    """A Watcher that keeps what it is told, in whatever thread."""

    pictures: list[Picture] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    threads: set[QThread] = field(default_factory=set)
    is_absent: threading.Event = field(default_factory=threading.Event)

    def seen(self, picture: Picture) -> None:
        self.threads.add(QThread.currentThread())
        self.pictures.append(picture)

    def read(self, texts: tuple[str, ...]) -> None:
        self.texts += texts

    def absent(self) -> None:
        self.is_absent.set()


@pytest.fixture
def source() -> Source:
    made = Source()
    made.may_begin.set()
    return made


@pytest.fixture
def scanner(source: Source, qtbot: QtBot) -> Iterator[CameraScanner]:
    made = CameraScanner(source)
    yield made
    source.may_begin.set()
    made.end()


def on(source: Source, qtbot: QtBot, times: int = 1) -> Pretended:
    qtbot.waitUntil(lambda: len(source.made) == times)
    return source.made[-1]


def test_a_picture_of_the_camera_is_shown_and_read_in_another_thread(
    scanner: CameraScanner, source: Source, qtbot: QtBot
) -> None:
    told = Told()
    scanner.open(told)
    on(source, qtbot).sink.setVideoFrame(QVideoFrame(held(LONG, 6, turned=20)))
    qtbot.waitUntil(lambda: told.texts == [LONG])
    assert [picture.width for picture in told.pictures] == [480]
    assert QThread.currentThread() not in told.threads
    assert parse_carried(told.texts[0]).code == CODE


def test_it_is_off_as_soon_as_it_is_closed(scanner: CameraScanner, source: Source, qtbot: QtBot) -> None:
    told = Told()
    scanner.open(told)
    camera = on(source, qtbot)
    scanner.close()
    assert camera.stopped.wait(5)
    scanner.open(told)
    assert not on(source, qtbot, 2).stopped.is_set()
    assert told.pictures == []


def test_the_last_picture_is_not_kept(scanner: CameraScanner, source: Source, qtbot: QtBot) -> None:
    told = Told()
    scanner.open(told)
    on(source, qtbot).sink.setVideoFrame(QVideoFrame(held(SHORT, 6)))
    qtbot.waitUntil(lambda: bool(told.texts))
    scanner.close()
    qtbot.waitUntil(lambda: not isValid(source.made[0].sink))


def test_opened_twice_is_on_once(scanner: CameraScanner, source: Source, qtbot: QtBot) -> None:
    first, second = Told(), Told()
    scanner.open(first)
    scanner.open(second)
    camera = on(source, qtbot)
    camera.sink.setVideoFrame(QVideoFrame(held(SHORT, 6)))
    qtbot.waitUntil(lambda: second.texts == [SHORT])
    assert first.texts == []


def test_no_camera_is_told(scanner: CameraScanner, source: Source) -> None:
    source.there = False
    told = Told()
    scanner.open(told)
    assert told.is_absent.wait(5)


def test_one_that_is_pulled_out_is_told_and_let_go_of(scanner: CameraScanner, source: Source, qtbot: QtBot) -> None:
    told = Told()
    scanner.open(told)
    camera = on(source, qtbot)
    camera.gone()
    assert told.is_absent.is_set()
    assert camera.stopped.is_set()


def test_a_driver_that_hangs_keeps_nobody_waiting(source: Source, qtbot: QtBot) -> None:
    source.may_begin.clear()
    scanner = CameraScanner(source)
    scanner.open(Told())
    scanner.close()
    scanner.open(Told())
    assert source.made == []
    source.may_begin.set()
    qtbot.waitUntil(lambda: len(source.made) == 2)
    assert source.made[0].stopped.is_set()
    scanner.end()
    assert source.made[1].stopped.is_set()


def test_nothing_is_started_before_it_is_opened(source: Source) -> None:
    scanner = CameraScanner(source)
    scanner.close()
    scanner.end()
    assert not source.made


def test_a_camera_that_offers_nothing_has_no_best_format() -> None:
    assert best_format([]) is None
