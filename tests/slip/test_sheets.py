"""Every composed sheet on every paper: nothing clipped, nothing lost, whatever is known or not."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from tests.desk.fakes import PACK
from tests.desk.sheets.samples import (
    ANNE,
    CODE,
    HOUSE,
    MEETING,
    NETWORK,
    PRACTICE,
    ROUTES,
    UNKNOWN_PRACTICE,
    activity,
    composing,
    known,
    other,
    week,
    weekly,
)
from tests.desk.sheets.test_visitors import COACH, MANY, SPANS, fitting, referral, whole
from tests.slip.examples import FONTS, slip
from tests.slip.reading import assert_sound, letters, letters_on, texts
from wijkwijzer_desktop.desk.sheets.gp import gp_sheet
from wijkwijzer_desktop.desk.sheets.plan import plan_sheet
from wijkwijzer_desktop.desk.sheets.professionals.agenda import agenda_sheet
from wijkwijzer_desktop.desk.sheets.professionals.neighbourhood import neighbourhood_sheet
from wijkwijzer_desktop.desk.sheets.professionals.news import news_sheet
from wijkwijzer_desktop.desk.sheets.professionals.practice import practice_card
from wijkwijzer_desktop.desk.sheets.recipe import recipe_sheet
from wijkwijzer_desktop.desk.sheets.week import week_list, week_poster
from wijkwijzer_desktop.domain.intake import Link
from wijkwijzer_desktop.domain.network import Network
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.recipe import Recipe
from wijkwijzer_desktop.domain.sheet import CodeBlock, SectionBlock, TableBlock, TickBlock, TitleBlock
from wijkwijzer_desktop.domain.slip import Slip, WriteBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n.isolation import without_isolates
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker

MAKER = ReportlabSlipMaker(FONTS)
LONG = "Stichting voor Buitengewoon Langdradige Samenwerkingsverbanden en Wijkgezondheidsontwikkeling Twente-Zuidoost"
ACTIVITIES = tuple(
    activity(f"nummer {n}", timetable=weekly(day, 9 + n % 9, 10 + n % 9)) for n, day in enumerate(("MO", "TU", "WE", "FR") * 15)
)


def many_contacts() -> Network:
    contacts = {
        str(n): replace(
            ANNE, id=str(n), name=f"Persoon {n} Verzonnen", organization=f"Organisatie {n}", email=f"persoon{n}@voorbeeld.nl"
        )
        for n in range(60)
    }
    return replace(NETWORK, contacts=contacts)


def with_long_names() -> Network:
    long = replace(ANNE, name=LONG, function=LONG, organization=LONG, email=f"{'naam' * 20}@voorbeeld.nl", when=LONG)
    meeting = replace(MEETING, name=LONG, place=LONG, who=(LONG, LONG), agenda=(LONG,) * 3)
    return replace(NETWORK, contacts={ANNE.id: long}, meetings={MEETING.id: meeting})


def sheets(*, arabic: bool = False) -> dict[str, Slip]:
    c = composing(other() if arabic else None, code=CODE)
    recipe = Recipe(COACH, ANNE, (fitting(times=SPANS), fitting("zingen"), fitting("wandelen", location=None)))
    return {
        "plan": plan_sheet(c, whole(links=(Link("geld.schulden", "pijn.ziek"),)), ()),
        "empty plan": plan_sheet(c, whole({})),
        "recipe": recipe_sheet(c, recipe),
        "empty recipe": recipe_sheet(c, Recipe(None, None, ())),
        "gp": gp_sheet(c, referral(MANY), HOUSE, ROUTES),
        "gp unknown": gp_sheet(c, referral({}), None, ()),
        "week": week_list(c, week(*ACTIVITIES), PACK.places["wesselerbrink"]),
        "empty week": week_list(c, week()),
        "poster": week_poster(c, week(*ACTIVITIES)),
    }


PROFESSIONAL = {
    "practice": practice_card(known(), PRACTICE),
    "unknown practice": practice_card(known(Network({UNKNOWN_PRACTICE.id: UNKNOWN_PRACTICE})), UNKNOWN_PRACTICE),
    "neighbourhood": neighbourhood_sheet(known(), "wesselerbrink"),
    "sixty contacts": neighbourhood_sheet(known(many_contacts()), "wesselerbrink"),
    "no contacts": neighbourhood_sheet(known(Network()), "wesselerbrink"),
    "long names": neighbourhood_sheet(known(with_long_names()), "wesselerbrink"),
    "long practice": practice_card(known(with_long_names()), PRACTICE),
    "long agenda": agenda_sheet(known(with_long_names()), with_long_names().meetings[MEETING.id]),
    "news": news_sheet(known(), place="wesselerbrink"),
    "agenda": agenda_sheet(known(), MEETING),
}
TWO = {f"{name}, two languages": made for name, made in sheets(arabic=True).items()}
EVERY = [*sheets().items(), *TWO.items(), *PROFESSIONAL.items()]


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("made", [slip for _, slip in EVERY], ids=[name for name, _ in EVERY])
def test_every_sheet_is_whole_on_every_paper(made: Slip, paper: Paper) -> None:
    for large in (False, True):
        pages = MAKER.placed(made, paper, large=large)
        assert_sound(pages)
        assert not letters("".join(_expected(made))) - letters_on(pages)


def _expected(made: Slip) -> Iterator[str]:
    """A table that falls into lines has no heads, one without rows isn't there; what may be left out to save a page isn't asked
    for; what is the same in both languages is written once."""
    for block in made.blocks:
        if isinstance(block, TableBlock):
            yield from _words(block.rows)
        elif not (isinstance(block, TickBlock | CodeBlock) and block.spare):
            yield from _words(block)


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, Text):
        yield value.dutch
        yield value.own if without_isolates(value.own) != value.dutch else ""
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))


@pytest.mark.parametrize("name", ["plan", "gp"])
@pytest.mark.parametrize("arabic", [False, True])
def test_the_plan_and_the_sheet_for_the_gp_are_one_page(name: str, arabic: bool) -> None:
    assert MAKER.make(sheets(arabic=arabic)[name], Paper.A4).pages == 1


def test_a_sheet_to_sign_is_one_page_where_smaller_letters_make_it_so() -> None:
    lines = tuple(Text(f"Regel {number}") for number in range(40))
    parts = (SectionBlock(Text(""), lines), WriteBlock((Text("Mijn naam"), Text("Datum"))))
    assert len(MAKER.placed(slip(*parts), Paper.A4)) == 2
    assert len(MAKER.placed(slip(TitleBlock(Text("Voor de huisarts")), *parts), Paper.A4)) == 1


@pytest.mark.parametrize("name", ["practice", "neighbourhood", "news", "agenda"])
def test_what_professionals_get_is_one_page(name: str) -> None:
    assert MAKER.make(PROFESSIONAL[name], Paper.A4).pages == 1


def test_sixty_contacts_stand_below_the_heads_of_their_columns() -> None:
    pages = MAKER.placed(PROFESSIONAL["sixty contacts"], Paper.A4)
    assert len(pages) > 3
    for page in pages:
        words = [mark.text for mark in texts(page)]
        assert "Bereikbaar" in words or not any(word.startswith("Organisatie ") for word in words)


def test_a_poster_of_a_full_week_can_be_read_from_afar() -> None:
    pages = MAKER.placed(sheets()["poster"], Paper.A3)
    assert min(mark.size for page in pages for mark in texts(page) if mark.text.startswith("Nummer")) >= 20
