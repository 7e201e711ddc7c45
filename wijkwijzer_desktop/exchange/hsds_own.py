"""What HSDS has no place for: kept in attributes beside it, and taken from there again.

An attribute of ours holds a field of the catalogue as JSON, with a mark of what the plain HSDS says of that field. Where HSDS
says something else by now, another program changed it there: then that is what counts, and the attribute is set aside.
"""

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final

from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.service_data import ServiceDataError, data_of, field_from, to_data
from wijkwijzer_desktop.exchange.hsds_node import Node

PREFIX: Final = "wijkwijzer:"
# Of these HSDS knows nothing at all, so that they mark an entry as one of ours.
ALWAYS: Final = ("kind", "step")
TOPIC_TAXONOMY: Final = "wijkwijzer"
_MARK_LENGTH: Final = 12
# Longer ones are hardly ever there twice, and are not remembered.
_SHORT: Final = 1000
_VALUE, _BESIDE = "is", "beside"

_NAMES: Final = dict.fromkeys(field.name for field in fields(Service))
# Written the same for the same value, by whichever program.
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

# By field: value, mark, and both as written.
Own = Mapping[str, tuple[Any, str, str]]


def lacking(whole: Service, plain: Service) -> dict[str, str]:
    """Values of attributes by field: what is lost when `whole` goes out as HSDS and comes back as `plain`."""
    have, would_have = to_data(whole), to_data(plain)
    return {
        name: _written({_VALUE: value, _BESIDE: _mark(would_have[name])})
        for name, value in have.items()
        if name != "topics" and (value != would_have[name] or name in ALWAYS)
    }


def is_ours(data: Mapping[str, Any]) -> bool:
    """Whether a service of HSDS went out from a catalogue of ours."""
    attributes = data.get("attributes")
    rows = attributes if isinstance(attributes, list) else []
    return any(isinstance(row, Mapping) and row.get("link_type") == PREFIX + ALWAYS[0] for row in rows)


def own_fields(attributes: list[Node]) -> Own:
    """Ours among these: value and mark by field. What can't be read is noted."""
    found: dict[str, tuple[Any, str, str]] = {}
    for node in attributes:
        link_type = node.data.get("link_type")
        if not isinstance(link_type, str) or not link_type.startswith(PREFIX):
            continue
        node.used.update(("link_type", "value", "taxonomy_term"))
        name = link_type.removeprefix(PREFIX)
        try:
            text = str(node.data.get("value"))
            found[name] = _own_of(text) if len(text) <= _SHORT else _parsed(text)
        except (ValueError, KeyError, TypeError, RecursionError):
            node.notes.repair("own-field-broken", node.place, field=name[:80])
    return found


def _parsed(text: str) -> tuple[Any, str, str]:
    value = json.loads(text)
    return value[_VALUE], str(value[_BESIDE]), text


# Most entries say the same in most of these.
_own_of: Final = lru_cache(maxsize=1024)(_parsed)


def _read(name: str, text: str, value: Any) -> Any:
    return _read_short(name, text) if len(text) <= _SHORT else field_from(name, value)


@lru_cache(maxsize=1024)
def _read_short(name: str, text: str) -> Any:
    return field_from(name, _own_of(text)[0])


@lru_cache(maxsize=256)
def _mark_beside(_name: str, value: Any) -> str:
    # What is equal is written the same: each field has values of one sort, as they were read from HSDS.
    return _mark(data_of(value))


def with_own(plain: Mapping[str, Any], own: Own, node: Node) -> Service:
    """The service with the fields that HSDS lacks. plain: all its fields without those.

    Topics and sources stay as they are where they aren't among them.
    """
    for name in own.keys() - _NAMES.keys():
        node.notes.repair("own-field-broken", node.place, field=name[:80])
    taken: dict[str, Any] = {}
    for name in (name for name in own if name in _NAMES):
        if name in ALWAYS or own[name][1] == _mark_beside(name, plain[name]):
            taken[name] = None
        else:
            node.notes.repair("changed-elsewhere", node.place, field=name)
    for name in (name for name in _NAMES if name in taken):
        try:
            taken[name] = _read(name, own[name][2], own[name][0])
        except ServiceDataError:
            node.notes.repair("own-field-broken", node.place, field=name)
            del taken[name]
    return Service(**{**plain, **taken})


def _mark(value: Any) -> str:
    return sha256(_written(value).encode("utf-8", "surrogatepass")).hexdigest()[:_MARK_LENGTH]


def _written(value: Any) -> str:
    return _ENCODER.encode(value)
