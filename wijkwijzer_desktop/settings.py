"""This counter's settings, frozen, read once from `settings.toml` in the data folder."""

from dataclasses import dataclass, fields, replace
from pathlib import Path

from wijkwijzer_desktop.domain.errors import SettingsRefusedError
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.first_screen import SETTINGS_NAME, FirstScreen

# Seconds. WCAG 2.2.1: at least twenty to ask for more time.
SHORTEST_WAIT, LONGEST_WAIT = 20, 3600
# What a counter is called as long as nobody has looked it up.
NAMELESS = "Wijkwijzer"
THEMES = ("standard", "contrast", "enschede")


@dataclass(frozen=True, slots=True)
class Settings:
    """counter: id of this counter's entry in the catalogue. name, address: as on the slip and the first screen.
    postcode4: where it stands, for distances when a visitor doesn't tell. These three are "" where they are as in the
    catalogue. printer: queue name, "" for none set. warn_after, forget_after: seconds without a touch, and from the
    warning. theme: one of THEMES."""

    counter: str = "wijkwijzer-magneet"
    name: str = ""
    address: str = ""
    postcode4: str = ""
    printer: str = ""
    paper: Paper = Paper.A4
    warn_after: int = 120
    forget_after: int = 45
    theme: str = "standard"
    full_screen: bool = True

    @property
    def first_screen(self) -> FirstScreen:
        """What is shown before the database is open."""
        return FirstScreen(self.name or NAMELESS, self.theme, self.full_screen)


def load_settings(folder: Path) -> Settings:
    """The settings in this folder; the defaults where there is no file.

    Raises SettingsRefusedError for a file that can't be read, an unknown field or a wrong value.
    """
    path = folder / SETTINGS_NAME
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        raise SettingsRefusedError(field=SETTINGS_NAME, reason="not-utf-8") from error
    except OSError as error:
        raise SettingsRefusedError(field=SETTINGS_NAME, reason="cannot-open") from error
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsRefusedError(field=SETTINGS_NAME, reason="not-toml") from error
    return _settings(data)


def _settings(data: dict[str, object]) -> Settings:
    defaults = Settings()
    known = {field.name for field in fields(Settings)}
    values: dict[str, object] = {}
    for name, value in data.items():
        if name not in known:
            raise SettingsRefusedError(field=name, reason="unknown")
        default = getattr(defaults, name)
        wanted = str if isinstance(default, Paper) else type(default)
        if type(value) is not wanted:
            raise SettingsRefusedError(field=name, reason="type")
        values[name] = value
    if "paper" in values:
        if values["paper"] not in {paper.value for paper in Paper}:
            raise SettingsRefusedError(field="paper", reason="value")
        values["paper"] = Paper(str(values["paper"]))
    settings = replace(defaults, **values)  # type: ignore[arg-type]
    _check(settings)
    return settings


def _check(settings: Settings) -> None:
    if settings.theme not in THEMES:
        raise SettingsRefusedError(field="theme", reason="value")
    for name in ("warn_after", "forget_after"):
        if not SHORTEST_WAIT <= getattr(settings, name) <= LONGEST_WAIT:
            raise SettingsRefusedError(field=name, reason="value")
    if settings.name and not settings.name.strip():
        raise SettingsRefusedError(field="name", reason="value")
