"""Our questions as a FHIR R4 Questionnaire, and the answers to them as a QuestionnaireResponse."""

from collections.abc import Iterator, Mapping
from typing import Final

from wijkwijzer_desktop.desk.referral_file import Handed
from wijkwijzer_desktop.domain.intake import Answer, Place
from wijkwijzer_desktop.domain.questionnaire import DECLINED, DONT_KNOW, SKIPPED, Option, Question
from wijkwijzer_desktop.exchange.fhir_names import ABSENT, EXCLUSIVE, QUESTIONNAIRE, Resource, clean, options_of, told
from wijkwijzer_desktop.exchange.fhir_show import Clauses, TooManyClausesError, levels
from wijkwijzer_desktop.i18n.wording import Wording

# Left out it would look as if it was never asked; FHIR has codes for why there is no answer.
_ABSENT: Final = {DONT_KNOW: "asked-unknown", DECLINED: "asked-declined", SKIPPED: "unknown"}


class Written:
    """One set of questions both ways. places: areas that an option may stand for, by id. wording: Dutch."""

    def __init__(self, handed: Handed, places: Mapping[str, Place], wording: Wording) -> None:
        self._handed = handed
        self._wording = wording
        self._clauses = Clauses({question.id: question for question in handed.questions}, places)
        self._levels = {question.id: self._shown(question) for question in handed.questions}

    def questionnaire(self, ids: str, version: str, day: str) -> Resource:
        """ids: a UUID. version: of our questions. day: ISO 8601, on which it was made."""
        return told(
            resourceType="Questionnaire",
            id=ids,
            url=f"urn:uuid:{ids}",
            version=clean(version),
            name="WijkwijzerVragen",
            title="Wijkwijzer: de vragen van dit bezoek",
            derivedFrom=[f"{QUESTIONNAIRE}|{clean(version)}"],
            status="active",
            subjectType=["Patient"],
            date=day,
            language="nl",
            item=[self._item(question) for question in self._handed.questions],
        )

    def response(self, ids: str, questionnaire: str, day: str) -> Resource:
        """ids: a UUID. questionnaire: that of the questions. A visit that ended early says so."""
        answers = self._handed.answers
        is_whole = all(question.id in answers for question in self._handed.questions)
        return told(
            resourceType="QuestionnaireResponse",
            id=ids,
            questionnaire=f"urn:uuid:{questionnaire}",
            status="completed" if is_whole else "stopped",
            authored=day,
            language="nl",
            item=list(self._answered()),
        )

    def _shown(self, question: Question) -> tuple[Resource, ...]:
        try:
            return levels(self._clauses.of(question.show_if))
        except TooManyClausesError:
            # It was shown; when else it would be is more than a file can say.
            return ()

    def _item(self, question: Question) -> Resource:
        around = self._levels[question.id]
        item = told(
            linkId=question.id,
            text=clean(self._wording.question(question)) or question.id,
            type="choice",
            repeats=question.several or None,
            **(around[-1] if around else {}),
            answerOption=[self._option(question, option) for option in question.options],
        )
        for number, shown in reversed(list(enumerate(around[:-1], 1))):
            item = told(linkId=_group(question, number), type="group", **shown, item=[item])
        return item

    def _option(self, question: Question, option: Option) -> Resource:
        exclusive = [{"url": EXCLUSIVE, "valueBoolean": True}] if option.exclusive else []
        return told(extension=exclusive, valueCoding=self._coding(question, option))

    def _coding(self, question: Question, option: Option) -> Resource:
        return told(system=options_of(question.id), code=option.id, display=clean(self._wording.option(question, option)))

    def _answered(self) -> Iterator[Resource]:
        for question in self._handed.questions:
            answer = self._handed.answers.get(question.id)
            if answer is None:
                continue
            item = told(
                linkId=question.id,
                text=clean(self._wording.question(question)) or question.id,
                answer=[{"valueCoding": coding} for coding in self._given(question, answer)],
            )
            for number in reversed(range(1, len(self._levels[question.id]))):
                item = told(linkId=_group(question, number), item=[item])
            yield item

    def _given(self, question: Question, answer: Answer) -> Iterator[Resource]:
        for chosen in answer.options:
            option = question.option(chosen)
            if option is not None:
                yield self._coding(question, option)
            else:
                yield {"extension": [{"url": ABSENT, "valueCode": _ABSENT.get(chosen, "unknown")}]}


def _group(question: Question, number: int) -> str:
    return f"{question.id}.{number}"
