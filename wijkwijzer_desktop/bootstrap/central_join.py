"""Joining the database that counters share, with the file that its owner made for this counter."""

import tempfile
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from wijkwijzer_desktop.bootstrap.central import DATABASE_FILE, own_address
from wijkwijzer_desktop.desk.counter_file import CounterFile, read_counter_file
from wijkwijzer_desktop.desk.joined import CERTIFICATE_NAME, JOINED_NAME, Joined, read_joined, write_joined
from wijkwijzer_desktop.devices.codekey import CODES_KEY_NAME
from wijkwijzer_desktop.domain.errors import CounterFileError, DatabaseUnusableError
from wijkwijzer_desktop.first_screen import SETTINGS_NAME
from wijkwijzer_desktop.private_file import replace_file
from wijkwijzer_desktop.settings import Settings, load_settings, read_settings, settings_text
from wijkwijzer_desktop.storage.central.trial import try_connection
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.outbox_first import post_present


@dataclass(frozen=True, slots=True)
class Joining:
    """other_codes: papers that were handed out here before can't be brought back any more."""

    municipality: str
    counter: str
    other_codes: bool


def join(path: Path, data: Path, *, again: bool = False) -> Joining:
    """This computer is from now on the counter that the file is of; what it counted by itself is on its way to the others. The
    connection is tried first. data: folder of the counter's data. again: also where it had joined before. Blocks.

    Raises CounterFileError, SettingsRefusedError, DatabaseUnusableError, DatabaseNewerError, OSError; then it is as it was.
    """
    file = read_counter_file(path)
    is_first = not (data / JOINED_NAME).exists()
    if not (is_first or again):
        raise CounterFileError(reason="joined")
    if _elsewhere(data, file.municipality):
        # What waits here, and whose papers may come back here, is of the other one.
        raise CounterFileError(reason="other-municipality")
    settings = _settings(file, load_settings(data))
    joined = Joined(data, file.host, file.port, file.database, file.login, file.password, file.municipality, file.counter)
    _try(joined, file.certificate)
    other_codes = _is_other(data / CODES_KEY_NAME, bytes.fromhex(file.codes_key))
    if is_first and (data / DATABASE_FILE).exists():
        _post(own_address(data))
    replace_file(data / SETTINGS_NAME, settings_text(settings).encode())
    replace_file(data / CODES_KEY_NAME, bytes.fromhex(file.codes_key))
    replace_file(data / CERTIFICATE_NAME, file.certificate.encode())
    # Last: from here on it has joined.
    write_joined(joined)
    return Joining(file.municipality, file.counter, other_codes)


def _elsewhere(data: Path, municipality: str) -> bool:
    """Whether it joined another. Where that can't be read, joining mends it."""
    with suppress(DatabaseUnusableError):
        present = read_joined(data)
        return present is not None and present.municipality != municipality
    return False


def _settings(file: CounterFile, present: Settings) -> Settings:
    settings, wrong = read_settings(file.settings.encode(), present)
    if wrong:
        raise CounterFileError(reason="settings")
    if settings.counter == present.counter:
        return settings
    # What was said of one counter doesn't hold for another.
    return replace(settings, name="", address="", postcode4="")


def _try(joined: Joined, certificate: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        authority = Path(folder) / CERTIFICATE_NAME
        authority.write_text(certificate, encoding="ascii")
        try_connection(joined.address_with(authority), joined.municipality)


def _is_other(path: Path, key: bytes) -> bool:
    try:
        return path.read_bytes() != key
    except FileNotFoundError:
        return False


def _post(address: str) -> None:
    engine = open_database(address)
    try:
        post_present(engine)
    finally:
        engine.dispose()
