"""Files of others by command: looked at, taken over whole or not at all, and out again."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.test_cli_catalogue import data
from wijkwijzer_desktop import bootstrap, cli_exchange
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.domain.editing import How

__all__ = ["data"]
SERVICE = "wijkwijzer-magneet"


def run(data: Path, *arguments: str) -> int:
    return main(["catalogue", *arguments, "--data", str(data)])


def changed(data: Path, tmp_path: Path, column: str, value: str) -> Path:
    """The catalogue as a spreadsheet with one cell of one service changed."""
    path = tmp_path / "catalogus.xlsx"
    assert run(data, "export", "-o", str(path)) == 0
    book = load_workbook(path)
    page = book["Voorzieningen"]
    headings = [cell.value for cell in page[1]]
    row = next(row for row in page.iter_rows(min_row=2) if row[0].value == SERVICE)
    row[headings.index(column)].value = value
    book.save(path)
    return path


def cost(data: Path) -> str:
    catalogue, _ = bootstrap.open_shelves(data)
    return catalogue.services((SERVICE,))[SERVICE].cost


@pytest.mark.parametrize("name", ["a.xlsx", "a.json", "a.zip", "tabellen", "a.ics"])
def test_out_and_in_is_the_same(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run(data, "export", "-o", str(tmp_path / name)) == 0
    assert str(tmp_path / name) in capsys.readouterr().out
    assert run(data, "import", str(tmp_path / name), "--dry-run") == 0
    assert capsys.readouterr().out.startswith("0 nieuw, 0 anders, 0 beëindigd, ")


def test_a_change_is_shown_field_by_field_and_then_made(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = changed(data, tmp_path, "Kosten", "vijf euro")
    before = cost(data)
    capsys.readouterr()
    assert run(data, "import", str(path), "--dry-run") == 0
    out = capsys.readouterr().out
    assert f"anders: {SERVICE}: " in out
    assert f"{before} → vijf euro" in out
    assert cost(data) == before
    assert run(data, "import", str(path)) == 0
    assert cost(data) == "vijf euro"
    assert bootstrap.open_workbench(data).history(SERVICE)[0].how is How.IMPORTED
    assert "1 anders" in capsys.readouterr().out


def test_fault_38_one_bad_cell_and_nothing_is_taken_over(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = changed(data, tmp_path, "Kosten", "vijf euro")
    book = load_workbook(path)
    book["Voorzieningen"]["E2"].value = "winkel"
    book.save(path)
    before = cost(data)
    assert run(data, "import", str(path)) == 2
    words = capsys.readouterr().err
    assert "catalogus.xlsx, regel 2" in words
    assert "kolom “Soort”: “winkel” kan hier niet." in words
    assert "niets overgenomen" in words
    assert cost(data) == before
    assert run(data, "import", str(path), "--skip-refused") == 1
    assert cost(data) == "vijf euro"


def test_what_a_list_no_longer_holds_ends(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "agenda.ics"
    event = "BEGIN:VEVENT\nUID:{0}\nSUMMARY:{0}\nDTSTART:20300101T100000\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n"
    whole = "BEGIN:VCALENDAR\nVERSION:2.0\n{}END:VCALENDAR\n"
    path.write_text(whole.format(event.format("Een") + event.format("Twee")))
    assert run(data, "import", str(path)) == 0
    path.write_text(whole.format(event.format("Een")))
    capsys.readouterr()
    assert run(data, "import", str(path), "--dry-run", "--origin", "iets anders") == 0
    assert "0 beëindigd" in capsys.readouterr().out
    assert run(data, "import", str(path)) == 0
    assert "0 nieuw, 0 anders, 1 beëindigd" in capsys.readouterr().out


def test_a_file_that_is_not_there(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("weg.xlsx", "weg.ics", "weg.json"):
        assert run(data, "import", str(tmp_path / name)) == 2
        assert "Dit bestand is er niet." in capsys.readouterr().err
    (tmp_path / "x").write_text("x")
    assert run(data, "export", "-o", str(tmp_path / "x" / "a.xlsx")) == 2


class Terminal:
    """Standard error, with somebody before it."""

    def __init__(self) -> None:
        self.written = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.written += text

    def flush(self) -> None:
        pass


def test_long_work_shows_how_far_it_is_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with cli_exchange.Bar() as bar:
        bar.tell(1, 2)
        assert terminal.written == ""
        monkeypatch.setattr(cli_exchange, "SOON", 0.0)
        bar.tell(1, 2)
        assert terminal.written.endswith("  50%")
        monkeypatch.setattr(terminal, "isatty", bool)
        bar.tell(2, 2)
    assert "100%" not in terminal.written
    assert terminal.written.endswith(" \r")
