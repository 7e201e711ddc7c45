"""The line that somebody typed for this one paper."""

import pytest

from tests.slip.examples import FONTS, HEADER, TALK
from tests.slip.reading import dutch_in
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.slip import NOTE_LENGTH, NoteBlock, Slip, note_line
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker


def printed(text: str, paper: Paper, own: str = "") -> str:
    slip = Slip(HEADER, (NoteBlock(Text("Opmerking", own), text), TALK), "tr" if own else "nl")
    return dutch_in(ReportlabSlipMaker(FONTS).make(slip, paper).pdf)


@pytest.mark.parametrize("paper", list(Paper))
def test_it_is_printed_whole_on_every_paper(paper: Paper) -> None:
    text = " ".join(f"woord{number}" for number in range(15))
    assert all(word in printed(text, paper) for word in text.split())
    assert "Opmerking" in printed(text, paper)


def test_it_stands_once_beside_two_languages() -> None:
    words = printed("Bel maandag", Paper.A4, "Not")
    assert words.count("maandag") == 1
    assert "Not" in words


def test_nothing_is_printed_for_nothing() -> None:
    assert "Opmerking" not in printed(" ", Paper.A4)


@pytest.mark.parametrize(
    ("typed", "line"),
    [(" a  b ", "a b"), ("a\nb\tc", "a b c"), ("\x00\u202e", ""), ("x" * 999, "x" * NOTE_LENGTH)],
)
def test_fault_32_only_what_can_be_seen_is_kept(typed: str, line: str) -> None:
    assert note_line(typed) == line
