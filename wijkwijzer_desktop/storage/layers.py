"""Layers in the database: read, put in use with the content, changed by editors one by one."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from wijkwijzer_desktop.domain.layers import EVERYTHING, Layer, Layers, Level, Override, Sight
from wijkwijzer_desktop.domain.service import Status
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.entries import raise_version
from wijkwijzer_desktop.storage.layer_tables import layer, service_override
from wijkwijzer_desktop.storage.sealing import CATALOGUE, resealing

HERE, SHIPPED = 1, 0


def read_layers(connection: Connection) -> Layers:
    """All layers and overrides, the latter in order of layer and service."""
    found = connection.execute(select(layer).order_by(layer.c.position, layer.c.id))
    layers = tuple(Layer(row.id, row.name, Level(row.level), row.parent) for row in found)
    over = service_override.c
    rows = connection.execute(select(service_override).order_by(over.layer, over.service_id))
    return Layers(layers, tuple(Override(row.layer, row.service_id, row.by_id, row.reason) for row in rows))


def read_sight(connection: Connection, at: str) -> Sight:
    """What a counter in this layer sees now."""
    layers = read_layers(connection)
    if not layers.layers:
        return EVERYTHING
    row = tables.service.c
    entries = {one.id: one.layer for one in connection.execute(select(row.id, row.layer).where(row.layer != ""))}
    replacing = sorted({override.by for override in layers.overrides if override.by})
    usable = connection.scalars(select(row.id).where(row.id.in_(replacing), row.status != Status.ENDED.value))
    return layers.sight(at, entries, frozenset(usable))


def write_layers(connection: Connection, layers: Layers, *, overwrite: bool) -> None:
    """These in the place of what was published before. overwrite: also of overrides that were made here. The version of the
    catalogue must grow in the same transaction."""
    connection.execute(delete(layer))
    rows = [
        {"id": one.id, "position": place, "name": one.name, "level": one.level, "parent": one.parent}
        for place, one in enumerate(layers.layers)
    ]
    if rows:
        connection.execute(insert(layer), rows)
    over = service_override.c
    gone = delete(service_override)
    connection.execute(gone if overwrite else gone.where(over.changed_here == SHIPPED))
    kept = {(layer_id, service_id) for layer_id, service_id in connection.execute(select(over.layer, over.service_id))}
    _insert(connection, (one for one in layers.overrides if (one.layer, one.service) not in kept), SHIPPED)


def write_override(connection: Connection, override: Override) -> None:
    """This one, in the place of an earlier one of the same layer and entry."""
    _change(connection, override.layer, override.service, override)


def remove_override(connection: Connection, layer_id: str, service_id: str) -> None:
    """The wider entry is seen again."""
    _change(connection, layer_id, service_id, None)


def _change(connection: Connection, layer_id: str, service_id: str, to: Override | None) -> None:
    which = (service_override.c.layer == layer_id) & (service_override.c.service_id == service_id)
    with resealing(connection, CATALOGUE, [(service_override, which)]):
        connection.execute(delete(service_override).where(which))
        if to is not None:
            _insert(connection, (to,), HERE)
        raise_version(connection)


def _insert(connection: Connection, overrides: Iterable[Override], changed_here: int) -> None:
    rows = [
        {"layer": one.layer, "service_id": one.service, "by_id": one.by, "reason": one.reason, "changed_here": changed_here}
        for one in overrides
    ]
    if rows:
        connection.execute(insert(service_override), rows)
