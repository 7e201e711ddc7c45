"""Writing a file whole or not at all, for its owner's eyes only."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def replace_file(path: Path, content: bytes, before: Callable[[], None] | None = None) -> None:
    """Put this file in the place of one of that name.

    before: called when nothing is left to do but the one step that changes anything. What it raises passes through, and then
    nothing was changed. Raises OSError; then nothing was changed either.
    """
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    # Known by its name, so that a hidden half file is never mistaken for anything.
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if before is not None:
            before()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
