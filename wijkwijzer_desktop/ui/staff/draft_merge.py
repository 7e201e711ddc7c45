"""Two versions of one entry made into one: frozen values in and out."""

from collections.abc import Mapping
from dataclasses import replace

from wijkwijzer_desktop.domain.service import Service

MINE, THEIRS = "mine", "theirs"


def proposed(origin: Service, mine: Service, theirs: Service, fields: tuple[str, ...]) -> dict[str, str]:
    """Whose value each of these fields should have, where that is plain: that of the only one who changed it."""
    chosen = {}
    for field in fields:
        before, my_value, their_value = (getattr(service, field) for service in (origin, mine, theirs))
        if their_value == before:
            chosen[field] = MINE
        elif my_value == before:
            chosen[field] = THEIRS
    return chosen


def merged(mine: Service, theirs: Service, whose: Mapping[str, str]) -> Service:
    """Theirs, with those fields of mine that were chosen."""
    changed: dict[str, object] = {field: getattr(mine, field) for field, who in whose.items() if who == MINE}
    return replace(theirs, **changed)  # type: ignore[arg-type]
