"""A look at the server: its clock, and how long its certificate is good for."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.central_database import CentralDatabase
from tests.tls_server import tls_server
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.storage.central.looking import clock_ahead, days_of_certificate

NOW = datetime.now(UTC)


def test_a_clock_of_the_same_computer_is_the_same(central: CentralDatabase) -> None:
    assert abs(clock_ahead(central.address())) < 60


def test_who_cannot_come_in_is_told_why(central: CentralDatabase) -> None:
    with pytest.raises(DatabaseUnusableError):
        clock_ahead(central.server.address("weg", "niemand"))


@pytest.mark.parametrize(
    "address",
    [
        "geen adres",
        "postgresql+psycopg://h:abc/x",
        "postgresql+psycopg://a@/x?host=/tmp",
        "postgresql+psycopg://a@localhost:1/x?sslmode=verify-full&sslrootcert=/weg",
    ],
)
def test_without_tls_there_is_no_certificate(address: str) -> None:
    assert days_of_certificate(address, NOW) is None


@pytest.mark.long
def test_a_certificate_is_good_for_as_long_as_it_says() -> None:
    with tls_server() as there:
        days = days_of_certificate(there.address("balie", "geheim"), NOW)
        assert days is not None
        assert days > 30
        assert days_of_certificate(there.address("balie", "geheim"), NOW + timedelta(days=days + 1)) == -1
        # Of another name.
        assert days_of_certificate(there.address("balie", "geheim", host="127.0.0.1"), NOW) is None
