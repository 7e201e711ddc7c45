"""What HSDS has no place for: kept in attributes beside it, and taken from there again.

An attribute of ours holds a field of the catalogue as JSON, with a mark of what the plain HSDS says of that field. Where HSDS
says something else by now, another program changed it there: then that is what counts, and the attribute is set aside.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, Final

from wijkwijzer_desktop.domain.service import Kind, Organization, Service, Step
from wijkwijzer_desktop.domain.service_data import ServiceDataError, from_data, to_data
from wijkwijzer_desktop.exchange.hsds_node import Node

PREFIX: Final = "wijkwijzer:"
# Of these HSDS knows nothing at all, so that they mark an entry as one of ours.
ALWAYS: Final = ("kind", "step")
TOPIC_TAXONOMY: Final = "wijkwijzer"
_MARK_LENGTH: Final = 12
_VALUE, _BESIDE = "is", "beside"

# Stands in for what isn't asked, so that only what is asked is read and written.
_NOTHING: Final = Service("", "", Organization("", ""), Kind.SERVICE, "", (), Step.PROFESSIONAL)
_NO_DATA: Final = to_data(_NOTHING)
_NAMES: Final = frozenset(_NO_DATA)

Own = Mapping[str, tuple[Any, str]]


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
    found: dict[str, tuple[Any, str]] = {}
    for node in attributes:
        link_type = node.data.get("link_type")
        if not isinstance(link_type, str) or not link_type.startswith(PREFIX):
            continue
        node.used.update(("link_type", "value", "taxonomy_term"))
        name = link_type.removeprefix(PREFIX)
        try:
            value = json.loads(str(node.data.get("value")))
            found[name] = (value[_VALUE], str(value[_BESIDE]))
        except (ValueError, KeyError, TypeError, RecursionError):
            node.notes.repair("own-field-broken", node.place, field=name[:80])
    return found


def with_own(plain: Service, own: Own, node: Node) -> Service:
    """The service with the fields that HSDS lacks. Topics and sources stay as they are where they aren't among them."""
    known = [name for name in own if name in _NAMES]
    for name in own.keys() - _NAMES:
        node.notes.repair("own-field-broken", node.place, field=name[:80])
    data = to_data(replace(_NOTHING, **{name: getattr(plain, name) for name in known}))
    taken: dict[str, Any] = {}
    for name in known:
        value, mark = own[name]
        if mark == _mark(data[name]) or name in ALWAYS:
            taken[name] = value
        else:
            node.notes.repair("changed-elsewhere", node.place, field=name)
    while taken:
        try:
            read = from_data({**_NO_DATA, **taken})
        except ServiceDataError as error:
            name = error.field.split(".", 1)[0]
            node.notes.repair("own-field-broken", node.place, field=name)
            del taken[name]
        else:
            return replace(plain, **{name: getattr(read, name) for name in taken})
    return plain


def _mark(value: Any) -> str:
    return sha256(_written(value).encode("utf-8", "surrogatepass")).hexdigest()[:_MARK_LENGTH]


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
