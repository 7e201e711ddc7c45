"""A number of the whole country is changed once."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from tests.central_database import ENSCHEDE, HENGELO, CentralDatabase
from tests.storage.examples import a_service
from wijkwijzer_desktop.bootstrap.central_spread import Brought, spread
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.domain.editing import How
from wijkwijzer_desktop.domain.errors import CentralRefusedError
from wijkwijzer_desktop.domain.layers import Layer, Layers, Level
from wijkwijzer_desktop.domain.service import Organization, Phone, Service
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.integrity import check_content
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

COUNTRY = Layer("nederland", "Nederland", Level.NATIONAL)
LINE = replace(a_service("lijn"), layer=COUNTRY.id, phones=(Phone("0800 0001"),))


def fill(central: CentralDatabase, municipality: str, *services: Service) -> None:
    engine = open_database(central.owner_address(municipality))
    own = Layer(municipality, municipality.title(), Level.MUNICIPALITY, COUNTRY.id)
    StoredCatalogue(engine).replace_all(services, Layers((COUNTRY, own)))
    engine.dispose()


@pytest.fixture
def open_at(central: CentralDatabase) -> Iterator[Callable[[str], Engine]]:
    """The database as the owner has it in a municipality; closed afterwards."""
    with ExitStack() as opened:

        def come_in(municipality: str) -> Engine:
            engine = open_database(central.owner_address(municipality))
            opened.callback(engine.dispose)
            return engine

        yield come_in


def test_an_entry_of_the_country_is_everywhere_as_where_it_is_kept(
    central: CentralDatabase, open_at: Callable[[str], Engine], capsys: pytest.CaptureFixture[str]
) -> None:
    own = replace(a_service("eigen"), layer=HENGELO.id)
    fill(central, ENSCHEDE.id, LINE, replace(a_service("eigen"), layer=COUNTRY.id, name="Van het land"))
    fill(central, HENGELO.id, LINE, own, replace(a_service("alleen-hier"), layer=COUNTRY.id))
    here = StoredWorkbench(open_at(ENSCHEDE.id))
    corrected = replace(LINE, phones=(Phone("0800 0002"),))
    here.save(corrected, 1, How.EDITED)
    new = replace(a_service("nieuw"), layer=COUNTRY.id)
    here.save(new, 0, How.EDITED)
    assert main(["central", "spread", "nederland", "--from", "enschede", "--address", central.admin_address()]) == 0
    assert capsys.readouterr().out == "Bij “hengelo” zijn 2 plekken bijgewerkt.\n"
    there = StoredWorkbench(open_at(HENGELO.id))
    present = {kept.service.id: kept.service for kept in there.everything()}
    assert (present["lijn"], present["nieuw"], present["eigen"]) == (corrected, new, own)
    assert set(present) == {"lijn", "nieuw", "eigen", "alleen-hier"}
    assert there.history("lijn")[0].how is How.IMPORTED
    check_content(open_at(HENGELO.id))
    assert spread(central.admin_address(), "nederland", "enschede") == (Brought("hengelo", ()),)


def test_what_cant_be_brought_changes_nothing_there(central: CentralDatabase, open_at: Callable[[str], Engine]) -> None:
    fill(central, ENSCHEDE.id, replace(LINE, organization=Organization("land", "Het Land")))
    theirs = replace(a_service("eigen"), layer=HENGELO.id, organization=Organization("land", "Een ander"))
    fill(central, HENGELO.id, theirs)
    assert spread(central.admin_address(), "nederland", "enschede") == (Brought("hengelo", (), refused=True),)
    assert [kept.service for kept in StoredWorkbench(open_at(HENGELO.id)).everything()] == [theirs]
    with pytest.raises(CentralRefusedError) as refused:
        spread(central.admin_address(), "mars", "enschede")
    assert refused.value.data["reason"] == "unknown-layer"
