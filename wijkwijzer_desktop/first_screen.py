"""What the first screen shows, left beside the database so that it is painted before anything is opened or parsed."""

from dataclasses import dataclass
from pathlib import Path

LEFT_NAME = "first-screen.txt"
SETTINGS_NAME = "settings.toml"
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class FirstScreen:
    """The counter's name, the name of a theme, and whether it fills the screen."""

    name: str
    theme: str
    full_screen: bool


def read_first_screen(folder: Path) -> FirstScreen | None:
    """As it was left; None where the settings have changed since, or nothing was left yet."""
    try:
        stamp, theme, full_screen, name = (folder / LEFT_NAME).read_text(encoding="utf-8").split("\n", 3)
    except (OSError, ValueError):
        return None
    return FirstScreen(name, theme, full_screen == YES) if stamp == _stamp(folder) and full_screen in {YES, NO} else None


def leave_first_screen(folder: Path, screen: FirstScreen) -> None:
    """For the next start. A folder that can't be written is no reason not to serve visitors."""
    text = "\n".join((_stamp(folder), screen.theme, YES if screen.full_screen else NO, screen.name))
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
