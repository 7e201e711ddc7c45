"""A visit as a file: plain data to an `Intake`. What is refused is named by field, never by answer."""

from collections.abc import Mapping
from types import MappingProxyType

from wijkwijzer_desktop.domain.concern import Topic
from wijkwijzer_desktop.domain.condition import AREA_QUESTION
from wijkwijzer_desktop.domain.errors import UnknownOptionError, VisitFileError
from wijkwijzer_desktop.domain.intake import SKIP, Intake, Link
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import UNKNOWN_OPTIONS, Question
from wijkwijzer_desktop.domain.referral import BEGIN_WITH
from wijkwijzer_desktop.domain.whole import LINKS

KEYS = ("language", "area", "answers", "order", "links")
LONGEST_NAME = 60
PAIR = 2


def read_visit(data: object, pack: Pack) -> Intake:
    """The visit that `data` (read from JSON or YAML) describes, over the questions of this pack.

    `{"language": str, "area": place id, "answers": {question id: option id, list of them, or None for
    skipped}, "order": [topic id, at most three], "links": [[topic id, topic id that it makes heavier], at most three]}`, each
    key optional. The area becomes the answer to
    `about.area`. Raises VisitFileError with field and reason: not-a-mapping, not-text, not-a-list,
    unknown-field, unknown-question, unknown-option, unknown-area, unknown-topic, not-a-concern,
    too-many, given-twice.
    """
    if not isinstance(data, Mapping):
        raise VisitFileError(field="", reason="not-a-mapping")
    for key in data:
        if key not in KEYS:
            raise VisitFileError(field=str(key)[:LONGEST_NAME], reason="unknown-field")
    language = data.get("language", "nl")
    if not isinstance(language, str) or not language.strip():
        raise VisitFileError(field="language", reason="not-text")
    intake = Intake(language=language, order=_order(data.get("order"), pack), links=_links(data.get("links"), pack))
    answers = data.get("answers")
    for name, value in _mapping(answers).items():
        intake = _answered(intake, name, value, pack)
    if data.get("area") is not None:
        intake = _with_area(intake, data["area"], pack)
    return intake


def _mapping(answers: object) -> Mapping[object, object]:
    if answers is None:
        return MappingProxyType({})
    if not isinstance(answers, Mapping):
        raise VisitFileError(field="answers", reason="not-a-mapping")
    return answers


def _answered(intake: Intake, name: object, value: object, pack: Pack) -> Intake:
    field = f"answers.{str(name)[:LONGEST_NAME]}"
    question = pack.questionnaire.by_id.get(name) if isinstance(name, str) else None
    if question is None:
        raise VisitFileError(field=field, reason="unknown-question")
    return _answer(intake, question, value, field, "unknown-option")


def _with_area(intake: Intake, area: object, pack: Pack) -> Intake:
    question = pack.questionnaire.by_id.get(AREA_QUESTION)
    if AREA_QUESTION in intake.answers:
        raise VisitFileError(field="area", reason="given-twice")
    if not isinstance(area, str):
        raise VisitFileError(field="area", reason="not-text")
    if question is None or not (area in pack.places or area in UNKNOWN_OPTIONS):
        raise VisitFileError(field="area", reason="unknown-area")
    return _answer(intake, question, area, "area", "unknown-area")


def _answer(intake: Intake, question: Question, value: object, field: str, unknown: str) -> Intake:
    if value is None:
        return intake.answer(question, SKIP.options)
    options = value if isinstance(value, list) else [value]
    texts = [option for option in options if isinstance(option, str)]
    if len(texts) != len(options):
        raise VisitFileError(field=field, reason="not-text")
    try:
        return intake.answer(question, texts)
    except UnknownOptionError:
        known = all(question.option(o) is not None or o in UNKNOWN_OPTIONS for o in texts)
        # Without the cause: a traceback of it would show the answer.
        raise VisitFileError(field=field, reason="too-many" if known else unknown) from None


def _order(order: object, pack: Pack) -> tuple[str, ...]:
    if order is None:
        return ()
    if not isinstance(order, list):
        raise VisitFileError(field="order", reason="not-a-list")
    if len(order) > BEGIN_WITH:
        raise VisitFileError(field="order", reason="too-many")
    return tuple(dict.fromkeys(_concern(item, pack).id for item in order))


def _links(links: object, pack: Pack) -> tuple[Link, ...]:
    if links is None:
        return ()
    if not isinstance(links, list):
        raise VisitFileError(field="links", reason="not-a-list")
    if len(links) > LINKS:
        raise VisitFileError(field="links", reason="too-many")
    return tuple(dict.fromkeys(_link(item, pack) for item in links))


def _link(item: object, pack: Pack) -> Link:
    if not isinstance(item, list) or len(item) != PAIR:
        raise VisitFileError(field="links", reason="not-a-list")
    cause, effect = (_concern(part, pack, "links").id for part in item)
    if cause == effect:
        raise VisitFileError(field="links", reason="given-twice")
    return Link(cause, effect)


def _concern(item: object, pack: Pack, field: str = "order") -> Topic:
    if not isinstance(item, str):
        raise VisitFileError(field=field, reason="not-text")
    topic = pack.topics_by_id.get(item)
    if topic is None:
        raise VisitFileError(field=field, reason="unknown-topic")
    if not topic.parent:
        raise VisitFileError(field=field, reason="not-a-concern")
    return topic
