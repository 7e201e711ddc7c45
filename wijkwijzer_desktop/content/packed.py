"""A pack as one line of canonical JSON and back: what is published, and what its version is made of."""

import hashlib
import json
from types import MappingProxyType
from typing import Any

from wijkwijzer_desktop.domain.concern import Domain, Rule, Severity, Signal, Topic
from wijkwijzer_desktop.domain.condition import ALWAYS, Condition, Range, condition_from
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding
from wijkwijzer_desktop.domain.explanation import Explanation
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Option, Part, Question, Questionnaire

Data = dict[str, Any]


def pack_to_json(pack: Pack) -> str:
    """Canonical: the same pack always gives the same text."""
    return _canonical({"version": pack.version, **_content(pack)})


def content_hash(pack: Pack) -> str:
    """sha256 in hexadecimal over the content, the version left out."""
    return hashlib.sha256(_canonical(_content(pack)).encode()).hexdigest()


def pack_from_json(text: str) -> Pack:
    """What `pack_to_json` made. Raises ContentRefusedError (pack-unreadable) for any other text."""
    try:
        return _pack(json.loads(text))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ContentRefusedError((Finding("pack-unreadable", data=(("reason", type(error).__name__),)),)) from error


def _canonical(data: Data) -> str:
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _content(pack: Pack) -> Data:
    return {
        "questions": [_question_data(question) for question in pack.questionnaire.questions],
        "topics": [_topic_data(topic) for topic in pack.topics],
        "signals": [_signal_data(signal) for signal in pack.signals],
        "places": [
            {"id": p.id, "name": p.name, "within": sorted(p.within), "postcodes": p.postcodes, "also": p.also}
            for p in pack.places.values()
        ],
        "postcodes": [[code, *centre] for code, centre in pack.postcodes.items()],
        "conversation": pack.conversation,
        "coach": pack.coach,
        "explanations": [[e.id, e.word, e.text, e.forms] for e in pack.explanations],
    }


def _condition_data(condition: Condition) -> Data | None:
    return None if condition == ALWAYS else condition.data()


def _question_data(question: Question) -> Data:
    return {
        "id": question.id,
        "text": question.text,
        "part": question.part.value,
        "help": question.help,
        "label": question.label,
        "several": question.several,
        "topic": question.topic,
        "screen": question.screen,
        "show_if": _condition_data(question.show_if),
        "dont_know": question.offers_dont_know,
        "decline": question.offers_decline,
        "guidance": question.guidance,
        "options": [
            [o.id, o.text, o.pictogram, [o.range.low, o.range.high] if o.range else None, o.exclusive] for o in question.options
        ],
    }


def _topic_data(topic: Topic) -> Data:
    return {
        "id": topic.id,
        "name": topic.name,
        "domain": topic.domain.value,
        "parent": topic.parent,
        "pictogram": topic.pictogram,
        "rules": [[int(rule.severity), _condition_data(rule.when)] for rule in topic.rules],
        "fallback": topic.fallback,
        "discreet": topic.discreet,
    }


def _signal_data(signal: Signal) -> Data:
    return {
        "id": signal.id,
        "title": signal.title,
        "text": signal.text,
        "when": _condition_data(signal.when),
        "services": signal.services,
        "concern": signal.concern,
        "discreet": signal.discreet,
    }


def _pack(data: Data) -> Pack:
    return Pack(
        version=data["version"],
        questionnaire=Questionnaire(tuple(_question(item) for item in data["questions"])),
        topics=tuple(_topic(item) for item in data["topics"]),
        signals=tuple(_signal(item) for item in data["signals"]),
        places=MappingProxyType({item["id"]: _place(item) for item in data["places"]}),
        postcodes=MappingProxyType({code: (latitude, longitude) for code, latitude, longitude in data["postcodes"]}),
        conversation=data["conversation"],
        coach=data.get("coach", ""),
        # A pack that was published before there were any has none.
        explanations=tuple(
            Explanation(name, word, text, tuple(forms)) for name, word, text, forms in data.get("explanations", ())
        ),
    )


def _question(item: Data) -> Question:
    return Question(
        id=item["id"],
        text=item["text"],
        options=tuple(
            Option(name, text, pictogram, Range(*span) if span else None, exclusive)
            for name, text, pictogram, span, exclusive in item["options"]
        ),
        part=Part(item["part"]),
        help=item["help"],
        label=item["label"],
        several=item["several"],
        topic=item["topic"],
        screen=item["screen"],
        show_if=condition_from(item["show_if"]),
        offers_dont_know=item["dont_know"],
        offers_decline=item["decline"],
        # A pack that was published before there was any has none.
        guidance=item.get("guidance", ""),
    )


def _topic(item: Data) -> Topic:
    return Topic(
        id=item["id"],
        name=item["name"],
        domain=Domain(item["domain"]),
        parent=item["parent"],
        pictogram=item["pictogram"],
        rules=tuple(Rule(condition_from(when), Severity(severity)) for severity, when in item["rules"]),
        fallback=item["fallback"],
        discreet=item["discreet"],
    )


def _signal(item: Data) -> Signal:
    return Signal(
        id=item["id"],
        title=item["title"],
        text=item["text"],
        when=condition_from(item["when"]),
        services=tuple(item["services"]),
        concern=item["concern"],
        discreet=item["discreet"],
    )


def _place(item: Data) -> Place:
    return Place(item["id"], item["name"], frozenset(item["within"]), tuple(item["postcodes"]), tuple(item["also"]))
