"""A catalogue straight from its file: to check and try content that isn't published."""

from collections.abc import Mapping

from wijkwijzer_desktop.desk.searching import Findable, findable
from wijkwijzer_desktop.domain.matching import Wish, sort_services
from wijkwijzer_desktop.domain.service import Service


class LoadedCatalogue:
    """`desk.ports.Catalogue` over services in memory."""

    def __init__(self, services: tuple[Service, ...]) -> None:
        self._services = {service.id: service for service in services}

    def shortlist(self, wish: Wish) -> tuple[Service, ...]:
        return sort_services(self.everything(), wish)

    def services(self, ids: tuple[str, ...]) -> Mapping[str, Service]:
        return {service_id: self._services[service_id] for service_id in ids if service_id in self._services}

    def everything(self) -> tuple[Service, ...]:
        return tuple(self._services[service_id] for service_id in sorted(self._services))

    def version(self) -> int:
        return 1

    def findable(self) -> tuple[Findable, ...]:
        return findable(self.everything())
