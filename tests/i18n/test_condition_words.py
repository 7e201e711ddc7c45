"""Conditions and eligibility as staff read them."""

import pytest
from hypothesis import given

from tests.domain.samples import conditions
from tests.fakes import SMALL_PACK
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.content.files import load_content
from wijkwijzer_desktop.domain.condition import ALWAYS, All, Any_, AnyOf, AtLeast, AtMost, Condition, LivesIn, Not, Unasked
from wijkwijzer_desktop.i18n.condition_words import area_name, condition_words, if_then
from wijkwijzer_desktop.i18n.eligibility_words import eligibility_words
from wijkwijzer_desktop.i18n.translator import Translator

PACK = load_content(paths.content()).pack
DUTCH = Translator()
BILLS = AnyOf("geld.rekeningen", frozenset({"nee", "soms-niet"}))
MONEY = AnyOf("begin.topics", frozenset({"geld"}))
CHILDREN = AnyOf("about.kinderen", frozenset({"jong"}))
PAYING = "“Lukt het om elke maand uw rekeningen te betalen?”"


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (ALWAYS, ""),
        (MONEY, "“Geld en schulden” gekozen is"),
        (Not(MONEY), "“Geld en schulden” niet gekozen is"),
        (BILLS, f"het antwoord op {PAYING} “Soms niet” of “Nee, dat lukt niet” is"),
        (Not(BILLS), f"het antwoord op {PAYING} iets anders is dan “Soms niet” of “Nee, dat lukt niet”"),
        (CHILDREN, "bij “Wonen er kinderen bij u?” “Ja, van 0 tot en met 6 jaar” gekozen is"),
        (Not(CHILDREN), "bij “Wonen er kinderen bij u?” “Ja, van 0 tot en met 6 jaar” niet gekozen is"),
        (AtLeast("about.leeftijd", 18.0), "het antwoord op “Hoe oud bent u?” 18 of meer is"),
        (AtMost("about.leeftijd", 24.0), "het antwoord op “Hoe oud bent u?” 24 of minder is"),
        (LivesIn(frozenset({"glanerbrug", "stadsdeel-west"})), "iemand in Glanerbrug of stadsdeel West woont"),
        (Unasked(), "iemand hoort bij een groep waar geen vraag over gaat"),
        (
            All((MONEY, Any_((CHILDREN, Unasked())))),
            (
                "“Geld en schulden” gekozen is, en (bij “Wonen er kinderen bij u?” “Ja, van 0 tot en met 6 jaar” gekozen is, "
                "of iemand hoort bij een groep waar geen vraag over gaat)"
            ),
        ),
        (
            Not(All((MONEY, CHILDREN))),
            (
                "het niet zo is dat (“Geld en schulden” gekozen is, en bij “Wonen er kinderen bij u?” "
                "“Ja, van 0 tot en met 6 jaar” gekozen is)"
            ),
        ),
        (AnyOf("weg.vraag", frozenset({"ja"})), "het antwoord op “weg.vraag” “ja” is"),
    ],
)
def test_a_condition_in_words(condition: Condition, words: str) -> None:
    assert condition_words(condition, PACK, DUTCH) == words


def test_a_whole_sentence() -> None:
    assert if_then(MONEY, "komt deze vraag", PACK, DUTCH) == "Als “Geld en schulden” gekozen is, dan komt deze vraag."
    assert if_then(ALWAYS, "komt deze vraag", PACK, DUTCH) == "Altijd komt deze vraag."


@given(conditions)
def test_every_condition_has_words(condition: Condition) -> None:
    words = condition_words(condition, SMALL_PACK, DUTCH)
    assert bool(words) is (condition != ALWAYS)
    assert words.count("(") == words.count(")")
    assert eligibility_words(condition, SMALL_PACK, DUTCH).endswith(".")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (ALWAYS, "Voor iedereen."),
        (
            All((LivesIn(frozenset({"enschede"})), AtLeast("about.leeftijd", 18.0))),
            "Voor wie in Enschede woont, en 18 jaar of ouder is.",
        ),
        (AtMost("about.leeftijd", 18.0), "Voor wie hoogstens 18 jaar is."),
        (
            All((AtLeast("about.leeftijd", 16.0), AtMost("about.leeftijd", 24.0))),
            "Voor wie 16 tot en met 24 jaar is.",
        ),
        (
            Any_((AtLeast("about.leeftijd", 67.0), All((AtLeast("about.leeftijd", 55.0), Unasked())))),
            "Voor wie 67 jaar of ouder is (vanaf 55 jaar misschien: vraag het na).",
        ),
        (
            Any_((LivesIn(frozenset({"glanerbrug"})), Unasked())),
            "Voor wie in Glanerbrug woont (anderen misschien: vraag het na).",
        ),
        (Unasked(), "Voor wie bij een groep hoort waar geen vraag over gaat (misschien: vraag het na)."),
        (CHILDREN, "Voor wie bij “Wonen er kinderen bij u?” “Ja, van 0 tot en met 6 jaar” antwoordt."),
        (Not(MONEY), "Eigen regel. Als “Geld en schulden” niet gekozen is, dan is dit voor de bezoeker."),
    ],
)
def test_eligibility_in_words(condition: Condition, words: str) -> None:
    assert eligibility_words(condition, PACK, DUTCH) == words


def test_no_rule_of_the_catalogue_is_said_by_its_ids() -> None:
    for service in load_catalogue(paths.content()):
        words = eligibility_words(service.eligibility, PACK, DUTCH)
        assert "Eigen regel" not in words
        assert not [question for question in service.eligibility.questions() if question in words]


def test_an_area_without_a_name_of_its_own() -> None:
    assert area_name("stadsdeel-west", PACK) == "stadsdeel West"
    assert area_name("enschede", PACK) == "Enschede"
    assert area_name("boswinkel", PACK) == "Boswinkel"
