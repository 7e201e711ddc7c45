"""The slip, warm, beside the same marks drawn on a bare reportlab canvas; and in Arabic beside the Dutch one."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks.counter import a_slip
from tests.benchmarks.measure import Row, in_turns
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker
from wijkwijzer_desktop.slip.marks import BoxMark, CodeMark, DotsMark, Page, TextMark

ROUNDS = 60
LIMIT = 1.3
ARABIC_LIMIT = 1.5


def rows() -> Iterator[Row]:
    """One row for each paper, and one for Arabic."""
    maker = ReportlabSlipMaker(paths.resources() / "fonts", paths.translations())
    slip = a_slip()
    for paper in Paper:
        pages = maker.placed(slip, paper)
        ours, beside = in_turns(partial(maker.make, slip, paper), partial(bare, pages), ROUNDS)
        yield Row(f"slip on {paper.value}, warm", ours, beside, LIMIT)
    ours, beside = in_turns(partial(maker.make, a_slip("ar"), Paper.A4), partial(maker.make, slip, Paper.A4), ROUNDS)
    yield Row("slip in Arabic beside Dutch, warm", ours, beside, ARABIC_LIMIT)


def bare(pages: tuple[Page, ...]) -> bytes:
    """The marks, drawn with nothing but reportlab's own calls."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(pages[0].width, pages[0].height), pageCompression=1)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for mark in page.marks:
            match mark:
                case TextMark():
                    canvas.setFillColorRGB(*mark.ink.value)
                    canvas.setFont(mark.face.value, mark.size)
                    canvas.drawString(mark.x, mark.y, mark.text)
                case BoxMark():
                    if mark.fill:
                        canvas.setFillColorRGB(*mark.fill.value)
                    canvas.roundRect(
                        mark.x, mark.y, mark.width, mark.height, mark.radius, int(bool(mark.stroke)), int(bool(mark.fill))
                    )
                case DotsMark():
                    canvas.setDash([0, 3])
                    canvas.line(mark.x, mark.y, mark.x + mark.width, mark.y)
                    canvas.setDash([])
                case CodeMark():
                    side = mark.side / mark.code.size
                    path = canvas.beginPath()
                    for column, line, wide in mark.code.runs:
                        path.rect(mark.x + column * side, mark.y + mark.side - line * side, wide * side, side)
                    canvas.drawPath(path, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
