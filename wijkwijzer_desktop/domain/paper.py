"""What the slip is printed on. Apart from the slip: settings need it before the first screen is painted."""

from enum import StrEnum


class Paper(StrEnum):
    """A4 and A5 sheets, and the 80 mm roll of a receipt printer."""

    A4 = "a4"
    A5 = "a5"
    RECEIPT = "receipt"
