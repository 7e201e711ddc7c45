"""Work that makes a great many records and keeps them all."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def keeping_all() -> Iterator[None]:
    """Inside, Python doesn't look again and again which of the records refer to nothing but each other: none do, and the looking
    costs a quarter of the work. What nobody refers to is freed as ever. From any thread: where two are in, it may end for both
    when the first is done."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
