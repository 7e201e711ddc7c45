"""Is this computer shut well enough to stand in a hall: who it is, what it can be made to do, what it leaves on a disk."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from wijkwijzer_desktop.devices.checks import Check, Outcome
from wijkwijzer_desktop.devices.keyfile import KEY_NAME, KeyFile
from wijkwijzer_desktop.domain.errors import StaffKeyError
from wijkwijzer_desktop.quiet import open_to_others

ROOT = Path("/")
# Who is in one of these can become the owner of the computer, or read the whole disk.
MIGHTY = frozenset({"root", "sudo", "wheel", "adm", "admin", "disk", "docker", "lxd", "libvirt", "shadow", "kmem"})
USB_MODULES = ("usb_storage", "uas")
XORG_FOLDERS = ("etc/X11", "etc/X11/xorg.conf.d", "usr/share/X11/xorg.conf.d")
MODPROBE_FOLDERS = ("etc/modprobe.d", "run/modprobe.d", "usr/lib/modprobe.d", "lib/modprobe.d")
NO_FURTHER = 5

_ZRAM = re.compile(r"/dev/zram\d+")
_MAPPED = re.compile(r"/dev/(?:mapper/|dm-)")
_NOTHING_INSTEAD = re.compile(r"^\s*install\s+([\w-]+)\s+(?:/\S*/)?(?:false|true)\s*$", re.MULTILINE)
_NO_SWITCH = re.compile(r'^\s*Option\s+"DontVTSwitch"(?:\s+"(?:1|on|true|yes)")?\s*(?:#.*)?$', re.IGNORECASE | re.MULTILINE)


def check_machine(data: Path, root: Path = ROOT) -> Iterator[Check]:
    """Everything below. data: where the counter's data lies. root: of the computer's files. Never raises."""
    yield check_key(data)
    yield check_private(data)
    if sys.platform != "linux":
        yield Check("machine-elsewhere", Outcome.UNKNOWN)
    else:
        yield check_user(os.geteuid(), _group_names())
        yield check_core_pattern(root)
        yield check_swap(root)
        yield check_switching(root, wayland="WAYLAND_DISPLAY" in os.environ)
        yield check_usb_storage(root)
        yield check_magic_keys(root)
        yield check_restart_key(root)
    # What no program can see.
    yield Check("machine-by-hand", Outcome.UNKNOWN)


def check_key(data: Path) -> Check:
    """Whether the key of staff is whole, and read by this user alone. data: file, reason."""
    key = KeyFile(data)
    if not key.has_key():
        return Check("staff-key-none", Outcome.OK)
    try:
        key.check_key()
    except StaffKeyError as error:
        return Check("staff-key", Outcome.FINDING, (("file", str(data / KEY_NAME)), ("reason", str(error.data["reason"]))))
    return Check("staff-key", Outcome.OK)


def check_private(data: Path) -> Check:
    """Whether others can read what the counter keeps. data: value, how many; file, one of them."""
    if sys.platform == "win32":
        return Check("files-private", Outcome.UNKNOWN)
    found = [path for path in open_to_others(data) if path.name != KEY_NAME]
    if not found:
        return Check("files-private", Outcome.OK)
    return Check("files-private", Outcome.FINDING, (("value", str(len(found))), ("file", str(found[0]))))


def check_user(user: int, groups: frozenset[str]) -> Check:
    """Whether who breaks out is nobody in particular. user: number; 0 owns the computer. data: value, names of groups."""
    if user == 0:
        return Check("user-root", Outcome.FINDING)
    mighty = sorted(groups & MIGHTY)
    return Check("user", Outcome.FINDING if mighty else Outcome.OK, (("value", ", ".join(mighty)),))


def check_core_pattern(root: Path = ROOT) -> Check:
    """Whether the memory of a program that crashes is handed to another one, whatever its limits are. data: value."""
    pattern = _read(root / "proc/sys/kernel/core_pattern")
    if pattern is None:
        return Check("core-pattern", Outcome.UNKNOWN)
    if not pattern.startswith("|"):
        return Check("core-pattern", Outcome.OK)
    program = pattern.removeprefix("|").split()[0] if pattern.strip("| \n") else "?"
    keeps = program.endswith("systemd-coredump") and not _stores_no_cores(root)
    right = program.endswith("systemd-coredump") and not keeps
    return Check("core-pattern", Outcome.OK if right else Outcome.FINDING, (("value", program),))


def check_swap(root: Path = ROOT) -> Check:
    """Whether memory may be written to a disk in the open. data: value, the devices."""
    text = _read(root / "proc/swaps")
    if text is None:
        return Check("swap", Outcome.UNKNOWN)
    places = [line.split()[0] for line in text.splitlines()[1:] if line.strip()]
    bare = [place for place in places if not _ZRAM.match(place) and not _is_encrypted(place, root)]
    return Check("swap", Outcome.FINDING if bare else Outcome.OK, (("value", ", ".join(bare)),))


def check_switching(root: Path = ROOT, *, wayland: bool = False) -> Check:
    """Whether Ctrl+Alt+F2 and the like are off. wayland: then it is for the program that shows the window to say, and can't
    be seen from here."""
    if wayland:
        return Check("switching-wayland", Outcome.UNKNOWN)
    texts = [_read(path) or "" for name in XORG_FOLDERS for path in _files(root / name, ".conf")]
    right = any(_NO_SWITCH.search(text) for text in texts)
    return Check("switching", Outcome.OK if right else Outcome.FINDING)


def check_usb_storage(root: Path = ROOT) -> Check:
    """Whether a memory stick does nothing here. data: value, the modules that would bring it to life."""
    loaded = _read(root / "proc/modules")
    if loaded is None:
        return Check("usb-storage", Outcome.UNKNOWN)
    names = {line.split(" ", 1)[0] for line in loaded.splitlines()}
    rules = "\n".join(_read(path) or "" for folder in MODPROBE_FOLDERS for path in _files(root / folder, ".conf"))
    # `blacklist` alone still lets it be loaded by name.
    off = {found.replace("-", "_") for found in _NOTHING_INSTEAD.findall(rules)}
    bad = [name for name in USB_MODULES if name in names or name not in off]
    return Check("usb-storage", Outcome.FINDING if bad else Outcome.OK, (("value", ", ".join(bad)),))


def check_magic_keys(root: Path = ROOT) -> Check:
    """Whether Alt+SysRq can end programs or start the computer anew. data: value."""
    text = _read(root / "proc/sys/kernel/sysrq")
    if text is None:
        return Check("magic-keys", Outcome.UNKNOWN)
    return Check("magic-keys", Outcome.OK if text.strip() == "0" else Outcome.FINDING, (("value", text.strip()),))


def check_restart_key(root: Path = ROOT) -> Check:
    """Whether Ctrl+Alt+Del starts the computer anew. Only systemd's way of it is known."""
    if not (root / "run/systemd/system").is_dir():
        return Check("restart-key", Outcome.UNKNOWN)
    for folder in ("etc", "run"):
        path = root / folder / "systemd/system/ctrl-alt-del.target"
        if path.is_symlink() and path.readlink() == Path(os.devnull):
            return Check("restart-key", Outcome.OK)
    return Check("restart-key", Outcome.FINDING)


def _group_names() -> frozenset[str]:
    import grp

    return frozenset(group.gr_name for group in grp.getgrall() if group.gr_gid in {*os.getgroups(), os.getegid()})


def _stores_no_cores(root: Path) -> bool:
    settings = [root / "etc/systemd/coredump.conf", *_files(root / "etc/systemd/coredump.conf.d", ".conf")]
    said = [line.replace(" ", "").strip().lower() for path in settings for line in _lines(path)]
    chosen = [line for line in said if line.startswith("storage=")]
    return bool(chosen) and chosen[-1] == "storage=none"


def _is_encrypted(place: str, root: Path) -> bool:
    """By what the system says of a mapped device, or of the one below it."""
    if not _MAPPED.match(place):
        return False
    try:
        name = (root / place.lstrip("/")).resolve().name
    except OSError:
        return False
    folder = root / "sys/class/block" / name
    for _ in range(NO_FURTHER):
        if (_read(folder / "dm/uuid") or "").startswith("CRYPT-"):
            return True
        # A volume that lies on an encrypted one.
        below = sorted(folder.glob("slaves/*"))
        if not below:
            return False
        folder = root / "sys/class/block" / below[0].name
    return False


def _files(folder: Path, ending: str) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ending)
    except OSError:
        return []


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in (_read(path) or "").splitlines() if not line.lstrip().startswith("#")]


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
