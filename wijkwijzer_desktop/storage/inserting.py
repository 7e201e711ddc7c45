"""Many rows at once into a table: SQLAlchemy looks at every value of every row; here only at those that need it."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert

# With fewer it isn't worth the trouble.
FEW = 50


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows with the same names, by the names of columns; none is nothing to do."""
    if not rows:
        return
    if len(rows) < FEW or connection.dialect.name != "sqlite":
        connection.execute(insert(table), rows)
        return
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(rows[0]))
    names = compiled.positiontup or []
    columns = [[row[name] for row in rows] for name in names]
    for place, name in enumerate(names):
        write = table.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
        if write is not None:
            columns[place] = list(map(write, columns[place]))
    connection.exec_driver_sql(str(compiled), list(zip(*columns, strict=True)))
