"""One YAML file as plain data with the line of every value; hostile or broken files become findings.

Read event by event, so that an alias, a tag or too deep a nesting is refused before anything is built from it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding

MAX_BYTES = 1_000_000
MAX_DEPTH = 24

Step = str | int
Steps = tuple[Step, ...]

# The YAML 1.2 core schema: "ja", "no" and "on" are words, and a date is text.
_NULL = re.compile(r"~|null|Null|NULL|")
_TRUE = re.compile(r"true|True|TRUE")
_FALSE = re.compile(r"false|False|FALSE")
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Document:
    """file: path as given. data: dicts, lists, strings, numbers, booleans and None. lines: steps from the root
    (keys and positions) to the line, from 1."""

    file: str
    data: Any
    lines: Mapping[Steps, int]

    def line(self, steps: Steps) -> int:
        """The line of the value at these steps, or of the nearest that holds it."""
        for length in range(len(steps), -1, -1):
            if steps[:length] in self.lines:
                return self.lines[steps[:length]]
        return 0


def read_yaml(path: Path) -> Document:
    """Read one file of UTF-8 text, with or without byte order mark.

    Raises ContentRefusedError with one or more of the findings file-missing, file-too-large, not-utf8,
    not-yaml, yaml-alias, yaml-tag, yaml-too-deep, duplicate-key, key-not-text, several-documents.
    """
    return parse_yaml(read_text(path), str(path))


def parse_yaml(text: str, file: str) -> Document:
    """The same of a text. file: its name, for the findings. Raises ContentRefusedError."""
    reader = _Reader(file)
    try:
        data = reader.read(text)
    except ReaderError as error:
        line = text.count("\n", 0, int(error.position)) + 1
        raise _refused("not-yaml", file, line, reason="een teken dat niet mag") from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 0
        raise _refused("not-yaml", file, line, reason=str(error.problem or "")) from error
    except YAMLError as error:
        raise _refused("not-yaml", file, 0, reason=type(error).__name__) from error
    if reader.findings:
        raise ContentRefusedError(tuple(reader.findings))
    return Document(file, data, reader.lines)


def read_text(path: Path) -> str:
    """What stands in a file of UTF-8 text, without a byte order mark.

    Raises ContentRefusedError: file-missing, file-too-large, not-utf8.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise _refused("file-missing", str(path), 0) from error
    if len(raw) > MAX_BYTES:
        raise _refused("file-too-large", str(path), 0, limit=str(MAX_BYTES))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused("not-utf8", str(path), raw.count(b"\n", 0, error.start) + 1) from error


def _refused(code: str, file: str, line: int, **data: str) -> ContentRefusedError:
    return ContentRefusedError((Finding(code, file, line, "", tuple(data.items())),))


class _Reader:
    """Builds values from parser events, one file at a time."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.lines: dict[Steps, int] = {}

    def read(self, text: str) -> Any:
        events: Iterator[Event] = iter(YAML(typ="safe", pure=True).parse(text))
        documents: list[Any] = []
        for event in events:
            if not isinstance(event, DocumentStartEvent):
                continue
            if documents:
                self._stop("several-documents", event)
            documents.append(self._value(next(events), events, ()))
        return documents[0] if documents else None

    def _value(self, event: Event, events: Iterator[Event], steps: Steps) -> Any:
        # ruamel's own loaders would expand aliases and run tags; here neither ever gets that far.
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor is not None):
            self._stop("yaml-alias", event)
        if len(steps) > MAX_DEPTH:
            self._stop("yaml-too-deep", event, limit=str(MAX_DEPTH))
        self.lines.setdefault(steps, event.start_mark.line + 1)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if getattr(event, "tag", None) is not None:
            self._stop("yaml-tag", event)
        return self._sequence(events, steps) if isinstance(event, SequenceStartEvent) else self._mapping(events, steps)

    def _sequence(self, events: Iterator[Event], steps: Steps) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), SequenceEndEvent):
            items.append(self._value(event, events, (*steps, len(items))))
        return items

    def _mapping(self, events: Iterator[Event], steps: Steps) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                self._stop("key-not-text", event)
            key = str(event.value)
            if key in mapping:
                self._note("duplicate-key", event, key)
            self.lines[(*steps, key)] = event.start_mark.line + 1
            mapping[key] = self._value(next(events), events, (*steps, key))
        return mapping

    def _scalar(self, event: ScalarEvent) -> str | int | float | bool | None:
        if event.tag not in (None, "", "!"):
            self._stop("yaml-tag", event)
        text = str(event.value)
        if not event.implicit[0]:
            return text
        if _NULL.fullmatch(text):
            return None
        if _TRUE.fullmatch(text) or _FALSE.fullmatch(text):
            return bool(_TRUE.fullmatch(text))
        if _INT.fullmatch(text):
            return int(text)
        return float(text) if _FLOAT.fullmatch(text) else text

    def _note(self, code: str, event: Event, item: str = "", **data: str) -> None:
        self.findings.append(Finding(code, self.file, event.start_mark.line + 1, item, tuple(data.items())))

    def _stop(self, code: str, event: Event, **data: str) -> NoReturn:
        self._note(code, event, **data)
        raise ContentRefusedError(tuple(self.findings))
