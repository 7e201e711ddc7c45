"""Door of the staff room: the questions, changed without a programmer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from wijkwijzer_desktop.desk.draft_edits import Edit
from wijkwijzer_desktop.desk.drafting import (
    Checked,
    Comparison,
    Draft,
    Drafting,
    Publication,
    Release,
    SourceShelf,
    Texts,
)
from wijkwijzer_desktop.desk.guard import StaffDoor, needs
from wijkwijzer_desktop.desk.ports import Catalogue, Clock
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.domain.audit import Action
from wijkwijzer_desktop.domain.errors import ContentRefusedError
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.persona import Advise
from wijkwijzer_desktop.domain.staff import Role


class PublishingDoor(StaffDoor):
    """All methods block, and may raise what `StaffRoom` may besides what they name. Drafts are values: any thread may have one.

    advise: advice over the catalogue in use. shipped: what came with the program, for a counter where what the pack was made of
    was never kept.
    """

    def __init__(
        self,
        room: StaffRoom,
        shelf: SourceShelf,
        drafting: Drafting,
        catalogue: Catalogue,
        clock: Clock,
        advise: Advise,
        shipped: Callable[[], Texts],
    ) -> None:
        super().__init__(room)
        self._shelf = shelf
        self._drafting = drafting
        self._catalogue = catalogue
        self._clock = clock
        self._advise = advise
        self._shipped = shipped

    @needs(Role.EDITOR)
    def open_draft(self) -> Draft:
        """The draft that all editors share, as it was last kept; where there is none, what is in use. Raises PackMissingError."""
        kept = self._shelf.draft()
        if kept is None:
            return self._in_use()
        return self._drafting.read(kept.texts, kept.base, kept.number)

    @needs(Role.EDITOR)
    def begin_again(self) -> Draft:
        """What is in use, as a draft to work on in place of the one that was kept; nothing is written before `save_draft`."""
        kept = self._shelf.draft()
        return replace(self._in_use(), number=kept.number if kept is not None else 0)

    @needs(Role.EDITOR)
    def edit(self, draft: Draft, *edits: Edit) -> Draft:
        """Another draft, with all of these edits; to undo is to take the older one (`draft_steps.Steps`). Nothing is written.

        Raises ContentRefusedError with what breaks the form (an empty text, an id that is there already): the draft is as it
        was then.
        """
        return self._drafting.edit(draft, edits)

    @needs(Role.EDITOR)
    def words(self, refused: ContentRefusedError) -> tuple[str, ...]:
        """What `edit` or `publish` found, each in a sentence or two."""
        return tuple(map(self._drafting.words, refused.findings))

    @needs(Role.EDITOR)
    def save_draft(self, draft: Draft) -> Draft:
        """Keep it for all editors, and for the next day; take what it gives in the place of the draft.

        Raises DraftConflictError where somebody else kept one since this was opened; nothing was written then. Its `now` is
        theirs: `open_draft` gives it.
        """
        kept = self._shelf.keep(draft.texts, draft.base, draft.number)
        return replace(draft, number=kept.number)

    @needs(Role.EDITOR)
    def check(self, draft: Draft) -> Checked:
        """All that must hold before it is published, in words, each at its place. Takes a second or more."""
        return self._checked(draft)

    @needs(Role.EDITOR)
    def compare(self, draft: Draft) -> Comparison:
        """Which personas are told something else than by what is in use now, over the catalogue of now. Takes a second or
        more."""
        return self._drafting.changes(self._in_use(), draft, self._advise)

    @needs(Role.EDITOR)
    def publish(self, draft: Draft, note: str, *, over: str = "") -> Publication:
        """Put it in use for the next visitor: an immutable pack with a version of its own. The kept draft is gone then.

        over: version that was compared with (`Comparison.against`), "" for the one that the draft was made from.

        Raises ContentRefusedError with what blocks, and DraftConflictError where another pack was put in use, or another draft
        was kept, since; nothing was written then.
        """
        in_use = self._in_use()
        named = self._drafting.named(draft, f"{self._clock.now():%Y.%m}")
        draft = draft if draft.pack.version == in_use.pack.version else named
        blocking = tuple(problem.finding for problem in self._checked(draft).problems if problem.blocks)
        if blocking:
            raise ContentRefusedError(blocking)
        self._release(draft.pack, Release(draft.texts, note.strip(), *self._now()), over or draft.base, draft.number)
        return self._publications()[0]

    @needs(Role.EDITOR)
    def packs(self) -> tuple[Publication, ...]:
        """Everything that was ever put in use, newest first; the first is in use now. One that was put back is there twice."""
        return self._publications()

    @needs(Role.EDITOR)
    def put_back(self, version: str, note: str = "") -> Publication:
        """Put an earlier pack in use again for the next visitor. A draft that was kept stays.

        Raises PackMissingError where there is none of this version, ContentRefusedError where it is damaged.
        """
        pack = self._shelf.pack(version)
        self._release(pack, Release(None, note.strip(), *self._now()), self._shelf.current().version, None)
        return self._publications()[0]

    @needs(Role.EDITOR)
    def picture(self, draft: Draft, checked: Checked | None = None) -> bytes:
        """The flow as SVG. checked: of this draft; what of it is never reached, and what ends without help, is marked then."""
        return self._drafting.picture(draft, checked.problems if checked is not None else ())

    def _in_use(self) -> Draft:
        pack = self._shelf.current()
        texts = self._shelf.texts_of(pack.version)
        draft = self._drafting.read(self._shipped() if texts is None else texts, pack.version, 0)
        # What it was made of may be lost; what it says is not.
        return replace(draft, pack=pack)

    def _checked(self, draft: Draft) -> Checked:
        return Checked(self._drafting.problems(draft, self._in_use(), self._catalogue.everything(), self._advise))

    def _release(self, pack: Pack, release: Release, over: str, number: int | None) -> None:
        entry = self.room.entry(Action.CONTENT_PUBLISHED, version=pack.version)
        self._shelf.release(pack, release, entry, over, number)

    def _now(self) -> tuple[datetime, str]:
        account = self.room.account
        return self._clock.now(), account.id if account is not None else ""

    def _publications(self) -> tuple[Publication, ...]:
        labels = {account.id: account.label for account in self.room.shelf.accounts()}
        return tuple(replace(publication, who=labels.get(publication.who, "")) for publication in self._shelf.publications())
