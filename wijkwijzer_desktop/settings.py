"""This counter's settings, frozen, read once from `settings.toml` in the data folder."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from wijkwijzer_desktop.domain.errors import SettingsRefusedError
from wijkwijzer_desktop.domain.paper import COUNTER_PAPERS, Paper
from wijkwijzer_desktop.first_screen import SETTINGS_NAME, FirstScreen

# Seconds. WCAG 2.2.1: at least twenty to ask for more time.
SHORTEST_WAIT, LONGEST_WAIT = 20, 3600
# What a counter is called as long as nobody has looked it up.
NAMELESS = "Wijkwijzer"
THEMES = ("standard", "contrast", "enschede")
VOICE_OFF, VOICE_HEADPHONES, VOICE_ON = VOICES = ("off", "headphones", "on")
SITTING_ALONE, SITTING_TOGETHER = SITTINGS = ("alone", "together")
LONGEST_TEXT = 80
HEADER = "# Wijkwijzer Desktop: instellingen. / Settings."
# What belongs to one counter and one computer: never taken over from another.
OWN_FIELDS = frozenset(
    {"counter", "layer", "name", "address", "postcode4", "printer", "other_printer", "full_screen", "camera", "referral_file"}
)
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_POSTCODE = re.compile(r"([1-9][0-9]{3})?")
_ALLOWED = {"theme": THEMES, "voice": VOICES, "sitting": SITTINGS}
_WAITS = ("warn_after", "forget_after")
_TEXTS = ("counter", "layer", "name", "address", "printer", "other_printer")


@dataclass(frozen=True, slots=True)
class Settings:
    """counter: id of this counter's entry in the catalogue. layer: id of the one that it belongs to, whose entries and those of
    wider ones it sees; "" for the municipality. name, address: as on the slip and the first screen. postcode4:
    where it stands, for distances when a visitor doesn't tell. These three are "" where they are as in the catalogue. printer:
    queue name, "" for none set; "escpos:/dev/usb/lp0" or "escpos:tcp://10.0.0.5:9100" for a receipt printer without a driver.
    other_printer: the same, of one that a visitor may choose where the first fails. warn_after, forget_after: seconds without a
    touch, and from the warning. theme: one of THEMES. voice: one of VOICES, whether screens can be read aloud. "headphones":
    only into these; where the computer can't tell what is plugged in, whoever leaves it so says that headphones are. sitting:
    one of SITTINGS, the visitor alone or with a volunteer at a screen of their own. help: whether there is a button that asks
    for a person. camera: whether a paper that is brought back may be held before the camera; a scanner and the keys on the
    screen do without. referral_file: whether a referral may be left as a file for the system of a professional who sits beside
    the visitor, which is never so where visitors sit alone. languages: codes of those offered, in this order; none for all that
    there are. Dutch is offered whether or not it is named."""

    counter: str = "wijkwijzer-magneet"
    layer: str = ""
    name: str = ""
    address: str = ""
    postcode4: str = ""
    printer: str = ""
    other_printer: str = ""
    paper: Paper = Paper.A4
    warn_after: int = 120
    forget_after: int = 45
    theme: str = "standard"
    voice: str = VOICE_HEADPHONES
    sitting: str = SITTING_ALONE
    help: bool = True
    camera: bool = False
    referral_file: bool = False
    languages: tuple[str, ...] = ()
    full_screen: bool = True

    @property
    def first_screen(self) -> FirstScreen:
        """What is shown before the database is open."""
        return FirstScreen(self.name or NAMELESS, self.theme, self.full_screen, self.languages)


@dataclass(frozen=True, slots=True)
class WrongSetting:
    """One setting that may not be so. field: its name, or that of the file. reason: as of SettingsRefusedError."""

    field: str
    reason: str


def load_settings(folder: Path) -> Settings:
    """The settings in this folder; the defaults where there is no file.

    Raises SettingsRefusedError for a file that can't be read, an unknown field or a wrong value.
    """
    try:
        content = (folder / SETTINGS_NAME).read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsRefusedError(field=SETTINGS_NAME, reason="cannot-open") from error
    settings, wrong = read_settings(content, Settings())
    if wrong:
        raise SettingsRefusedError(field=wrong[0].field, reason=wrong[0].reason)
    return settings


def read_settings(content: bytes, otherwise: Settings) -> tuple[Settings, tuple[WrongSetting, ...]]:
    """What a file says, over what holds otherwise, and all that is wrong with it; what is wrong is not taken over."""
    import tomllib

    try:
        data = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return otherwise, (WrongSetting(SETTINGS_NAME, "not-utf-8"),)
    # Nested deeper than Python goes is no file of settings either.
    except (tomllib.TOMLDecodeError, RecursionError):
        return otherwise, (WrongSetting(SETTINGS_NAME, "not-toml"),)
    values, wrong = _values(data)
    settings = replace(otherwise, **values)  # type: ignore[arg-type]
    return settings, (*wrong, *(found for found in check_settings(settings) if found.field in values))


def _values(data: Mapping[str, object]) -> tuple[dict[str, object], list[WrongSetting]]:
    defaults = Settings()
    known = {field.name for field in fields(Settings)}
    values: dict[str, object] = {}
    wrong: list[WrongSetting] = []
    for name, value in data.items():
        if name not in known:
            wrong.append(WrongSetting(name, "unknown"))
        elif not _is_like(getattr(defaults, name), value):
            wrong.append(WrongSetting(name, "type"))
        elif name == "paper" and value not in {paper.value for paper in COUNTER_PAPERS}:
            wrong.append(WrongSetting(name, "value"))
        else:
            values[name] = Paper(str(value)) if name == "paper" else tuple(value) if isinstance(value, list) else value
    return values, wrong


def _is_like(default: object, value: object) -> bool:
    """Whether TOML has the kind of value that belongs there."""
    if isinstance(default, tuple):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return type(value) is (str if isinstance(default, Paper) else type(default))


def check_settings(settings: Settings) -> tuple[WrongSetting, ...]:
    """All that may not be so, whatever the catalogue says; none where all is well."""
    wrong = [name for name, allowed in _ALLOWED.items() if getattr(settings, name) not in allowed]
    wrong += [name for name in _WAITS if not SHORTEST_WAIT <= getattr(settings, name) <= LONGEST_WAIT]
    wrong += [name for name in _TEXTS if not _is_line(getattr(settings, name))]
    if not _POSTCODE.fullmatch(settings.postcode4):
        wrong.append("postcode4")
    codes = settings.languages
    if len(set(codes)) != len(codes) or not all(map(_LANGUAGE.fullmatch, codes)):
        wrong.append("languages")
    return tuple(WrongSetting(name, "value") for name in wrong)


def _is_line(text: str) -> bool:
    return text == text.strip() and text.isprintable() and len(text) <= LONGEST_TEXT


def settings_text(settings: Settings, *, shared: bool = False) -> str:
    """As a file has them, every one on a line of its own. shared: without what belongs to one counter only."""
    lines = [
        f"{field.name} = {_written(getattr(settings, field.name))}"
        for field in fields(Settings)
        if not (shared and field.name in OWN_FIELDS)
    ]
    return "\n".join((HEADER, *lines, ""))


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    # What JSON writes of a line that can be printed, TOML reads.
    return str(value) if isinstance(value, int) else json.dumps(str(value), ensure_ascii=False)


def changed_fields(before: Settings, after: Settings) -> tuple[str, ...]:
    """Names of those that differ."""
    return tuple(field.name for field in fields(Settings) if getattr(before, field.name) != getattr(after, field.name))
