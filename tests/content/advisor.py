"""Four made-up services and real advice over them."""

from datetime import datetime

from wijkwijzer_desktop.content.loaded import LoadedCatalogue
from wijkwijzer_desktop.desk.advising import Advising
from wijkwijzer_desktop.domain.condition import AtLeast
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.referral import Advice
from wijkwijzer_desktop.domain.schedule import no_holidays
from wijkwijzer_desktop.domain.service import Kind, Organization, Phone, Service, Step

TILES = tuple(f"tegel{number}" for number in range(1, 17))
HOUSE = Organization("huis", "Het Huis")
SERVICES = (
    Service("112", "112", HOUSE, Kind.HELPLINE, "Bel bij nood.", ("tegel1",), Step.PROFESSIONAL, phones=(Phone("112"),)),
    Service("balie", "De Balie", HOUSE, Kind.COUNTER, "Loop binnen.", (), Step.VOLUNTEER),
    Service(
        "helper", "De Helper", HOUSE, Kind.SERVICE, "Helpt.", TILES, Step.SELF_HELP, eligibility=AtLeast("about.leeftijd", 18)
    ),
    Service("wijkteam", "Wijkteam", HOUSE, Kind.SERVICE, "Kijkt mee.", (), Step.PROFESSIONAL),
)


def advise(pack: Pack, intake: Intake, at: datetime, counter: str) -> Advice:
    """What the counter of this id would advise."""
    talk = next(service for service in SERVICES if service.id == counter)
    return Advising(pack, LoadedCatalogue(SERVICES), no_holidays, talk, "7500").advise(intake, at)
