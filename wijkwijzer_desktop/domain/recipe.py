"""Welzijn op recept: what somebody likes to do, and up to three activities that fit."""

from dataclasses import dataclass
from enum import StrEnum

from wijkwijzer_desktop.domain.network import Contact
from wijkwijzer_desktop.domain.schedule import Span
from wijkwijzer_desktop.domain.service import Service

MOST_ON_RECIPE = 3
TIMES_EACH = 2


class Interest(StrEnum):
    """What an activity is about."""

    CREATIVE = "creative"
    MOVING = "moving"
    COOKING = "cooking"
    NATURE = "nature"
    MUSIC = "music"
    LANGUAGE = "language"
    FOR_OTHERS = "for-others"
    MEETING = "meeting"


class DayPart(StrEnum):
    """MORNING until 12, AFTERNOON until 17:30, EVENING after that; by when it begins."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Company(StrEnum):
    """ALONE: the visitor goes by themselves. TOGETHER: rather with somebody who goes along the first time."""

    ALONE = "alone"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a visitor would like; what is empty or None they didn't say, and it rules nothing out. only_free: costs nothing.
    farthest_km: kilometres."""

    interests: frozenset[Interest] = frozenset()
    dayparts: frozenset[DayPart] = frozenset()
    company: Company | None = None
    only_free: bool = False
    farthest_km: int | None = None


@dataclass(frozen=True, slots=True)
class Fitting:
    """An activity on the recipe. times: the next two by its real timetable, none where nobody knows. distance_km: kilometres
    between postcode centres, None if unknown. fits: what of the wishes it surely meets. unsure: what nobody can tell, by the
    names of the fields of Wishes."""

    service: Service
    times: tuple[Span, ...]
    distance_km: int | None
    fits: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """coach: entry of the welzijnscoach, None where the catalogue has none. person: the coach by name, where that may be printed.
    items: at most three, the best first."""

    coach: Service | None
    person: Contact | None
    items: tuple[Fitting, ...]
