"""Is this computer fit to be a counter: each check, right and wrong."""

import resource
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.cups import PrintServer
from wijkwijzer_desktop.desk.ports import PrinterFault
from wijkwijzer_desktop.devices.checks import (
    Check,
    Outcome,
    all_checks,
    check_clock,
    check_core_files,
    check_printer,
    check_queue_policy,
    check_spool_place,
    check_spool_settings,
    check_voices,
    directives,
    file_system,
)
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.devices.cups import CupsPrinter
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.i18n.languages import LANGUAGES, language

GOOD = "PreserveJobFiles No\nPreserveJobHistory No\nMaxJobTime 60\nErrorPolicy abort-job\n"


class SetClock(SystemClock):
    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


def outcomes(conf: Path) -> dict[str, tuple[Outcome, str]]:
    return {check.code: (check.outcome, dict(check.data).get("value", "")) for check in check_spool_settings(conf)}


@pytest.mark.cups
@pytest.mark.xdist_group("cups")
def test_fault_28_the_queue_of_the_settings(cups: PrintServer) -> None:
    printer = CupsPrinter()
    queue = cups.queue("Nagekeken")
    assert check_printer(printer, queue) == Check("printer", Outcome.OK, (("printer", queue),))
    cups.run("cupsreject", queue)
    assert check_printer(printer, queue).data[1] == ("fault", PrinterFault.REJECTING)
    assert check_printer(printer, "").outcome is Outcome.FINDING


@pytest.mark.cups
@pytest.mark.xdist_group("cups")
def test_fault_31_the_policy_of_the_queue_itself(cups: PrintServer) -> None:
    assert check_queue_policy(cups.queue("Laat_vallen")).outcome is Outcome.OK
    kept = check_queue_policy(cups.queue("Houdt_vast", policy="retry-job"))
    assert (kept.outcome, dict(kept.data)["value"]) == (Outcome.FINDING, "retry-job")


def test_a_server_that_cannot_be_asked_is_unknown() -> None:
    assert check_printer(CupsPrinter(), "Balie").outcome is Outcome.UNKNOWN
    assert check_queue_policy("Balie").outcome is Outcome.UNKNOWN


def test_fault_31_spool_settings_that_are_right(tmp_path: Path) -> None:
    conf = tmp_path / "cupsd.conf"
    conf.write_text(GOOD, encoding="utf-8")
    assert {outcome for outcome, _ in outcomes(conf).values()} == {Outcome.OK}


def test_fault_31_a_silent_file_means_what_cups_does_by_itself(tmp_path: Path) -> None:
    conf = tmp_path / "cupsd.conf"
    conf.write_text("# PreserveJobFiles No\n<Policy default>\nErrorPolicy abort-job\n</Policy>\n", encoding="utf-8")
    assert outcomes(conf) == {
        "spool-preserve-job-files": (Outcome.FINDING, "1d"),
        "spool-preserve-job-history": (Outcome.FINDING, "yes"),
        "spool-max-job-time": (Outcome.FINDING, "3h"),
        "spool-error-policy": (Outcome.FINDING, "stop-printer"),
    }


@pytest.mark.parametrize(
    ("line", "code", "outcome"),
    [
        ("PreserveJobFiles 86400", "spool-preserve-job-files", Outcome.FINDING),
        ("preservejobfiles off  # the counter forgets", "spool-preserve-job-files", Outcome.OK),
        ("MaxJobTime 0", "spool-max-job-time", Outcome.FINDING),
        ("MaxJobTime 2m", "spool-max-job-time", Outcome.OK),
        ("MaxJobTime 6m", "spool-max-job-time", Outcome.FINDING),
        ("MaxJobTime soon", "spool-max-job-time", Outcome.FINDING),
        ("MaxJobTime", "spool-max-job-time", Outcome.FINDING),
        ("ErrorPolicy retry-job", "spool-error-policy", Outcome.FINDING),
    ],
)
def test_fault_31_the_last_line_of_a_setting_counts(tmp_path: Path, line: str, code: str, outcome: Outcome) -> None:
    conf = tmp_path / "cupsd.conf"
    conf.write_text(GOOD + line + "\n", encoding="utf-8")
    assert outcomes(conf)[code][0] is outcome


def test_fault_31_a_file_that_cannot_be_read_is_unknown(tmp_path: Path) -> None:
    assert {outcome for outcome, _ in outcomes(tmp_path / "none").values()} == {Outcome.UNKNOWN}


def test_fault_31_the_spool_in_memory(tmp_path: Path) -> None:
    conf, mounts = tmp_path / "cups-files.conf", tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\ntmpfs /var/spool/cups tmpfs rw 0 0\n", encoding="utf-8")
    assert check_spool_place(conf, mounts).outcome is Outcome.OK
    conf.write_text("RequestRoot /var/spool/elsewhere\n", encoding="utf-8")
    assert check_spool_place(conf, mounts) == Check(
        "spool-in-memory", Outcome.FINDING, (("folder", "/var/spool/elsewhere"), ("value", "ext4"))
    )
    assert check_spool_place(conf, tmp_path / "none").outcome is Outcome.UNKNOWN
    assert check_spool_place(tmp_path, mounts).outcome is Outcome.UNKNOWN
    mounts.write_text("", encoding="utf-8")
    assert check_spool_place(conf, mounts).outcome is Outcome.UNKNOWN


def test_the_nearest_mount_counts_and_of_two_the_last() -> None:
    mounts = ["a / ext4 rw", "b /var tmpfs rw", "c /var xfs rw", "d /var/spool-other tmpfs rw", "broken"]
    assert file_system("/var/spool/cups", mounts) == "xfs"
    assert file_system("/home", mounts) == "ext4"
    assert file_system("/home", []) == ""


def test_directives_stand_outside_sections() -> None:
    text = "A 1\n<Location />\n  B 2\n<Limit>\n C 3\n</Limit>\n</Location>\nD four five\n"
    assert directives(text) == {"a": "1", "d": "four five"}


def test_fault_8_core_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", {resource.RLIMIT_CORE: (0, 0)}.__getitem__)
    assert check_core_files().outcome is Outcome.OK
    monkeypatch.setattr(resource, "getrlimit", {resource.RLIMIT_CORE: (resource.RLIM_INFINITY, -1)}.__getitem__)
    assert check_core_files() == Check("core-files", Outcome.FINDING, (("value", "-1"),))


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (date(2026, 11, 24), Outcome.OK),
        (date(1970, 1, 1), Outcome.FINDING),
        (date(2106, 2, 7), Outcome.FINDING),
    ],
)
def test_a_clock_that_can_be_right(day: date, outcome: Outcome) -> None:
    clock = SetClock(datetime(day.year, day.month, day.day, 12, tzinfo=ZONE))
    assert check_clock(clock) == Check("clock", outcome, (("date", day.isoformat()),))


def test_all_checks_have_codes_of_their_own() -> None:
    codes = [check.code for check in all_checks(CupsPrinter(), "Balie", SystemClock())]
    assert len(codes) == len(set(codes)) == 9
    unset = [check.code for check in all_checks(CupsPrinter(), "", SystemClock())]
    assert set(codes) - set(unset) == {"queue-error-policy"}


def test_which_languages_have_a_voice() -> None:
    everything = frozenset(known.code for known in LANGUAGES)
    assert check_voices(everything, LANGUAGES) == Check(
        "voices-all", Outcome.OK, (("languages", ", ".join(known.own_name for known in LANGUAGES)), ("missing", ""))
    )
    some = check_voices(everything - {"ti", "so"}, LANGUAGES)
    assert (some.code, some.outcome) == ("voices-some", Outcome.OK)
    assert dict(some.data)["missing"] == f"{language('ti').own_name}, {language('so').own_name}"
    no_dutch = check_voices(frozenset({"en", "xx"}), LANGUAGES)
    assert (no_dutch.code, no_dutch.outcome) == ("voices-some", Outcome.FINDING)
    assert dict(no_dutch.data)["languages"] == "English"
    assert check_voices(frozenset(), LANGUAGES).outcome is Outcome.FINDING
    assert check_voices(None, LANGUAGES) == Check("voices", Outcome.UNKNOWN)
