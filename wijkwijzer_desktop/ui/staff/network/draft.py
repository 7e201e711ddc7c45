"""A record of the network while somebody works on it, and two versions made into one."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from wijkwijzer_desktop.domain.network import KeptRecord, Record
from wijkwijzer_desktop.ui.staff.draft_merge import MINE, THEIRS

NEW = 0
# What it is, and what no form shows.
UNSEEN = frozenset({"id", "confirmed", "sources"})


@dataclass(frozen=True, slots=True)
class RecordDraft:
    """seen: version that it was made from, 0 for a new one."""

    origin: Record
    now: Record
    seen: int

    @classmethod
    def of(cls, kept: KeptRecord) -> "RecordDraft":
        """Of a record as it is kept."""
        return cls(kept.record, kept.record, kept.version)

    @classmethod
    def new(cls, record: Record) -> "RecordDraft":
        """Of one that nobody has kept yet."""
        return cls(record, record, NEW)

    @property
    def is_new(self) -> bool:
        """Whether nobody has kept it yet."""
        return self.seen == NEW

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self.now != self.origin

    def change(self, record: Record) -> "RecordDraft":
        """It is this now."""
        return replace(self, now=record)

    def after(self, kept: KeptRecord, sent: Record) -> "RecordDraft":
        """What there is to work on once `sent` was kept as `kept`: with what was typed while that was under way."""
        typed = {name: getattr(self.now, name) for name in differing(self.now, sent)}
        return replace(RecordDraft.of(kept), now=replace(kept.record, **typed))


def differing(one: Record, other: Record) -> tuple[str, ...]:
    """Names of the fields in which these two are not the same. Both of one sort."""
    names = (field.name for field in fields(one) if field.name not in UNSEEN)
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))


def proposed(draft: RecordDraft, theirs: Record) -> dict[str, str]:
    """Whose value each field should have, where that is plain: that of the only one who changed it."""
    chosen = {}
    for name in differing(draft.now, theirs):
        before, mine, other = (getattr(record, name) for record in (draft.origin, draft.now, theirs))
        if other == before:
            chosen[name] = MINE
        elif mine == before:
            chosen[name] = THEIRS
    return chosen


def merged(mine: Record, theirs: Record, whose: Mapping[str, str]) -> Record:
    """Theirs, with those fields of mine that were chosen."""
    return replace(theirs, **{name: getattr(mine, name) for name, who in whose.items() if who == MINE})
