"""Two people changed the same record."""

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.domain.network import KeptRecord
from wijkwijzer_desktop.i18n.entry_words import Difference
from wijkwijzer_desktop.i18n.network_words import record_field_name
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.network.draft import RecordDraft, differing, merged, proposed
from wijkwijzer_desktop.ui.staff.network.said import value_words
from wijkwijzer_desktop.ui.staff.network.work import Seen
from wijkwijzer_desktop.ui.staff.two_versions import TwoVersions


class RecordConflict(TwoVersions):
    """What is kept: `result`, once every field is chosen."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._draft: RecordDraft | None = None
        self._theirs: KeptRecord | None = None

    def fill(self, draft: RecordDraft, theirs: KeptRecord, seen: Seen) -> None:
        """These two versions."""
        self._draft, self._theirs = draft, theirs
        translator = self._kit.words.translator
        differences = [
            Difference(
                name,
                record_field_name(name, translator),
                value_words(getattr(theirs.record, name), seen, translator),
                value_words(getattr(draft.now, name), seen, translator),
            )
            for name in differing(draft.now, theirs.record)
        ]
        self.show_differences(differences, proposed(draft, theirs.record))

    def clear(self) -> None:
        """No conflict."""
        self._draft, self._theirs = None, None
        self.show_differences((), {})

    @property
    def result(self) -> RecordDraft | None:
        """What it comes to, made from their version; None while something must still be chosen."""
        whose = self.whose
        if self._draft is None or self._theirs is None or whose is None:
            return None
        theirs = self._theirs
        return RecordDraft(theirs.record, merged(self._draft.now, theirs.record, whose), theirs.version)
