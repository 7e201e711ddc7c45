"""Is this computer shut well enough: each check, right and wrong, on a computer made of a few files."""

import os
from pathlib import Path

import pytest

from wijkwijzer_desktop.devices.checks import Check, Outcome
from wijkwijzer_desktop.devices.keyfile import KEY_NAME, KeyFile
from wijkwijzer_desktop.devices.machine import (
    check_core_pattern,
    check_key,
    check_machine,
    check_magic_keys,
    check_private,
    check_restart_key,
    check_swap,
    check_switching,
    check_usb_storage,
    check_user,
)
from wijkwijzer_desktop.i18n.doctor_words import doctor_words
from wijkwijzer_desktop.i18n.machine_words import machine_sentences
from wijkwijzer_desktop.i18n.translator import Translator

OK, FINDING, UNKNOWN = Outcome.OK, Outcome.FINDING, Outcome.UNKNOWN
SWAPS = "Filename\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"


def put(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_key_of_staff(tmp_path: Path) -> None:
    assert check_key(tmp_path) == Check("staff-key-none", OK)
    KeyFile(tmp_path).make_key()
    assert check_key(tmp_path) == Check("staff-key", OK)
    path = tmp_path / KEY_NAME
    path.chmod(0o640)
    assert check_key(tmp_path) == Check("staff-key", FINDING, (("file", str(path)), ("reason", "open-to-others")))
    path.chmod(0o600)
    path.write_bytes(b"short")
    assert dict(check_key(tmp_path).data)["reason"] == "damaged"


def test_what_others_can_read(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert check_private(data).outcome is OK
    data.mkdir(mode=0o700)
    put(data, "log/wijkwijzer.log", "").chmod(0o644)
    (data / "log").chmod(0o700)
    (data / "gone").symlink_to("nowhere")
    assert check_private(data) == Check("files-private", FINDING, (("value", "1"), ("file", str(data / "log/wijkwijzer.log"))))
    (data / "log/wijkwijzer.log").chmod(0o600)
    # The key is told of by its own check.
    put(data, KEY_NAME, "").chmod(0o644)
    assert check_private(data).outcome is OK


def test_a_user_who_is_nobody_in_particular() -> None:
    assert check_user(1000, frozenset({"balie", "lp", "audio"})).outcome is OK
    assert check_user(1000, frozenset({"balie", "sudo", "docker"})) == Check("user", FINDING, (("value", "docker, sudo"),))
    assert check_user(0, frozenset()) == Check("user-root", FINDING)


@pytest.mark.parametrize(
    ("pattern", "settings", "outcome"),
    [
        ("core\n", "", OK),
        ("|/usr/share/apport/apport -p%p\n", "", FINDING),
        ("|\n", "", FINDING),
        ("|/usr/lib/systemd/systemd-coredump %P %u\n", "", FINDING),
        ("|/usr/lib/systemd/systemd-coredump %P %u\n", "[Coredump]\n#Storage=none\nStorage=external\n", FINDING),
        ("|/usr/lib/systemd/systemd-coredump %P %u\n", "[Coredump]\nStorage = none\n", OK),
    ],
)
def test_fault_08_where_the_memory_of_a_crash_goes(tmp_path: Path, pattern: str, settings: str, outcome: Outcome) -> None:
    assert check_core_pattern(tmp_path).outcome is UNKNOWN
    put(tmp_path, "proc/sys/kernel/core_pattern", pattern)
    put(tmp_path, "etc/systemd/coredump.conf", settings)
    assert check_core_pattern(tmp_path).outcome is outcome
    # The last word is that of a file beside it.
    put(tmp_path, "etc/systemd/coredump.conf.d/counter.conf", "Storage=none")
    assert (check_core_pattern(tmp_path).outcome is OK) is (outcome is OK or "systemd" in pattern)


def test_memory_on_a_disk(tmp_path: Path) -> None:
    assert check_swap(tmp_path).outcome is UNKNOWN
    swaps = put(tmp_path, "proc/swaps", SWAPS)
    assert check_swap(tmp_path).outcome is OK
    swaps.write_text(SWAPS + "/dev/zram0 partition 1 0 100\n", encoding="utf-8")
    assert check_swap(tmp_path).outcome is OK
    swaps.write_text(SWAPS + "/dev/sda2 partition 1 0 -2\n/swapfile file 1 0 -3\n/dev/dm-1 partition 1 0 -4\n", encoding="utf-8")
    put(tmp_path, "sys/class/block/dm-1/dm/uuid", "LVM-abc\n")
    assert dict(check_swap(tmp_path).data)["value"] == "/dev/sda2, /swapfile, /dev/dm-1"


@pytest.mark.parametrize("below", [False, True])
def test_memory_on_an_encrypted_disk(tmp_path: Path, below: bool) -> None:
    put(tmp_path, "proc/swaps", SWAPS + "/dev/mapper/swap partition 1 0 -2\n")
    (tmp_path / "dev/mapper").mkdir(parents=True)
    (tmp_path / "dev/mapper/swap").symlink_to("../dm-1")
    put(tmp_path, "sys/class/block/dm-1/dm/uuid", "LVM-abc\n" if below else "CRYPT-PLAIN-swap\n")
    if below:
        (tmp_path / "sys/class/block/dm-1/slaves/dm-0").mkdir(parents=True)
        put(tmp_path, "sys/class/block/dm-0/dm/uuid", "CRYPT-LUKS2-0\n")
    assert check_swap(tmp_path).outcome is OK


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ('Option "DontVTSwitch" "true"', OK),
        ('  option "dontvtswitch"', OK),
        ('Option "DontVTSwitch" "false"', FINDING),
        ('# Option "DontVTSwitch" "true"', FINDING),
        ("", FINDING),
    ],
)
def test_fault_11_switching_to_another_terminal(tmp_path: Path, line: str, outcome: Outcome) -> None:
    put(tmp_path, "etc/X11/xorg.conf.d/counter.conf", f'Section "ServerFlags"\n{line}\nEndSection\n')
    assert check_switching(tmp_path).outcome is outcome
    assert check_switching(tmp_path, wayland=True) == Check("switching-wayland", UNKNOWN)


def test_a_memory_stick(tmp_path: Path) -> None:
    assert check_usb_storage(tmp_path).outcome is UNKNOWN
    modules = put(tmp_path, "proc/modules", "snd 1 0 - Live 0x0\n")
    assert dict(check_usb_storage(tmp_path).data)["value"] == "usb_storage, uas"
    rules = put(tmp_path, "etc/modprobe.d/counter.conf", "blacklist uas\ninstall usb-storage /bin/false\n#install uas true\n")
    assert dict(check_usb_storage(tmp_path).data)["value"] == "uas"
    rules.write_text("install usb-storage /bin/false\ninstall uas /bin/true\n", encoding="utf-8")
    assert check_usb_storage(tmp_path).outcome is OK
    modules.write_text("usb_storage 1 0 - Live 0x0\n", encoding="utf-8")
    assert check_usb_storage(tmp_path).outcome is FINDING


def test_keys_that_the_kernel_and_systemd_listen_to(tmp_path: Path) -> None:
    assert check_magic_keys(tmp_path).outcome is UNKNOWN
    sysrq = put(tmp_path, "proc/sys/kernel/sysrq", "438\n")
    assert check_magic_keys(tmp_path) == Check("magic-keys", FINDING, (("value", "438"),))
    sysrq.write_text("0\n", encoding="utf-8")
    assert check_magic_keys(tmp_path).outcome is OK
    assert check_restart_key(tmp_path).outcome is UNKNOWN
    (tmp_path / "run/systemd/system").mkdir(parents=True)
    assert check_restart_key(tmp_path).outcome is FINDING
    masked = tmp_path / "etc/systemd/system/ctrl-alt-del.target"
    masked.parent.mkdir(parents=True)
    masked.symlink_to(os.devnull)
    assert check_restart_key(tmp_path).outcome is OK


def test_every_check_has_words_and_what_cannot_be_seen_is_said(tmp_path: Path) -> None:
    checks = list(check_machine(tmp_path / "data", tmp_path))
    assert len({check.code for check in checks}) == len(checks) == 10
    sentences = machine_sentences(Translator())
    for check in checks:
        assert check.code in sentences
        assert "?" not in doctor_words(check.code, check.outcome, dict(check.data), Translator()), check
    assert checks[-1] == Check("machine-by-hand", UNKNOWN)
