"""The welzijnsrecept: the coach by name and days, and up to three activities that fit."""

from collections.abc import Iterator

from wijkwijzer_desktop.desk.return_text import tick_blocks
from wijkwijzer_desktop.desk.sheets.composing import Composing, how_else
from wijkwijzer_desktop.desk.slip_text import contact
from wijkwijzer_desktop.domain.matching import IsAway, WasChecked
from wijkwijzer_desktop.domain.network_rules import may_stand_on_paper
from wijkwijzer_desktop.domain.recipe import Fitting, Recipe
from wijkwijzer_desktop.domain.service import Interest, Service
from wijkwijzer_desktop.domain.sheet import SectionBlock, TitleBlock
from wijkwijzer_desktop.domain.slip import Block, FooterBlock, Slip, StepBlock, WriteBlock, is_code
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.recipe_words import interest_name, loosen_words, times_words, unsure_words
from wijkwijzer_desktop.i18n.wording import Wording

_INTERESTS = frozenset(Interest)


def recipe_sheet(c: Composing, recipe: Recipe) -> Slip:
    """The coach is the first step, the activities come after. What nobody knows is said, with whom to ask."""
    return c.slip(_blocks(c, recipe))


def _blocks(c: Composing, recipe: Recipe) -> Iterator[Block]:
    yield TitleBlock(c.text("Welzijnsrecept"), (c.text("Iets doen waar u zin in heeft. De coach denkt mee."),))
    yield _coach(c, recipe)
    for number, item in enumerate(recipe.items, start=2):
        yield _activity(c, number, item)
    if not recipe.items:
        lines = c.several(lambda w: loosen_words(recipe, w.translator))
        nothing = c.text("We vonden nog niets dat past. De coach zoekt met u mee.")
        yield SectionBlock(c.text("Wat past bij u?"), (nothing, *lines))
    yield WriteBlock((c.text("Ik ga naar"), c.text("Wanneer?"), c.text("Wie gaat mee?")))
    if is_code(c.code):
        yield from tick_blocks(c.both, _told(recipe))
    yield FooterBlock((c.text("Dit papier is van u. Wij bewaren niets."), c.text("Is er nu gevaar? Bel 112.")))


def _told(recipe: Recipe) -> tuple[int, ...]:
    """Numbers of what can be told of as they are printed: the coach where the catalogue has one, each activity."""
    first = 1 if recipe.coach is not None else 2
    return tuple(range(first, len(recipe.items) + 2))


def _coach(c: Composing, recipe: Recipe) -> StepBlock:
    title = c.text("Begin hier: de welzijnscoach")
    coach, person = recipe.coach, recipe.person
    if person is not None and not may_stand_on_paper(person):
        person = None
    if coach is None and person is None:
        unknown = c.text("Wie de coach is, weten we nog niet. Vraag het aan de balie.")
        return StepBlock(1, title, c.counter, (unknown, Text(c.place)))
    phones = [person.phone.number] if person is not None and person.phone is not None else []
    phones += [phone.number for phone in coach.phones] if coach is not None else []
    name = coach.name if coach is not None else ""
    if person is not None:
        who = person.name or formats.begun(c.dutch.translator.language, person.function)
        name = " · ".join(part for part in (who, person.organization) if part)
    lines = list(_coach_lines(c, recipe, has_days=person is not None and bool(person.when)))
    if person is not None and person.when:
        when = person.when
        lines.insert(0, c.both(lambda w: w.translator.text("Er op: {days}", days=when)))
    if not all(item.service.buddy for item in recipe.items):
        lines.append(c.text("Samen erheen? Vraag het de coach."))
    if not phones:
        lines.append(how_else(c, coach))
    return StepBlock(1, title, name, tuple(lines), phones[0] if phones else "", contact(coach) if coach is not None else "")


def _coach_lines(c: Composing, recipe: Recipe, *, has_days: bool) -> Iterator[Text]:
    coach = recipe.coach
    if coach is None:
        return
    if c.dutch.services.what(coach):
        yield c.both(lambda w: w.services.what(coach))
    if c.dutch.services.hours(coach, c.today):
        yield c.both(lambda w: w.translator.text("Open: {hours}", hours=w.services.hours(coach, c.today)))
    elif not has_days:
        yield _call(c, coach) if coach.phones else c.text("Welke dagen de coach er is, weten we nog niet.")
    if c.dutch.services.address(coach):
        yield c.both(lambda w: w.services.address(coach))
    if c.dutch.services.referral(coach):
        yield c.both(lambda w: w.services.referral(coach))


def _call(c: Composing, service: Service) -> Text:
    return c.both(lambda w: w.translator.text("Welke dagen weten we nog niet. Bel {phone}.", phone=w.services.phone(service)))


def _activity(c: Composing, number: int, item: Fitting) -> StepBlock:
    service = item.service
    title = c.both(lambda w: _about(w, service))
    phone = service.phones[0].number if service.phones else ""
    return StepBlock(number, title, service.name, tuple(_activity_lines(c, item)), phone, contact(service))


def _about(w: Wording, service: Service) -> str:
    names = [interest_name(Interest(interest), w.translator) for interest in service.interests if interest in _INTERESTS]
    return " · ".join(names) if names else w.services.kind(service)


def _activity_lines(c: Composing, item: Fitting) -> Iterator[Text]:
    service = item.service
    if c.dutch.services.what(service) and service.description:
        yield c.both(lambda w: w.services.what(service))
    yield _when(c, item)
    # Counted from where the visitor lives or from this counter: only a real distance says the same for both.
    away = IsAway(item.distance_km) if item.distance_km else None
    yield c.both(lambda w: w.translator.text("Waar: {place}", place=_place(w, service, away)))
    if service.documents:
        yield c.both(lambda w: w.translator.text("Neem mee: {documents}", documents=w.services.documents(service)))
    if service.ask_for:
        yield c.both(lambda w: w.translator.text("Vraag naar: {name}", name=w.services.ask_for(service)))
    if service.buddy:
        yield c.both(lambda w: w.translator.text("Samen erheen: {who}", who=w.services.buddy(service)))
    yield _cost(c, service)
    yield from c.several(lambda w: unsure_words(item, w.translator))
    if service.call_first(c.today):
        checked = WasChecked(service.checked, "", call_first=True, by_phone=bool(service.phones))
        yield c.both(lambda w: w.checked(checked))
    if not service.phones:
        yield how_else(c, service)


def _when(c: Composing, item: Fitting) -> Text:
    service = item.service
    if item.times:
        return c.both(lambda w: times_words(item, w, c.today))
    if c.dutch.services.hours(service, c.today):
        return c.both(lambda w: w.translator.text("Wanneer: {times}", times=w.services.hours(service, c.today)))
    if service.phones:
        return c.both(
            lambda w: w.translator.text("Wanneer? Dat weten we nog niet. Bel {phone}.", phone=w.services.phone(service))
        )
    return c.text("Wanneer? Dat weten we nog niet. Vraag het de coach.")


def _place(w: Wording, service: Service, away: IsAway | None) -> str:
    return w.where(service, away) or w.translator.text("dat weten we nog niet")


def _cost(c: Composing, service: Service) -> Text:
    return c.both(
        lambda w: w.translator.text("Kosten: {cost}", cost=w.services.cost(service) or w.translator.text("dat weten we nog niet"))
    )
