"""Leaves a referral as a file in the folder of what is handed out, for its owner's eyes only, and takes it away again."""

import secrets
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from wijkwijzer_desktop.desk.referral_file import KEPT_HOURS, ReferralCase
from wijkwijzer_desktop.domain.errors import ReferralFileError
from wijkwijzer_desktop.exchange.fhir_out import bundle_bytes
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.private_file import replace_file

# The name says nothing of anybody, and is another one every time.
NAME: Final = "verwijzing-{}.json"
OURS: Final = NAME.format("[0-9a-f]" * 8)
# Half of one, where the power went while it was written.
HALF: Final = f".{OURS}.*"


class ReferralFolder:
    """`desk.referral_file.ReferralFiles`. folder: made when first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def leave(self, case: ReferralCase, wording: Wording) -> Path:
        self.tidy(case.at)
        path = self._folder / NAME.format(secrets.token_hex(4))
        try:
            replace_file(path, bundle_bytes(case, wording))
        except OSError:
            # Without the cause: a traceback of it would hold what was to be written.
            raise ReferralFileError(reason="cannot-write") from None
        return path

    def take_back(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            raise ReferralFileError(reason="cannot-write") from None

    def tidy(self, now: datetime) -> None:
        long_ago = (now - timedelta(hours=KEPT_HOURS)).timestamp()
        for path in (*self._folder.glob(OURS), *self._folder.glob(HALF)):
            try:
                if path.stat().st_mtime < long_ago:
                    path.unlink()
            except OSError:
                # Somebody has it open, or took it along just now: the next time, then.
                continue
