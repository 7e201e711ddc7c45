"""For whom a service of HSDS is, and for what: words, ages, areas and terms."""

import re
from typing import Final

from wijkwijzer_desktop.domain.condition import ALWAYS, All, AtLeast, AtMost, Condition, Unasked
from wijkwijzer_desktop.exchange.hsds_found import Found
from wijkwijzer_desktop.exchange.hsds_node import Node
from wijkwijzer_desktop.exchange.hsds_own import PREFIX, TOPIC_TAXONOMY
from wijkwijzer_desktop.exchange.notes import shown

OLDEST: Final = 120


def audience_of(found: Found) -> str:
    """Words for whom it is, a line each: who, ages, areas."""
    node = found.node
    rules = node.nodes("eligibility", "eligibility") if isinstance(node.data.get("eligibility"), list) else []
    said = [node.text("eligibility_description"), node.text("audience")]
    said += [rule.text("eligibility", "description") for rule in rules] or [node.text("eligibility")]
    for low, high in (_ages(owner) for owner in (node, *rules)):
        if low or high:
            said.append(
                "Leeftijd: " + " ".join((*([f"vanaf {low:g}"] if low else []), *([f"tot en met {high:g}"] if high else [])))
            )
    said += [_area(area) for area in node.nodes("service_areas", "service_area")] if not is_text(node, "service_areas") else []
    if is_text(node, "service_areas"):
        said.append(f"Gebied: {node.text('service_areas')}")
    return "\n".join(dict.fromkeys(text for text in said if text))


def is_text(node: Node, name: str) -> bool:
    """Whether words stand where version 3 has a list."""
    return isinstance(node.data.get(name), str) and bool(node.data[name].strip())


def _area(node: Node) -> str:
    name = node.text("name", "service_area", "description")
    return f"Gebied: {name}" if name else ""


def _ages(node: Node) -> tuple[float, float]:
    found = []
    for name in ("minimum_age", "maximum_age"):
        age = node.number(name)
        if age is not None and not 0 <= age <= OLDEST:
            node.repair("not-a-number", name, found=f"{age:g}")
            age = None
        found.append(age or 0)
    return found[0], found[1]


def eligibility_of(found: Found, words: str) -> Condition:
    """What is only said in words can't be decided here: then somebody must ask. words: as of `audience_of`."""
    with found.node.notes.hushed():
        low, high = _ages(found.node)
    if not words:
        return ALWAYS
    parts: list[Condition] = []
    if found.wishes.age and low:
        parts.append(AtLeast(found.wishes.age, low))
    if found.wishes.age and high:
        parts.append(AtMost(found.wishes.age, high))
    is_all = len(parts) == bool(low) + bool(high) and words.startswith("Leeftijd: ") and "\n" not in words
    if not is_all or not parts:
        parts.append(Unasked())
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def topics_of(found: Found) -> tuple[str, ...]:
    """Ids of topics of ours that its terms name. Other terms are said of the file."""
    taken: dict[str, None] = {}
    for node in found.attributes:
        if str(node.data.get("link_type", "")).startswith(PREFIX):
            continue
        term = node.node("taxonomy_term", "taxonomy_term") or node
        said = [term.text(name) for name in ("code", "name", "term", "taxonomy_id")]
        topic = next((text for text in said if text in found.wishes.topics), "")
        if topic:
            taken[topic] = None
        elif any(said) or node.text("value"):
            whose = "topic-unknown" if term.text("taxonomy") == TOPIC_TAXONOMY else "term-left"
            found.node.notes.tally(whose, node.place.file, found=shown(next(filter(None, said), node.text("value"))))
    for part in re.split("[,;]", found.node.text("taxonomy_ids")):
        if part.strip() in found.wishes.topics:
            taken[part.strip()] = None
        elif part.strip():
            found.node.notes.tally("term-left", found.node.place.file, found=shown(part.strip()))
    return tuple(taken)
