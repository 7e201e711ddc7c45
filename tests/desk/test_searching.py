"""Looking up by a few words."""

from dataclasses import replace

import pytest

from tests.fakes import SERVICES, a_service
from wijkwijzer_desktop.desk.near_words import NearWords, allowed, distance_to_beginning
from wijkwijzer_desktop.desk.searching import Findable, Index, Searching, findable, normal
from wijkwijzer_desktop.domain.service import Organization, Status

NAMED = (
    replace(a_service("stadsbank", "Stadsbank Oost Nederland", ("geld.schulden",)), organization=Organization("s", "Stadsbank")),
    replace(a_service("onderdak", "Inloop Onder Dak", ("wonen.dak",)), organization=Organization("h", "Humanitas")),
    a_service("cafe", "Café Zoë", ("contact",)),
    a_service("wandel", "Samen wandelen", ("bewegen",)),
)
TOPICS = {"geld.schulden": "Ik heb schulden", "wonen.dak": "Geen plek om te slapen"}


@pytest.fixture
def index() -> Index:
    return Index(findable(NAMED), TOPICS)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("stadsbank", "stadsbank"),
        ("STADS", "stadsbank"),
        ("bank", "stadsbank"),
        ("stadsbnk", "stadsbank"),
        ("statsbank", "stadsbank"),
        ("satdsbank", "stadsbank"),
        ("oost stads", "stadsbank"),
        ("humanitas", "onderdak"),
        ("humnaitas", "onderdak"),
        ("schulden", "stadsbank"),
        ("slapen", "onderdak"),
        ("cafe zoe", "cafe"),
        ("wandelnen", "wandel"),
    ],
)
def test_what_is_meant_comes_first(index: Index, typed: str, first: str) -> None:
    assert index.find(typed, 5)[0] == first


@pytest.mark.parametrize("typed", ["", "   ", "qqqq", "?!", "zzzzzzzz"])
def test_what_nothing_has_finds_nothing(index: Index, typed: str) -> None:
    assert index.find(typed, 5) == ()


def test_what_has_all_words_comes_before_what_has_some(index: Index) -> None:
    assert index.find("samen nederland wandelen", 5) == ("wandel", "stadsbank")


def test_no_more_than_asked(index: Index) -> None:
    assert len(index.find("stichting", 1)) == 1


def test_what_has_ended_is_not_found() -> None:
    ended = replace(NAMED[0], status=Status.ENDED)
    assert Index(findable((ended,)), {}).find("stadsbank", 5) == ()


@pytest.mark.parametrize(("word", "count"), [("abc", 0), ("abcd", 1), ("abcdef", 1), ("abcdefg", 2)])
def test_a_longer_word_may_have_more_mistakes(word: str, count: int) -> None:
    assert allowed(word) == count


@pytest.mark.parametrize(
    ("typed", "word", "distance"),
    [
        ("bank", "bank", 0),
        ("ban", "bank", 0),
        ("bnak", "bank", 1),
        ("bamk", "banken", 1),
        ("abank", "bank", 1),
        ("fiets", "bank", 3),
    ],
)
def test_mistakes_are_counted_up_to_where_one_has_typed(typed: str, word: str, distance: int) -> None:
    assert distance_to_beginning(typed, word, 2) == distance


def test_near_words_are_nearest_first() -> None:
    assert NearWords(("maatjes", "maatje", "maaltijd")).near("maatjs") == ("maatje", "maatjes")


def test_accents_and_signs_do_not_matter() -> None:
    assert normal("  Café-Zoë (’t Hart) ") == " cafe zoe t hart"


class Shelf:
    """Tells how often it was read."""

    def __init__(self) -> None:
        self.number = 1
        self.reads = 0

    def version(self) -> int:
        return self.number

    def findable(self) -> tuple[Findable, ...]:
        self.reads += 1
        return findable(SERVICES)


def test_names_are_read_once_for_each_version() -> None:
    shelf = Shelf()
    searching = Searching(shelf)
    first = searching.index({})
    assert searching.index({}) is first
    shelf.number += 1
    assert searching.index({}) is not first
    assert shelf.reads == 2
