"""What the volunteer reads of a welzijnsrecept, in Dutch: what the visitor likes, then what fits."""

from datetime import date

from wijkwijzer_desktop.desk.visit import Visit
from wijkwijzer_desktop.domain.recipe import Company, DayPart, Interest, Recipe
from wijkwijzer_desktop.i18n.recipe_words import company_name, daypart_name, interest_name
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.visitor.recipe import COMPANY, DAYPARTS, INTERESTS, ONLY_FREE
from wijkwijzer_desktop.ui.visitor.recipe_text import recipe_text
from wijkwijzer_desktop.ui.visitor.result_text import ServiceText
from wijkwijzer_desktop.ui.volunteer.asking import AskText, PaneText
from wijkwijzer_desktop.ui.volunteer.rows import RowText

WISHES = frozenset({INTERESTS, DAYPARTS, COMPANY, ONLY_FREE})
# Of rows: something on the recipe, that goes on paper or off it.
PART = "recipe"


class RecipeTexts:
    """wording: Dutch, for the pack in use."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._t = wording.translator.text

    def wishes(self, visit: Visit, *, waits: bool, failed: bool) -> PaneText:
        """All that may be said. waits: it is being looked for. failed: that went wrong."""
        text = self._t("Kies samen. Alles mag leeg blijven. Het wordt na dit bezoek gewist.")
        if waits:
            text = self._t("Een ogenblik. Wij zoeken wat past.")
        elif failed:
            text = self._t("Dat lukte nu niet. Probeer het nog eens.")
        return PaneText(
            self._t("Welzijnsrecept"),
            text,
            asks=self._asks(visit),
            main="" if waits else self._t("Zoek wat past (Enter)"),
            back=True,
        )

    def found(self, recipe: Recipe, visit: Visit, today: date) -> PaneText:
        """What fits, to be put on paper or taken off; the coach in words where that is fixed. today: from when on."""
        told = recipe_text(recipe, visit.left_out, self._wording, today, from_counter=not visit.area)
        fixed = tuple(self._coach(card) for card in told.cards if not card.changeable)
        rows = tuple(
            RowText(card.service, card.name, _below(card, card.note), chosen=card.on_paper)
            for card in told.cards
            if card.changeable
        )
        title, lead = self._t("Dit past bij de bezoeker"), self._t("Wat gekozen is, komt op het papier.")
        if not recipe.items:
            title, lead = told.title, told.lead
        return PaneText(
            title,
            "\n".join((lead, *fixed)),
            group=PART,
            rows=rows,
            main=self._t("Verder (Enter)"),
            back=True,
        )

    def _asks(self, visit: Visit) -> tuple[AskText, ...]:
        t, wishes = self._wording.translator, visit.wishes
        company = frozenset({wishes.company.value}) if wishes.company is not None else frozenset[str]()
        free = frozenset({ONLY_FREE}) if wishes.only_free else frozenset[str]()
        return (
            _ask(
                INTERESTS,
                self._t("Wat doet de bezoeker graag?"),
                tuple((i.value, interest_name(i, t)) for i in Interest),
                frozenset(i.value for i in wishes.interests),
            ),
            _ask(
                DAYPARTS,
                self._t("Wanneer kan de bezoeker?"),
                tuple((d.value, daypart_name(d, t)) for d in DayPart),
                frozenset(d.value for d in wishes.dayparts),
            ),
            _ask(COMPANY, self._t("Met wie?"), tuple((c.value, company_name(c, t)) for c in Company), company, several=False),
            _ask(ONLY_FREE, self._t("Wat kost het?"), ((ONLY_FREE, self._t("Alleen gratis")),), free),
        )

    def _coach(self, card: ServiceText) -> str:
        return self._t("Begin bij: {name}", name=" · ".join(part for part in (card.name, _below(card)) if part))


def _below(card: ServiceText, *more: str) -> str:
    parts = (card.when, card.where, card.phone, *more)
    return " · ".join(line for part in parts for line in part.splitlines() if line)


def _ask(
    question: str, title: str, options: tuple[tuple[str, str], ...], chosen: frozenset[str], *, several: bool = True
) -> AskText:
    return AskText(question, title, "", "", options, chosen, several)
