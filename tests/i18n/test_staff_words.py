"""What staff read of PINs, accounts and the log."""

import re
from pathlib import Path

import pytest

import wijkwijzer_desktop
from wijkwijzer_desktop.domain.audit import Verdict, Wrong
from wijkwijzer_desktop.domain.errors import (
    AccountRefusedError,
    PinRefusedError,
    StaffKeyError,
    StaffLockedError,
    StaffRefusedError,
    WijkwijzerError,
    WrongPinError,
)
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.staff_words import older_keys_words, role_name, verdict_words, wait_words
from wijkwijzer_desktop.i18n.translator import Translator

PACKAGE = Path(wijkwijzer_desktop.__file__).parent
KINDS: dict[str, type[WijkwijzerError]] = {kind.__name__: kind for kind in (PinRefusedError, AccountRefusedError, StaffKeyError)}
GIVEN = re.compile(rf'({"|".join(KINDS)})\(reason="([a-z-]+)"\)')
GENERAL = "Er ging iets mis. Vraag de beheerder om hulp."
LONGEST_SENTENCE = 12


def given() -> set[tuple[str, str]]:
    """Every reason that the program gives."""
    return {found for path in PACKAGE.rglob("*.py") for found in GIVEN.findall(path.read_text(encoding="utf-8"))}


def errors() -> list[WijkwijzerError]:
    roles = [StaffRefusedError(needs=role.name.lower()) for role in Role]
    times = [kind(seconds=seconds) for kind in (WrongPinError, StaffLockedError) for seconds in (0, 1, 15, 99, 100, 86_400)]
    return [*(KINDS[kind](reason=reason) for kind, reason in sorted(given())), *roles, *times]


def test_every_reason_is_looked_at() -> None:
    assert len(given()) >= 14


@pytest.mark.parametrize("error", errors(), ids=repr)
def test_every_error_of_staff_has_short_words(error: WijkwijzerError) -> None:
    words = error_words(error, Translator())
    assert words != GENERAL
    assert words.endswith(".")
    assert "  " not in words
    for sentence in re.split(r"(?<=[.?!:]) ", words):
        assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (WrongPinError(seconds=0), "Deze pincode klopt niet."),
        (WrongPinError(seconds=15), "Deze pincode klopt niet. Wacht 15 seconden."),
        (StaffLockedError(seconds=1), "De pincode was te vaak fout. Wacht 1 seconde."),
        (StaffLockedError(seconds=121), "De pincode was te vaak fout. Wacht 3 minuten."),
        (StaffRefusedError(needs="manager"), "Dit mag alleen met de rol beheerder, of hoger. Log eerst in."),
        (PinRefusedError(reason="taken"), "Deze pincode kan niet. Kies een andere."),
        (StaffKeyError(reason="kanarie"), GENERAL),
    ],
)
def test_an_error_of_staff_in_words(error: WijkwijzerError, words: str) -> None:
    assert error_words(error, Translator()) == words


@pytest.mark.parametrize("wrong", [None, *Wrong])
def test_every_verdict_has_words(wrong: Wrong | None) -> None:
    words = verdict_words(Verdict(7, wrong, 3 if wrong else 0), Translator())
    assert words.startswith("Het logboek klopt niet." if wrong else "Het logboek klopt: 7 regels.")
    assert wrong is None or f" {wrong}" not in words


def test_lines_of_an_older_key_are_told_of() -> None:
    assert older_keys_words(Verdict(7), Translator()) == ""
    assert older_keys_words(Verdict(7, older_keys=4), Translator()).startswith("Na regel 4 kwam een nieuwe sleutel.")


def test_roles_and_waiting() -> None:
    assert [role_name(role, Translator()) for role in Role] == ["vrijwilliger", "redacteur", "beheerder"]
    assert wait_words(0, Translator()) == ""
