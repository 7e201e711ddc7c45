"""One item of a list as data that keeps its comments, to change and write back."""

import re
from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString, ScalarString

from wijkwijzer_desktop.content.editing.blocks import round_trip

_LIST_BELOW = re.compile(r"^( *(?:- )?)[\w-]+: *\n( *)- ", re.MULTILINE)
_DASH = 2


def change(body: str, changing: Callable[[CommentedMap], None], newline: str) -> str:
    """The lines of an item after this was done to what it says."""
    margin = len(body) - len(body.lstrip(" "))
    below = _LIST_BELOW.search(body.replace("\r\n", "\n"))
    offset = max(0, len(below[2]) - len(below[1])) if below else _DASH
    # Where it will be written: a comment stays in the column where it was read.
    plain = _moved(body.replace("\r\n", "\n"), offset - margin)
    items = round_trip(offset).load(plain)
    changing(items[0])
    return _written(items, offset, margin, newline)


def new(data: CommentedMap, like: str, newline: str) -> str:
    """The lines of a new item. like: the lines of another item of the list."""
    margin = len(like) - len(like.lstrip(" "))
    return _written(CommentedSeq([data]), _DASH, margin, newline)


def _written(items: CommentedSeq, offset: int, margin: int, newline: str) -> str:
    stream = StringIO()
    round_trip(offset).dump(items, stream)
    return _moved(stream.getvalue().rstrip("\n") + "\n", margin - offset).replace("\n", newline)


def _moved(text: str, by: int) -> str:
    """Indented so many spaces more."""
    lines = text.split("\n")
    return "\n".join(line and (" " * by + line if by >= 0 else line[-by:]) for line in lines)


def put(data: CommentedMap, key: str, value: object, order: Sequence[str]) -> None:
    """Write a field; None takes it away. order: of the fields, for one that wasn't there yet."""
    if value is None:
        _take_away(data, key)
    elif key in data:
        data[key] = _styled(value, data[key])
    else:
        before = [place for place, name in enumerate(data) if name in order and order.index(name) < order.index(key)]
        data.insert(max(before, default=-1) + 1, key, _styled(value, None))


def _take_away(data: CommentedMap, key: str) -> None:
    if key not in data:
        return
    names = list(data)
    comment = data.ca.items.pop(key, None)
    del data[key]
    place = names.index(key)
    # What stands below a field is kept with it, though it is about the next one.
    if comment is not None and place > 0 and names[place - 1] not in data.ca.items:
        data.ca.items[names[place - 1]] = comment


def _styled(value: object, old: object) -> object:
    if not isinstance(value, str):
        return value
    if "\n" in value:
        return LiteralScalarString(value)
    if isinstance(old, ScalarString) and not isinstance(old, LiteralScalarString | FoldedScalarString):
        return type(old)(value)
    return value


def reorder(data: CommentedSeq, wanted: Sequence[tuple[int | None, Any]]) -> None:
    """Give a list these items. wanted: where each stood before, None for a new one, and the item; comments beside an item go
    with it."""
    comments = dict(data.ca.items)
    data.ca.items.clear()
    del data[:]
    for place, (before, item) in enumerate(wanted):
        data.append(item)
        if before is not None and before in comments:
            data.ca.items[place] = comments[before]


def flow(data: Mapping[str, object]) -> CommentedMap:
    """On one line, between braces."""
    made = CommentedMap({key: _flow_part(value) for key, value in data.items()})
    made.fa.set_flow_style()
    return made


def flow_list(items: Sequence[object]) -> CommentedSeq:
    """On one line, between brackets."""
    made = CommentedSeq([_flow_part(item) for item in items])
    made.fa.set_flow_style()
    return made


def _flow_part(value: object) -> object:
    if isinstance(value, Mapping):
        return flow(value)
    return flow_list(value) if isinstance(value, list | tuple) else value
