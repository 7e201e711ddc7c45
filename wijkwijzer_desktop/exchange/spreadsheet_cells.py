"""One cell: a value of ours as a spreadsheet has it, and back."""

import json
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from wijkwijzer_desktop.domain.condition import ALWAYS, Condition, ConditionFormError, condition_from
from wijkwijzer_desktop.domain.schedule import WEEKDAYS
from wijkwijzer_desktop.exchange.spreadsheet_columns import Column, Holds

# More letters no spreadsheet keeps; they cut off the rest without a word.
LONGEST: Final = 32_767
# Before this day programs disagree about the calendar, so it is written as text.
FIRST_DAY: Final = date(1900, 3, 1)
DAYS: Final = dict(zip(WEEKDAYS, ("ma", "di", "wo", "do", "vr", "za", "zo"), strict=True))
NUMBERS: Final = {"eerste": "1", "tweede": "2", "derde": "3", "vierde": "4", "vijfde": "5", "laatste": "-1"}
ERRORS: Final = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})

# What a spreadsheet would work out instead of show.
_LOOKS_LIKE_FORMULA = re.compile(r"'*[=+\-@\t\r\n\x00]")
_ESCAPED_FORMULA = re.compile(r"'+[=+\-@\t\r\n\x00]")
# What XML can't hold, or would change; what looks as if it stood for such a letter; blanks at the ends, which people leave there.
_UNWRITABLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|^ +| +\\Z")
_WRITTEN = re.compile("_x([0-9A-Fa-f]{4})_")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
LONGEST_ID: Final = 200
_DUTCH_DAY = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")
_WEEKDAY = re.compile(rf"(?:(-?[1-5])e?|({'|'.join(NUMBERS)}))? *({'|'.join(DAYS.values())})[a-z]*")


class CellError(ValueError):
    """A cell that can't be read. code: of its finding. data: what the words need besides place and cell."""

    def __init__(self, code: str, **data: str) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


def escape(text: str) -> str:
    """As it may stand in a cell: never taken for a formula, and nothing in it that gets lost."""
    if _LOOKS_LIKE_FORMULA.match(text):
        text = f"'{text}"
    return _UNWRITABLE.sub(_written, text)


def unescape(text: str) -> str:
    """What `escape` was given."""
    text = _WRITTEN.sub(_meant, text)
    return text[1:] if _ESCAPED_FORMULA.match(text) else text


def _written(found: re.Match[str]) -> str:
    return "".join(f"_x{ord(letter):04X}_" for letter in found[0])


def _meant(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def to_cell(value: Any, column: Column) -> Any:
    """What is written for this value: text, a number, a day or a time; None for nothing. Raises CellError: cell-too-long."""
    if value is None or value == "":
        return None
    match column.holds:
        case Holds.DAY if value >= FIRST_DAY:
            return value
        case Holds.CLOCK if not value.microsecond:
            return value
        case Holds.COUNT:
            return value
        case Holds.EUROS if abs(value) < 10**12:
            return value / 100
        case _:
            text = escape(_as_text(value, column))
    if len(text) > LONGEST:
        raise CellError("cell-too-long", limit=str(LONGEST))
    return text or None


def _as_text(value: Any, column: Column) -> str:
    match column.holds:
        case Holds.CHOICE:
            return next(word for word, meant in column.choices.items() if meant is value)
        case Holds.NAMES:
            return ", ".join(value)
        case Holds.CHOICES:
            return ", ".join(word for one in value for word, meant in column.choices.items() if meant is one)
        case Holds.WEEKDAYS:
            return ", ".join(_day_words(day) for day in value)
        case Holds.CONDITION:
            return "" if value == ALWAYS else json.dumps(value.data(), ensure_ascii=False)
        case Holds.DAY | Holds.CLOCK:
            return str(value.isoformat())
        case Holds.EUROS:
            return str(Decimal(value) / 100)
    return str(value)


def _day_words(weekday: str) -> str:
    number, day = weekday[:-2], DAYS[weekday[-2:]]
    if not number:
        return day
    return f"laatste {day}" if number == "-1" else f"{number}e {day}"


def from_cell(cell: Any, column: Column) -> Any:
    """The value in it; None for an empty cell. Raises CellError: cell-formula, cell-error, cell-choice, cell-name, cell-day,
    cell-clock, cell-count, cell-euros, cell-weekday, cell-condition."""
    if cell is None:
        return None
    if isinstance(cell, str):
        if cell.startswith("="):
            raise CellError("cell-formula")
        if cell in ERRORS:
            raise CellError("cell-error")
        if not cell.strip():
            return None
    elif not isinstance(cell, bool | int | float | date | time | timedelta):
        raise CellError("cell-formula")
    return _READERS[column.holds](cell, column)


def _text(cell: Any, _column: Column | None = None) -> str:
    if isinstance(cell, str):
        return unescape(cell.replace("\r\n", "\n").strip(" "))
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 10**15 else str(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def _choice(cell: Any, column: Column) -> Any:
    word = _text(cell).strip().casefold()
    if word not in column.choices:
        raise CellError("cell-choice", expected=", ".join(column.choices))
    return column.choices[word]


def _choices(cell: Any, column: Column) -> tuple[Any, ...]:
    parts = [part.strip() for part in re.split(r"[,;\n]", _text(cell)) if part.strip()]
    return tuple(dict.fromkeys(_choice(part, column) for part in parts))


def _name(cell: Any, _column: Column) -> str:
    # Those of other people's lists may hold anything.
    name = _text(cell)
    if len(name) > LONGEST_ID:
        raise CellError("cell-name")
    return name


def _names(cell: Any, _column: Column) -> tuple[str, ...]:
    parts = [part.strip() for part in re.split(r"[,;\n]", _text(cell)) if part.strip()]
    if not all(map(_NAME.fullmatch, parts)):
        raise CellError("cell-name")
    return tuple(dict.fromkeys(parts))


def _day(cell: Any, _column: Column) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = _text(cell).strip() if isinstance(cell, str) else ""
    dutch = _DUTCH_DAY.fullmatch(text)
    try:
        if dutch:
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
        if _ISO_DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError as error:
        raise CellError("cell-day") from error
    raise CellError("cell-day")


def _clock(cell: Any, _column: Column) -> time:
    if isinstance(cell, datetime):
        # A time without a day is a day that nobody meant.
        return cell.time()
    if isinstance(cell, time):
        return cell
    if isinstance(cell, timedelta):
        # Seconds of a day, as the spreadsheet counts it; what is over is a length, not a time.
        if not timedelta(0) <= cell < timedelta(days=1):
            raise CellError("cell-clock")
        minutes, seconds = divmod(cell.seconds, 60)
        return time(minutes // 60, minutes % 60, seconds)
    text = _text(cell).strip()
    short = _CLOCK.fullmatch(text)
    try:
        return time(int(short[1]), int(short[2])) if short else _plain(time.fromisoformat(text))
    except ValueError as error:
        raise CellError("cell-clock") from error


def _plain(clock: time) -> time:
    if clock.tzinfo is not None:
        raise ValueError(clock)
    return clock


def _count(cell: Any, _column: Column) -> int:
    text = _text(cell).strip()
    if not re.fullmatch(r"[0-9]{1,4}", text) or int(text) < 1:
        raise CellError("cell-count")
    return int(text)


def _euros(cell: Any, _column: Column) -> int:
    # A fraction of a cent is the spreadsheet's own, from how it keeps numbers.
    text = f"{cell:.4f}" if isinstance(cell, float) else _text(cell).replace("€", "").strip()
    try:
        # A comma before two figures is the Dutch point.
        amount = Decimal(text.replace(",", ".")) * 100
    except InvalidOperation as error:
        raise CellError("cell-euros") from error
    if not amount.is_finite() or amount != amount.to_integral_value() or not 0 <= amount < Decimal(10) ** 15:
        raise CellError("cell-euros")
    return int(amount)


def _weekdays(cell: Any, _column: Column) -> tuple[str, ...]:
    names = {word: code for code, word in DAYS.items()}
    found = []
    for part in re.split(r"[,;\n]", _text(cell)):
        match = _WEEKDAY.fullmatch(part.strip().casefold())
        if match is None:
            raise CellError("cell-weekday", part=part.strip())
        found.append(f"{match[1] or NUMBERS.get(match[2] or '', '')}{names[match[3]]}")
    return tuple(dict.fromkeys(found))


def _condition(cell: Any, _column: Column) -> Condition:
    try:
        return condition_from(json.loads(_text(cell)))
    except (ConditionFormError, ValueError, RecursionError) as error:
        raise CellError("cell-condition") from error


_READERS: Final = {
    Holds.TEXT: _text,
    Holds.NAME: _name,
    Holds.NAMES: _names,
    Holds.WEEKDAYS: _weekdays,
    Holds.CONDITION: _condition,
    Holds.DAY: _day,
    Holds.CLOCK: _clock,
    Holds.COUNT: _count,
    Holds.EUROS: _euros,
    Holds.CHOICE: _choice,
    Holds.CHOICES: _choices,
}
