import shutil
import subprocess
from pathlib import Path

import pytest

from tests.slip.examples import FONTS, STEPS, slip
from tests.slip.reading import lines_in, picture
from wijkwijzer_desktop.desk.qr import QUIET, Code, code_content, encode
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.slip import StepBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker
from wijkwijzer_desktop.slip.marks import CodeMark

MAKER = ReportlabSlipMaker(FONTS)
REFUSED = [
    "",
    "http://enschede.nl",
    "HTTPS://enschede.nl",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "mailto:a@b.nl",
    "https://",
    "https:///pad",
    "https://[kapot",
    "https://enschede.nl@kwaad.example/",
    "https://enschede.nl/ met spatie",
    "https://enschede.nl/\nregel",
    "tel:*21*0612345678#",
    "tel:",
    "tel:+31 53",
    "053 481 81 81",
    "https://enschede.nl/" + "x" * 181,
]


@pytest.mark.parametrize("content", REFUSED)
def test_fault_42_no_code_and_the_text_stays(content: str) -> None:
    assert code_content(content) is None
    paper = slip(StepBlock(1, Text("Hulp"), "Stadsbank", (Text("Kom langs."),), "088 766 36 66", content))
    pages = MAKER.placed(paper, Paper.A4)
    assert not [mark for mark in pages[0].marks if isinstance(mark, CodeMark)]
    assert lines_in(MAKER.make(paper, Paper.A4).pdf)[2:] == ["1 Hulp", "Stadsbank 088 766 36 66", "Kom langs."]


@pytest.mark.parametrize("content", ["tel:113", "tel:+31887663666", "https://enschede.nl/a?b=c#d", "https://e.nl/" + "x" * 187])
def test_good_addresses_are_kept_as_they_are(content: str) -> None:
    assert code_content(content) == content
    assert encode(content).size >= 21 + 2 * QUIET


@pytest.mark.parametrize(("paper", "large"), [(paper, large) for paper in Paper for large in (False, True)])
def test_codes_are_read_back_from_a_picture_of_the_page(paper: Paper, large: bool, tmp_path: Path) -> None:
    printed = slip(*STEPS[:2])
    made = MAKER.make(printed, paper, large=large)
    wanted = {step.qr for step in STEPS[:2]}
    if shutil.which("zbarimg"):
        assert _scanned(made.pdf, made.pages, tmp_path) == wanted
    codes = [mark for page in MAKER.placed(printed, paper, large=large) for mark in page.marks if isinstance(mark, CodeMark)]
    assert [mark.code for mark in codes] == [encode(step.qr) for step in STEPS[:2]]
    for index, page in enumerate(MAKER.placed(printed, paper, large=large)):
        for mark in page.marks:
            if isinstance(mark, CodeMark):
                assert _seen(made.pdf, index, mark, page.height) == _modules(mark.code)


def _scanned(pdf: bytes, pages: int, folder: Path) -> set[str]:
    found: set[str] = set()
    for page in range(pages):
        file = folder / f"{page}.png"
        picture(pdf, page, 3).save(file)
        seen = subprocess.run(["zbarimg", "-q", "--raw", file], capture_output=True, text=True, check=False)
        found.update(seen.stdout.split())
    return found


def _modules(code: Code) -> set[tuple[int, int]]:
    return {(column + i, row) for column, row, wide in code.runs for i in range(wide)}


def _seen(pdf: bytes, page: int, mark: CodeMark, height: float) -> set[tuple[int, int]]:
    scale = 4.0
    image = picture(pdf, page, scale)
    module = mark.side / mark.code.size
    dark = set()
    for column in range(mark.code.size):
        for row in range(mark.code.size):
            x, y = mark.x + (column + 0.5) * module, height - mark.y - mark.side + (row + 0.5) * module
            if x * scale < image.width and int(str(image.getpixel((int(x * scale), int(y * scale))))) < 128:
                dark.add((column, row))
    return dark
