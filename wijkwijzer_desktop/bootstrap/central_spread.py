"""What stands in a wider layer is kept at one municipality and brought to the others on the same server, for a command: a number
that changes is changed once."""

from dataclasses import dataclass

from wijkwijzer_desktop.domain.editing import How, Kept
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError, CentralRefusedError, EditConflictError
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.storage.central.administration import Administration
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.workbench import StoredWorkbench


@dataclass(frozen=True, slots=True)
class Brought:
    """municipality: id. entries: ids of those that are now as they are where they are kept. refused: whether nothing could be
    changed there, for an organization has another name or somebody was editing."""

    municipality: str
    entries: tuple[str, ...]
    refused: bool = False


def spread(address: str, layer: str, source: str) -> tuple[Brought, ...]:
    """Bring the entries of this layer, as they are at one municipality, to all others that have that layer; each all or nothing.
    What only others have stays. address: of the owner. Blocks.

    Raises CentralRefusedError (unknown-municipality, unknown-layer), DatabaseUnusableError.
    """
    owner = Administration(address)
    source = owner.municipality(source)
    keeps = _entries(owner, source, layer)
    if keeps is None:
        raise CentralRefusedError(reason="unknown-layer", item=layer)
    others = (one.id for one in owner.municipalities() if one.id != source)
    return tuple(brought for other in others if (brought := _bring(owner, other, layer, keeps)) is not None)


def _entries(owner: Administration, municipality: str, layer: str) -> tuple[Kept, ...] | None:
    """None where there is no such layer."""
    engine = open_database(owner.address_for(municipality))
    try:
        workbench = StoredWorkbench(engine)
        if layer not in {one.id for one in workbench.layers().layers}:
            return None
        return tuple(kept for kept in workbench.everything() if kept.service.layer == layer)
    finally:
        engine.dispose()


def _bring(owner: Administration, municipality: str, layer: str, keeps: tuple[Kept, ...]) -> Brought | None:
    engine = open_database(owner.address_for(municipality))
    try:
        workbench = StoredWorkbench(engine)
        if layer not in {one.id for one in workbench.layers().layers}:
            return None
        present = {kept.service.id: kept for kept in workbench.everything()}
        changes: list[tuple[Service, int]] = []
        for kept in keeps:
            there = present.get(kept.service.id)
            # An id that is theirs in another layer is another entry.
            if there is None or (there.service.layer == layer and there.service != kept.service):
                changes.append((kept.service, there.version if there is not None else 0))
        if changes:
            workbench.save_all(changes, How.IMPORTED)
        return Brought(municipality, tuple(service.id for service, _ in changes))
    except (CatalogueRefusedError, EditConflictError):
        return Brought(municipality, (), refused=True)
    finally:
        engine.dispose()
