"""Two editors changed the same entry."""

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.domain.editing import Kept
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.i18n.entry_words import EntryWords
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.draft_merge import merged, proposed
from wijkwijzer_desktop.ui.staff.two_versions import TwoVersions


class EntryConflict(TwoVersions):
    """What is kept: `result`, once every field is chosen."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._mine: Service | None = None
        self._theirs: Kept | None = None

    def fill(self, origin: Service, mine: Service, theirs: Kept, words: EntryWords) -> None:
        """origin: what both began with. What only one of them changed is chosen already."""
        self._mine, self._theirs = mine, theirs
        differences = words.differences(theirs.service, mine)
        fields = tuple(one.field for one in differences)
        self.show_differences(differences, proposed(origin, mine, theirs.service, fields))

    def clear(self) -> None:
        """No conflict."""
        self._mine, self._theirs = None, None
        self.show_differences((), {})

    @property
    def result(self) -> Kept | None:
        """What it comes to, with the version that it was made from; None while something must still be chosen."""
        whose = self.whose
        if self._mine is None or self._theirs is None or whose is None:
            return None
        return Kept(merged(self._mine, self._theirs.service, whose), self._theirs.version)
