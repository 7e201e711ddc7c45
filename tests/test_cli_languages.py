"""The command line in every language that a visitor can choose."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import Shipped
from wijkwijzer_desktop import bootstrap, paths
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.content.personas import load_personas
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.slip import StepBlock
from wijkwijzer_desktop.i18n.languages import LANGUAGES

AT = "2026-11-24T10:00"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, shipped: Shipped) -> Path:
    return shipped(tmp_path_factory.mktemp("data"))


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_advice_in_every_language(code: str, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", "--persona", "fatma", "--data", str(data), "--at", AT, "--language", code, "--json"]) == 0
    out, err = capsys.readouterr()
    reasons = " ".join(reason["text"] for r in json.loads(out)["recommendations"] for reason in r["reasons"])
    assert err == ""
    assert ("Waarom" in reasons or "U zei" in reasons) == (code == "nl")


def test_a_language_that_we_do_not_have_becomes_dutch(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", "--persona", "fatma", "--data", str(data), "--at", AT, "--language", "tlh"]) == 0
    out, err = capsys.readouterr()
    assert "tlh" in err
    assert "U zei" in out


def test_the_language_of_the_visit_changes_the_whole_slip(data: Path) -> None:
    desk = bootstrap.build_desk(data)
    fatma = next(persona for persona in load_personas(paths.content(), desk.pack) if persona.id == "fatma")
    at = datetime.fromisoformat(AT).replace(tzinfo=ZONE)
    referral = refer(desk.advise(desk.pack, fatma.visit, at), Choice())
    dutch = desk.compose(referral, "K7QM-3H", "nl", at)
    for language in LANGUAGES[1:]:
        slip = desk.compose(referral, "K7QM-3H", language.code, at)
        assert (slip.language, slip.direction) == (language.code, language.direction)
        for ours, theirs in zip(slip.blocks, dutch.blocks, strict=True):
            if isinstance(ours, StepBlock) and isinstance(theirs, StepBlock):
                assert [line.dutch for line in ours.lines] == [line.dutch for line in theirs.lines]
                # Whatever is no address, no number and no sentence that is only known in Dutch.
                assert ours.concern.own != ours.concern.dutch
                assert sum(line.own != line.dutch for line in ours.lines) >= len(ours.lines) - 1
