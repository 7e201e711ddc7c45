"""PySide6 widgets.

PySide6 6.12 counts on what Python 3.12 brought: that None, True and False are immortal. It lets go of None
once too often in every call that returns nothing, and of True in every signal that carries it. Before 3.12
the program would stop with "deallocating None" after some ten thousand calls. So they are given more
references here than a computer can let go of in years.
"""

import sys

ENOUGH_REFERENCES = 1 << 60


def keep_constants_alive() -> None:
    """On Python before 3.12; elsewhere there is nothing to do."""
    if sys.version_info < (3, 12):
        import ctypes

        for constant in (None, True, False, NotImplemented):
            ctypes.c_ssize_t.from_address(id(constant)).value = ENOUGH_REFERENCES


keep_constants_alive()
