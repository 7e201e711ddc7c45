"""Folders of layers, a municipality that is based on another, and the start of a new one."""

from pathlib import Path

import pytest

from wijkwijzer_desktop import bootstrap, paths
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.content.catalogue import load_catalogue, load_own
from wijkwijzer_desktop.content.checker import check
from wijkwijzer_desktop.content.files import content_in, load_content, texts_in
from wijkwijzer_desktop.content.layers import load_layers
from wijkwijzer_desktop.content.loaded import LoadedCatalogue
from wijkwijzer_desktop.content.starting import start_municipality
from wijkwijzer_desktop.domain.condition import AREA_QUESTION
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError, ContentRefusedError

FICTIONAL = paths.shipped() / "voorbeeldstad"


def test_enschede_has_its_own_entries_beside_those_of_the_country_and_of_twente() -> None:
    services = {service.id: service for service in load_catalogue(paths.content())}
    assert [services[name].layer for name in ("112", "veilig-thuis-twente", "wijkwijzer-magneet")] == [
        "nederland",
        "twente",
        "enschede",
    ]
    own = load_own(paths.content())
    assert {service.layer for service in own} == {"enschede"}
    assert len(own) + len(load_own(paths.shipped() / "nederland")) + len(load_own(paths.shipped() / "twente")) == len(services)


def test_the_invented_municipality_asks_the_same_questions_about_its_own_places() -> None:
    fictional, enschede = load_content(FICTIONAL).pack, load_content(paths.content()).pack
    area = fictional.questionnaire.by_id[AREA_QUESTION]
    assert [option.id for option in area.options] == list(fictional.places)
    others = [q for q in fictional.questionnaire.questions if q.id != AREA_QUESTION]
    assert others == [q for q in enschede.questionnaire.questions if q.id != AREA_QUESTION]
    assert content_in(texts_in(FICTIONAL)).pack == fictional


def test_questions_that_name_enschede_get_the_own_entry() -> None:
    catalogue = LoadedCatalogue(load_catalogue(FICTIONAL), load_layers(FICTIONAL).layers)
    found = catalogue.services(("gemeente-enschede-14053", "stadsbank-oost-nederland", "getitfree", "112"))
    assert {asked: service.id for asked, service in found.items()} == {
        "gemeente-enschede-14053": "gemeente-voorbeeldstad",
        "stadsbank-oost-nederland": "schuldhulp-voorbeeldstad",
        "112": "112",
    }
    near = LoadedCatalogue(load_catalogue(FICTIONAL), load_layers(FICTIONAL).layers, "lindekwartier")
    assert "eettafel-lindekwartier" in near.services(("eettafel-lindekwartier",))
    assert catalogue.services(("eettafel-lindekwartier",)) == {}


def test_the_invented_municipality_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "check", str(FICTIONAL)]) == 0
    assert "Alles klopt." in capsys.readouterr().out


def test_a_computer_that_nobody_set_up_stands_at_the_municipalitys_own_counter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.CONTENT_VARIABLE, "voorbeeldstad")
    desk = bootstrap.build_desk(tmp_path)
    assert desk.settings.counter == "balie-de-linde"
    assert desk.settings.address == "Lindelaan 1, Voorbeeldstad"
    assert desk.entry("getitfree") is None


def test_content_can_be_named_or_pointed_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.CONTENT_VARIABLE, "voorbeeldstad")
    assert paths.content() == FICTIONAL
    monkeypatch.setenv(paths.CONTENT_VARIABLE, str(tmp_path))
    assert paths.content() == tmp_path


def test_a_new_municipality_holds_at_once_and_says_what_to_fill_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "nieuw"
    assert main(["new-municipality", str(folder), "--name", "Nieuwe Stad"]) == 0
    assert "README.md" in capsys.readouterr().out
    assert main(["content", "check", str(folder)]) == 0
    assert [layer.name for layer in load_layers(folder).layers.layers] == ["Nederland", "Twente", "Nieuwe Stad"]
    assert "VUL IN" in (folder / "catalogue.yaml").read_text(encoding="utf-8")
    assert "$" not in "".join(file.read_text(encoding="utf-8").replace("$schema", "") for file in folder.iterdir())


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van iemand", encoding="utf-8")
    assert main(["new-municipality", str(tmp_path)]) == 2
    assert [file.name for file in tmp_path.iterdir()] == ["brief.txt"]


@pytest.mark.parametrize(
    ("name", "municipality_id", "code"),
    [("Stad: x", "", "municipality-name"), ("Stad", "Stad!", "municipality-id"), ("Stad", "enschede", "municipality-id")],
)
def test_names_that_would_break_the_files_are_refused(tmp_path: Path, name: str, municipality_id: str, code: str) -> None:
    with pytest.raises(ContentRefusedError) as caught:
        start_municipality(tmp_path / "map", name, municipality_id)
    assert [finding.code for finding in caught.value.findings] == [code]
    assert not (tmp_path / "map").exists()


def test_a_layer_that_is_nowhere_and_an_entry_of_a_strange_layer_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "stad"
    start_municipality(folder, "Stad")
    text = (folder / "catalogue.yaml").read_text(encoding="utf-8")
    (folder / "catalogue.yaml").write_text(text.replace("    name:", "    layer: elders\n    name:", 1), encoding="utf-8")
    with pytest.raises(CatalogueRefusedError) as caught:
        load_catalogue(folder)
    assert [finding.code for finding in caught.value.findings] == ["unknown-layer"]
    named = (folder / "municipality.yaml").read_text(encoding="utf-8").replace("[nederland, twente]", "[nederland, ergens]")
    (folder / "municipality.yaml").write_text(named, encoding="utf-8")
    with pytest.raises(ContentRefusedError) as told:
        load_layers(folder)
    assert [(finding.code, finding.item) for finding in told.value.findings] == [("layer-folder-missing", "ergens")]
    catalogue = LoadedCatalogue(())

    def advise(*_: object) -> object:
        raise AssertionError(catalogue)

    assert "layer-folder-missing" in {finding.code for finding in check(folder, advise).findings}  # type: ignore[arg-type]
