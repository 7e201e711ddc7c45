"""What the first screen shows, left beside the database so that it is painted before anything is opened or parsed."""

import re
from dataclasses import dataclass
from pathlib import Path

LEFT_NAME = "first-screen.txt"
SETTINGS_NAME = "settings.toml"
YES, NO = "yes", "no"
_CODES = re.compile(r"([a-z]{2,3}( [a-z]{2,3})*)?")


@dataclass(frozen=True, slots=True)
class FirstScreen:
    """The counter's name, the name of a theme, whether it fills the screen, and codes of the languages in their order; none for
    all that there are."""

    name: str
    theme: str
    full_screen: bool
    languages: tuple[str, ...] = ()


def read_first_screen(folder: Path) -> FirstScreen | None:
    """As it was left; None where the settings have changed since, or nothing was left yet."""
    try:
        stamp, theme, full_screen, codes, name = (folder / LEFT_NAME).read_text(encoding="utf-8").split("\n", 4)
    except (OSError, ValueError):
        return None
    if stamp != _stamp(folder) or full_screen not in {YES, NO} or not _CODES.fullmatch(codes):
        return None
    return FirstScreen(name, theme, full_screen == YES, tuple(codes.split()))


def leave_first_screen(folder: Path, screen: FirstScreen) -> None:
    """For the next start. A folder that can't be written is no reason not to serve visitors."""
    lines = (_stamp(folder), screen.theme, YES if screen.full_screen else NO, " ".join(screen.languages), screen.name)
    text = "\n".join(lines)
    path = folder / LEFT_NAME
    try:
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    except OSError:
        return


def _stamp(folder: Path) -> str:
    try:
        stat = (folder / SETTINGS_NAME).stat()
    except OSError:
        return "-"
    return f"{stat.st_mtime_ns} {stat.st_size}"
