"""What editors have in hand of the questions: a draft, what can be changed in it, and what that comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from wijkwijzer_desktop.desk.draft_edits import Edit
from wijkwijzer_desktop.domain.audit import Entry
from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.persona import Advise, Persona
from wijkwijzer_desktop.domain.service import Service

Texts = Mapping[str, str]
"""Name of a file without its ending ("questionnaire", "topics", "signals", "personas", "places", and where there are such
"words" and "language") to the YAML in it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Questions that are being worked on; every edit gives another one, and each can be read.

    texts: as they would be published. pack: what they come to; its version is what it would be called. personas: without
    answers that an edit took away; the check tells of those. base: version of the pack that
    it was made from. number: how often it was kept, 0 for one that never was.
    """

    texts: Texts
    pack: Pack
    personas: tuple[Persona, ...]
    base: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that the check found. words: Dutch, what is wrong and what to do. kind: "question", "option" (item is
    "question/option"), "topic", "signal", "place", "word", "persona", "service", or "" for what has no place. item: its id.
    field: name of the field of a question, topic or persona where it is known, else "". blocks: it keeps the draft from being
    published. known: what is in use now has it too, so this draft didn't bring it; such a one never blocks."""

    finding: Finding
    words: str
    kind: str
    item: str
    field: str
    blocks: bool
    known: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything that was found, in order of place."""

    problems: tuple[Problem, ...]

    @property
    def may_publish(self) -> bool:
        """Whether nothing blocks."""
        return not any(problem.blocks for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Named:
    """A topic, service or signal: id, and its Dutch name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a persona is told. urgent: signals raised. concerns: what weighs, in order. advised: services and activities, no one
    twice, urgent ones first. first: the first step on paper, None where there is none. whole: the conversation that the whole
    begins with, None where steps apart are advised. recipe: activities on it, none for who isn't asked."""

    urgent: tuple[Named, ...]
    concerns: tuple[Named, ...]
    advised: tuple[Named, ...]
    first: Named | None
    whole: Named | None = None
    recipe: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class AdviceChange:
    """A persona who is told something else. id, who: as in `Persona`. before, after: None where there is no such persona, or
    their visit can't be read any more."""

    id: str
    who: str
    before: Outcome | None
    after: Outcome | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """against: version of what is in use now. personas: how many were compared. changes: those who are told something else, in
    order of the file."""

    against: str
    personas: int
    changes: tuple[AdviceChange, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """A pack that was put in use. number: grows. at: aware, None where it was not kept. who: label of the account, "" where
    nobody was logged in or they work here no more. on_top: it is in use now."""

    version: str
    number: int
    at: datetime | None
    who: str
    note: str
    on_top: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it is stored. number: grows with every keeping."""

    texts: Texts
    base: str
    number: int


@dataclass(frozen=True, slots=True)
class Release:
    """What goes with a publication. texts: what the pack was made of, None where it is there already. note: what the editor
    says of it. at: aware. account: id, "" from the command line."""

    texts: Texts | None
    note: str
    at: datetime
    account: str = ""


class SourceShelf(Protocol):
    """Packs with what they were made of, and the one draft that all editors share. All methods block, and may raise
    DatabaseUnusableError."""

    def current(self) -> Pack:
        """The one in use. Raises PackMissingError."""
        ...

    def texts_of(self, version: str) -> Texts | None:
        """What this pack was made of; None where that was not kept."""
        ...

    def draft(self) -> Kept | None:
        """As it was last kept."""
        ...

    def keep(self, texts: Texts, base: str, number: int) -> Kept:
        """Keep it. number: of the draft that it was made from, 0 for none. Raises DraftConflictError where another one was kept
        since; then nothing was written."""
        ...

    def release(self, pack: Pack, release: Release, entry: Entry, over: str, number: int | None) -> None:
        """Put it on top, with its line in the log, all or nothing. over: version that must be on top now. number: of the draft
        that it is, which is gone then; None where it is no draft.

        Raises DraftConflictError, ContentRefusedError (pack-version-taken), StaffKeyError; then nothing was written.
        """
        ...

    def pack(self, version: str) -> Pack:
        """One that was published before. Raises PackMissingError, ContentRefusedError where it is damaged."""
        ...

    def publications(self) -> tuple[Publication, ...]:
        """All, newest first. who: id of the account."""
        ...


class Drafting(Protocol):
    """What is known of the form of questions. No method writes anything."""

    def read(self, texts: Texts, base: str, number: int) -> Draft:
        """Raises ContentRefusedError for what can't be read."""
        ...

    def edit(self, draft: Draft, edits: tuple[Edit, ...]) -> Draft:
        """All of these, or none. Raises ContentRefusedError with what breaks the form."""
        ...

    def named(self, draft: Draft, month: str) -> Draft:
        """The same, called after this month ("2026.11")."""
        ...

    def problems(self, draft: Draft, in_use: Draft | None, services: tuple[Service, ...], advise: Advise) -> tuple[Problem, ...]:
        """The whole check. in_use: what has known problems, None where that isn't there."""
        ...

    def changes(self, before: Draft, after: Draft, advise: Advise) -> Comparison:
        """Which personas are told something else."""
        ...

    def words(self, finding: Finding) -> str:
        """What is wrong and what to do, in Dutch, without the place."""
        ...

    def picture(self, draft: Draft, problems: tuple[Problem, ...]) -> bytes:
        """The flow as SVG, with what these say of unreachable parts and of topics without help."""
        ...
