"""A service as plain data, as JSON has it, and back: for its history, and for formats that lack a field of ours.

Texts, whole numbers, true and false, lists and mappings; days and times as ISO 8601, None where nothing is known, a condition
in its closed form. Every field is written, also where it says nothing.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from wijkwijzer_desktop.domain.condition import Condition, ConditionFormError, condition_from
from wijkwijzer_desktop.domain.schedule import WEEKDAYS, Frequency, Schedule
from wijkwijzer_desktop.domain.service import Service

_WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)})")
_NTH_WEEKDAY = re.compile(rf"(-?[1-5])?({'|'.join(WEEKDAYS)})")


class ServiceDataError(ValueError):
    """Data that is no service. field: where, as "phones.0.number"; "" for the whole. reason: missing, unknown (no such field),
    type (another sort of value belongs there), value, text (characters that are none)."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field = field
        self.reason = reason


def to_data(service: Service) -> dict[str, Any]:
    """Everything that is known of it; `from_data` gives an equal service back."""
    written: dict[str, Any] = _write(service)
    return written


def from_data(data: object) -> Service:
    """Raises ServiceDataError. Fields that may be empty may be absent."""
    read: Service = _read(Service, data, "")
    return read


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _write(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [_write(part) for part in value]
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Condition):
        return value.data()
    kind: Any = type(value)
    return {name: _write(getattr(value, name)) for name in _names(kind)}


def _read(kind: Any, data: object, at: str) -> Any:
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], part, _under(at, n)) for n, part in enumerate(_typed(list, data, at)))
    if NoneType in get_args(kind):
        return None if data is None else _read(get_args(kind)[0], data, at)
    if kind is Condition:
        return _condition(data, at)
    if is_dataclass(kind):
        return _read_record(kind, data, at)
    if issubclass(kind, Enum):
        expected = int if issubclass(kind, int) else str
        return _made(kind, _typed(expected, data, at), at)
    if kind in (date, time):
        return _moment(kind, data, at)
    return _text(data, at) if kind is str else _typed(kind, data, at)


@cache
def _record(kind: Any) -> tuple[tuple[str, Any, bool], ...]:
    hints = get_type_hints(kind)
    return tuple((f.name, hints[f.name], f.default is MISSING) for f in fields(kind))


def _read_record(kind: Any, data: object, at: str) -> Any:
    if not isinstance(data, Mapping):
        raise ServiceDataError(at, "type")
    unknown = [str(name) for name in data if name not in _names(kind)]
    if unknown:
        raise ServiceDataError(_under(at, min(unknown)), "unknown")
    given: dict[str, Any] = {}
    for name, hint, is_needed in _record(kind):
        if name in data:
            given[name] = _read(hint, data[name], _under(at, name))
        elif is_needed:
            raise ServiceDataError(_under(at, name), "missing")
    record = kind(**given)
    if isinstance(record, Schedule):
        _check_schedule(record, at)
    return record


def _check_schedule(schedule: Schedule, at: str) -> None:
    if schedule.interval < 1 or (schedule.interval > 1 and schedule.valid_from is None):
        raise ServiceDataError(_under(at, "interval"), "value")
    form = _WEEKDAY if schedule.frequency is Frequency.WEEKLY else _NTH_WEEKDAY
    if not all(form.fullmatch(day) for day in schedule.weekdays):
        raise ServiceDataError(_under(at, "weekdays"), "value")


def _condition(data: object, at: str) -> Condition:
    try:
        return condition_from(data)
    except (ConditionFormError, RecursionError) as error:
        raise ServiceDataError(at, "value") from error


def _moment(kind: type[date] | type[time], data: object, at: str) -> date | time:
    moment: date | time = _made(kind.fromisoformat, _typed(str, data, at), at)
    # Times are those of a clock on the wall.
    if isinstance(moment, time) and moment.tzinfo is not None:
        raise ServiceDataError(at, "value")
    return moment


def _made(make: Callable[[Any], Any], data: object, at: str) -> Any:
    try:
        return make(data)
    except ValueError as error:
        raise ServiceDataError(at, "value") from error


def _text(data: object, at: str) -> str:
    text: str = _typed(str, data, at)
    # Neither may stand in every database.
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ServiceDataError(at, "text")
    return text


def _typed(kind: type, data: object, at: str) -> Any:
    # Not isinstance: true is no number.
    if type(data) is not kind:
        raise ServiceDataError(at, "type")
    return data


def _under(at: str, name: str | int) -> str:
    return f"{at}.{name}" if at else str(name)
