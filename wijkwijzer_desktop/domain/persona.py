"""Invented residents: each a visit with what must come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.recipe import Recipe, Wishes
from wijkwijzer_desktop.domain.referral import Advice


@dataclass(frozen=True, slots=True)
class Persona:
    """who: Dutch, invented. at: aware. counter: id of the counter's service. concerns: topic ids that must
    weigh; must, must_not: service ids that must and may not be advised; urgent: ids of exactly the signals
    raised; first: service id of the first step on paper, "" where that is not laid down.

    practice: id of the GP practice that sent them, "" for one that isn't in the list, None where no GP did. full: ids of services
    that others told to be full. whole: whether one conversation about everything comes first, None where that is not laid down.
    carried: topic ids of exactly what the code on their paper would hold, None where that is not laid down. wishes: what they
    like to do, None where they aren't asked; recipe, recipe_not: service ids that must and may not be on their recipe, the
    coach among them.

    file, line: where it stands."""

    id: str
    who: str
    at: datetime
    counter: str
    visit: Intake
    concerns: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    urgent: tuple[str, ...] = ()
    first: str = ""
    practice: str | None = None
    full: tuple[str, ...] = ()
    whole: bool | None = None
    carried: tuple[str, ...] | None = None
    wishes: Wishes | None = None
    recipe: tuple[str, ...] = ()
    recipe_not: tuple[str, ...] = ()
    file: str = ""
    line: int = 0

    def finding(self, code: str, **data: str) -> Finding:
        """A finding about this persona, at its place."""
        return Finding(code, self.file, self.line, self.id, tuple(data.items()))


@dataclass(frozen=True, slots=True)
class Given:
    """What a persona is given. recipe: None for who isn't asked what they like to do."""

    advice: Advice
    recipe: Recipe | None = None


Advise = Callable[[Pack, Persona], Given]
"""What this persona is given by these questions. May raise WijkwijzerError, and KeyError for a counter that isn't there."""
