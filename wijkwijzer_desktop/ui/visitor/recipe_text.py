"""From a Recipe to what its cards say: data and words in, words out."""

from dataclasses import dataclass
from datetime import date

from wijkwijzer_desktop.domain.matching import IsAway
from wijkwijzer_desktop.domain.recipe import Fitting, Recipe
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.i18n.recipe_words import loosen_words, times_words, unsure_words
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.visitor.result_text import ServiceText


@dataclass(frozen=True, slots=True)
class RecipeText:
    """cards: the activities, the best first, then the coach."""

    title: str
    lead: str
    cards: tuple[ServiceText, ...]


def recipe_text(recipe: Recipe, left_out: frozenset[str], wording: Wording, today: date, *, from_counter: bool) -> RecipeText:
    """All of it, never a dead end. left_out: service ids that stay off paper. today: from when on. from_counter: distances are
    this counter's."""
    t = wording.translator.text
    cards = [
        _activity(item, wording, today, on_paper=item.service.id not in left_out, from_counter=from_counter)
        for item in recipe.items
    ]
    coach = recipe.coach
    if coach is not None:
        cards.append(_coach(recipe, coach, wording, on_paper=recipe.without(left_out) is not None))
    if recipe.items:
        return RecipeText(t("Dit past bij u"), t("Dit komt op uw papier. Haal weg wat u liever overslaat."), tuple(cards))
    lead = t("We vonden nog geen activiteit voor u.")
    if recipe.loosen:
        lead = t("Niets past bij al uw wensen. Ga terug en kies anders.")
    further = t("De coach zoekt met u mee.") if coach is not None else t("Vraag het aan de balie. Wij zoeken met u mee.")
    help_text = (lead, *loosen_words(recipe, wording.translator), further)
    return RecipeText(t("Samen verder zoeken"), " ".join(help_text), tuple(cards))


def _activity(item: Fitting, wording: Wording, today: date, *, on_paper: bool, from_counter: bool) -> ServiceText:
    service, words = item.service, wording.services
    away = IsAway(item.distance_km, from_counter) if item.distance_km is not None else None
    return ServiceText(
        service=service.id,
        name=service.name,
        what=_what(service, wording),
        why="",
        when=_when(item, wording, today),
        where=wording.where(service, away),
        phone=words.phone(service),
        note="\n".join(_notes(item, wording)),
        on_paper=on_paper,
        first=False,
        activity=True,
        changeable=True,
    )


def _what(service: Service, wording: Wording) -> str:
    words = wording.services
    return "\n".join(text for text in (words.what(service), words.as_dutch(service)) if text)


def _when(item: Fitting, wording: Wording, today: date) -> str:
    t = wording.translator.text
    if item.times:
        return times_words(item, wording, today)
    hours = wording.services.hours(item.service, today)
    return t("Wanneer: {times}", times=hours) if hours else t("Vraag wanneer het is.")


def _notes(item: Fitting, wording: Wording) -> list[str]:
    t, service, words = wording.translator.text, item.service, wording.services
    notes = [t("Voor: {audience}", audience=words.audience(service))] if service.audience and "whom" in item.unsure else []
    notes += [t("Kosten: {cost}", cost=words.cost(service))] if words.cost(service) else []
    notes += [t("Neem mee: {documents}", documents=words.documents(service))] if service.documents else []
    notes += [t("Vraag naar: {name}", name=words.ask_for(service))] if service.ask_for else []
    notes += [t("Samen erheen: {who}", who=words.buddy(service))] if service.buddy else []
    notes += [words.referral(service)] if words.referral(service) else []
    asks = " ".join(unsure_words(item, wording.translator))
    return [*notes, asks] if asks else notes


def _coach(recipe: Recipe, coach: Service, wording: Wording, *, on_paper: bool) -> ServiceText:
    t, person, words = wording.translator.text, recipe.person, wording.services
    who = " · ".join(part for part in (person.name, person.when) if part) if person is not None else ""
    phone = person.phone.number if person is not None and person.phone is not None else words.phone(coach)
    return ServiceText(
        service=coach.id,
        name=coach.name,
        what=_what(coach, wording),
        why="",
        when=who or t("Vraag op welke dagen de coach er is."),
        where=wording.where(coach, None),
        phone=phone,
        note=words.referral(coach),
        on_paper=on_paper,
        first=False,
        activity=True,
        changeable=not recipe.items,
    )
