"""An entry while somebody works on it: what it was, what it is now, and every step between."""

from dataclasses import dataclass, fields, replace

from wijkwijzer_desktop.domain.editing import Kept
from wijkwijzer_desktop.domain.service import Kind, Location, Organization, Service, Status, Step

NEW = 0
# By these two entries look like one.
TELLING = ("name", "phones", "location")


@dataclass(frozen=True, slots=True)
class _Made:
    field: str
    before: Service


def blank() -> Service:
    """A new one, of which nothing is known yet."""
    return Service(
        id="",
        name="",
        organization=Organization("", ""),
        kind=Kind.SERVICE,
        description="",
        topics=(),
        step=Step.PROFESSIONAL,
        status=Status.UNCONFIRMED,
        location=Location(),
    )


class Draft:
    """seen: version that it was made from, 0 for a new one. What is typed in one field in one go is one step."""

    def __init__(self, service: Service, seen: int) -> None:
        self.origin = service
        self.now = service
        self.seen = seen
        self._steps: list[_Made] = []
        self._goes_on = ""

    @classmethod
    def of(cls, kept: Kept) -> "Draft":
        """Of an entry as it is kept."""
        return cls(kept.service, kept.version)

    def after(self, kept: Kept, sent: Service) -> "Draft":
        """What there is to work on once `sent` was kept as `kept`: with what was changed while that was under way."""
        changed = [field.name for field in fields(Service) if getattr(self.now, field.name) != getattr(sent, field.name)]
        draft = Draft.of(kept)
        for field in changed:
            draft.change(field, replace(draft.now, **{field: getattr(self.now, field)}))
        draft.pause()
        return draft

    @property
    def is_new(self) -> bool:
        """Whether the catalogue doesn't have it yet."""
        return self.seen == NEW

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self.now != self.origin

    @property
    def is_telling(self) -> bool:
        """Whether it may have become the same thing as another entry."""
        return self.is_new or any(getattr(self.now, field) != getattr(self.origin, field) for field in TELLING)

    @property
    def undoable(self) -> str:
        """The field that was changed last; "" for none."""
        return self._steps[-1].field if self._steps else ""

    def change(self, field: str, service: Service) -> None:
        """It is this now, by what was done to this field."""
        if service == self.now:
            return
        if field != self._goes_on or not self._steps:
            self._steps.append(_Made(field, self.now))
        self._goes_on = field
        self.now = service

    def pause(self) -> None:
        """Somebody goes on to something else: what comes is a step of its own."""
        self._goes_on = ""

    def undo(self) -> str:
        """One step back; the field that it was, "" where there was none."""
        self.pause()
        if not self._steps:
            return ""
        step = self._steps.pop()
        self.now = step.before
        return step.field
