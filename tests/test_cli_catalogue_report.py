"""The catalogue's report by command, and publishing over what editors did."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Shipped
from wijkwijzer_desktop import bootstrap, paths
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.domain.editing import FlagReason, How
from wijkwijzer_desktop.domain.service import Status

SERVICE = "wijkwijzer-magneet"


@pytest.fixture
def data(tmp_path: Path, shipped: Shipped) -> Path:
    return shipped(tmp_path / "data")


def changed(data: Path, **values: object) -> None:
    workbench = bootstrap.open_workbench(data)
    kept = workbench.read(SERVICE)
    assert kept is not None
    workbench.save(replace(kept.service, **values), kept.version, How.EDITED)  # type: ignore[arg-type]


def test_all_remarks_are_counted_and_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bootstrap.open_workbench(data).flag(SERVICE, FlagReason.NUMBER, date(2026, 11, 24))
    assert main(["catalogue", "report", "--data", str(data)]) == 0
    lines = capsys.readouterr().out.splitlines()
    count = len(load_catalogue(paths.content()))
    assert lines[0] == f"{count} ingangen in de catalogus."
    assert lines[1].split() == ["1", "Gemeld", "door", "de", "balie"]
    assert SERVICE in lines[2]
    assert f"{count:>5}  Nog nooit gecontroleerd" in lines
    network = lines.index("   22  Netwerk: drie maanden niet bevestigd")
    assert "       - ketenregisseur, eerste contact voor huisartsen en wijkteam (ketenregisseur)" in lines[network:]
    assert "       - Huisartsenpraktijk Comsa (huisarts-comsa)" in lines[network:]
    assert main(["catalogue", "report", "--counts", "--data", str(data)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 11


def test_every_shipped_entry_can_be_reached(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["catalogue", "report", "--counts", "--data", str(data)])
    assert "    0  Geen antwoord van een bezoeker leidt ernaartoe" in capsys.readouterr().out


def test_without_a_database_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue", "report", "--data", str(tmp_path)]) == 2
    assert capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_publishing_again_names_what_was_changed_here_and_leaves_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(data, status=Status.CONFIRMED, hours_text="Elke dag")
    assert main(["content", "publish", str(paths.content()), "--data", str(data)]) == 0
    err = capsys.readouterr().err
    assert SERVICE in err
    assert "--overwrite" in err
    kept = bootstrap.open_workbench(data).read(SERVICE)
    assert kept is not None
    assert (kept.service.hours_text, kept.version) == ("Elke dag", 2)
    assert main(["content", "publish", str(paths.content()), "--overwrite", "--data", str(data)]) == 0
    assert capsys.readouterr().err == ""
    kept = bootstrap.open_workbench(data).read(SERVICE)
    assert kept is not None
    assert (kept.service.hours_text, kept.version) == ("", 3)
    assert len(bootstrap.open_workbench(data).history(SERVICE)) == 2
