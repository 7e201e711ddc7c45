"""The whole person: four domains around somebody, what weighs and what goes well in each, and what comes first."""

from dataclasses import dataclass

from wijkwijzer_desktop.domain.concern import Concern, Domain, Said
from wijkwijzer_desktop.domain.matching import Recommendation


@dataclass(frozen=True, slots=True)
class Link:
    """The visitor says that one worry makes another heavier. cause, effect: topic ids."""

    cause: str
    effect: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the four domains. weighs: concerns there, in the visitor's order. well: answers that say what goes well there."""

    domain: Domain
    weighs: tuple[Concern, ...]
    well: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Whole:
    """sides: all four, in the order of Domain. links: as the visitor drew them. helps: answers that say who helps already.
    begin: concerns in the order to begin with. first: the conversation that everything begins with."""

    sides: tuple[Side, ...]
    links: tuple[Link, ...]
    helps: tuple[Said, ...]
    begin: tuple[Concern, ...]
    first: Recommendation
