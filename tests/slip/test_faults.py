import builtins
import socket
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.slip.examples import FONTS, HEADER
from tests.slip.reading import assert_sound, fields_of, letters, letters_in, letters_on, lines_in
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.slip import (
    ActivitiesBlock,
    ActivityRow,
    FooterBlock,
    Header,
    Slip,
    StepBlock,
    TalkBlock,
    UrgentBlock,
    WriteBlock,
)
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.slip.fonts import load_fonts
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker
from wijkwijzer_desktop.slip.printable import clean

MAKER = ReportlabSlipMaker(FONTS)
LONGEST = 10_000


def everywhere(text: str, *, own: str = "", language: str = "nl", direction: str = "ltr") -> Slip:
    """The same text in every field there is."""
    both = Text(text, own)
    return Slip(
        Header(text, text, HEADER.at, both, text),
        (
            UrgentBlock(both, (both,), ((text, both), ("112", both))),
            StepBlock(1, both, text, (both, both), text, text),
            StepBlock(2, both, text, (), "", "tel:112"),
            ActivitiesBlock(both, (ActivityRow(both, text, both), ActivityRow(both, text, both))),
            TalkBlock(both, (both,)),
            WriteBlock((both, both, both)),
            FooterBlock((both,)),
        ),
        language,
        direction,
    )


def repeated(text: str, times: int) -> str:
    return (text * times)[:LONGEST]


anything = st.text(st.characters(exclude_categories=[]), max_size=80)
long_text = st.builds(repeated, st.text(st.characters(exclude_categories=[]), min_size=1, max_size=40), st.integers(1, 60))
formats = st.sampled_from([(paper, large) for paper in Paper for large in (False, True)])


@given(text=anything | long_text, form=formats)
@example(text="\u202e\x00Bel \u0336" + "e\u0301\u0302\u0303\u0304\u0305" * 30 + "👩‍👩‍👧 שלום محمد", form=(Paper.A4, False))
@example(text="W" * 1500, form=(Paper.A5, True))
@example(text="ij " * 600, form=(Paper.RECEIPT, True))
@settings(max_examples=25)
def test_fault_32_any_text_in_any_field_stays_legible(text: str, form: tuple[Paper, bool]) -> None:
    paper, large = form
    printed = everywhere(text)
    pages = MAKER.placed(printed, paper, large=large)
    assert_sound(pages)
    missing = letters("".join(clean(field, load_fonts(FONTS)) for field in fields_of(printed))) - letters_on(pages)
    assert not missing
    made = MAKER.make(printed, paper, large=large)
    assert made.pages == len(pages)
    if len(pages) < 6:
        assert letters_in(made.pdf) == letters_on(pages)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("text", ["Een zin van gewone woorden. " * 358, "x" * LONGEST, "088 766 36 66 " * 715])
def test_fault_32_ten_thousand_characters_in_one_field(paper: Paper, text: str) -> None:
    text = text[:LONGEST]
    step = StepBlock(1, Text("Hulp"), "Stadsbank", (Text(text),), "112", "tel:112")
    printed = Slip(HEADER, (step, FooterBlock((Text("Klaar"),))))
    pages = MAKER.placed(printed, paper)
    assert_sound(pages)
    assert not letters(text) - letters_on(pages)


@given(dutch=anything, own=anything, form=formats)
@settings(max_examples=20)
def test_fault_32_two_languages_of_any_text(dutch: str, own: str, form: tuple[Paper, bool]) -> None:
    paper, large = form
    assert_sound(MAKER.placed(everywhere(dutch, own=own, language="tr"), paper, large=large))


# Everything that steers or joins letters, in each script of the slip and in some that no font has.
SCRIPTS = [
    *("abc é Şi 053-1234567 9:00–17:00 € 2,50 (", "Київ ґ", "بيت لا إلى مَجّ", "می‌خواهم گچ", "ትግርኛ ።፦", "שלום", "中文", "ไทย"),
    *"٣۴.,:/-–+()[]«»؟ \u00a0\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\u202b\u202e\u064e\u0301\ufdfa\ufefb\u0640",
]
mixed = st.lists(st.sampled_from(SCRIPTS), max_size=25).map("".join)


@given(dutch=mixed, own=mixed | long_text, form=formats)
@example(dutch="محمد " * 40, own="\u2068053-1234567\u2069 " * 40, form=(Paper.RECEIPT, True))
@example(dutch="ب" * 1500, own="(" * 700 + "ب", form=(Paper.A5, True))
@settings(max_examples=30)
def test_fault_32_mixed_scripts_in_lines_from_the_right(dutch: str, own: str, form: tuple[Paper, bool]) -> None:
    paper, large = form
    printed = everywhere(dutch, own=own, language="ar", direction="rtl")
    pages = MAKER.placed(printed, paper, large=large)
    assert_sound(pages)
    made = MAKER.make(printed, paper, large=large)
    if len(pages) < 6:
        assert letters_in(made.pdf) == letters_on(pages)


MARKUP = [
    "<font color=\"[[[getattr(pow, Word('__globals__'))['os'].system('touch geraakt') for Word in [1]]]]\">tekst</font>",
    '<img src="/etc/passwd"/>',
    "Huis & <b>thuis",
    "&lt;b&gt; &amp; &#65;",
    '<a href="https://voorbeeld.nl">klik</a>',
    "]]> <!-- <para> \\(tekst\\) %PDF-1.4 endstream endobj",
]
CODE = ["'; drop table bezoek; --", "100%_korting%", "{{7*7}}", "${7*7}", "%(name)s", "{name} {0}", "=1+1", "\\n \\u0041 C:\\map"]


@pytest.mark.parametrize("text", MARKUP)
def test_fault_39_markup_is_printed_as_written_and_opens_nothing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    MAKER.make(everywhere("warm"), Paper.A4)

    def refuse(*arguments: Any, **named: Any) -> Any:
        pytest.fail(f"opened {arguments}")

    with monkeypatch.context() as patched:
        patched.setattr(builtins, "open", refuse)
        patched.setattr(socket, "socket", refuse)
        pdf = MAKER.make(everywhere(text), Paper.A4).pdf
    assert _as_one(text) in _as_one("".join(lines_in(pdf)))
    assert letters_in(pdf) >= letters(text)


@pytest.mark.parametrize("text", CODE)
def test_fault_40_code_is_text(text: str) -> None:
    printed = Slip(HEADER, (StepBlock(1, Text("Hulp"), text, (Text(text),)),))
    assert lines_in(MAKER.make(printed, Paper.A4).pdf)[2:] == ["1 Hulp", text, text]


def _as_one(text: str) -> str:
    return "".join(text.split())
