"""Is all well between this counter and the server that it shares with others? For whoever looks after it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from wijkwijzer_desktop.bootstrap.central import central_address
from wijkwijzer_desktop.bootstrap.joining import open_outbox
from wijkwijzer_desktop.bootstrap.published import snapshots
from wijkwijzer_desktop.desk.delivering import MANY_WAITING
from wijkwijzer_desktop.devices.checks import Check, Outcome
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.storage.snapshots import fetched

# It is fetched anew some times a day; a weekend may lie between.
OLDEST = timedelta(days=4)
# So that there is time to renew it.
FEWEST_DAYS = 30
# Opening hours are told by the minute.
MOST_SECONDS = 60.0


def central_checks(data: Path) -> Iterator[Check]:
    """Of a counter that has joined. Blocks, for some ten seconds where the server doesn't answer. Never raises."""
    yield from _check_server(data)
    yield _check_snapshot(data)
    yield from _check_outbox(data)


def _check_server(data: Path) -> Iterator[Check]:
    from wijkwijzer_desktop.storage.central.looking import clock_ahead, days_of_certificate

    try:
        address = central_address(data) or ""
        ahead = clock_ahead(address)
    except WijkwijzerError as error:
        yield Check("central-reached", Outcome.FINDING, (("reason", error_words(error, Translator())),))
        return
    yield Check("central-reached", Outcome.OK)
    right = abs(ahead) <= MOST_SECONDS
    yield Check("central-clock", Outcome.OK if right else Outcome.FINDING, (("seconds", str(round(abs(ahead)))),))
    days = days_of_certificate(address, datetime.now(UTC))
    if days is not None:
        yield Check("central-certificate", Outcome.OK if days >= FEWEST_DAYS else Outcome.FINDING, (("days", str(days)),))


def _check_snapshot(data: Path) -> Check:
    path = snapshots(data).newest()
    try:
        came = fetched(path) if path is not None else None
    except WijkwijzerError:
        came = None
    if came is None:
        return Check("central-shipped", Outcome.FINDING)
    outcome = Outcome.FINDING if datetime.now(UTC) - came > OLDEST else Outcome.OK
    return Check("central-snapshot", outcome, (("date", f"{came.astimezone(ZONE):%d-%m-%Y %H:%M}"),))


def _check_outbox(data: Path) -> Iterator[Check]:
    try:
        outbox = open_outbox(data)
        waiting, refused = outbox.waiting(), outbox.refused()
    except WijkwijzerError:
        yield Check("central-waiting", Outcome.UNKNOWN)
        return
    yield Check("central-waiting", Outcome.FINDING if waiting >= MANY_WAITING else Outcome.OK, (("count", str(waiting)),))
    if refused:
        yield Check("central-refused", Outcome.FINDING, (("count", str(refused)),))
