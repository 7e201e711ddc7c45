"""Marks to PDF bytes, in memory only."""

from io import BytesIO
from typing import Any

from wijkwijzer_desktop.slip.fonts import Face
from wijkwijzer_desktop.slip.glyphs import GlyphPen
from wijkwijzer_desktop.slip.marks import BoxMark, CodeMark, DotsMark, Ink, Mark, Page, TextMark

TITLE = "Wijkwijzer"
_DOT = 1.1
_DOT_EVERY = 3.4


def draw(pages: tuple[Page, ...], language: str) -> bytes:
    """A PDF of these pages. The same pages give the same bytes: no date, no random identifier.

    language: BCP 47 code of most of the text. The title says nothing of the visit, and there is no author.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    # Pages as bytes instead of letters: smaller, and quicker to make.
    rl_config.useA85 = 0
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(pages[0].width, pages[0].height),
        invariant=1,
        pageCompression=1,
        lang=language,
        initialFontName=Face.REGULAR.value,
    )
    canvas.setTitle(TITLE)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator(TITLE)
    pen = GlyphPen(canvas._doc)  # noqa: SLF001 - reportlab has no public way to place a glyph
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for mark in page.marks:
            _draw_mark(canvas, pen, mark)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_mark(canvas: Any, pen: GlyphPen, mark: Mark) -> None:
    match mark:
        case TextMark():
            pen.draw(mark, canvas._code)  # noqa: SLF001
        case BoxMark():
            _draw_box(canvas, mark)
        case DotsMark():
            canvas.setLineCap(1)
            canvas.setLineWidth(_DOT)
            canvas.setDash([0, _DOT_EVERY])
            canvas.setStrokeColorRGB(*Ink.BLACK.value)
            canvas.line(mark.x + _DOT, mark.y, mark.x + mark.width - _DOT, mark.y)
            canvas.setDash([])
        case CodeMark():
            _draw_code(canvas, mark)


def _draw_box(canvas: Any, mark: BoxMark) -> None:
    if mark.fill:
        canvas.setFillColorRGB(*mark.fill.value)
    if mark.stroke:
        canvas.setStrokeColorRGB(*mark.stroke.value)
        canvas.setLineWidth(mark.line)
    paint = {"stroke": int(mark.stroke is not None), "fill": int(mark.fill is not None)}
    if mark.radius:
        canvas.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius, **paint)
    else:
        canvas.rect(mark.x, mark.y, mark.width, mark.height, **paint)


def _draw_code(canvas: Any, mark: CodeMark) -> None:
    from reportlab.pdfgen.pathobject import PDFPathObject

    module = mark.side / mark.code.size
    canvas.saveState()
    canvas.setFillColorRGB(*Ink.BLACK.value)
    # In modules from the upper left corner: whole numbers need no formatting.
    canvas.transform(module, 0, 0, -module, mark.x, mark.y + mark.side)
    path = PDFPathObject([f"{column} {row} {wide} 1 re" for column, row, wide in mark.code.runs])
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
