"""Distances that a postcode's centre can tell."""

from wijkwijzer_desktop.domain.concern import Domain, Signal, Topic
from wijkwijzer_desktop.domain.condition import ALWAYS
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Questionnaire

CENTRES = {"7544": (52.195, 6.885), "7543": (52.200, 6.880), "7511": (52.221, 6.894), "1012": (52.373, 4.894)}
PACK = Pack(
    version="1",
    questionnaire=Questionnaire(()),
    topics=(Topic("geld", "Geld", Domain.SOCIETY),),
    signals=(Signal("nu", "Nu", "", ALWAYS, ()),),
    places={},
    postcodes=CENTRES,
    conversation="wijkteam",
)


def test_whole_kilometres_and_nought_only_for_the_own_postcode() -> None:
    assert PACK.distances_from(("7544",)) == {"7544": 0, "7543": 1, "7511": 3, "1012": 137}


def test_an_area_of_more_postcodes_counts_from_the_nearest() -> None:
    both = PACK.distances_from(("7511", "7544"))
    assert (both["7511"], both["7544"], both["7543"]) == (0, 0, 1)


def test_without_a_known_centre_nothing_is_known() -> None:
    assert PACK.distances_from(()) == {}
    assert PACK.distances_from(("9999",)) == {}
    assert PACK.distances_from(("9999", "7544"))["7511"] == 3


def test_by_id() -> None:
    assert PACK.topics_by_id["geld"].name == "Geld"
    assert PACK.signals_by_id["nu"].title == "Nu"
