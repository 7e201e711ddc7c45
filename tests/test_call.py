"""How the program is called, rightly and wrongly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from wijkwijzer_desktop import bootstrap, paths
from wijkwijzer_desktop.__main__ import is_command
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.console import call_words
from wijkwijzer_desktop.first_screen import SETTINGS_NAME


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ((), False),
        (("--window",), False),
        (("--data", "map"), False),
        (("--data=map", "--window"), False),
        (("--data", "map", "doctor"), True),
        (("--data", "map", "--help"), True),
        (("--data",), True),
        (("--data", "--window"), True),
        (("doctor",), True),
        (("--help",), True),
    ],
)
def test_without_a_command_the_counter_opens(arguments: tuple[str, ...], command: bool) -> None:
    assert is_command(arguments) is command


def test_help_names_the_commands_and_the_counter(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    out = capsys.readouterr().out
    for words in ("Gebruik: wijkwijzer", "advise", "slip", "content", "doctor", "Zonder opdracht gaat de balie open"):
        assert words in out
    for english in ("usage", "options", "show this"):
        assert english not in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Dit ontbreekt nog: opdracht."),
        (("kanarie",), "“kanarie” past niet bij opdracht."),
        (("doctor", "--kanarie"), "Dit kent deze opdracht niet: --kanarie."),
        (("--window", "doctor"), "Dit kent deze opdracht niet: --window."),
        (("--data",), "Achter --data hoort een waarde."),
        (("advise", "--at", "gisteren"), "“gisteren” past niet bij --at."),
        (("slip", "--paper", "a3", "-o", "x.pdf"), "“a3” past niet bij --paper."),
        (("doctor", "--data=x=", "--json=1"), "Dit kent deze opdracht niet"),
        (("advise", "--json=1"), "--json klopt niet."),
    ],
)
def test_a_wrong_call_is_said_in_dutch(arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(list(arguments))
    assert caught.value.code == 2
    err = capsys.readouterr().err
    assert words in err
    assert "usage" not in err


def test_a_wrong_call_of_a_kind_never_seen_is_said_in_general() -> None:
    assert call_words("something new") == "De opdracht klopt niet. Kijk met --help hoe het moet."


def without_voices() -> None:
    """To wait for the voices of the computer takes longer than the rest of what doctor does."""
    folder = paths.data_folder()
    folder.mkdir()
    (folder / SETTINGS_NAME).write_text('voice = "off"\n', encoding="utf-8")


@pytest.mark.parametrize(
    "address",
    [
        "geen adres",
        pytest.param("kanarie://x", marks=pytest.mark.long),
        pytest.param("sqlite+kanarie:////x", marks=pytest.mark.long),
    ],
)
def test_a_wrong_address_of_the_database_is_said_in_words(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_voices()
    monkeypatch.setenv(bootstrap.DATABASE_VARIABLE, address)
    assert main(["advise", "--persona", "fatma"]) == 2
    err = capsys.readouterr().err
    assert "het adres in WIJKWIJZER_DATABASE_URL klopt niet" in err
    assert address not in err
    assert main(["doctor"]) == 1
    assert "het adres in WIJKWIJZER_DATABASE_URL klopt niet" in capsys.readouterr().out


def test_a_wrong_address_of_a_server_stops_no_visit_and_doctor_says_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_voices()
    monkeypatch.setenv(bootstrap.DATABASE_VARIABLE, "postgresql+psycopg://h:abc/x")
    assert main(["advise", "--persona", "fatma"]) == 0
    capsys.readouterr()
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "het adres in WIJKWIJZER_DATABASE_URL klopt niet" in said
    assert "De balie werkt met wat bij het programma zit." in said
    assert "h:abc" not in said


@pytest.mark.parametrize("arguments", [["--help"], ["content", "paths", str(paths.content())], ["advise", "weg.json"]])
def test_nobody_who_reads_on_is_no_error(arguments: list[str], tmp_path: Path) -> None:
    outside, inside = os.pipe()
    os.close(outside)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "wijkwijzer_desktop", *arguments],
            stdout=inside,
            stderr=subprocess.PIPE if arguments[0] != "advise" else inside,
            cwd=Path(__file__).parent.parent,
            check=False,
        )
    finally:
        os.close(inside)
    assert (done.returncode, done.stderr or b"") == (0, b"")
