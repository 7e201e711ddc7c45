"""One process opens a database many times over; whoever closes it last elsewhere must not take away what is in use here."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.conftest import address
from tests.storage.examples import a_service
from wijkwijzer_desktop.storage.backup import back_up
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.integrity import check_content

ROOT = Path(__file__).parents[2]
SOMEBODY_ELSE = """
import sys
from tests.storage.examples import a_service
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database

engine = open_database(sys.argv[1])
StoredCatalogue(engine).replace_all(tuple(a_service(f"dienst-{n}") for n in range(40)))
engine.dispose()
"""


@pytest.mark.parametrize("emptied", [False, True], ids=["with a journal", "with an empty journal"])
@pytest.mark.parametrize("again", ["opened again", "looked at again", "backed up"])
def test_a_journal_in_use_stays_when_somebody_else_closes_last(
    database: Path, tmp_path: Path, again: str, *, emptied: bool
) -> None:
    engine = open_database(address(database))
    catalogue = StoredCatalogue(engine)
    catalogue.replace_all((a_service("a"),))
    if emptied:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    if again == "backed up":
        back_up(database, tmp_path / "copy.sqlite")
    else:
        other = open_database(address(database), looks_only=again == "looked at again")
        StoredCatalogue(other).everything()
        other.dispose()
    subprocess.run([sys.executable, "-c", SOMEBODY_ELSE, address(database)], check=True, cwd=ROOT)
    assert Path(f"{database}-wal").exists()
    assert len(catalogue.everything()) == 40
    catalogue.replace_all((a_service("b"), a_service("c")))
    check_content(engine)
    engine.dispose()
    fresh = open_database(address(database))
    assert [service.id for service in StoredCatalogue(fresh).everything()] == ["b", "c"]
    check_content(fresh)
    fresh.dispose()
