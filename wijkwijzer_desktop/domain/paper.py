"""What the slip is printed on. Apart from the slip: settings need it before the first screen is painted."""

from enum import StrEnum


class Paper(StrEnum):
    """A4 and A5 sheets, and the 80 mm roll of a receipt printer; A3 for what hangs on a wall."""

    A4 = "a4"
    A5 = "a5"
    RECEIPT = "receipt"
    A3 = "a3"


# What a counter can have in the printer of its slips.
COUNTER_PAPERS = (Paper.A4, Paper.A5, Paper.RECEIPT)
