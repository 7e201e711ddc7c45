"""Many rows at once stand as SQLAlchemy would write them."""

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import Engine, insert, text

from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.inserting import FEW, insert_rows


def _rows(many: int) -> list[dict[str, Any]]:
    return [
        {
            # In another order than the table has them.
            "position": n,
            "timetable": 0,
            "freq": "WEEKLY",
            "byday": "MO",
            "opens_at": time(9, n % 60) if n % 2 else None,
            "closes_at": time(17, 0, 5),
            "interval": 1,
            "valid_from": date(2026, 1, 31) if n % 3 else None,
            "valid_to": None,
            "on_holiday": "closed",
            "notes": f"É{n}",
        }
        for n in range(many)
    ]


@pytest.mark.parametrize("many", [0, 1, FEW - 1, FEW, FEW * 3])
def test_rows_are_written_as_sqlalchemy_does(engine: Engine, many: int) -> None:
    rows = _rows(many)
    found = []
    with engine.begin() as connection:
        connection.execute(insert(tables.timetable), [{"number": 0}])
        insert_rows(connection, tables.schedule, rows)
        found.append(connection.execute(text("SELECT * FROM schedule ORDER BY position")).all())
        connection.execute(text("DELETE FROM schedule"))
        if rows:
            connection.execute(insert(tables.schedule), rows)
        found.append(connection.execute(text("SELECT * FROM schedule ORDER BY position")).all())
    assert len(found[0]) == many
    assert found[0] == found[1]
