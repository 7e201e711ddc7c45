"""Where a visitor's answers can lead at all."""

from wijkwijzer_desktop.content.reach import Paths
from wijkwijzer_desktop.domain.concern import Topic
from wijkwijzer_desktop.domain.pack import Pack


def reachable(pack: Pack, always: frozenset[str]) -> frozenset[str]:
    """Ids of topics that some answers lead to, with what they lie under, and of services that the pack itself names.

    always: topics that are looked at whatever is answered.
    """
    asked = Paths(pack).reached()
    children = {topic.id for topic in pack.topics if topic.parent and _may_weigh(topic, asked)}
    parents = {topic.parent for topic in pack.topics if topic.id in children}
    named = {service for signal in pack.signals for service in signal.services}
    return frozenset(children | parents | named | {pack.conversation, pack.coach} | always)


def _may_weigh(topic: Topic, asked: frozenset[str]) -> bool:
    return topic.fallback or any(rule.when.questions() <= asked for rule in topic.rules)
