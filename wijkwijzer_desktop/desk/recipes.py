"""From what a visitor would like to a Recipe: where the catalogue, the network and the pack meet for welzijn op recept."""

from collections.abc import Iterator

from wijkwijzer_desktop.desk.ports import Catalogue
from wijkwijzer_desktop.domain.concern import Severity
from wijkwijzer_desktop.domain.condition import AREA_QUESTION
from wijkwijzer_desktop.domain.intake import Intake, replay
from wijkwijzer_desktop.domain.matching import JOIN, Wish
from wijkwijzer_desktop.domain.network import Network
from wijkwijzer_desktop.domain.network_rules import contact_of_service
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.ranking import Ranking, Situation, fitting_steps
from wijkwijzer_desktop.domain.recipe import Recipe, Wishes, recipe_for
from wijkwijzer_desktop.domain.service import Kind, Service

# The nearest of a city; nobody joins the five hundredth.
LOOKED_AT = 500
OTHERS = frozenset({Kind.SERVICE})


def recipe_of(pack: Pack, catalogue: Catalogue, network: Network, intake: Intake, wishes: Wishes, situation: Situation) -> Recipe:
    """What fits this visitor's wishes in this situation. Blocks. Raises DatabaseUnusableError."""
    coach = catalogue.services((pack.coach,)).get(pack.coach) if pack.coach else None
    if coach is not None and not coach.valid_on(situation.today):
        coach = None
    person = contact_of_service(network, coach.id, _area(pack, intake), pack.places) if coach is not None else None
    return recipe_for(_something_to_do(pack, catalogue, situation), wishes, situation, coach, person)


def _area(pack: Pack, intake: Intake) -> str:
    area = replay(pack.questionnaire, intake, pack.places).answers.get(AREA_QUESTION)
    return area.options[0] if area is not None and area.known else ""


def _something_to_do(pack: Pack, catalogue: Catalogue, situation: Situation) -> Iterator[Service]:
    """Nothing of a topic that nobody may read about on another's paper."""
    discreet = {topic.id for topic in pack.topics if topic.discreet}
    topics = frozenset(pack.topics_by_id) | {topic.parent for topic in pack.topics if topic.parent}
    ranking = Ranking(situation, fitting_steps(Severity.LIGHT))
    for kinds in (JOIN, OTHERS):
        wish = Wish(topics, kinds, ranking, situation.today, LOOKED_AT)
        yield from (s for s in catalogue.shortlist(wish) if not discreet.intersection(s.topics))
