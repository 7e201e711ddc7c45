"""What went wrong, in words: no code of the program ever reaches people."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import wijkwijzer_desktop
from wijkwijzer_desktop.desk.ports import PrinterFault
from wijkwijzer_desktop.devices.checks import Outcome, all_checks
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.devices.cups import CupsPrinter
from wijkwijzer_desktop.domain.errors import (
    CatalogueRefusedError,
    ContentRefusedError,
    DatabaseUnusableError,
    Finding,
    PrinterError,
    SettingsRefusedError,
    VisitFileError,
    WijkwijzerError,
)
from wijkwijzer_desktop.i18n.doctor_words import doctor_words
from wijkwijzer_desktop.i18n.error_words import database_reason, error_words, printer_fault, settings_reason, visit_reason
from wijkwijzer_desktop.i18n.translator import Translator

PACKAGE = Path(wijkwijzer_desktop.__file__).parent
UNKNOWN = "de oorzaak is niet bekend"
REASON = re.compile(r'reason="([A-Za-z-]+)"|WrongSetting\(\w+, "([a-z0-9-]+)"\)')
NAMED_BY_SQLITE = re.compile(r'"SQLITE_[A-Z]+": "([a-z-]+)"')


def told_in(*files: str) -> set[str]:
    """All reasons that these files give."""
    text = "".join((PACKAGE / file).read_text(encoding="utf-8") for file in files)
    reasons = {one or other for one, other in REASON.findall(text)}
    return reasons | set(NAMED_BY_SQLITE.findall(text))


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (("storage/engine.py", "storage/shared.py", "storage/central/logins.py"), database_reason),
        (("settings.py", "bootstrap/desks.py", "desk/settings_door.py"), settings_reason),
        (("content/visits.py", "cli.py"), visit_reason),
    ],
    ids=["database", "settings", "visit"],
)
def test_every_reason_has_words(files: tuple[str, ...], words: Callable[[str, Translator], str]) -> None:
    reasons = told_in(*files)
    assert len(reasons) > 5
    assert {reason for reason in reasons if words(reason, Translator()) == UNKNOWN} == set()
    assert words("kanarie", Translator()) == UNKNOWN


def test_every_fault_of_the_printer_has_words() -> None:
    for fault in PrinterFault:
        words = error_words(PrinterError(fault=fault), Translator())
        assert UNKNOWN not in words
        assert fault.value not in words.split()
    assert printer_fault("kanarie", Translator()) == UNKNOWN
    assert error_words(PrinterError(fault="none-set"), Translator()) == "De printer doet het niet: er is geen printer gekozen."


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (VisitFileError(field="", reason="not-a-mapping"), "Het bestand met het bezoek klopt niet: hier horen namen met waarden"),
        (VisitFileError(field="area", reason="unknown-area"), "Het bezoek klopt niet bij “area”: die wijk bestaat niet."),
        (VisitFileError(field="area", reason="kanarie"), "Het bezoek klopt niet bij “area”: de oorzaak is niet bekend."),
        (SettingsRefusedError(field="theme", reason="value"), "De instelling “theme” klopt niet: die waarde mag niet."),
        (DatabaseUnusableError(reason="kanarie"), "De database kan niet open: de oorzaak is niet bekend."),
        (ContentRefusedError((Finding("kanarie"),)), "De inhoud is niet overgenomen: 1 fout gevonden."),
        (CatalogueRefusedError((Finding("kanarie"),) * 2), "De inhoud is niet overgenomen: 2 fouten gevonden."),
        (WijkwijzerError(), "Er ging iets mis. Vraag de beheerder om hulp."),
    ],
)
def test_an_error_in_words(error: WijkwijzerError, words: str) -> None:
    told = error_words(error, Translator())
    assert told.startswith(words)
    assert told.endswith(".")
    assert ".." not in told
    assert "kanarie" not in told


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("name", ["Balie", ""])
def test_all_that_doctor_looks_at_has_words(name: str, outcome: Outcome) -> None:
    for check in all_checks(CupsPrinter(), name, SystemClock()):
        for data in (dict(check.data), {}):
            words = doctor_words(check.code, outcome, data, Translator())
            assert words.endswith((".", "abort-job"))
            assert ".." not in words
            assert not {fault.value for fault in PrinterFault}.intersection(words.replace(".", "").split())


def test_doctor_says_what_it_means() -> None:
    for code, outcome, data, words in (
        ("printer", "finding", {"printer": "", "fault": "none-set"}, "[LET OP] Er is geen printer gekozen."),
        ("printer", "unknown", {"printer": "Balie", "fault": "unreachable"}, "het afdruksysteem geeft geen antwoord."),
        ("spool-error-policy", "unknown", {"file": "cupsd.conf"}, "[niet te zien] cupsd.conf is niet te lezen."),
        ("core-files", "finding", {"value": "-1"}, "zo groot als het geheugen"),
        ("core-files", "finding", {"value": "1024"}, "tot 1024 bytes"),
        ("display", "finding", {"size": "-"}, "Scherm: niet gevonden."),
        ("voices", "finding", {}, "er zijn geen stemmen. Op Debian: apt install"),
        ("voices", "unknown", {}, "De stemmen geven geen antwoord."),
        ("voices-some", "ok", {"languages": "Nederlands", "missing": "Soomaali"}, "in: Nederlands. Geen stem voor: Soomaali."),
        ("voices-some", "finding", {"languages": "English"}, "[LET OP] Er is geen Nederlandse stem. Wel: English."),
        ("voices-off", "ok", {}, "[goed] Voorlezen staat uit"),
        ("kanarie", "finding", {}, "[LET OP] Er klopt iets niet."),
    ):
        assert words in doctor_words(code, outcome, data, Translator())
