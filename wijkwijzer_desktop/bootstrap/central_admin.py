"""Looking after the database that counters share, for a command."""

import os
import ssl
from dataclasses import dataclass
from pathlib import Path

from wijkwijzer_desktop import __version__, paths
from wijkwijzer_desktop.bootstrap.central import DATABASE_VARIABLE
from wijkwijzer_desktop.bootstrap.shelves import publish
from wijkwijzer_desktop.content.layers import load_layers
from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json
from wijkwijzer_desktop.desk.counter_file import CounterFile, write_counter_file
from wijkwijzer_desktop.desk.joined import Joined
from wijkwijzer_desktop.devices.keyfile import KEY_BYTES, KeyFile
from wijkwijzer_desktop.domain.central_status import CentralStatus, is_older
from wijkwijzer_desktop.domain.errors import CentralRefusedError, SettingsRefusedError, StaffKeyError, WijkwijzerError
from wijkwijzer_desktop.domain.layers import Level
from wijkwijzer_desktop.settings import Settings, read_settings, settings_text
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.central import backup, restoring
from wijkwijzer_desktop.storage.central.administration import Administration, Came, plain_name
from wijkwijzer_desktop.storage.central.installing import Municipality
from wijkwijzer_desktop.storage.central.owning import Where, shows_password
from wijkwijzer_desktop.storage.central.restoring import Restored
from wijkwijzer_desktop.storage.central.trial import try_connection
from wijkwijzer_desktop.storage.engine import HEAD, open_database
from wijkwijzer_desktop.storage.packs import StoredPacks

_LARGEST_CERTIFICATE = 65536


@dataclass(frozen=True, slots=True)
class NewCounter:
    """name: of the counter. municipality: "" for the only one. role: one of COMPUTER_ROLES, "" for the least, or as it was.
    service: its id in the catalogue, "" for none said. server: name of the server with or without :port, certificate: of its
    authority; "" and None for those by which the owner came in. settings: a file of another counter, None for none. again: it
    is there already, and gets another password."""

    name: str
    municipality: str = ""
    role: str = ""
    service: str = ""
    server: str = ""
    certificate: Path | None = None
    settings: Path | None = None
    again: bool = False


def owner_address(named: str) -> str:
    """As named, else as WIJKWIJZER_DATABASE_URL says. Raises CentralRefusedError (no-address, password-visible)."""
    if shows_password(named):
        raise CentralRefusedError(reason="password-visible")
    address = named or os.environ.get(DATABASE_VARIABLE, "")
    if not address:
        raise CentralRefusedError(reason="no-address")
    return address


def content_of(municipality: str, named: Path | None) -> Path:
    """The folder with what is published in a new municipality: as named, else what comes with the program. Raises
    CentralRefusedError (no-content)."""
    usual = paths.content()
    shipped = usual if usual.name == municipality else paths.shipped() / plain_name(municipality)
    folder = named if named is not None else shipped
    if not folder.is_dir():
        raise CentralRefusedError(reason="no-content", item=municipality)
    return folder


def begin(address: str, municipality: str, name: str, content: Path | None) -> str:
    """A municipality in the database of this owner, which is made what it must be. name: "" for that in its content. content:
    what is published in it, None for nothing. Version of the questions that are in use, "" for none. Blocks.

    Raises CentralRefusedError, ContentRefusedError, DatabaseUnusableError; then nothing is published.
    """
    owner = Administration(address)
    owner.begin(Municipality(municipality, name or _named(municipality, content)))
    if content is None:
        return ""
    if owner.is_published(municipality):
        raise CentralRefusedError(reason="municipality-present", item=municipality)
    engine = open_database(owner.address_for(municipality))
    try:
        return publish(content, StoredCatalogue(engine), StoredPacks(engine, pack_to_json, pack_from_json)).pack.version
    finally:
        engine.dispose()


def _named(municipality: str, content: Path | None) -> str:
    layers = load_layers(content).layers.layers if content is not None else ()
    names = (layer.name for layer in layers if layer.level is Level.MUNICIPALITY)
    return next(names, municipality.replace("-", " ").title())


def status(address: str) -> CentralStatus:
    """How it is. Blocks. Raises CentralRefusedError, DatabaseUnusableError."""
    owner = Administration(address)
    revision = owner.revision()
    return CentralStatus(revision, HEAD, __version__, owner.standing() if revision == HEAD else ())


def migrate(address: str) -> tuple[str, ...]:
    """Bring it up to date. Counters whose program is older than this one, as municipality/counter. Blocks. Raises
    CentralRefusedError, DatabaseUnusableError, DatabaseNewerError."""
    owner = Administration(address)
    owner.migrate()
    return tuple(
        f"{one.id}/{counter.name}"
        for one in owner.standing()
        for counter in one.overview.counters
        if is_older(counter.program, __version__)
    )


def add_counter(address: str, wanted: NewCounter, data: Path, target: Path) -> WijkwijzerError | None:
    """Let a counter in, and write its file. data: folder of whoever looks after the server, where the key lies that is the same
    at all counters of a municipality. What went wrong with coming in as that counter from here, None where that works. Blocks.

    Raises CentralRefusedError, SettingsRefusedError, DatabaseUnusableError, OSError; then nothing was changed.
    """
    owner = Administration(address)
    municipality = owner.municipality(wanted.municipality)
    where = _server(owner.where(), wanted)
    certificate = _certificate(wanted.certificate or Path(where.certificate))
    settings = _settings(owner, municipality, wanted)
    key = _codes_key(data, municipality, is_first=not owner.counters(municipality))
    made: list[CounterFile] = []

    def deliver(came: Came) -> None:
        file = CounterFile(
            where.host,
            where.port,
            where.database,
            certificate,
            came.login,
            came.password,
            municipality,
            wanted.name,
            settings,
            key.hex(),
        )
        write_counter_file(target, file)
        made.append(file)

    owner.admit(municipality, wanted.name, wanted.role, deliver, again=wanted.again)
    return _try(made[0], wanted.certificate or Path(where.certificate))


def _try(file: CounterFile, certificate: Path) -> WijkwijzerError | None:
    joined = Joined(Path(), file.host, file.port, file.database, file.login, file.password, file.municipality, file.counter)
    try:
        try_connection(joined.address_with(certificate), file.municipality)
    except WijkwijzerError as error:
        return error
    return None


def _server(known: Where, wanted: NewCounter) -> Where:
    host, _, port = wanted.server.rpartition(":") if wanted.server.count(":") == 1 else (wanted.server.strip("[]"), "", "")
    if port and not port.isdigit():
        raise CentralRefusedError(reason="server")
    if not (host or known.host):
        raise CentralRefusedError(reason="server")
    return Where(host or known.host, int(port or known.port), known.database, known.certificate)


def _certificate(path: Path) -> str:
    try:
        with path.open(encoding="ascii") as stream:
            pem = stream.read(_LARGEST_CERTIFICATE)
        ssl.create_default_context(cadata=pem)
    except (OSError, ValueError):
        raise CentralRefusedError(reason="certificate", item=str(path)) from None
    # What stands around the certificates themselves, openssl's own words for them, is of no use to anybody.
    return pem[pem.index("-----BEGIN CERTIFICATE-----") :]


def _settings(owner: Administration, municipality: str, wanted: NewCounter) -> str:
    """As in the file of a counter: those that may be the same everywhere, and which counter it is."""
    if wanted.service and not owner.has_place(municipality, wanted.service):
        raise CentralRefusedError(reason="unknown-place", item=wanted.service)
    lines = ""
    if wanted.settings is not None:
        settings, wrong = read_settings(wanted.settings.read_bytes(), Settings())
        if wrong:
            raise SettingsRefusedError(field=wrong[0].field, reason=wrong[0].reason)
        lines = settings_text(settings, shared=True)
    return f'{lines}counter = "{wanted.service}"\n' if wanted.service else lines


def _codes_key(data: Path, municipality: str, *, is_first: bool) -> bytes:
    """Made with the first counter. Raises CentralRefusedError (codes-key) where it should be there and isn't."""
    name = f"codes-{municipality}.key"
    file = KeyFile(data, name)
    refused = CentralRefusedError(reason="codes-key", item=str(data / name))
    if not is_first and not file.has_key():
        raise refused
    try:
        file.make_key()
        file.check_key()
        key = (data / name).read_bytes()
    except (StaffKeyError, OSError):
        raise refused from None
    if len(key) != KEY_BYTES:
        raise refused
    return key


def remove_counter(address: str, name: str, municipality: str) -> None:
    """It comes in no more, and is out at once. Blocks. Raises CentralRefusedError, DatabaseUnusableError."""
    owner = Administration(address)
    owner.dismiss(owner.municipality(municipality), name)


def back_up(address: str, target: Path) -> Path:
    """A copy of all of it. Where it is now. Blocks. Raises BackupError, CentralRefusedError."""
    Administration(address).revision()
    return backup.back_up(address, target)


def restore(address: str, source: Path, *, replace: bool) -> Restored:
    """Put a copy back. Blocks. Raises BackupError, CentralRefusedError, DatabaseUnusableError; then all is as it was."""
    return restoring.restore(address, source, replace=replace)
