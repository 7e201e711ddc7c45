"""Cells that a spreadsheet would run: written with an apostrophe before them, and read without it."""

import re

APOSTROPHE = "'"
# A telephone number or "-1FR" begins with a sign too, and can do no harm.
_RUN = re.compile(r"'*(?:[=@\t\r\0]|[+-](?![\d\s().,/-]*(?:[A-Z]{2}(?:,-?\d?[A-Z]{2})*)?$))", re.DOTALL)


def escaped(cell: str) -> str:
    """What may stand in a cell and is shown, not run."""
    return APOSTROPHE + cell if _RUN.match(cell) else cell


def unescaped(cell: str) -> str:
    """What was meant by a cell that `escaped` wrote; any other stays as it is."""
    return cell[1:] if cell.startswith(APOSTROPHE) and _RUN.match(cell) else cell
