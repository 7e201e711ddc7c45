"""Invented residents: each a visit with what must come of it."""

from dataclasses import dataclass
from datetime import datetime

from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.intake import Intake


@dataclass(frozen=True, slots=True)
class Persona:
    """who: Dutch, invented. at: aware. counter: id of the counter's service. concerns: topic ids that must
    weigh; must, must_not: service ids that must and may not be advised; urgent: ids of exactly the signals
    raised; first: service id of the first step on paper, "" where that is not laid down. file, line: where
    it stands."""

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
    file: str = ""
    line: int = 0

    def finding(self, code: str, **data: str) -> Finding:
        """A finding about this persona, at its place."""
        return Finding(code, self.file, self.line, self.id, tuple(data.items()))
