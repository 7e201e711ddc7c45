"""Where resources and data lie."""

import os
from functools import cache
from pathlib import Path

DATA_VARIABLE = "WIJKWIJZER_DATA"
CONTENT_VARIABLE = "WIJKWIJZER_CONTENT"
MUNICIPALITY = "enschede"


@cache
def resources() -> Path:
    """The folder with content, fonts, pictograms: inside the installed package, else beside it."""
    package = Path(__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def shipped() -> Path:
    """The folder with the content of every municipality and layer that comes with the program."""
    return resources() / "content"


def content() -> Path:
    """The content of the municipality: a folder, or the name of a shipped one, by WIJKWIJZER_CONTENT; else the usual one."""
    named = os.environ.get(CONTENT_VARIABLE) or MUNICIPALITY
    is_name = Path(named).name == named and (shipped() / named).is_dir()
    return shipped() / named if is_name else Path(named)


def translations() -> Path:
    """The folder with `<lang>/LC_MESSAGES/wijkwijzer.mo`."""
    package = Path(__file__).parent
    installed = package / "translations"
    return installed if installed.is_dir() else package.parent / "translations"


def data_folder(named: Path | None = None) -> Path:
    """Where the database and the settings lie: as named, else by WIJKWIJZER_DATA, else the user's own."""
    if named is not None:
        return named
    from_environment = os.environ.get(DATA_VARIABLE)
    if from_environment:
        return Path(from_environment)
    from platformdirs import user_data_path

    return user_data_path("wijkwijzer", appauthor=False)
