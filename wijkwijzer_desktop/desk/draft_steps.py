"""Going back and forth between drafts."""

from wijkwijzer_desktop.desk.drafting import Draft


class Steps:
    """Drafts one after another, to go back and forth between. From memory; never more than a hundred."""

    MOST = 100

    def __init__(self, draft: Draft) -> None:
        self._drafts = [draft]
        self._at = 0

    @property
    def draft(self) -> Draft:
        """The one that is seen."""
        return self._drafts[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is one before."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is one after."""
        return self._at + 1 < len(self._drafts)

    def take(self, draft: Draft) -> None:
        """The next one; what was undone is gone."""
        self._drafts = [*self._drafts[: self._at + 1], draft][-self.MOST :]
        self._at = len(self._drafts) - 1

    def undo(self) -> Draft:
        """One back, where there is one."""
        self._at = max(0, self._at - 1)
        return self.draft

    def redo(self) -> Draft:
        """One forth, where there is one."""
        self._at = min(len(self._drafts) - 1, self._at + 1)
        return self.draft
