"""Files for the systems of others by command: a referral out, a questionnaire in."""

import json
from pathlib import Path

import pytest

from tests.exchange.fhir_samples import choice, questionnaire
from tests.test_cli_catalogue import data
from wijkwijzer_desktop.cli import main

__all__ = ["data"]


def run(data: Path, *arguments: str) -> int:
    return main(["fhir", *arguments, "--data", str(data)])


def test_out_and_in_again(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle, folder = tmp_path / "bundle.json", tmp_path / "vragen"
    assert run(data, "out", "--persona", "fatma", "-o", str(bundle)) == 0
    assert bundle.stat().st_mode & 0o777 == 0o600
    assert json.loads(bundle.read_bytes())["type"] == "collection"
    assert run(data, "in", str(bundle), "-o", str(folder)) == 0
    written = (folder / "questionnaire.yaml").read_text(encoding="utf-8")
    assert "  - id: geld.rekeningen\n    part: topic\n    topic: geld\n" in written
    assert "questionnaire.yaml" in capsys.readouterr().out
    # What is there now is somebody's work.
    assert run(data, "in", str(bundle), "-o", str(folder)) == 2
    assert "staan al vragen" in capsys.readouterr().err
    # As far as it goes: topics and places are for whoever takes it over.
    assert main(["content", "check", str(folder)]) == 1
    assert "questionnaire.yaml" not in capsys.readouterr().err


def test_what_cant_be_asked_is_refused_whole_with_where_and_why(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "q.json"
    path.write_bytes(questionnaire(choice("1"), {"linkId": "2.a", "text": "Hoe heet u?", "type": "string"}))
    assert run(data, "in", str(path), "-o", str(tmp_path / "uit")) == 2
    assert "q.json: 2.a: Het soort “string” kan hier niet." in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_what_is_left_out_is_said(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "q.json"
    path.write_bytes(questionnaire(choice("1", required=True), choice("2")))
    assert run(data, "in", str(path), "-o", str(tmp_path / "uit")) == 1
    told = capsys.readouterr()
    assert "“required” is weggelaten" in told.err
    assert told.out.startswith("Bewaard: 2 vragen in ")


def test_discreet_only_when_asked_for(data: Path, tmp_path: Path) -> None:
    visit = tmp_path / "bezoek.json"
    visit.write_text(json.dumps({"answers": {"begin.topics": ["veilig"], "veilig.gevoel": "thuis"}}))
    found = []
    for name, more in (("a.json", ()), ("b.json", ("--discreet",))):
        assert run(data, "out", str(visit), "-o", str(tmp_path / name), *more) == 0
        found.append((tmp_path / name).read_text(encoding="utf-8"))
    assert "veilig.gevoel" not in found[0]
    assert "veilig.gevoel" in found[1]


def test_a_file_that_isnt_there(data: Path, tmp_path: Path) -> None:
    assert run(data, "in", str(tmp_path / "nergens.json"), "-o", str(tmp_path / "uit")) == 2
