"""The catalogue's translations by command: out of the database, and back into it."""

from pathlib import Path

import pytest

from tests.conftest import Shipped
from wijkwijzer_desktop import bootstrap, paths
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.domain.service import Told

SERVICE = "wijkwijzer-magneet"
PO = """\
msgid ""
msgstr ""
"Language: tr\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgctxt "service:wijkwijzer-magneet:audience"
msgid "{dutch}"
msgstr "{turkish}"
"""


@pytest.fixture
def data(tmp_path: Path, shipped: Shipped) -> Path:
    return shipped(tmp_path / "data")


def turkish(data: Path) -> str:
    catalogue, _ = bootstrap.open_shelves(data)
    service = catalogue.services((SERVICE,))[SERVICE]
    return service.translated(Told.AUDIENCE, "tr", service.audience)


def test_out_and_back(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "po"
    assert main(["catalogue", "translations", "export", "-o", str(folder), "--data", str(data)]) == 0
    assert str(folder) in capsys.readouterr().out
    po = folder / "tr.po"
    po.write_text(PO.format(dutch="Inwoners van Enschede", turkish="Herkes (deneme)"), encoding="utf-8")
    assert main(["catalogue", "translations", "import", str(po), "--data", str(data)]) == 0
    assert turkish(data) == "Herkes (deneme)"


def messages(folder: Path) -> dict[str, set[str]]:
    """By file, without what it begins with."""
    return {path.name: set(path.read_text(encoding="utf-8").split("\n\n")[1:]) - {""} for path in folder.iterdir()}


def test_the_folders_of_all_layers_give_the_same_as_the_database(data: Path, tmp_path: Path) -> None:
    assert main(["catalogue", "translations", "export", "-o", str(tmp_path / "all"), "--data", str(data)]) == 0
    together: dict[str, set[str]] = {}
    for layer in ("nederland", "twente", "enschede"):
        own, content = tmp_path / layer, paths.content().parent / layer
        assert main(["catalogue", "translations", "export", "-o", str(own), "--content", str(content)]) == 0
        for name, found in messages(own).items():
            assert not found & together.get(name, set())
            together[name] = together.get(name, set()) | found
    assert messages(tmp_path / "all") == together


def test_a_bad_file_changes_nothing(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = turkish(data)
    po = tmp_path / "tr.po"
    good = PO.format(dutch="Inwoners van Enschede", turkish="Herkes (deneme)")
    po.write_text(good + '\nmsgctxt "service:weg:cost"\nmsgid "gratis"\nmsgstr "x"\n', encoding="utf-8")
    assert main(["catalogue", "translations", "import", str(po), "--data", str(data)]) == 2
    assert f"{po}:" in capsys.readouterr().err
    assert turkish(data) == before


def test_a_translation_of_an_older_text_is_named_and_stays_dutch(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    po = tmp_path / "tr.po"
    po.write_text(PO.format(dutch="Iemand anders", turkish="Herkes (deneme)"), encoding="utf-8")
    assert main(["catalogue", "translations", "import", str(po), "--data", str(data)]) == 1
    assert "service:wijkwijzer-magneet:audience" in capsys.readouterr().err
    assert turkish(data) == ""
