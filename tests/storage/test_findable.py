"""What of the catalogue can be searched for."""

from sqlalchemy import Engine

from tests.fictional import fictional_services
from tests.storage.conftest import both
from wijkwijzer_desktop.desk.searching import findable
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue


@both
def test_the_database_gives_what_the_services_say(engine: Engine) -> None:
    services = tuple(fictional_services(120, 7))
    catalogue = StoredCatalogue(engine)
    catalogue.replace_all(services)
    assert catalogue.findable() == findable(sorted(services, key=lambda service: service.id))
