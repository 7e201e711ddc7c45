"""Who keeps which entries: layers from the whole country down to a neighbourhood, and what a counter sees of them."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How wide a layer is, the widest first."""

    NATIONAL = "national"
    REGION = "region"
    MUNICIPALITY = "municipality"
    NEIGHBOURHOOD = "neighbourhood"


@dataclass(frozen=True, slots=True)
class Layer:
    """Entries that the same people keep. parent: id of the wider layer that it lies in, "" for none."""

    id: str
    name: str
    level: Level
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """In a layer, an entry of a wider one is left out. service: its id; one that only questions name may be missing from the
    catalogue. by: id of the layer's own entry that stands in its place, "" where it is hidden. reason: Dutch, for staff."""

    layer: str
    service: str
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a counter sees. hidden: ids of entries that it doesn't. instead: which entry it gets for an id that is asked for.
    beyond: those of the hidden ones that are of others altogether, and not of a wider layer of its own."""

    hidden: frozenset[str] = frozenset()
    instead: Mapping[str, str] = field(default_factory=dict)
    beyond: frozenset[str] = frozenset()

    def shown(self, service_id: str) -> str:
        """The id of what is shown for this one, "" for nothing."""
        return self.instead.get(service_id) or ("" if service_id in self.hidden else service_id)


EVERYTHING = Sight()


@dataclass(frozen=True, slots=True)
class Layers:
    """All layers, wider ones first, and what was overridden in them."""

    layers: tuple[Layer, ...] = ()
    overrides: tuple[Override, ...] = ()

    @property
    def by_id(self) -> dict[str, Layer]:
        """Each by its id."""
        return {layer.id: layer for layer in self.layers}

    @property
    def home(self) -> str:
        """The layer of a counter that says nothing of its own: the only municipality, "" where there is none or more."""
        found = [layer.id for layer in self.layers if layer.level is Level.MUNICIPALITY]
        return found[0] if len(found) == 1 else ""

    def chain(self, layer_id: str) -> tuple[str, ...]:
        """This layer and all wider ones that it lies in, the nearest first; none where it isn't known."""
        known, found = self.by_id, list[str]()
        while layer_id in known and layer_id not in found:
            found.append(layer_id)
            layer_id = known[layer_id].parent
        return tuple(found)

    def keeps(self, keeper: str, layer_id: str) -> bool:
        """Whether who keeps the layer `keeper`, "" for all, also keeps this one: its own, and what lies in it."""
        return not keeper or keeper in self.chain(layer_id)

    def sight(self, at: str, entries: Mapping[str, str], usable: Container[str]) -> Sight:
        """What a counter in the layer `at` sees; "" or an unknown one stands for `home`, and without that for all of it.

        entries: the layer of each entry that has one, by id. usable: ids of those that could take the place of another: there
        and not ended. Where the nearest override names nothing usable of its own layer it doesn't count: better the wider
        entry than none.
        """
        chain = self.chain(at) or self.chain(self.home)
        if not chain:
            return EVERYTHING
        near = {layer_id: place for place, layer_id in enumerate(chain)}
        known = self.by_id
        beyond = {service_id for service_id, layer_id in entries.items() if layer_id in known and layer_id not in near}
        decided: dict[str, Override] = {}
        ours = [(near[one.layer], n, one) for n, one in enumerate(self.overrides) if one.layer in near]
        for _, _, override in sorted(ours):
            is_wider = near[override.layer] < near.get(entries.get(override.service, ""), len(chain))
            if is_wider and _holds(override, entries, usable):
                decided.setdefault(override.service, override)
        instead = {service_id: _end(service_id, decided) for service_id in decided}
        stand_ins = {service_id: by for service_id, by in instead.items() if by}
        return Sight(frozenset(beyond | decided.keys()), stand_ins, frozenset(beyond))


def _holds(override: Override, entries: Mapping[str, str], usable: Container[str]) -> bool:
    return not override.by or (override.by in usable and entries.get(override.by) == override.layer)


def _end(service_id: str, decided: Mapping[str, Override]) -> str:
    """What stands at the end where one that took a place was replaced too. Each step is nearer, so there is an end."""
    while service_id in decided:
        service_id = decided[service_id].by
    return service_id
