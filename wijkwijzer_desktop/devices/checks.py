"""Is this computer fit to be a counter: printer, spool, core files, clock, voices. Codes and data; words are made elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path, PurePosixPath

from wijkwijzer_desktop.desk.ports import Clock, Printer, PrinterFault
from wijkwijzer_desktop.devices import ipp
from wijkwijzer_desktop.devices.printers import has_driver
from wijkwijzer_desktop.i18n.languages import Language

CUPSD_CONF = Path("/etc/cups/cupsd.conf")
CUPS_FILES_CONF = Path("/etc/cups/cups-files.conf")
MOUNTS = Path("/proc/self/mounts")
SPOOL = "/var/spool/cups"
MAX_JOB_SECONDS = 300
IN_MEMORY = frozenset({"tmpfs", "ramfs"})
NOT_BEFORE = date(2026, 11, 1)
NOT_AFTER = NOT_BEFORE + timedelta(days=20 * 365)

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
# What cupsd does where the file is silent.
_CUPSD_DEFAULTS = {"preservejobfiles": "1d", "preservejobhistory": "yes", "maxjobtime": "3h", "errorpolicy": "stop-printer"}


class Outcome(StrEnum):
    """UNKNOWN: it could not be looked at, so nobody should think that it is right."""

    OK = "ok"
    FINDING = "finding"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. code: kebab-case; data: what the words need, names and values."""

    code: str
    outcome: Outcome
    data: tuple[tuple[str, str], ...] = ()


def check_printer(printer: Printer, name: str) -> Check:
    """Whether the queue of the settings exists and takes jobs. data: printer, fault."""
    fault = printer.state(name).fault
    if fault is None:
        return Check("printer", Outcome.OK, (("printer", name),))
    outcome = Outcome.UNKNOWN if fault is PrinterFault.UNREACHABLE else Outcome.FINDING
    return Check("printer", outcome, (("printer", name), ("fault", fault.value)))


def check_queue_policy(name: str) -> Check:
    """Whether the queue itself drops a job that fails; it keeps the policy that it was made with. data: printer, value."""
    replies = ipp.ask("printer", name)
    policy = replies[0].first.get("printer-error-policy") if replies else None
    if not isinstance(policy, str):
        return Check("queue-error-policy", Outcome.UNKNOWN, (("printer", name),))
    return Check("queue-error-policy", _found(right=policy == "abort-job"), (("printer", name), ("value", policy)))


def check_spool_settings(conf: Path = CUPSD_CONF) -> tuple[Check, ...]:
    """Whether CUPS forgets what it printed and drops what it can't print. data: file, value."""
    codes = ("preserve-job-files", "preserve-job-history", "max-job-time", "error-policy")
    try:
        text = conf.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return tuple(Check(f"spool-{code}", Outcome.UNKNOWN, (("file", str(conf)),)) for code in codes)
    values = _CUPSD_DEFAULTS | directives(text)
    checks = []
    for code in codes:
        value = values[code.replace("-", "")]
        checks.append(Check(f"spool-{code}", _found(right=_is_right(code, value)), (("file", str(conf)), ("value", value))))
    return tuple(checks)


def directives(text: str) -> dict[str, str]:
    """The directives of a CUPS configuration outside its sections, names in small letters; the last of a name counts."""
    found: dict[str, str] = {}
    depth = 0
    for line in text.splitlines():
        words = line.split("#", 1)[0].split(None, 1)
        if not words:
            continue
        if words[0].startswith("<"):
            depth += -1 if words[0].startswith("</") else 1
        elif depth == 0:
            found[words[0].lower()] = words[1].strip() if len(words) > 1 else ""
    return found


def _is_right(code: str, value: str) -> bool:
    if code == "error-policy":
        return value.lower() == "abort-job"
    if code == "max-job-time":
        return 0 < _seconds(value) <= MAX_JOB_SECONDS
    return value.lower() in {"no", "off", "false", "0"}


def _seconds(value: str) -> float:
    """CUPS's time: a number with s, m, h, d or w behind it, seconds without; 0 (for ever) where it is no time."""
    unit = _UNITS.get(value[-1:].lower())
    try:
        return float(value[:-1]) * unit if unit else float(value)
    except ValueError:
        return 0.0


def check_spool_place(conf: Path = CUPS_FILES_CONF, mounts: Path = MOUNTS) -> Check:
    """Whether the spool lies in memory, so that a pulled plug leaves nothing on a disk. data: folder, value (file system)."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return Check("spool-in-memory", Outcome.UNKNOWN, (("folder", SPOOL),))
    try:
        folder = directives(conf.read_text(encoding="utf-8", errors="replace")).get("requestroot", SPOOL)
    except FileNotFoundError:
        folder = SPOOL
    except OSError:
        return Check("spool-in-memory", Outcome.UNKNOWN, (("folder", SPOOL),))
    system = file_system(folder, lines)
    if not system:
        return Check("spool-in-memory", Outcome.UNKNOWN, (("folder", folder),))
    return Check("spool-in-memory", _found(right=system in IN_MEMORY), (("folder", folder), ("value", system)))


def file_system(folder: str, mounts: Iterable[str]) -> str:
    """The kind of file system that a folder lies on, by lines of `/proc/mounts`; "" if none tells."""
    place = PurePosixPath(folder)
    best, kind = -1, ""
    for line in mounts:
        _, point, system, *_ = [*line.split(), "", "", ""]
        # A later mount on the same place hides the earlier one.
        if point.startswith("/") and place.is_relative_to(point) and len(PurePosixPath(point).parts) >= best:
            best, kind = len(PurePosixPath(point).parts), system
    return kind


def check_core_files() -> Check:
    """Whether a crash leaves a file with what was in memory. data: value, the limit in bytes, -1 for none."""
    try:
        import resource
    except ModuleNotFoundError:
        return Check("core-files", Outcome.UNKNOWN)
    limit, _ = resource.getrlimit(resource.RLIMIT_CORE)
    return Check("core-files", _found(right=limit == 0), (("value", str(limit)),))


def check_clock(clock: Clock) -> Check:
    """Whether the clock can be right: no earlier than this program, and not decades later. data: date."""
    today = clock.now().date()
    return Check("clock", _found(right=NOT_BEFORE <= today <= NOT_AFTER), (("date", today.isoformat()),))


def check_voices(found: frozenset[str] | None, wanted: Sequence[Language]) -> Check:
    """Which languages can be read aloud. found: codes, None where the voices did not answer. The first of those wanted, the
    visitors' usual one, must be among them; for some others there is no voice yet. data: languages, missing; names."""
    if found is None:
        return Check("voices", Outcome.UNKNOWN)
    there = ", ".join(language.own_name for language in wanted if language.code in found)
    missing = ", ".join(language.own_name for language in wanted if language.code not in found)
    code = "voices" if not there else "voices-all" if not missing else "voices-some"
    return Check(code, _found(right=wanted[0].code in found), (("languages", there), ("missing", missing)))


def all_checks(printer: Printer, name: str, clock: Clock) -> tuple[Check, ...]:
    """Everything above. name: of the queue in the settings; without one there is no queue whose policy can be wrong."""
    return (
        check_printer(printer, name),
        *((check_queue_policy(name),) if name and has_driver(name) else ()),
        *check_spool_settings(),
        check_spool_place(),
        check_core_files(),
        check_clock(clock),
    )


def _found(*, right: bool) -> Outcome:
    return Outcome.OK if right else Outcome.FINDING
