"""Four made-up services and real advice over them."""

from wijkwijzer_desktop.content.loaded import LoadedCatalogue
from wijkwijzer_desktop.desk.personas import given_to
from wijkwijzer_desktop.domain.condition import AtLeast
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.persona import Given, Persona
from wijkwijzer_desktop.domain.schedule import no_holidays
from wijkwijzer_desktop.domain.service import Interest, Kind, Organization, Phone, Service, Step

TILES = tuple(f"tegel{number}" for number in range(1, 17))
HOUSE = Organization("huis", "Het Huis")
SERVICES = (
    Service("112", "112", HOUSE, Kind.HELPLINE, "Bel bij nood.", ("tegel1",), Step.PROFESSIONAL, phones=(Phone("112"),)),
    Service("balie", "De Balie", HOUSE, Kind.COUNTER, "Loop binnen.", (), Step.VOLUNTEER),
    Service(
        "helper",
        "De Helper",
        HOUSE,
        Kind.SERVICE,
        "Helpt.",
        TILES,
        Step.SELF_HELP,
        eligibility=AtLeast("about.leeftijd", 18),
        interests=(Interest.MEETING,),
    ),
    Service("wijkteam", "Wijkteam", HOUSE, Kind.SERVICE, "Kijkt mee.", (), Step.PROFESSIONAL),
)


def advise(pack: Pack, persona: Persona) -> Given:
    """What this persona would be given."""
    return given_to(persona, pack, LoadedCatalogue(SERVICES), no_holidays)
