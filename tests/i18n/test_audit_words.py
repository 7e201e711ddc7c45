"""The log and the settings in words: nothing is left as a code."""

import json
import re

import pytest

from wijkwijzer_desktop.domain.audit import KEYS, Action, Line
from wijkwijzer_desktop.domain.staff import ShiftEnd
from wijkwijzer_desktop.i18n.audit_words import moment_words, what_words, who_words
from wijkwijzer_desktop.i18n.settings_words import setting_name, value_name, wrong_words
from wijkwijzer_desktop.i18n.translator import Translator

DUTCH = Translator()
VALUES: dict[str, str | int] = {
    "account": "abcd1234", "removed": 2, "reason": "idle", "wrong": 5, "locked": 15, "function": "StaffAccounts.add",
    "needs": "manager", "role": "editor", "version": "2026.1", "change": "added", "services": 3, "fields": "name+theme",
    "made": "2026-11-22T03:00", "kind": "contact",
}  # fmt: skip


def line(action: str, **data: str | int) -> Line:
    return Line(1, "2026-11-24T10:05:00+01:00", "abcd1234", "manager", action, json.dumps(data), "", "")


@pytest.mark.parametrize("action", Action)
def test_every_action_is_a_dutch_sentence(action: Action) -> None:
    words = what_words(line(action, **{key: VALUES[key] for key in KEYS[action]}), {"abcd1234": "Marja"}, DUTCH)
    assert re.fullmatch(r"[A-Z][^{}_|+]*\.", words), words
    assert action.value not in words


def test_names_roles_fields_and_reasons_are_said_as_staff_know_them() -> None:
    labels = {"abcd1234": "Marja"}
    assert (
        what_words(line("account-added", account="abcd1234", role="editor"), labels, DUTCH)
        == "Medewerker erbij: Marja, redacteur."
    )
    assert what_words(line("settings-changed", fields="name+theme"), {}, DUTCH) == "Instellingen veranderd: Naam, Kleuren."
    for end in ShiftEnd:
        assert end.value not in what_words(line("logged-out", reason=end.value), {}, DUTCH)
    assert who_words(line("logged-in"), labels, DUTCH) == "Marja"
    assert who_words(line("logged-in"), {}, DUTCH) == "account abcd1234"
    assert moment_words(line("logged-in"), DUTCH) == "24 nov 2026 10:05"


@pytest.mark.parametrize("data", ["", "[]", "{}", '{"account": 1}'])
def test_what_another_version_or_hand_wrote_is_shown_as_it_is(data: str) -> None:
    strange = Line(1, "gisteren", "", "", "account-added", data, "", "")
    assert what_words(strange, {}, DUTCH) == f"account-added {data}"
    assert moment_words(strange, DUTCH) == "gisteren"
    assert what_words(line("flown-away"), {}, DUTCH) == "flown-away {}"


def test_every_setting_has_a_name_and_every_value_too() -> None:
    from dataclasses import fields

    from wijkwijzer_desktop.domain.paper import Paper
    from wijkwijzer_desktop.settings import SITTINGS, THEMES, VOICES, Settings

    for field in fields(Settings):
        assert setting_name(field.name, DUTCH) != field.name
    known = {"paper": tuple(Paper), "theme": THEMES, "voice": VOICES, "sitting": SITTINGS, "help": ("yes", "no")}
    for name, values in known.items():
        names = [value_name(name, value, DUTCH) for value in values]
        assert len(set(names)) == len(names)
        assert not set(names) & set(values)
    assert wrong_words("theme", "value", DUTCH) != wrong_words("warn_after", "value", DUTCH)
    assert wrong_words("x", "y", DUTCH) == "Dit klopt niet."
