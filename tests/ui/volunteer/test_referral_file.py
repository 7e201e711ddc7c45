"""A professional beside the visitor takes the referral along as a file, at the visitor's word; both screens of one visit."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle

from tests.ui.volunteer.conftest import Sit
from tests.ui.volunteer.together import Together
from wijkwijzer_desktop.desk.referral_file import NoReferralFiles
from wijkwijzer_desktop.exchange.fhir_files import ReferralFolder

BUTTON = "Bestand voor uw systeem"
Ready = Callable[..., Together]


@pytest.fixture
def ready(sit: Sit, tmp_path: Path) -> Ready:
    """Both screens at the paper of somebody with debts. allowed: as the settings say."""

    def make(*, allowed: bool = True) -> Together:
        together = sit()
        desk = together.driver.counter.desk
        desk.settings = replace(desk.settings, referral_file=allowed)
        desk.referrals = ReferralFolder(tmp_path / "uitwisseling")
        to_paper(together)
        return together

    return make


def to_paper(together: Together) -> None:
    together.tap("Begin (Enter)", "Geld en schulden", "Verder (Enter)", "Nee", "Verder (Enter)")
    together.press("F6")
    together.see("Naar het papier (Enter)")
    together.tap("Naar het papier (Enter)")
    together.see("Print (Enter)")


def told(together: Together) -> str:
    """What the professional reads; a long path may go on in the next line anywhere."""
    return together.words.replace("\u200b", "")


def files(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "uitwisseling").glob("*"))


def test_asked_made_shown_and_forgotten(ready: Ready, tmp_path: Path) -> None:
    together = ready()
    together.tap(BUTTON)
    together.see("Alleen als de bezoeker het wil.", "naam, adres, geboortedatum", "staat er ook niet in")
    assert files(tmp_path) == []
    together.tap("Maak het bestand (Enter)")
    together.see("Het bestand staat klaar")
    (path,) = files(tmp_path)
    assert path.name in told(together)
    assert path.name not in together.seen_by_visitor
    content = path.read_bytes()
    Bundle.model_validate_json(content)
    (request, *_others) = (
        e["resource"] for e in json.loads(content)["entry"] if e["resource"]["resourceType"] == "ServiceRequest"
    )
    assert request["performer"][0]["display"] == "Stadsbank"
    # The visit goes on where it was, and leaves nothing of the file.
    together.tap("Klaar (Enter)")
    together.see("Print (Enter)")
    assert path.name not in told(together)
    together.driver.controller.forget()
    together.driver.settle()
    assert path.name not in told(together)


def test_only_where_a_manager_allows_it(ready: Ready) -> None:
    together = ready(allowed=False)
    assert BUTTON not in told(together)


def test_no_after_all(ready: Ready, tmp_path: Path) -> None:
    together = ready()
    together.tap(BUTTON)
    together.press("Esc")
    together.see("Print (Enter)")
    assert files(tmp_path) == []


def test_wiped_again_at_once(ready: Ready, tmp_path: Path) -> None:
    together = ready()
    together.tap(BUTTON, "Maak het bestand (Enter)")
    together.see("Het bestand staat klaar")
    together.tap("Wis het bestand")
    together.driver.wait(lambda: not files(tmp_path))
    together.see("Print (Enter)")


def test_a_visitor_who_left_leaves_no_file(ready: Ready, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    together = ready()
    controller = together.sitting.controller._file
    taken: list[Path] = []
    monkeypatch.setattr(together.driver.counter.desk.referrals, "take_back", taken.append)
    together.tap(BUTTON, "Maak het bestand (Enter)")
    together.see("Het bestand staat klaar")
    (path,) = files(tmp_path)
    number = together.driver.counter.desk.visit.number
    together.driver.controller.forget()
    controller._made(number, path)
    together.driver.wait(lambda: taken == [path])
    assert path.name not in told(together)


def test_what_went_wrong_is_said(ready: Ready) -> None:
    together = ready()
    together.driver.counter.desk.referrals = NoReferralFiles()
    together.tap(BUTTON, "Maak het bestand (Enter)")
    together.see("Het bestand is niet gemaakt", "Een beheerder kan dat aanzetten.")
    together.tap("Klaar (Enter)")
    together.see("Print (Enter)")


def test_what_is_discreet_is_said_to_be_in_it(ready: Ready) -> None:
    together = ready()
    together.driver.counter.desk.visit.set_discreet(on_paper=True)
    together.tap(BUTTON)
    together.see("Ook wat alleen op verzoek op papier komt, staat erin.")
