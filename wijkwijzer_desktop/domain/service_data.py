"""A service as plain data, as JSON has it, and back: for its history, and for formats that lack a field of ours.

Texts, whole numbers, true and false, lists and mappings; days and times as ISO 8601, None where nothing is known, a condition
in its closed form. Every field is written, also where it says nothing.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache, partial
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from wijkwijzer_desktop.domain.condition import Condition, ConditionFormError, condition_from
from wijkwijzer_desktop.domain.schedule import WEEKDAYS, Frequency, Schedule
from wijkwijzer_desktop.domain.service import Service

_WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)})")
_Record = TypeVar("_Record")
# What `cache` takes.
_kind: Callable[[object], Any] = type
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_NTH_WEEKDAY = re.compile(rf"(-?[1-5])?({'|'.join(WEEKDAYS)})")


class ServiceDataError(ValueError):
    """Data that is no service. field: where, as "phones.0.number"; "" for the whole. reason: missing, unknown (no such field),
    type (another sort of value belongs there), value, text (characters that are none)."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field = field
        self.reason = reason

    def lies_under(self, name: str | int) -> None:
        """Found inside this field, or this place of a list."""
        self.field = f"{name}.{self.field}" if self.field else str(name)
        self.args = (self.field, self.reason)


def to_data(service: Service) -> dict[str, Any]:
    """Everything that is known of it; `from_data` gives an equal service back."""
    written: dict[str, Any] = data_of(service)
    return written


def data_of(value: Any) -> Any:
    """What `to_data` has for one field of a service."""
    return _writer(_kind(value))(value)


def from_data(data: object) -> Service:
    """Raises ServiceDataError. Fields that may be empty may be absent."""
    read: Service = _reader(Service)(data)
    return read


def record_from(kind: type[_Record], data: object) -> _Record:
    """Any other record of which `data_of` wrote the data: its class, with fields of the same sorts as a service has. Raises
    ServiceDataError."""
    of: Any = kind
    read: _Record = _reader(of)(data)
    return read


def field_from(name: str, data: object) -> Any:
    """One field of a service, as `from_data` reads it. Raises ServiceDataError."""
    return _read_part(name, _readers()[name], data)


@cache
def _readers() -> dict[str, Callable[[Any], Any]]:
    return {name: reader for name, reader, _ in _parts(Service)}


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    if issubclass(kind, Enum):
        return _value
    if issubclass(kind, NoneType | str | int):
        return _same
    if issubclass(kind, tuple):
        return _write_all
    if issubclass(kind, date | time):
        return _moment_words
    if issubclass(kind, Condition):
        return _condition_data
    return partial(_write_record, tuple(field.name for field in fields(kind)))


def _value(value: Enum) -> Any:
    return value.value


def _same(value: Any) -> Any:
    return value


def _moment_words(value: date | time) -> str:
    return value.isoformat()


def _condition_data(value: Condition) -> dict[str, Any]:
    return value.data()


def _write_all(values: tuple[Any, ...]) -> list[Any]:
    return [_writer(_kind(value))(value) for value in values]


def _write_record(names: tuple[str, ...], record: Any) -> dict[str, Any]:
    # The shape of half of what is written: not a call more for it than needed.
    return {name: part if (kind := _kind(part := getattr(record, name))) is str else _writer(kind)(part) for name in names}


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """For a sort of value, as a field is annotated. Made once: most of the work of reading is to find out what to expect."""
    if get_origin(kind) is tuple:
        return partial(_read_all, _reader(get_args(kind)[0]))
    if NoneType in get_args(kind):
        return partial(_read_optional, _reader(get_args(kind)[0]))
    if kind is Condition:
        return _condition
    if is_dataclass(kind):
        return partial(_read_record, kind)
    if issubclass(kind, Enum):
        return partial(_read_choice, kind, int if issubclass(kind, int) else str)
    if kind in (date, time):
        return partial(_moment, kind)
    return _text if kind is str else partial(_typed, kind)


@cache
def _parts(kind: Any) -> tuple[tuple[str, Callable[[Any], Any], bool], ...]:
    """Of a record: name of each field, what reads it, and whether it must be there."""
    hints = get_type_hints(kind)
    return tuple((f.name, _reader(hints[f.name]), f.default is MISSING) for f in fields(kind))


def _read_part(name: str | int, reader: Callable[[Any], Any], data: object) -> Any:
    try:
        return reader(data)
    except ServiceDataError as error:
        error.lies_under(name)
        raise


def _read_all(reader: Callable[[Any], Any], data: object) -> tuple[Any, ...]:
    return tuple(_read_part(n, reader, part) for n, part in enumerate(_typed(list, data)))


def _read_optional(reader: Callable[[Any], Any], data: object) -> Any:
    return None if data is None else reader(data)


def _read_choice(kind: type[Enum], of: type, data: object) -> Any:
    return _made(kind, _typed(of, data))


def _read_record(kind: Any, data: object) -> Any:
    if not isinstance(data, Mapping):
        raise ServiceDataError("", "type")
    parts = _parts(kind)
    unknown = data.keys() - {name for name, _, _ in parts}
    if unknown:
        raise ServiceDataError(min(map(str, unknown)), "unknown")
    given: dict[str, Any] = {}
    for name, reader, is_needed in parts:
        if name in data:
            given[name] = _read_part(name, reader, data[name])
        elif is_needed:
            raise ServiceDataError(name, "missing")
    record = kind(**given)
    if isinstance(record, Schedule):
        _check_schedule(record)
    return record


def _check_schedule(schedule: Schedule) -> None:
    if schedule.interval < 1 or (schedule.interval > 1 and schedule.valid_from is None):
        raise ServiceDataError("interval", "value")
    form = _WEEKDAY if schedule.frequency is Frequency.WEEKLY else _NTH_WEEKDAY
    if not all(form.fullmatch(day) for day in schedule.weekdays):
        raise ServiceDataError("weekdays", "value")


def _condition(data: object) -> Condition:
    try:
        return condition_from(data)
    except (ConditionFormError, RecursionError) as error:
        raise ServiceDataError("", "value") from error


def _moment(kind: type[date] | type[time], data: object) -> date | time:
    moment: date | time = _made(kind.fromisoformat, _typed(str, data))
    # Times are those of a clock on the wall.
    if isinstance(moment, time) and moment.tzinfo is not None:
        raise ServiceDataError("", "value")
    return moment


def _made(make: Callable[[Any], Any], data: object) -> Any:
    try:
        return make(data)
    except ValueError as error:
        raise ServiceDataError("", "value") from error


def _text(data: object) -> str:
    text: str = _typed(str, data)
    # Neither may stand in every database.
    if _NO_TEXT.search(text):
        raise ServiceDataError("", "text")
    return text


def _typed(kind: type, data: object) -> Any:
    # Not isinstance: true is no number.
    if type(data) is not kind:
        raise ServiceDataError("", "type")
    return data
