"""The door to layers: whose entries somebody keeps, and leaving out here what a wider layer has."""

from collections.abc import Callable
from dataclasses import replace

from wijkwijzer_desktop.desk.guard import StaffDoor, needs
from wijkwijzer_desktop.desk.slugs import fresh_id
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.desk.workbench import Workbench
from wijkwijzer_desktop.domain.audit import Action, Entry
from wijkwijzer_desktop.domain.editing import How, Kept
from wijkwijzer_desktop.domain.errors import EditConflictError, LayerRefusedError
from wijkwijzer_desktop.domain.layers import Layer, Layers, Override
from wijkwijzer_desktop.domain.staff import Role

LONGEST_REASON = 200


def check_keeps(room: StaffRoom, layers: Callable[[], Layers], *layer_ids: str) -> None:
    """Whether who is logged in keeps entries of all these layers. layers: only asked where they don't keep all. Raises
    LayerRefusedError (reason: not-yours)."""
    account = room.account
    keeper = account.layer if account is not None else ""
    if not keeper or not layer_ids:
        return
    known = layers()
    for layer_id in layer_ids:
        if not known.keeps(keeper, layer_id):
            wider = known.by_id.get(layer_id)
            raise LayerRefusedError(reason="not-yours", layer=wider.name if wider is not None else layer_id)


class LayersDoor(StaffDoor):
    """What editors do with entries of wider layers. All methods block, and may raise DatabaseUnusableError and StaffKeyError
    besides what they name.

    named: ids of the entries that questions lead to by name, which may be replaced here but not hidden.
    """

    def __init__(self, room: StaffRoom, workbench: Workbench, named: Callable[[], frozenset[str]]) -> None:
        super().__init__(room)
        self._workbench = workbench
        self._named = named

    @needs(Role.VOLUNTEER)
    def layers(self) -> Layers:
        """All of them, and what is left out where."""
        return self._workbench.layers()

    @needs(Role.EDITOR)
    def where(self, service_id: str) -> tuple[Layer, ...]:
        """The layers in which who is logged in may leave this entry out, wider ones first."""
        kept, layers = self._workbench.read(service_id), self._workbench.layers()
        if kept is None:
            return ()
        keeper = self._keeper
        return tuple(
            one
            for one in layers.layers
            if layers.keeps(keeper, one.id) and kept.service.layer != one.id and _is_wider(layers, kept.service.layer, one.id)
        )

    @needs(Role.EDITOR)
    def own_version(self, service_id: str, layer_id: str, reason: str) -> Kept:
        """A copy of the entry that this layer keeps, and that stands in its place there from now on. reason: Dutch.

        Raises LayerRefusedError (reason: not-yours, not-wider, no-reason, there-already), EditConflictError where it is gone.
        """
        kept, why = self._checked(service_id, layer_id, reason)
        own = replace(kept.service, id=fresh_id(kept.service.name, self._is_there, "ingang"), layer=layer_id)
        override = Override(layer_id, service_id, own.id, why)
        self._workbench.override(override, own, How.OWN_VERSION, self._entry("own-version"))
        made = self._workbench.read(own.id)
        if made is None:
            raise EditConflictError(own.id, None)
        return made

    @needs(Role.EDITOR)
    def hide(self, service_id: str, layer_id: str, reason: str) -> None:
        """Counters in this layer see the entry no longer. reason: Dutch.

        Raises as `own_version` does, and LayerRefusedError (reason: named).
        """
        _, why = self._checked(service_id, layer_id, reason)
        if service_id in _with_stand_ins(self._named(), self._workbench.layers()):
            raise LayerRefusedError(reason="named", layer=layer_id)
        self._workbench.override(Override(layer_id, service_id, "", why), None, How.HIDDEN, self._entry("hidden"))

    @needs(Role.EDITOR)
    def show_again(self, service_id: str, layer_id: str) -> None:
        """Counters in this layer see the wider entry again; an own one stays beside it. Raises LayerRefusedError (reason:
        not-yours)."""
        check_keeps(self.room, self._workbench.layers, layer_id)
        self._workbench.show_again(layer_id, service_id, self._entry("shown"))

    @property
    def _keeper(self) -> str:
        account = self.room.account
        return account.layer if account is not None else ""

    def _checked(self, service_id: str, layer_id: str, reason: str) -> tuple[Kept, str]:
        check_keeps(self.room, self._workbench.layers, layer_id)
        kept, layers = self._workbench.read(service_id), self._workbench.layers()
        if kept is None:
            raise EditConflictError(service_id, None)
        why = " ".join(reason.split())
        if not why or len(why) > LONGEST_REASON:
            raise LayerRefusedError(reason="no-reason", layer=layer_id)
        if not _is_wider(layers, kept.service.layer, layer_id):
            raise LayerRefusedError(reason="not-wider", layer=layer_id)
        if any((one.layer, one.service) == (layer_id, service_id) for one in layers.overrides):
            raise LayerRefusedError(reason="there-already", layer=layer_id)
        return kept, why

    def _is_there(self, service_id: str) -> bool:
        return self._workbench.read(service_id) is not None

    def _entry(self, change: str) -> Entry:
        return self.room.entry(Action.CATALOGUE_CHANGED, change=change, services=1)


def _with_stand_ins(named: frozenset[str], layers: Layers) -> frozenset[str]:
    """Also what stands in the place of these, somewhere: hidden there it would leave nothing."""
    found = named
    for _ in layers.layers:
        found |= {one.by for one in layers.overrides if one.by and one.service in found}
    return found


def _is_wider(layers: Layers, wide: str, near: str) -> bool:
    """Whether an entry of the one belongs to all counters of the other, and to more."""
    return near in layers.by_id and (wide not in layers.by_id or wide in layers.chain(near)[1:])
