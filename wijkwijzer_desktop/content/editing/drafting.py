"""Drafts of the questions over YAML: what the desk has editors do, without a file or a database."""

from collections.abc import Iterator
from dataclasses import replace

from wijkwijzer_desktop.content.editing.comparing import changes_between
from wijkwijzer_desktop.content.editing.edits import called, edited
from wijkwijzer_desktop.content.editing.problems import problems_of
from wijkwijzer_desktop.content.files import content_in
from wijkwijzer_desktop.content.graph import graph_svg
from wijkwijzer_desktop.content.personas import personas_in
from wijkwijzer_desktop.content.words import words
from wijkwijzer_desktop.desk.draft_edits import (
    AddPersona,
    AddQuestion,
    AddTopic,
    ChangePersona,
    ChangeQuestion,
    ChangeTopic,
    Edit,
)
from wijkwijzer_desktop.desk.drafting import Comparison, Draft, Problem, Texts
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding
from wijkwijzer_desktop.domain.persona import Advise, Persona
from wijkwijzer_desktop.domain.service import Service


class YamlDrafting:
    """`desk.drafting.Drafting`."""

    def read(self, texts: Texts, base: str, number: int) -> Draft:
        pack = content_in(texts).pack
        personas, _ = personas_in(texts, pack)
        return Draft(texts, pack, personas, base, number)

    def edit(self, draft: Draft, edits: tuple[Edit, ...]) -> Draft:
        for edit in edits:
            if any(not character.isprintable() and character != "\n" for text in _texts(edit) for character in text):
                raise ContentRefusedError((Finding("strange-character"),))
            following = self.read(edited(draft, edit), draft.base, draft.number)
            wrong = _not_so(following, edit)
            if wrong:
                raise ContentRefusedError((Finding("not-kept", item=wrong),))
            draft = following
        return draft

    def named(self, draft: Draft, month: str) -> Draft:
        return self.read(called(draft.texts, month), draft.base, draft.number)

    def problems(self, draft: Draft, in_use: Draft | None, services: tuple[Service, ...], advise: Advise) -> tuple[Problem, ...]:
        return problems_of(draft, in_use, services, advise)

    def changes(self, before: Draft, after: Draft, advise: Advise) -> Comparison:
        return changes_between(before, after, advise, advise)

    def words(self, finding: Finding) -> str:
        return words(finding)

    def picture(self, draft: Draft, problems: tuple[Problem, ...]) -> bytes:
        return graph_svg(draft.pack, (problem.finding for problem in problems)).encode()


def _texts(edit: Edit) -> Iterator[str]:
    """What it has people read."""
    match edit:
        case ChangeQuestion(question) | AddQuestion(question):
            yield from (question.text, question.help, question.label, question.guidance)
            yield from (option.text for option in question.options)
        case ChangeTopic(topic):
            yield topic.name
        case AddTopic(topic, concern):
            yield from (one.name for one in (topic, concern) if one is not None)
        case ChangePersona(persona) | AddPersona(persona):
            yield persona.who


def _not_so(draft: Draft, edit: Edit) -> str:
    """The id of what is not as this edit wanted it, "" where it is: a text can hold what YAML or the form can't."""
    match edit:
        case ChangeQuestion(question) | AddQuestion(question):
            return "" if draft.pack.questionnaire.by_id.get(question.id) == question else question.id
        case ChangeTopic(topic):
            return "" if draft.pack.topics_by_id.get(topic.id) == topic else topic.id
        case AddTopic(topic):
            return "" if topic.id in draft.pack.topics_by_id else topic.id
        case ChangePersona(persona) | AddPersona(persona):
            found = next((known for known in draft.personas if known.id == persona.id), None)
            return "" if found is not None and _bare(found) == _bare(persona) else persona.id
    return ""


def _bare(persona: Persona) -> Persona:
    return replace(persona, file="", line=0)
