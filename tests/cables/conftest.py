"""One network for all tests of this process, and a server in it; each test has counters of its own."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import pytest

from tests.cables.counters import Central, FarCounter, Told, make_central
from tests.cables.network import Network, Place, a_network, why_not
from tests.cables.server import FarServer, a_far_server


@pytest.fixture(scope="session")
def network() -> Iterator[Network]:
    """Skips, with the reason, where networks cannot be made."""
    if reason := why_not():
        pytest.skip(reason)
    with a_network() as made:
        yield made


@pytest.fixture(scope="session")
def server(network: Network) -> Iterator[FarServer]:
    """PostgreSQL with a certificate, which nobody reaches but through a cable or its socket."""
    with a_far_server(network) as made:
        yield made


Places = Callable[[int], list[Place]]


class Opens(Protocol):
    """See `opens`."""

    def __call__(self, central: Central, count: int, pace: int = 1) -> list[FarCounter]: ...


@pytest.fixture(scope="session")
def known_places() -> list[Place]:
    """Those that any test had."""
    return []


@pytest.fixture
def places(network: Network, known_places: list[Place]) -> Iterator[Places]:
    """So many networks of counters, with cables that pass everything when the test begins."""

    def some(count: int) -> list[Place]:
        while len(known_places) < count:
            known_places.append(network.place())
        return known_places[:count]

    yield some
    for place in known_places:
        place.cable.to("pass")


@pytest.fixture
def place(places: Places) -> Place:
    """One of them."""
    return places(1)[0]


@pytest.fixture(scope="session")
def template(server: FarServer) -> Central:
    """Filled once; nobody connects to it."""
    return make_central(server, "template_central")


@pytest.fixture
def central(template: Central) -> Iterator[Central]:
    """What counters share, as it is after `central init`."""
    made = template.copy("shared")
    yield made
    made.drop()


@pytest.fixture
def opens(places: Places, tmp_path: Path) -> Iterator[Opens]:
    """So many counters that share this, each behind a cable of its own; they have fetched what is published."""
    opened: list[FarCounter] = []

    def some(central: Central, count: int, pace: int = 1) -> list[FarCounter]:
        begun = [central.begin(place, f"balie-{n}", tmp_path / f"balie-{n}", pace) for n, place in enumerate(places(count))]
        opened.extend(begun)
        for counter in begun:
            counter.hear()
            counter.until(all_is_well)
        return begun

    yield some
    for counter in opened:
        with suppress(BrokenPipeError):
            counter.end()


def all_is_well(told: Told) -> bool:
    """It hears the server."""
    return told.away[-1:] == ("None",)
