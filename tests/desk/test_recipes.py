"""Where the catalogue, the network and the pack meet for welzijn op recept."""

from dataclasses import replace

from tests.desk.fakes import PACK, SERVICES, TUESDAY_TEN, FakeCatalogue, intake
from tests.domain.samples import service
from wijkwijzer_desktop.desk.recipes import recipe_of
from wijkwijzer_desktop.domain.condition import Facts
from wijkwijzer_desktop.domain.network import Contact
from wijkwijzer_desktop.domain.network_rules import network_of
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.ranking import Situation
from wijkwijzer_desktop.domain.recipe import Recipe, Wishes
from wijkwijzer_desktop.domain.schedule import no_holidays
from wijkwijzer_desktop.domain.service import Interest, Kind, Service, Status

COACHED = replace(PACK, coach="coach")
COACH = service("coach", name="Welzijnscoach")
TOPIC = next(topic.id for topic in PACK.topics if topic.parent and not topic.discreet)
HERE = Situation(TUESDAY_TEN, Facts(), no_holidays, {})
KNOWN = Contact("kim", "welzijnscoach", "Gemeente", name="Kim", service="coach", printable=True, published="https://a.example/")


def recipe(*services: Service, pack: Pack = COACHED, wishes: Wishes | None = None, who: tuple[Contact, ...] = (KNOWN,)) -> Recipe:
    visit = intake({"begin.topics": ("geld",)})
    return recipe_of(pack, FakeCatalogue(services), network_of(who), visit, wishes or Wishes(), HERE)


def doing(name: str, /, **changes: object) -> Service:
    return service(name, **{"kind": Kind.ACTIVITY, "topics": (TOPIC,), **changes})


def test_the_coach_of_the_pack_stands_on_it_and_by_name_only_where_that_may_be_printed() -> None:
    found = recipe(COACH, doing("koor"))
    assert (found.coach, found.person) == (COACH, KNOWN)
    assert [one.service.id for one in found.items] == ["koor"]
    for hidden in (replace(KNOWN, printable=False), replace(KNOWN, published=""), replace(KNOWN, service="ander")):
        assert recipe(COACH, who=(hidden,)).person is None


def test_without_a_coach_there_are_still_activities() -> None:
    for pack, entry in ((PACK, COACH), (COACHED, service("ander")), (COACHED, replace(COACH, status=Status.ENDED))):
        found = recipe(entry, doing("koor"), pack=pack)
        assert (found.coach, found.person) == (None, None)
        assert len(found.items) == 1


def test_what_is_discreet_never_stands_on_it() -> None:
    discreet = next(topic.id for topic in PACK.topics if topic.discreet)
    assert recipe(COACH, doing("veilig", topics=(TOPIC, discreet))).items == ()


def test_a_service_to_enjoy_is_found_too_and_other_help_is_not() -> None:
    meal = service("maaltijd", topics=(TOPIC,), interests=(Interest.COOKING,))
    found = recipe(COACH, meal, service("hulp", topics=(TOPIC,)), wishes=Wishes(frozenset({Interest.COOKING})))
    assert [one.service.id for one in found.items] == ["maaltijd"]


def test_all_services_of_the_fakes_can_be_looked_through() -> None:
    for one in recipe(COACH, *SERVICES).items:
        assert one.service.kind is Kind.ACTIVITY
