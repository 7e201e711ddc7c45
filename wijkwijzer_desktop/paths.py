"""Where resources and data lie."""

import os
from functools import cache
from pathlib import Path

DATA_VARIABLE = "WIJKWIJZER_DATA"
MUNICIPALITY = "enschede"


@cache
def resources() -> Path:
    """The folder with content, fonts, pictograms: inside the installed package, else beside it."""
    package = Path(__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def content() -> Path:
    """The shipped content of the municipality."""
    return resources() / "content" / MUNICIPALITY


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
