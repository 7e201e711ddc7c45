"""What all counters tell, in the staff room of one, over a real server."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.bootstrap.shared_offices import ENTRIES, Offices, shared
from tests.central_database import COUNTER, EDITOR, MANAGER, SECOND, a_database
from tests.postgres import Postgres
from wijkwijzer_desktop.bootstrap import open_statistics
from wijkwijzer_desktop.desk.statistics import month_of
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.statistics_tables import months_until

# The program keeps its connections until it ends.
pytestmark = pytest.mark.filterwarnings("ignore:.*deleted while still open:ResourceWarning")


@pytest.fixture(scope="module")
def offices(central_server: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """The same for all tests."""
    with a_database(central_server) as central, pytest.MonkeyPatch.context() as monkeypatch:
        made = Offices(central, tmp_path_factory.mktemp("offices"), monkeypatch)
        made.publish()
        yield made
        made.close()


def test_flags_of_all_counters_are_looked_at_by_editors(offices: Offices) -> None:
    editor, one = offices.come_in(EDITOR), ENTRIES[-1].id
    body = f'{{"service": "{one}", "reason": "number", "day": "2026-11-22"}}'
    offices.central.ask(f"SELECT central_deliver('00000000000000f1', 1, 'flag', '{body}')", SECOND)
    (flag,) = editor.catalogue.flags()
    assert (flag.service_id, flag.reason) == (one, FlagReason.NUMBER)
    assert editor.catalogue.work_list()[0].flags == (flag,)
    editor.catalogue.lower((flag.number,))
    editor.catalogue.lower(())
    assert editor.catalogue.flags() == ()


def test_figures_add_up_over_all_counters_and_hide_what_few_did(offices: Offices) -> None:
    manager = offices.come_in(MANAGER)
    month = months_until(month_of(datetime.now(UTC).date()), 2)[0]
    shown = []
    for computer in (COUNTER, SECOND):
        cells = (("reached", "results"), ("language", "nl"), ("mode", "alone"), ("area", "unknown"))
        counted = ", ".join(f"('{month}-03', '{computer}', '{kind}', '{key}', 15)" for kind, key in cells)
        offices.central.ask_owner(f"INSERT INTO tally (day, counter, kind, key, count) VALUES {counted}")
        shown.append(str(manager.statistics.figures((month,)).months[0].visits))
    # Too few at the one, enough at both.
    assert shown == ["–", "30"]
    told = open_statistics(offices.data(MANAGER)).figures((month,)).months[0]
    assert str(told.visits) == "30"


def test_a_manager_sees_all_counters_and_isnt_kept_logged_in_by_looking(offices: Offices) -> None:
    manager = offices.come_in(MANAGER)
    for computer in (SECOND, EDITOR):
        offices.central.ask("SELECT central_report('0.9', 1, 7, now() + interval '1 hour')", computer)
    offices.central.ask_admin("UPDATE central_counter SET seen = now() - interval '1 day' WHERE name = 'editor'")
    before = manager.room._shift
    overview = shared(manager).counters.overview()
    assert [one.name for one in overview.counters if one.seen is not None and one.name != COUNTER] == [EDITOR, SECOND]
    assert overview.counters[0].seen is None
    second = overview.counters[-1]
    assert (second.program, second.catalogue, second.waiting) == ("0.9", 1, 7)
    assert overview.newest >= 1
    assert second.clock_seconds == pytest.approx(3600, abs=60)
    assert manager.room._shift is before
