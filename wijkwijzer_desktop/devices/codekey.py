"""The key of slip codes, in a file beside the database and never in it: a stolen database says of no code what its paper held.

It is of no use for PINs, and that of PINs not for codes: whoever loses this one loses no more than the papers that were not
brought back yet.
"""

import hashlib
import hmac
from pathlib import Path

from wijkwijzer_desktop.devices.keyfile import KeyFile
from wijkwijzer_desktop.domain.errors import CodeKeyError, StaffKeyError

CODES_KEY_NAME = "codes.key"


class CodeKey:
    """`desk.outcomes.CodeSeal` with a key in this folder, made when it is first needed and then read once."""

    def __init__(self, folder: Path) -> None:
        self._file = KeyFile(folder, CODES_KEY_NAME)
        self._key = b""

    def digest(self, code: str, about: str) -> str:
        if not self._key:
            self._key = self._known()
        return hmac.new(self._key, f"{code}\n{about}".encode(), hashlib.sha256).hexdigest()

    def _known(self) -> bytes:
        try:
            self._file.make_key()
            return self._file.purpose(b"codes")
        except StaffKeyError as error:
            raise CodeKeyError(reason=error.data["reason"]) from None
