"""Work of a paper that is brought back, off the window's thread."""

from dataclasses import dataclass

from wijkwijzer_desktop.desk.outcomes import Brought, Outcomes, Told
from wijkwijzer_desktop.domain.outcome import Reply


@dataclass(frozen=True, slots=True)
class LookUpCode:
    """What this code leads to."""

    outcomes: Outcomes
    code: str

    def __call__(self) -> Brought:
        return self.outcomes.look(self.code)


@dataclass(frozen=True, slots=True)
class TellOutcome:
    """Count what was said."""

    outcomes: Outcomes
    code: str
    replies: tuple[Reply, ...]

    def __call__(self) -> Told:
        return self.outcomes.tell(self.code, self.replies)
