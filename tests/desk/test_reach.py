"""Where the workshop reads and writes, by how the server is."""

from dataclasses import dataclass, field

import pytest

from wijkwijzer_desktop.desk.reach import Ends, Reach, Reaching
from wijkwijzer_desktop.domain.central import Away
from wijkwijzer_desktop.domain.errors import (
    CentralAwayError,
    ComputerRefusedError,
    DatabaseNewerError,
    DatabaseUnusableError,
    WijkwijzerError,
)
from wijkwijzer_desktop.domain.staff import Role


@dataclass
class Server:
    """wrong: what goes wrong when it is asked, and when something is done there."""

    role: Role = Role.EDITOR
    wrong: WijkwijzerError | None = None
    only_doing: bool = False
    asked: int = 0
    ends: Ends[str] = field(init=False)

    def __post_init__(self) -> None:
        self.ends = Ends(self.here, self.there)

    def ask(self) -> Role:
        self.asked += 1
        if self.wrong is not None and not self.only_doing:
            raise self.wrong
        return self.role

    def here(self) -> str:
        return "here"

    def there(self) -> str:
        if self.wrong is not None:
            raise self.wrong
        return "there"


def as_it_is(what: str) -> str:
    return what


def unusable(reason: str) -> DatabaseUnusableError:
    return DatabaseUnusableError(reason=reason)


def test_nobody_asks_before_something_is_wanted() -> None:
    server = Server()
    reaching = Reaching(server)
    assert (reaching.now, server.asked) == (None, 0)
    assert reaching.read(server.ends, as_it_is) == "there"
    assert (reaching.now, server.asked) == (Reach(None, Role.EDITOR), 1)
    # What is known isn't asked again for each thing that is read.
    assert reaching.read(server.ends, as_it_is) == "there"
    assert server.asked == 1
    assert reaching.write(server.there) == "there"
    assert server.asked == 2


SILENT = [
    (unusable("unreachable"), Away.UNREACHABLE),
    (unusable("unknown-host"), Away.UNREACHABLE),
    (unusable("unknown-login"), Away.REFUSED),
    (unusable("certificate"), Away.REFUSED),
    (unusable("refused"), Away.REFUSED),
    (unusable("older"), Away.OLDER),
    (DatabaseNewerError(revision="9999"), Away.NEWER),
]


@pytest.mark.parametrize(("wrong", "away"), SILENT)
def test_away_is_read_here_and_written_nowhere(wrong: WijkwijzerError, away: Away) -> None:
    server = Server()
    reaching = Reaching(server)
    reaching.look()
    server.wrong = wrong
    # Who reads finds out.
    assert reaching.read(server.ends, as_it_is) == "here"
    assert reaching.now == Reach(away, Role.EDITOR)
    for doing in (reaching.write, reaching.read_there):
        with pytest.raises(CentralAwayError) as told:
            doing(server.there)
        assert told.value.data == {"away": away}
    server.wrong = None
    assert reaching.read(server.ends, as_it_is) == "here"
    assert reaching.write(server.there) == "there"
    assert reaching.read(server.ends, as_it_is) == "there"


def test_what_is_wrong_with_one_thing_leaves_the_rest() -> None:
    server = Server(only_doing=True, wrong=unusable("full"))
    reaching = Reaching(server)
    with pytest.raises(CentralAwayError) as full:
        reaching.write(server.there)
    assert (full.value.data, reaching.now) == ({"away": Away.FULL}, Reach(None, Role.EDITOR))
    with pytest.raises(CentralAwayError):
        reaching.read(server.ends, as_it_is)
    server.wrong = unusable("locked")
    with pytest.raises(DatabaseUnusableError):
        reaching.write(server.there)
    server.wrong = unusable("refused")
    for doing in (reaching.write, reaching.read_there):
        with pytest.raises(ComputerRefusedError):
            doing(server.there)
    assert reaching.now == Reach(None, Role.EDITOR)


def test_what_nobody_knows_is_told_as_failed() -> None:
    server = Server(wrong=unusable("damaged"))
    assert Reaching(server).look() == Reach(Away.FAILED)


def test_a_computer_that_may_only_count_reads_what_was_fetched() -> None:
    server = Server(Role.VOLUNTEER)
    reaching = Reaching(server)
    assert reaching.read(server.ends, as_it_is) == "here"
    with pytest.raises(ComputerRefusedError):
        reaching.write(server.there)
    server.role = Role.MANAGER
    assert reaching.look() == Reach(None, Role.MANAGER)
    assert reaching.read(server.ends, as_it_is) == "there"
