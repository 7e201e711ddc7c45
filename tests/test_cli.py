"""The command line, whole: from a visit in a file to words and paper."""

import json
from pathlib import Path

import pytest

from tests.conftest import Shipped
from tests.slip.reading import dutch_in, lines_in
from wijkwijzer_desktop import bootstrap, paths
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.content.personas import Persona, load_personas
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.domain.errors import SettingsRefusedError
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.domain.staff import Pin
from wijkwijzer_desktop.first_screen import SETTINGS_NAME, read_first_screen

VISIT = {
    "language": "ar",
    "area": "wesselerbrink",
    "answers": {"begin.topics": ["geld", "contact"], "geld.rekeningen": "soms-niet", "contact.iemand-bellen": "nee"},
    "order": ["geld.schulden", "contact.eenzaam"],
}
AT = "2026-11-24T10:00"
# To wait for the voices of the computer takes longer than the rest of what doctor does.
SILENT = 'voice = "off"\n'


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, shipped: Shipped) -> Path:
    return shipped(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def desk(data: Path) -> Desk:
    return bootstrap.build_desk(data)


@pytest.fixture
def visit(tmp_path: Path) -> Path:
    path = tmp_path / "visit.json"
    path.write_text(json.dumps(VISIT), encoding="utf-8")
    return path


def copy_database(data: Path, folder: Path) -> None:
    """With what SQLite keeps beside it: somebody may have it open."""
    for path in data.glob(f"{bootstrap.DATABASE_FILE}*"):
        (folder / path.name).write_bytes(path.read_bytes())


def test_advice_as_json(visit: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", str(visit), "--data", str(data), "--at", AT, "--json"]) == 0
    out, err = capsys.readouterr()
    advice = json.loads(out)
    assert err == ""
    assert [c["topic"] for c in advice["concerns"]][:2] == ["geld.schulden", "contact.eenzaam"]
    assert advice["urgent"] == []
    first = advice["recommendations"][0]
    assert first["concern"] == "geld.schulden"
    assert set(first) >= {"service", "verdict", "step", "distance_km", "open", "next_time", "checked", "reasons"}
    assert first["verdict"] in {"yes", "maybe"}
    assert first["open"] in {"now", "later", "unknown"}
    assert all(reason["text"] for r in advice["recommendations"] for reason in r["reasons"])
    assert advice["pack_version"].startswith("2026.")


def test_advice_in_words(visit: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", str(visit), "--data", str(data), "--at", AT]) == 0
    assert "Geldfit" in capsys.readouterr().out


@pytest.mark.parametrize("paper", ["a4", "a5", "receipt"])
def test_a_slip_on_every_paper(visit: Path, data: Path, tmp_path: Path, paper: str) -> None:
    slip = tmp_path / "slip.pdf"
    assert main(["slip", str(visit), "--data", str(data), "--at", AT, "-o", str(slip), "--paper", paper]) == 0
    words = " ".join(lines_in(slip.read_bytes()))
    for expected in ("Wijkwijzer De Magneet", "24 nov 2026", "Geldfit", "0800-8115", "Tandem maatjes", "Wie helpt mij?"):
        assert expected in words


def test_a_slip_of_a_persona(data: Path, tmp_path: Path) -> None:
    slip = tmp_path / "slip.pdf"
    assert main(["slip", "--persona", "fatma", "--data", str(data), "-o", str(slip)]) == 0
    assert "Geldfit" in dutch_in(slip.read_bytes())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"answers": {"geld.rekeningen": "kanarie"}}, "geld.rekeningen"),
        ({"answers": {"kanarie.vraag": "ja"}}, "answers"),
        ({"area": "kanarie"}, "area"),
        ({"answers": 3}, "answers"),
    ],
)
def test_a_wrong_visit_is_refused_in_words(
    change: dict[str, object], words: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, slip = tmp_path / "visit.json", tmp_path / "slip.pdf"
    path.write_text(json.dumps(VISIT | change), encoding="utf-8")
    assert main(["slip", str(path), "--data", str(data), "-o", str(slip)]) == 2
    assert not slip.exists()
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "\ufeff{}x"])
def test_what_is_no_json_is_refused(text: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "visit.json"
    path.write_text(text, encoding="utf-8")
    assert main(["advise", str(path), "--data", str(data)]) == 2
    assert "visit.json" in capsys.readouterr().err


def test_neither_file_nor_persona(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", "--data", str(data)]) == 2
    assert main(["advise", "--data", str(data), "--persona", "niemand"]) == 2
    assert main(["advise", "bestaat-niet.json", "--data", str(data)]) == 2
    assert "bestaat-niet.json" in capsys.readouterr().err


def test_the_shipped_content_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "check", str(paths.content())]) == 0
    assert "Alles klopt." in capsys.readouterr().out


def test_missing_content_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "check", str(tmp_path / "nergens")]) == 1
    assert "nergens" in capsys.readouterr().err


def test_what_a_change_of_the_content_does_to_advice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = tmp_path / "content"
    changed.mkdir()
    for path in paths.content().glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        (changed / path.name).write_text(text.replace("geld.rekeningen, is: krap}", "geld.rekeningen, is: soms-niet}"))
    assert main(["content", "diff", str(paths.content()), str(paths.content())]) == 0
    assert "voor niemand van de" in capsys.readouterr().out
    assert main(["content", "diff", str(paths.content()), str(changed)]) == 1
    out = capsys.readouterr().out
    assert "fatma: Fatma, 34" in out
    assert "verandert het advies voor" in out
    assert main(["content", "diff", str(paths.content()), str(tmp_path / "nergens")]) == 2


def test_broken_content_is_not_published(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    for path in paths.content().glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    topics = folder / "topics.yaml"
    topics.write_text(topics.read_text(encoding="utf-8").replace("severity: heavy", "severity: enorm", 1), encoding="utf-8")
    before = bootstrap.build_desk(data).pack.version
    assert main(["content", "publish", str(folder), "--data", str(data)]) == 2
    assert "topics.yaml" in capsys.readouterr().err
    assert bootstrap.build_desk(data).pack.version == before


def test_paths_and_graph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "paths", str(paths.content())]) == 0
    assert "twee zorgen" in capsys.readouterr().out
    drawing = tmp_path / "flow.svg"
    assert main(["content", "graph", str(paths.content()), "-o", str(drawing)]) == 0
    assert drawing.read_text(encoding="utf-8").startswith("<svg")


def test_doctor_looks_at_all_of_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--data", str(data)]) == 1
    out = capsys.readouterr().out
    for what in ("Scherm", "Lettertypen", "Database goed", "printer", "CUPS", "klok"):
        assert what in out


def test_doctor_on_a_broken_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / bootstrap.DATABASE_FILE).write_text("geen database", encoding="utf-8")
    (tmp_path / SETTINGS_NAME).write_text(SILENT, encoding="utf-8")
    assert main(["doctor", "--data", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "het bestand is geen database" in out
    assert ".." not in out


def test_doctor_only_looks(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = tmp_path / "nergens" / "data"
    main(["doctor", "--data", str(nowhere)])
    assert "[niet te zien] Er is nog geen database. De eerste start maakt haar." in capsys.readouterr().out
    assert not nowhere.parent.exists()
    empty, settings = tmp_path / bootstrap.DATABASE_FILE, tmp_path / SETTINGS_NAME
    empty.touch()
    settings.write_text(SILENT, encoding="utf-8")
    main(["doctor", "--data", str(tmp_path)])
    assert "Er is nog geen database." in capsys.readouterr().out
    assert (set(tmp_path.iterdir()), empty.stat().st_size) == ({empty, settings}, 0)
    whole = tmp_path / "heel"
    whole.mkdir()
    copy_database(data, whole)
    (whole / SETTINGS_NAME).write_text(SILENT, encoding="utf-8")
    before = {path.name: path.read_bytes() for path in whole.iterdir() if not path.name.endswith("-shm")}
    main(["doctor", "--data", str(whole)])
    assert "Database goed" in capsys.readouterr().out
    assert {path.name: path.read_bytes() for path in whole.iterdir() if not path.name.endswith("-shm")} == before


@pytest.mark.long
def test_doctor_on_settings(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy_database(data, tmp_path)
    for text, words in (
        ('counter = "wijkwijzer-kompas"', "[goed] Instellingen goed: dit is de balie Wijkwijzer Het Kompas (Deppenbroek)."),
        ('counter = "kanarie"', "[LET OP] De instelling “counter” klopt niet: die balie staat niet in de catalogus."),
        ("warn_after = 1", "[LET OP] De instelling “warn_after” klopt niet: die waarde mag niet. Verbeter settings.toml."),
    ):
        (tmp_path / SETTINGS_NAME).write_text(SILENT + text, encoding="utf-8")
        assert main(["doctor", "--data", str(tmp_path)]) == 1
        assert words in capsys.readouterr().out


def test_where_the_data_lies_may_be_said_before_the_command(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_database(data, tmp_path)
    (tmp_path / SETTINGS_NAME).write_text(SILENT, encoding="utf-8")
    assert main(["--data", str(tmp_path), "doctor"]) == 1
    assert "Database goed" in capsys.readouterr().out
    assert main(["--data", "nergens", "advise", "--persona", "fatma", "--data", str(data), "--at", AT]) == 0


def test_a_counter_has_the_name_and_address_of_its_entry(tmp_path: Path, data: Path) -> None:
    copy_database(data, tmp_path)
    settings = tmp_path / SETTINGS_NAME
    settings.write_text('counter = "wijkwijzer-kompas"\n', encoding="utf-8")
    here = bootstrap.build_desk(tmp_path).settings
    assert (here.name, here.address, here.postcode4) == (
        "Wijkwijzer Het Kompas (Deppenbroek)",
        "Lijsterstraat 11, Enschede",
        "7523",
    )
    left = read_first_screen(tmp_path)
    assert left is not None
    assert left.name == here.name
    settings.write_text('counter = "wijkwijzer-kompas"\nname = "Het Kompas"\n', encoding="utf-8")
    here = bootstrap.build_desk(tmp_path).settings
    assert (here.name, here.postcode4) == ("Het Kompas", "7523")


def test_a_counter_that_nobody_knows_is_refused(tmp_path: Path, data: Path) -> None:
    copy_database(data, tmp_path)
    settings = tmp_path / SETTINGS_NAME
    settings.write_text('counter = "kanarie"\n', encoding="utf-8")
    with pytest.raises(SettingsRefusedError) as caught:
        bootstrap.build_desk(tmp_path)
    assert caught.value.data == {"field": "counter", "reason": "unknown-counter"}
    settings.write_text('counter = "kanarie"\nname = "Balie Zuid"\n', encoding="utf-8")
    assert bootstrap.build_desk(tmp_path).settings.name == "Balie Zuid"


def shipped_personas() -> list[str]:
    text = (paths.content() / "personas.yaml").read_text(encoding="utf-8")
    return [line.split("id:")[1].strip() for line in text.splitlines() if line.startswith("  - id:")]


@pytest.fixture(scope="module")
def personas(desk: Desk) -> dict[str, Persona]:
    return {persona.id: persona for persona in load_personas(paths.content(), desk.pack)}


@pytest.mark.parametrize("persona_id", shipped_personas())
def test_every_persona_gets_a_right_slip(persona_id: str, desk: Desk, personas: dict[str, Persona]) -> None:
    persona = personas[persona_id]
    here = bootstrap.at_counter(desk, persona.counter)
    advice = here.advise(here.pack, persona.visit, persona.at)
    referral = refer(advice, Choice())
    paper = here.to_paper(here.compose(referral, "K7QM-3H", "nl", persona.at))
    words = dutch_in(paper.pdf)
    assert paper.pages <= 2
    assert here.settings.name in words
    assert 1 <= len(referral.steps) <= 3
    for step in referral.steps:
        assert step.service.name in words
        assert all(phone.number in words for phone in step.service.phones[:1])
    for route in advice.urgent:
        title = here.wording("nl").signal_title(route.signal)
        if route.signal.discreet:
            assert route.signal.text.split(".")[0] not in words
            assert "Veilig Thuis" not in words
        else:
            assert title in words
            assert words.index(title) < words.rindex(referral.steps[0].service.name)
    assert "geen recht" not in words.lower()


def test_what_was_published_comes_with_its_note_and_what_it_was_made_of(tmp_path: Path) -> None:
    assert main(["content", "publish", str(paths.content()), "--data", str(tmp_path), "--note", "Eerste keer"]) == 0
    room = bootstrap.open_staff(tmp_path, _nobody)
    room.begin("Marja", Pin("274905"))
    office = bootstrap.open_office(tmp_path, _nobody)
    office.room.log_in(Pin("274905"))
    (published,) = office.publishing.packs()
    assert (published.note, published.who, published.on_top) == ("Eerste keer", "", True)
    written = (paths.content() / "questionnaire.yaml").read_text(encoding="utf-8")
    assert office.publishing.open_draft().texts["questionnaire"] == written


def _nobody() -> None:
    """There is no visit."""
