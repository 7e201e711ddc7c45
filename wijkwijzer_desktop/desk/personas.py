"""What a persona is given, over any catalogue, published or not."""

from wijkwijzer_desktop.desk.advising import Advising
from wijkwijzer_desktop.desk.ports import Catalogue
from wijkwijzer_desktop.desk.recipes import recipe_of
from wijkwijzer_desktop.domain.network import Network
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.persona import Given, Persona
from wijkwijzer_desktop.domain.schedule import HolidaysOf
from wijkwijzer_desktop.domain.standing import Reported, Standing

FULL = Standing(reported=frozenset({Reported.FULL}))


def given_to(persona: Persona, pack: Pack, catalogue: Catalogue, holidays: HolidaysOf) -> Given:
    """At the counter of the persona, which stands in the catalogue; KeyError otherwise. Blocks."""
    talk = catalogue.services((persona.counter,))[persona.counter]
    postcode4 = talk.location.postcode4 if talk.location else ""
    full = dict.fromkeys(persona.full, FULL)
    advising = Advising(pack, catalogue, holidays, talk, postcode4, full)
    advice = advising.advise(persona.visit, persona.at)
    if persona.wishes is None:
        return Given(advice)
    situation = advising.situation(persona.visit, persona.at)
    # The coach by name is the network's, and no persona's.
    return Given(advice, recipe_of(pack, catalogue, Network(), persona.visit, persona.wishes, situation))
