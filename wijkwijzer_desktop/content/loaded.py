"""A catalogue straight from its file: to check and try content that isn't published."""

from collections.abc import Mapping

from wijkwijzer_desktop.desk.searching import Findable, findable
from wijkwijzer_desktop.domain.layers import Layers, Sight
from wijkwijzer_desktop.domain.matching import Wish, sort_services
from wijkwijzer_desktop.domain.service import Service, Status


def seen(services: tuple[Service, ...], layers: Layers, at: str = "") -> Sight:
    """What a counter in this layer sees of these services."""
    entries = {service.id: service.layer for service in services if service.layer}
    return layers.sight(at, entries, {service.id for service in services if service.status is not Status.ENDED})


class LoadedCatalogue:
    """`desk.ports.Catalogue` over services in memory, as a counter in the layer `at` sees them; "" for that of the only
    municipality."""

    def __init__(self, services: tuple[Service, ...], layers: Layers | None = None, at: str = "") -> None:
        self.sight = seen(services, layers or Layers(), at)
        self._wider = {service.id: service for service in services if service.id not in self.sight.beyond}
        self._services = {service.id: service for service in services if service.id not in self.sight.hidden}

    def shortlist(self, wish: Wish) -> tuple[Service, ...]:
        return sort_services(self.everything(), wish)

    def services(self, ids: tuple[str, ...]) -> Mapping[str, Service]:
        shown = {service_id: self.sight.shown(service_id) for service_id in ids}
        return {service_id: self._services[by] for service_id, by in shown.items() if by in self._services}

    def wider(self, ids: tuple[str, ...]) -> Mapping[str, Service]:
        return {service_id: self._wider[service_id] for service_id in ids if service_id in self._wider}

    def everything(self) -> tuple[Service, ...]:
        return tuple(self._services[service_id] for service_id in sorted(self._services))

    def version(self) -> int:
        return 1

    def findable(self) -> tuple[Findable, ...]:
        return findable(self.everything())
