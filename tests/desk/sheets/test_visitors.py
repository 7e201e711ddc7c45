"""What visitors take home beside the slip: the plan, the recipe, the sheet for the GP, the week."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.desk.fakes import PACK, SERVICES, TUESDAY_TEN, Answers, advising, intake, wording
from tests.desk.sheets.samples import ANNE, CODE, HOUSE, ROUTES, activity, composing, other, owned, said, week, weekly
from tests.domain.samples import service
from wijkwijzer_desktop.desk.sheets.gp import gp_sheet
from wijkwijzer_desktop.desk.sheets.plan import plan_sheet
from wijkwijzer_desktop.desk.sheets.recipe import recipe_sheet
from wijkwijzer_desktop.desk.sheets.week import week_list, week_poster
from wijkwijzer_desktop.domain.intake import Intake, Link, replay
from wijkwijzer_desktop.domain.network import Contact
from wijkwijzer_desktop.domain.recipe import Fitting, Recipe
from wijkwijzer_desktop.domain.referral import Choice, Referral, refer
from wijkwijzer_desktop.domain.schedule import ZONE, Span
from wijkwijzer_desktop.domain.service import Phone, Service
from wijkwijzer_desktop.domain.sheet import CodeBlock, TableBlock, TickBlock, WholeBlock
from wijkwijzer_desktop.domain.slip import Slip, StepBlock
from wijkwijzer_desktop.domain.whole import Whole, whole_of
from wijkwijzer_desktop.i18n.isolation import without_isolates
from wijkwijzer_desktop.i18n.whole_words import link_words

MANY: Answers = {
    "begin.topics": ("geld", "contact", "pijn"),
    "geld.rekeningen": "soms-niet",
    "geld.brief": "nee",
    "contact.iemand-bellen": "nee",
    "pijn.klachten": "ja",
    "help.wie": "familie",
}
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=ZONE)
COACH = service("coach", name="Welzijnscoach", phones=(Phone("053 000 00 03"),))


def whole(answers: Answers = MANY, links: tuple[Link, ...] = ()) -> Whole:
    told = intake(answers)
    return whole_of(advising(SERVICES).advise(told, TUESDAY_TEN), replay(PACK.questionnaire, told, PACK.places), links)


def referral(answers: Answers, choice: Choice | None = None) -> Referral:
    return refer(advising(SERVICES).advise(intake(answers), TUESDAY_TEN), choice or Choice())


def steps(slip: Slip) -> list[StepBlock]:
    return [block for block in slip.blocks if isinstance(block, StepBlock)]


def test_the_plan_has_somebody_in_the_middle_and_what_weighs_around() -> None:
    links = (Link("geld.schulden", "pijn.ziek"),)
    sheet = plan_sheet(composing(code=CODE), whole(links=links))
    (picture,) = (block for block in sheet.blocks if isinstance(block, WholeBlock))
    assert [(side.name.dutch, [t.dutch for t in side.weighs]) for side in picture.sides] == [
        ("Uw lichaam", ["Ik heb pijn"]),
        ("Hoe u zich voelt", []),
        ("Mensen om u heen", ["Ik mis iemand"]),
        ("Geld en regelen", ["Ik heb schulden"]),
    ]
    assert [link.dutch for link in picture.links] == [link_words(links[0], wording(), PACK)]
    assert "Helpt al: Familie" in said(sheet)
    assert sheet.header.code == CODE


def test_the_plan_begins_with_one_conversation_and_its_number() -> None:
    (first,) = steps(plan_sheet(composing(), whole()))
    entry = next(entry for entry in SERVICES if entry.id == PACK.conversation)
    assert first.name == entry.name
    assert first.phone == (entry.phones[0].number if entry.phones else "")
    assert "U heeft zorgen op meer plekken. Begin met één gesprek over alles." in [line.dutch for line in first.lines]


def test_the_plan_has_lines_to_fill_in_who_and_when() -> None:
    words = said(plan_sheet(composing(), whole()))
    assert {"Mijn eerste stap", "Wie doet dat?", "Wanneer?"} <= set(words)


def test_who_helps_already_is_asked_where_nobody_told() -> None:
    answers = {name: value for name, value in MANY.items() if name != "help.wie"}
    assert "Wie al helpt, weten we nog niet. Praat daar samen over." in said(plan_sheet(composing(), whole(answers)))


@pytest.mark.parametrize(("returns", "codes"), [(None, 0), ((), 1), (("geld.schulden",), 1)])
def test_the_plan_can_be_brought_back_where_no_slip_goes_with_it(returns: tuple[str, ...] | None, codes: int) -> None:
    sheet = plan_sheet(composing(code=CODE), whole(), returns)
    assert sum(isinstance(block, CodeBlock) for block in sheet.blocks) == codes


def fitting(name: str = "samen eten", *, times: tuple[Span, ...] = (), km: int | None = 2, **changes: object) -> Fitting:
    return Fitting(activity(name, **changes), times, km, unsure=("company",))


SPANS = (Span(NOON.date(), NOON, None), Span(date(2026, 12, 2), NOON.replace(month=12, day=2), None))


def test_the_recipe_names_the_coach_and_their_days() -> None:
    sheet = recipe_sheet(composing(code=CODE), Recipe(COACH, ANNE, ()))
    coach = steps(sheet)[0]
    assert (coach.name, coach.phone) == ("Anne Verzonnen · Wijkteam Zuid", "053 000 00 01")
    assert coach.lines[0].dutch == "Er op: di en do"


@pytest.mark.parametrize("hidden", [replace(ANNE, printable=False), replace(ANNE, published="")])
def test_a_name_that_may_not_be_printed_is_not(hidden: object) -> None:
    words = said(recipe_sheet(composing(), Recipe(COACH, hidden, ())))  # type: ignore[arg-type]
    assert not any("Anne" in word or "053 000 00 01" in word for word in words)
    assert "Welzijnscoach" in words
    assert "Welke dagen weten we nog niet. Bel 053 000 00 03." in words


def test_without_a_coach_the_counter_helps() -> None:
    (first,) = steps(recipe_sheet(composing(), Recipe(None, None, ())))
    assert first.name == "Wijkwijzer De Magneet"
    assert first.lines[0].dutch == "Wie de coach is, weten we nog niet. Vraag het aan de balie."


@pytest.mark.parametrize(("coach", "asked"), [(COACH, ["1", "1", "2", "2"]), (None, ["2", "2"])])
def test_a_recipe_asks_whether_each_helped(coach: Service | None, asked: list[str]) -> None:
    recipe = Recipe(coach, None, (fitting(),))
    (ticks,) = (block for block in recipe_sheet(composing(code=CODE), recipe).blocks if isinstance(block, TickBlock))
    assert [tick.dutch.split(".")[0] for tick in ticks.ticks] == asked
    assert ticks.spare
    assert not any(isinstance(block, TickBlock) for block in recipe_sheet(composing(), recipe).blocks)


def test_a_recipe_without_anything_to_tell_of_asks_nothing() -> None:
    assert not any(isinstance(b, TickBlock) for b in recipe_sheet(composing(code=CODE), Recipe(None, None, ())).blocks)


def test_an_activity_on_the_recipe_has_all_that_is_known() -> None:
    item = fitting(times=SPANS, documents=("een pas",), ask_for="Sam", buddy="een vrijwilliger", description="Aan tafel.")
    step = steps(recipe_sheet(composing(), Recipe(COACH, None, (item,))))[1]
    assert (step.number, step.concern.dutch, step.name, step.phone) == (2, "Koken en samen eten", "Samen eten", "053 111 22 33")
    assert [line.dutch for line in step.lines] == [
        "Aan tafel.",
        "Wanneer: wo 25 nov 12:00 en wo 2 dec 12:00",
        "Waar: Straat 1, Enschede. Ongeveer 2 km",
        "Neem mee: een pas",
        "Vraag naar: Sam",
        "Samen erheen: een vrijwilliger",
        "Kosten: gratis",
        "Vraag of er iemand met u meegaat.",
        "Nog niet nagekeken. Bel eerst.",
    ]


def test_what_nobody_knows_of_an_activity_is_said_with_whom_to_ask() -> None:
    item = fitting(km=None, location=None, cost_cents=None)
    coach, activity = steps(recipe_sheet(composing(), Recipe(COACH, None, (item,))))
    lines = [line.dutch for line in activity.lines]
    assert "Wanneer? Dat weten we nog niet. Bel 053 111 22 33." in lines
    assert "Waar: dat weten we nog niet" in lines
    assert "Kosten: dat weten we nog niet" in lines
    assert [line.dutch for line in coach.lines].count("Samen erheen? Vraag het de coach.") == 1


def test_a_day_without_a_time_is_printed_as_such() -> None:
    item = fitting(times=(Span(date(2026, 11, 26), None, None),))
    lines = [line.dutch for line in steps(recipe_sheet(composing(), Recipe(COACH, None, (item,))))[1].lines]
    assert "Wanneer: do 26 nov. Vraag hoe laat." in lines
    told = replace(item, service=replace(item.service, hours_text="Donderdag in de ochtend. Vraag hoe laat."))
    lines = [line.dutch for line in steps(recipe_sheet(composing(), Recipe(COACH, None, (told,))))[1].lines]
    assert "Wanneer: do 26 nov · Donderdag in de ochtend. Vraag hoe laat" in lines


def test_a_coach_who_is_a_function_is_written_as_a_name() -> None:
    function = Contact("coach", "welzijnscoach", "Gemeente", service=COACH.id, printable=True)
    assert steps(recipe_sheet(composing(), Recipe(COACH, function, ())))[0].name == "Welzijnscoach · Gemeente"


def test_where_nothing_fits_the_coach_stays_and_what_to_loosen() -> None:
    words = said(recipe_sheet(composing(), Recipe(COACH, None, (), ("only_free",))))
    assert {"We vonden nog niets dat past. De coach zoekt met u mee.", "Kies ook iets wat geld kost."} <= set(words)


def test_the_sheet_for_the_gp_has_what_was_agreed_and_no_more() -> None:
    sheet = gp_sheet(composing(code=CODE), referral(MANY), HOUSE, ROUTES)
    words = said(sheet)
    assert words[:2] == ["Voor de huisarts", "Huisartsenpraktijk De Linde"]
    (agreed,) = (block for block in sheet.blocks if isinstance(block, TableBlock))
    assert [row[2].dutch for row in agreed.rows] == [step.service.name for step in referral(MANY).steps]
    assert agreed.rows[0][0].dutch == "Eerst"
    assert "ICPC, hoofdstuk Z: Z01, Z24 en Z29. De huisarts kiest zelf." in words
    assert f"Vragen? Noem de code {CODE} bij Wijkwijzer De Magneet." in words
    assert {"Ja, graag bericht naar de huisarts.", "Mijn naam", "Mijn handtekening"} <= set(words)
    assert not any("rekeningen" in word or "“" in word for word in words)


def test_what_is_discreet_never_stands_on_the_sheet_for_the_gp() -> None:
    found = referral({"begin.topics": "veilig", "veilig.bang": "ja"}, Choice(discreet=True))
    assert any(step.concern == "veilig.thuis" for step in found.steps)
    sheet = gp_sheet(composing(code=CODE), found, None, ROUTES)
    hidden = [step.service.name for step in found.steps if step.concern == "veilig.thuis"]
    assert not any("Veilig thuis" in word or word in hidden for word in said(sheet))
    assert "Praktijk" in said(sheet)


def test_what_stands_beside_the_discreet_or_was_added_for_it_is_not_for_the_gp_either() -> None:
    answers: Answers = {"begin.topics": ("veilig", "geld"), "veilig.bang": "ja", "geld.rekeningen": "soms-niet"}
    by_hand = advising(SERVICES).explain_all(
        tuple(s for s in SERVICES if s.id in {"veilig-thuis", "maatje"}), Intake(), TUESDAY_TEN
    )
    beside = referral(answers, Choice(discreet=True, steps=("slachtofferhulp", "thuisadministratie")))
    added = referral({"begin.topics": "geld", "geld.rekeningen": "soms-niet"}, Choice(added=by_hand))
    assert [step.service.id for step in beside.steps] == ["slachtofferhulp", "thuisadministratie"]
    assert [step.service.id for step in added.steps][:2] == ["veilig-thuis", "maatje"]
    for found, told in ((beside, ["Thuisadministratie"]), (added, ["Maatje", "Thuisadministratie"])):
        (agreed,) = (b for b in gp_sheet(composing(code=CODE), found, HOUSE, ROUTES).blocks if isinstance(b, TableBlock))
        assert [row[2].dutch for row in agreed.rows] == told
    assert "Samen gekozen" in [row[1].dutch for row in agreed.rows]


def test_codes_stand_on_no_sheet_of_a_visitor() -> None:
    plan, recipe = plan_sheet(composing(), whole()), recipe_sheet(composing(), Recipe(COACH, ANNE, (fitting(),)))
    assert not any(word.startswith("ICPC") or "Z01" in word for word in said(plan) + said(recipe))


EATING = activity("samen eten", timetable=weekly("WE", 12, 14))
WALKING = activity("wandelen", timetable=weekly("TU", None), cost_cents=None, phones=())
SINGING = activity("zingen")


def test_the_list_of_a_week_goes_by_day_and_ends_with_what_nobody_knows() -> None:
    sheet = week_list(composing(), week(EATING, WALKING, SINGING), PACK.places["wesselerbrink"])
    tables = [block for block in sheet.blocks if isinstance(block, TableBlock)]
    assert [table.title.dutch for table in tables] == ["Di 24 nov", "Wo 25 nov", "Ook te doen. Bel en vraag wanneer."]
    assert [[cell.dutch for cell in table.rows[0]] for table in tables[:2]] == [
        ["vraag hoe laat", "Wandelen. Kosten: vraag het na", "Straat 1, Enschede", "vraag het de balie"],
        ["12:00–14:00", "Samen eten. Kosten: gratis", "Straat 1, Enschede", "053 111 22 33"],
    ]
    assert "In en bij Wesselerbrink" in said(sheet)
    assert "Van ma 23 nov tot en met 29 nov 2026" in said(sheet)


def test_a_poster_says_what_and_where_and_where_to_ask() -> None:
    words = said(week_poster(composing(), week(EATING, SINGING)))
    assert {"Samen eten", "12:00–14:00", "Meer weten? Kom langs.", "Wijkwijzer De Magneet, Hertmebrink 1"} <= set(words)
    assert "Zingen" not in words


def test_a_week_without_anything_is_no_empty_sheet() -> None:
    for sheet in (week_list(composing(), week()), week_poster(composing(), week())):
        assert "Van deze week weten we nog geen tijden." in said(sheet)


def test_every_sheet_of_a_visitor_speaks_their_language_too() -> None:
    c = composing(other(), code=CODE)
    sheets = (
        plan_sheet(c, whole()),
        recipe_sheet(c, Recipe(COACH, ANNE, (fitting(times=SPANS),))),
        gp_sheet(c, referral(MANY), HOUSE, ROUTES),
        week_list(c, week(EATING, SINGING)),
        week_poster(c, week(EATING)),
    )
    for sheet in sheets:
        assert (sheet.language, sheet.direction) == ("ar", "rtl")
        spoken = owned(sheet)
        assert sum(without_isolates(text) != without_isolates(dutch) for text, dutch in spoken) > len(spoken) / 3
