"""Sheets by command, with the content that is shipped."""

from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from tests.conftest import Shipped
from tests.slip.reading import lines_in
from wijkwijzer_desktop.cli import main

AT = ("--at", "2026-11-24T10:00")
PRACTICES = ("madioenstraat", "bleekhofstraat", "nijhof-franke", "comsa", "richters", "van-huizen-slinkman")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, shipped: Shipped) -> Path:
    return shipped(tmp_path_factory.mktemp("data"))


def sheet(data: Path, *arguments: str) -> tuple[int, list[str], list[tuple[int, int]]]:
    """Exit status, the lines of the PDF, and the sizes of its pages in millimetres."""
    out = data / "blad.pdf"
    out.unlink(missing_ok=True)
    status = main(["sheet", *arguments, "--data", str(data), "-o", str(out)])
    if not out.exists():
        return status, [], []
    pdf = out.read_bytes()
    with pdfplumber.open(BytesIO(pdf)) as document:
        sizes = [(round(float(p.width) / 72 * 25.4), round(float(p.height) / 72 * 25.4)) for p in document.pages]
    return status, lines_in(pdf), sizes


@pytest.mark.parametrize("practice", PRACTICES)
def test_the_card_of_every_practice(data: Path, practice: str) -> None:
    status, lines, sizes = sheet(data, "practice", "--practice", f"huisarts-{practice}", *AT)
    assert status == 0
    assert sizes[0] == (210, 297)
    assert "Waarvoor patiënten vaak komen" in lines


@pytest.mark.parametrize(
    ("arguments", "title"),
    [
        (("neighbourhood", "--area", "wesselerbrink"), "Wie is wie: Wesselerbrink"),
        (("news",), "Nieuws van het netwerk"),
        (("news", "--area", "wesselerbrink"), "Nieuws van het netwerk"),
        (("news", "--practice", "huisarts-comsa"), "Nieuws van het netwerk"),
        (("plan", "--persona", "fatma"), "Mijn plan"),
        (("recipe", "--persona", "henk", "--interest", "cooking", "--free"), "Welzijnsrecept"),
        (("gp", "--persona", "fatma", "--practice", "huisarts-comsa"), "Voor de huisarts"),
        (("week",), "Doe mee deze week"),
    ],
    ids=str,
)
def test_every_sheet_is_made(data: Path, arguments: tuple[str, ...], title: str) -> None:
    status, lines, sizes = sheet(data, *arguments, *AT)
    assert (status, sizes[0]) == (0, (210, 297))
    assert title in lines


def test_a_persona_brings_wishes_and_practice_along(data: Path) -> None:
    assert any("Repair" in line for line in sheet(data, "recipe", "--persona", "coby-creatief")[1])
    asked = sheet(data, "recipe", "--persona", "coby-creatief", "--interest", "cooking")[1]
    assert not any("Repair" in line for line in asked)
    assert any("Richters" in line for line in sheet(data, "gp", "--persona", "osman-gestuurd")[1])
    for unlisted in ("thea-gestuurd", "fatma"):
        assert not any("Huisartsenpraktijk" in line for line in sheet(data, "gp", "--persona", unlisted)[1])


def test_a_poster_is_a3_and_any_paper_may_be_asked_for(data: Path) -> None:
    assert sheet(data, "week", "--poster", *AT)[2][0] == (297, 420)
    assert sheet(data, "week", "--poster", "--paper", "a4", *AT)[2][0] == (210, 297)
    assert sheet(data, "plan", "--persona", "fatma", "--paper", "receipt", *AT)[2][0][0] == 80


def test_the_week_holds_the_day_that_is_named(data: Path) -> None:
    for day in ("2026-11-30", "2026-12-06"):
        assert "Van ma 30 nov tot en met 6 dec 2026" in sheet(data, "week", "--week", day, *AT)[1]


def test_the_week_begins_today_where_none_is_named(data: Path) -> None:
    lines = sheet(data, "week", "--at", "2026-11-29T10:00")[1]
    assert "Van zo 29 nov tot en met 5 dec 2026" in lines or any("zo 29 nov" in line for line in lines)


def test_a_visitors_sheet_speaks_their_language_too(data: Path) -> None:
    for arguments in (("plan", "--persona", "fatma"), ("week",), ("gp", "--persona", "fatma")):
        lines = sheet(data, *arguments, "--language", "tr", *AT)[1]
        assert any("24 Kas 2026" in line for line in lines)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("practice", "--practice", "bestaat-niet"),
            "“bestaat-niet” bestaat niet. Achter --practice kan: huisarts-",
        ),
        (("neighbourhood", "--area", "mars"), "“mars” bestaat niet. Achter --area kan: "),
        (("news", "--area", "mars"), "“mars” bestaat niet."),
        (("agenda", "--meeting", "geen"), "“geen” bestaat niet. Achter --meeting kan: "),
        (("gp", "--persona", "fatma", "--practice", "geen"), "“geen” bestaat niet."),
        (("plan",), "geef één bestand, of --persona"),
    ],
    ids=str,
)
def test_what_is_not_there_is_said_in_dutch(
    data: Path, arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, lines, _ = sheet(data, *arguments)
    assert (status, lines) == (2, [])
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [("week", "--week", "morgen"), ("plan", "--paper", "b5"), ("practice",), ("taart",)], ids=str
)
def test_a_wrong_call_ends_with_two(data: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        sheet(data, *arguments)
    assert ended.value.code == 2
    assert "--help" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_named(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "geen" / "blad.pdf"
    assert main(["sheet", "week", "--data", str(data), "-o", str(place)]) == 2
    assert str(place) in capsys.readouterr().err
