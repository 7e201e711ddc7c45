"""The start of a folder of content for another municipality: little, and all of it says what is still to fill in."""

import re
from pathlib import Path
from string import Template

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.desk.slugs import fresh_id
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding

ENDING = ".in"
LONGEST_NAME = 40
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAME = re.compile(r"[^\W\d_][\w .'’()-]*")


def start_municipality(folder: Path, name: str = "", municipality_id: str = "") -> tuple[Path, ...]:
    """Write the files, and say which. name: as people call it, "" for that of the folder. municipality_id: "" for one made of the
    name.

    Raises ContentRefusedError (folder-not-empty, municipality-name, municipality-id) and OSError; then nothing was written.
    """
    name = " ".join((name or folder.absolute().name.replace("-", " ").capitalize()).split())
    if len(name) > LONGEST_NAME or not _NAME.fullmatch(name):
        raise ContentRefusedError((Finding("municipality-name", str(folder), item=name),))
    municipality_id = municipality_id or fresh_id(name, _is_shipped, "gemeente")
    if len(municipality_id) > LONGEST_NAME or not _ID.fullmatch(municipality_id) or _is_shipped(municipality_id):
        raise ContentRefusedError((Finding("municipality-id", str(folder), item=municipality_id),))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ContentRefusedError((Finding("folder-not-empty", str(folder)),))
    templates = sorted((paths.shipped() / "new").glob(f"*{ENDING}"))
    texts = {file.name.removesuffix(ENDING): _filled(file, name, municipality_id) for file in templates}
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for file, text in texts.items():
        (folder / file).write_text(text, encoding="utf-8")
        written.append(folder / file)
    return tuple(written)


def _filled(file: Path, name: str, municipality_id: str) -> str:
    return Template(file.read_text(encoding="utf-8")).substitute(name=name, id=municipality_id)


def _is_shipped(municipality_id: str) -> bool:
    """Whether what comes with the program is called so already."""
    return (paths.shipped() / municipality_id).exists()
