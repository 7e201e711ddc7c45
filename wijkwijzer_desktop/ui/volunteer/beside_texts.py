"""What the volunteer reads of the whole picture, and of what stands beside the advice, in Dutch."""

from collections.abc import Iterable
from dataclasses import replace

from wijkwijzer_desktop.desk.visit import Visit
from wijkwijzer_desktop.domain.concern import Severity
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.whole import Whole, whole_of
from wijkwijzer_desktop.i18n.whole_words import domain_name, link_words
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.translated import Words
from wijkwijzer_desktop.ui.visitor.links import LINK, WORRY
from wijkwijzer_desktop.ui.visitor.practice import PRACTICE, SHEET
from wijkwijzer_desktop.ui.visitor.practice_controller import OTHER
from wijkwijzer_desktop.ui.visitor.screen_words import beside_offers
from wijkwijzer_desktop.ui.volunteer.asking import PaneText
from wijkwijzer_desktop.ui.volunteer.rows import RowText
from wijkwijzer_desktop.ui.volunteer.texts import ORDER

# Of a row that stands for a page beside the advice, so that it is known from the others when it is touched.
BESIDE_MARK = "beside:"
# Of rows that stand for a part of such a page: what it is, and its value.
PART = "part"


def part_value(what: str, value: str) -> str:
    """What a row of group PART stands for."""
    return f"{what}:{value}"


class BesideTexts:
    """wording: Dutch, for the pack in use. words: of the volunteer's screen."""

    def __init__(self, wording: Wording, words: Words) -> None:
        self._wording = wording
        self._words = words
        self._t = wording.translator.text

    def with_ways(self, pane: PaneText, visit: Visit) -> PaneText:
        """The same pane, with the ways to what stands beside it below its rows."""
        if visit.advice is None:
            return pane
        ways = tuple(
            RowText(f"{BESIDE_MARK}{offer.stage.value}", offer.words, chosen=offer.done)
            for offer in beside_offers(self._words, visit)
        )
        return replace(pane, rows=(*pane.rows, *ways))

    def whole(self, visit: Visit) -> PaneText:
        """The picture in words, and what to begin with, to be changed together."""
        advice = visit.advice
        if advice is None:
            return PaneText(self._t("Het advies wordt uitgezocht"), back=True)
        whole = whole_of(advice, visit.seen, visit.intake.links, discreet=visit.choice.discreet)
        order = visit.intake.order
        rows = tuple(
            RowText(
                concern.topic.id,
                self._wording.topic(concern.topic),
                self._t("Nummer {place}", place=order.index(concern.topic.id) + 1) if concern.topic.id in order else "",
                chosen=concern.topic.id in order,
            )
            for concern in whole.begin
        )
        pane = PaneText(
            self._t("Het hele plaatje"),
            "\n".join(self._lines(whole, visit)),
            group=ORDER,
            rows=rows,
            main=self._t("Naar het papier (Enter)"),
            back=True,
        )
        return self.with_ways(pane, visit)

    def _lines(self, whole: Whole, visit: Visit) -> Iterable[str]:
        for side in whole.sides:
            weighs = [self._wording.topic(concern.topic) for concern in side.weighs]
            well = [self._t("goed: {what}", what=self._wording.chosen(said)) for said in side.well]
            said = "; ".join((*weighs, *well)) or self._t("hierover staat niets op het papier")
            yield f"{domain_name(side.domain, self._wording.translator)}: {said}"
        yield from (link_words(link, self._wording, visit.pack) for link in whole.links)
        helps = ", ".join(self._wording.chosen(said) for said in whole.helps)
        yield self._t("Helpt al: {who}", who=helps or self._t("niet verteld"))
        yield self._t("Eerste stap: {name}", name=whole.first.service.name)
        yield self._t("Kies hieronder samen waar u mee begint. Vul de rest op het papier in met de pen.")

    def links(self, visit: Visit, cause: str) -> PaneText:
        """cause: id of the worry that was touched first, "" for none."""
        worries = tuple(
            RowText(part_value(WORRY, c.topic.id), self._wording.topic(c.topic), chosen=c.topic.id == cause)
            for c in visit.concerns
            if c.severity > Severity.UNKNOWN
        )
        drawn = tuple(
            RowText(
                part_value(LINK, str(place)),
                link_words(link, self._wording, visit.pack),
                self._t("Raak aan om het weg te halen."),
                chosen=True,
            )
            for place, link in enumerate(visit.intake.links)
        )
        return PaneText(
            self._t("Komt het één door het ander?"),
            self._t("En wat komt daardoor?") if cause else self._t("Raak eerst de oorzaak aan. Raak dan aan wat daardoor komt."),
            group=PART,
            rows=(*worries, *drawn),
            main=self._t("Verder (Enter)"),
            back=True,
        )

    def practice(self, visit: Visit, entries: tuple[Service, ...]) -> PaneText:
        """entries: the practices that there are."""
        sent = visit.sent
        chosen = None if sent is None else sent.practice or OTHER
        rows = [RowText(part_value(PRACTICE, e.id), e.name, chosen=e.id == chosen) for e in entries]
        rows.append(RowText(part_value(PRACTICE, OTHER), self._t("De praktijk staat er niet bij"), chosen=chosen == OTHER))
        if sent is not None and sent.practice:
            detail = self._t("Alleen als de bezoeker dat zelf wil. Er staan geen antwoorden op.")
            rows.append(RowText(part_value(SHEET, ""), self._t("Print ook een blad voor de huisarts"), detail, chosen=sent.sheet))
        return PaneText(
            self._t("Welke praktijk stuurde de bezoeker?"),
            self._t("Wat u kiest, wordt na dit bezoek gewist."),
            group=PART,
            rows=tuple(rows),
            main=self._t("Verder (Enter)"),
            back=True,
        )

    def elsewhere(self) -> PaneText:
        """The visitor is at a page that is theirs alone."""
        return PaneText(
            self._t("De bezoeker kiest zelf"),
            self._t("Kijk mee op het scherm van de bezoeker."),
            main=self._t("Verder (Enter)"),
            back=True,
        )
