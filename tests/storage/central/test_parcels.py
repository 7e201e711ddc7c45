"""What counters add, as the server's own functions take it: each parcel once, in order, and nothing that isn't what it should
be."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from psycopg import errors

from tests.central_database import COUNTER, EDITOR, HENGELO, MANAGER, SECOND, CentralDatabase
from tests.storage.central.conftest import entry_named
from wijkwijzer_desktop.domain.statistics import OF_REPLIES

STREAM, OTHER = "a" * 32, "b" * 32
CODE, CODE_2, MARK = "1" * 64, "2" * 64, "f" * 64
# The server has a clock of its own: a day that is over for it is another matter.
DAY, UNTIL = "2098-11-22", "2099-02-22"
COUNTS: dict[str, Any] = {"day": DAY, "counter": "balie", "cells": [["printed", "bank", 3], ["area", "", 1]]}
FLAG: dict[str, Any] = {"service": "dienst", "reason": "number", "day": DAY}
CODES: dict[str, Any] = {"until": UNTIL, "digests": [CODE, CODE_2]}
TOLD: dict[str, Any] = {"day": DAY, "counter": "balie", "mark": MARK, "told": {CODE: [["told", "dienst", 1]]}}
TIMES = 20


def deliver(connection: psycopg.Connection, number: int, kind: str, body: object, stream: str = STREAM) -> int:
    row = connection.execute("SELECT central_deliver(%s, %s, %s, %s)", [stream, number, kind, json.dumps(body)]).fetchone()
    assert row is not None
    return int(row[0])


def counted(central: CentralDatabase, municipality: str = "enschede") -> list[tuple[object, ...]]:
    return central.ask_owner("SELECT counter, kind, key, count FROM tally ORDER BY counter, kind, key", municipality)


def test_each_parcel_counts_once_however_often_it_comes(central: CentralDatabase) -> None:
    with central.connect() as connection:
        assert [deliver(connection, number, "counts", COUNTS) for number in (1, 1, 2, 1, 2)] == [1, 1, 2, 2, 2]
    assert counted(central) == [("balie", "area", "", 2), ("balie", "printed", "bank", 6)]
    assert counted(central, HENGELO.id) == []
    assert central.ask("SELECT name, last_number FROM central_counter WHERE seen IS NOT NULL", MANAGER) == [(COUNTER, 2)]


def test_a_gap_is_refused_and_changes_nothing(central: CentralDatabase) -> None:
    with central.connect() as connection:
        for number, then in ((2, 1), (9, 2)):
            with pytest.raises(psycopg.Error) as gap:
                deliver(connection, number + 1, "counts", COUNTS)
            assert gap.value.sqlstate == "WW001"
            assert deliver(connection, then, "counts", COUNTS) == then
    assert counted(central) == [("balie", "area", "", 2), ("balie", "printed", "bank", 6)]


def test_another_parcel_under_the_last_number_is_not_taken_for_it(central: CentralDatabase) -> None:
    """Of the stream that it uses now, and of one of before."""
    other = COUNTS | {"cells": [["printed", "bank", 4]]}
    written_otherwise = dict(reversed(COUNTS.items()))
    with central.connect() as connection:
        for _ in range(2):
            assert deliver(connection, 1, "counts", COUNTS) == deliver(connection, 1, "counts", written_otherwise) == 1
            for kind, body in (("counts", other), ("flag", COUNTS), ("counts", None)):
                with pytest.raises(psycopg.Error) as refused:
                    deliver(connection, 1, kind, body)
                assert refused.value.sqlstate == "WW003"
            deliver(connection, 1, "counts", COUNTS, OTHER)
        central.ask_admin("UPDATE central_stream SET last_hash = ''")
        assert deliver(connection, 1, "counts", other) == 1
    assert counted(central)[1] == ("balie", "printed", "bank", 6)


def test_another_outbox_begins_anew_and_one_of_before_is_not_counted_again(central: CentralDatabase) -> None:
    with central.connect() as connection:
        assert [deliver(connection, number, "counts", COUNTS) for number in (1, 2)] == [1, 2]
        assert deliver(connection, 1, "counts", COUNTS, OTHER) == 1
        assert [deliver(connection, number, "counts", COUNTS) for number in (1, 2, 3)] == [2, 2, 3]
        assert [deliver(connection, number, "counts", COUNTS, OTHER) for number in (1, 2)] == [1, 2]
    assert counted(central)[1] == ("balie", "printed", "bank", 3 * 5)


def test_connections_of_one_counter_and_of_others_at_once_lose_and_double_nothing(central: CentralDatabase) -> None:
    def all_of_it(computer: str) -> int:
        with central.connect(computer) as connection:
            last = 0
            while last < TIMES:
                last = max(last, deliver(connection, last + 1, "counts", COUNTS))
            return last

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(all_of_it, (COUNTER, COUNTER, SECOND, EDITOR))) == [TIMES] * 4
    assert counted(central)[1] == ("balie", "printed", "bank", 3 * 3 * TIMES)


def test_a_flag_is_raised_once_and_only_for_what_is_there(central: CentralDatabase) -> None:
    central.ask(entry_named("Dienst"), EDITOR)
    with central.connect() as connection:
        for number, service in enumerate(("dienst", "dienst", "weg"), start=1):
            assert deliver(connection, number, "flag", FLAG | {"service": service}) == number
    assert central.ask("SELECT service_id, reason, day::text FROM service_flag", EDITOR) == [("dienst", "number", DAY)]


def test_a_paper_is_told_of_once_at_whichever_counter(central: CentralDatabase) -> None:
    known = f"SELECT central_known('{{{CODE},{CODE_2},{MARK}}}', '{DAY}')"
    with central.connect() as first, central.connect(SECOND) as second:
        deliver(first, 1, "codes", CODES)
        assert set(central.ask(known, SECOND)) == {(CODE,), (CODE_2,)}
        assert central.ask(known, COUNTER, HENGELO.id) == []
        deliver(second, 1, "told", TOLD)
        deliver(first, 2, "told", TOLD)
        # One in whose place nothing is kept.
        deliver(first, 3, "told", {"day": DAY, "counter": "balie", "told": {CODE_2: [["told", "dienst", 1]]}})
    assert central.ask(known) == [(MARK,)]
    assert counted(central) == [("balie", "told", "dienst", 2)]
    assert central.ask(f"SELECT day::text, kind, key, count::int FROM central_replies('{DAY}')") == [(DAY, "told", "dienst", 2)]
    assert central.ask("SELECT count(*) FROM central_replies('2098-11-23')") == [(0,)]


def test_codes_that_are_of_no_use_any_more_go(central: CentralDatabase) -> None:
    with central.connect() as connection:
        deliver(connection, 1, "codes", CODES | {"until": "2020-01-06"})
        deliver(connection, 2, "codes", CODES | {"digests": []})
    assert central.ask_owner("TABLE slip_code") == []


def test_a_count_that_is_too_large_refuses_nobody_elses_parcel(central: CentralDatabase) -> None:
    with central.connect() as wrong, central.connect(SECOND) as right:
        for number in (1, 2):
            deliver(wrong, number, "counts", cells(*[["printed", "bank", 999_999]] * 2000))
        assert deliver(right, 1, "counts", COUNTS) == 1
    assert counted(central) == [("balie", "area", "", 1), ("balie", "printed", "bank", 2**31 - 1)]


def test_replies_are_all_that_is_told_of_services_and_nothing_else(central: CentralDatabase) -> None:
    kinds = sorted(kind.value for kind in OF_REPLIES)
    cells = [[kind, "dienst", 1] for kind in (*kinds, "printed", "area")]
    with central.connect() as connection:
        deliver(connection, 1, "counts", COUNTS | {"cells": cells})
        deliver(connection, 2, "counts", COUNTS | {"counter": "elders", "cells": cells})
    found = central.ask("SELECT kind, count::int FROM central_replies('2026-01-01')")
    assert sorted(found) == [(kind, 2) for kind in kinds]


def cells(*cells: object) -> dict[str, Any]:
    return COUNTS | {"cells": list(cells)}


def each(kind: str, body: dict[str, Any], name: str, *values: object) -> list[tuple[str, object]]:
    return [(kind, body | {name: value}) for value in values]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("counts", None),
        ("counts", []),
        ("counts", {}),
        ("counts", COUNTS | {"more": 1}),
        *each("counts", COUNTS, "day", "2026-02-30", "vandaag", 20261122, None, "2026-11-22T10:00"),
        *each("counts", COUNTS, "counter", "", "x" * 121, 3),
        *each("counts", COUNTS, "cells", {}, None, "x"),
        ("counts", cells(None)),
        ("counts", cells(["printed", "bank"])),
        *each("counts", COUNTS, "cells", *([["printed", "bank", wrong]] for wrong in ("3", -3, 0, 1.5, 10**9, None))),
        ("counts", cells(["printed", "ok", 1], ["PRINTED; DROP", "bank", 1])),
        ("counts", cells(["printed", "ok", 1], ["printed", "x" * 121, 1])),
        ("counts", cells(["printed", "ok", 1], 7)),
        ("flag", FLAG | {"reason": "Fout!"}),
        ("flag", {"service": "dienst"}),
        *each("codes", CODES, "digests", ["kort"], [CODE, 1], {}, None),
        ("codes", CODES | {"until": "9999-99-99"}),
        *each("told", TOLD, "told", [], {"kort": []}, {CODE: [["told", "dienst", "x"]]}, {CODE_2: 3}),
        *each("told", TOLD, "mark", "x", None),
        ("anders", COUNTS),
        ("", COUNTS),
    ],
)
def test_what_is_malformed_is_refused_whole_and_the_next_takes_its_number(
    central_open: psycopg.Connection, kind: str, body: object
) -> None:
    with central_open.transaction(force_rollback=True):
        deliver(central_open, 1, "codes", CODES | {"digests": [CODE]})
        with pytest.raises(psycopg.Error) as malformed, central_open.transaction():
            deliver(central_open, 2, kind, body)
        assert malformed.value.sqlstate == "WW002"
        assert deliver(central_open, 2, "told", TOLD) == 2


@pytest.mark.parametrize(
    ("stream", "number"),
    [("", 1), ("A" * 32, 1), ("a" * 33, 1), ("'; --", 1), (None, 1), (STREAM, 0), (STREAM, -1), (STREAM, None)],
)
def test_so_is_a_key_that_is_none(central_open: psycopg.Connection, stream: str | None, number: int | None) -> None:
    with pytest.raises(psycopg.Error) as malformed:
        central_open.execute("SELECT central_deliver(%s, %s, 'counts', %s)", [stream, number, json.dumps(COUNTS)])
    assert malformed.value.sqlstate == "WW002"


def test_a_path_of_its_own_leads_a_counter_nowhere(central: CentralDatabase) -> None:
    with central.connect() as connection:
        connection.execute("SET search_path = pg_temp, public, pg_catalog")
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute("CREATE TEMP TABLE central_counter (login name)")
        deliver(connection, 1, "counts", COUNTS)
        connection.execute("SET search_path = nowhere")
        connection.execute("SET datestyle = 'SQL, DMY'")
        body = json.dumps(COUNTS | {"day": "2099-02-01"})
        found = connection.execute("SELECT public.central_deliver(%s, 2, 'counts', %s)", [STREAM, body]).fetchone()
        assert found == (2,)
    assert central.ask_owner("SELECT DISTINCT day::text FROM tally WHERE day > '2099-01-01'") == [("2099-02-01",)]


def test_what_a_counter_reports_is_its_own_and_bounded(central: CentralDatabase) -> None:
    central.ask("SELECT central_report(repeat('x', 100), 7, -1, clock_timestamp() + interval '1 hour')")
    central.ask("SELECT central_report('1.0', NULL, 3, clock_timestamp())", SECOND)
    rows = central.ask(
        "SELECT name, length(program), catalogue, waiting, round(clock_ms / 60000.0)::int FROM central_counter"
        " WHERE seen IS NOT NULL ORDER BY name",
        MANAGER,
    )
    assert rows == [(COUNTER, 40, 7, 0, 60), (SECOND, 3, None, 3, 0)]
    for says in ("central_report('x', 1, 1, now())", f"central_deliver('{STREAM}', 1, 'counts', '{{}}')"):
        with pytest.raises(errors.InsufficientPrivilege):
            central.ask_owner(f"SELECT {says}")
