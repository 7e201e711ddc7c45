"""What the heading of a group and the main button say for where the visit stands."""

from dataclasses import dataclass

from wijkwijzer_desktop.desk.visit import Stage, Visit
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, NO_GP, WALK_ALL
from wijkwijzer_desktop.domain.intake import Screen
from wijkwijzer_desktop.domain.questionnaire import UNKNOWN_OPTIONS, Part, Question
from wijkwijzer_desktop.ui.translated import Words


@dataclass(frozen=True, slots=True)
class Offer:
    """A way to a page beside the advice. done: something was said there."""

    stage: Stage
    words: str
    icon: str
    done: bool = False


def beside_offers(words: Words, visit: Visit) -> tuple[Offer, ...]:
    """What else the visitor can do with the advice, in this order."""
    t = words.text
    offers = []
    if all(concern.topic.id != NO_GP for concern in visit.concerns):
        offers.append(Offer(Stage.PRACTICE, t("Mijn huisarts stuurde mij"), "stethoscope", done=visit.sent is not None))
    offers.append(Offer(Stage.RECIPE, t("Iets leuks doen?"), "confetti", done=visit.recipe_on_paper is not None))
    if visit.may_link:
        offers.append(Offer(Stage.LINKS, t("Komt het één door het ander?"), "link", done=bool(visit.intake.links)))
    if visit.view.stage is Stage.WHOLE:
        offers.append(Offer(Stage.RESULTS, t("Toch losse stappen"), "list-check"))
    return tuple(offers)


def group_title(words: Words, question: Question) -> str:
    """Above several questions, by what the first of them is about."""
    t = words.text
    return {Part.HELP: t("Wat helpt u nu al?"), Part.ABOUT: t("Iets over u")}.get(question.part, t("Nog een paar vragen"))


def main_words(words: Words, screen: Screen, chosen: frozenset[str]) -> str:
    """The way on from this screen, "" where touching an answer is the way. chosen: of its first question."""
    t = words.text
    first = screen.questions[0]
    known = chosen - UNKNOWN_OPTIONS
    if len(screen.questions) > 1:
        return t("Verder")
    if first.id == BEGIN_QUESTION and known:
        return t("Verder met {count}", count=len(known)) if WALK_ALL not in known else t("Verder")
    if first.several:
        return t("Verder") if chosen else t("Overslaan")
    # Who came back to a question can go on without touching the answer again.
    return t("Verder") if chosen else ""


def order_words(words: Words, count: int) -> str:
    """The way on once so many worries are put in order."""
    return words.text("Verder met {count}", count=count) if count else words.text("Maakt mij niet uit")
