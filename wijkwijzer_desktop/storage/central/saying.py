"""Statements that are said to PostgreSQL as they are: many in one go, without parameters, percent signs and all."""

from sqlalchemy import Connection


def say(connection: Connection, statements: str) -> None:
    """In the connection's transaction."""
    connection.exec_driver_sql(statements, execution_options={"no_parameters": True})
