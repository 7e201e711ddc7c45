"""Door of the staff room: this counter's settings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from wijkwijzer_desktop.desk.guard import StaffDoor, needs
from wijkwijzer_desktop.desk.ports import Catalogue, Printer
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.domain.audit import LONGEST_VALUE, Action
from wijkwijzer_desktop.domain.errors import SettingsRefusedError
from wijkwijzer_desktop.domain.service import Kind, Service, Status
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.first_screen import SETTINGS_NAME, leave_first_screen
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.private_file import replace_file
from wijkwijzer_desktop.settings import (
    OWN_FIELDS,
    Settings,
    WrongSetting,
    changed_fields,
    check_settings,
    load_settings,
    read_settings,
    settings_text,
)

# Of one that is larger than this nothing is read.
LARGEST_FILE = 64 * 1024
# What is looked at once, when the program starts.
AFTER_RESTART = frozenset({"counter", "layer", "voice", "full_screen"})
# What of a place goes together: all of it changes, or none.
PLACE_FIELDS = ("counter", "name", "address", "postcode4")


@dataclass(frozen=True, slots=True)
class Place:
    """A counter of the catalogue. address: with the city, "" where there is none."""

    id: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Present:
    """settings: as in the file, where "" is as in the catalogue. places: counters to choose from. printers: queues that
    there are now."""

    settings: Settings
    places: tuple[Place, ...]
    printers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """settings: with what the catalogue says filled in, as the desk wants them. changed: names of fields. waiting: those of
    them that hold after the next start."""

    settings: Settings
    changed: tuple[str, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadIn:
    """A file of another counter. settings: those of here with what the file says; as they were, where anything is wrong.
    kept: names of fields that the file has too, and that stay as they are here. changed: names of those that differ."""

    settings: Settings
    wrong: tuple[WrongSetting, ...]
    kept: tuple[str, ...]
    changed: tuple[str, ...]


def wrong_settings(settings: Settings) -> tuple[WrongSetting, ...]:
    """All that may not be so, as far as it can be said without the catalogue; from memory, so at every letter typed."""
    known = {language.code for language in LANGUAGES}
    strange = any(code not in known for code in settings.languages)
    return (*check_settings(settings), *((WrongSetting("languages", "unknown-language"),) if strange else ()))


class SettingsDoor(StaffDoor):
    """All methods block, and may raise what `StaffRoom` may besides what they name.

    folder: where the data lies. fill: the settings with what the catalogue says of this counter; raises SettingsRefusedError
    for a counter that has no name either.
    """

    def __init__(
        self, room: StaffRoom, folder: Path, catalogue: Catalogue, printer: Printer, fill: Callable[[Settings], Settings]
    ) -> None:
        super().__init__(room)
        self._folder = folder
        self._catalogue = catalogue
        self._printer = printer
        self._fill = fill

    @needs(Role.MANAGER)
    def present(self) -> Present:
        """As they are now. Raises SettingsRefusedError."""
        return Present(load_settings(self._folder), tuple(_places(self._catalogue.everything())), self._printer.names())

    @needs(Role.MANAGER)
    def save(self, settings: Settings) -> Saved:
        """Keep them, and note which. Raises SettingsRefusedError; then nothing was changed."""
        for wrong in wrong_settings(settings):
            raise SettingsRefusedError(field=wrong.field, reason=wrong.reason)
        filled = self._fill(settings)
        changed = changed_fields(load_settings(self._folder), settings)
        if changed:
            self._write(settings, changed)
            leave_first_screen(self._folder, filled.first_screen)
        waiting = tuple(name for name in changed if name in AFTER_RESTART)
        return Saved(filled, changed, waiting)

    @needs(Role.MANAGER)
    def export_to(self, path: Path) -> None:
        """What other counters may have too, as one file. Raises SettingsRefusedError (reason: cannot-write)."""
        content = settings_text(load_settings(self._folder), shared=True).encode()
        try:
            replace_file(path, content)
        except OSError as error:
            raise SettingsRefusedError(field=path.name, reason="cannot-write") from error

    @needs(Role.MANAGER)
    def read_in(self, path: Path) -> ReadIn:
        """What another counter's file would change here; `save` does it. Raises SettingsRefusedError (reason: cannot-open,
        too-large) for one that can't be read at all."""
        try:
            with path.open("rb") as stream:
                content = stream.read(LARGEST_FILE + 1)
        except OSError as error:
            raise SettingsRefusedError(field=path.name, reason="cannot-open") from error
        if len(content) > LARGEST_FILE:
            raise SettingsRefusedError(field=path.name, reason="too-large")
        here = load_settings(self._folder)
        said, wrong = read_settings(content, here)
        wrong = tuple(dict.fromkeys((*wrong, *wrong_settings(said))))
        if wrong:
            return ReadIn(here, wrong, (), ())
        kept = {name: getattr(here, name) for name in OWN_FIELDS}
        settings = replace(said, **kept)
        differing = changed_fields(said, settings)
        return ReadIn(settings, (), differing, changed_fields(here, settings))

    def _write(self, settings: Settings, changed: tuple[str, ...]) -> None:
        # What is noted and what is kept go together as nearly as they can: between them lies one renaming.
        path = self._folder / SETTINGS_NAME
        try:
            replace_file(path, settings_text(settings).encode(), _Noting(self.room, changed))
        except OSError as error:
            raise SettingsRefusedError(field=SETTINGS_NAME, reason="cannot-write") from error


@dataclass(frozen=True, slots=True)
class _Noting:
    room: StaffRoom
    changed: tuple[str, ...]

    def __call__(self) -> None:
        for names in _lines(self.changed):
            self.room.record(Action.SETTINGS_CHANGED, fields=names)


def _lines(names: tuple[str, ...]) -> Iterator[str]:
    """Joined, as many as fit in a line of the log."""
    line = ""
    for name in names:
        longer = f"{line}+{name}" if line else name
        if len(longer) > LONGEST_VALUE:
            yield line
            longer = name
        line = longer
    if line:
        yield line


def settings_in_use(before: Settings, saved: Saved) -> Settings:
    """What can hold at once, without a start: of the place and what is opened at the start, what was there before."""
    fields = set(saved.waiting)
    if "counter" in fields:
        fields |= set(PLACE_FIELDS)
    return replace(saved.settings, **{name: getattr(before, name) for name in fields})


def _places(entries: tuple[Service, ...]) -> Iterator[Place]:
    counters = (entry for entry in entries if entry.kind is Kind.COUNTER and entry.status is not Status.ENDED)
    for entry in sorted(counters, key=_name):
        where = entry.location
        yield Place(entry.id, entry.name, ", ".join(filter(None, (where.address, where.city))) if where is not None else "")


def _name(entry: Service) -> str:
    return entry.name
