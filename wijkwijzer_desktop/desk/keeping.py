"""A great many records that are kept for long, and what Python does about them."""

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


def settle() -> None:
    """What is there now, is there for long: Python looks through it once more for what may go, some tenths of a second, and then
    leaves it alone until this is called again. Otherwise it would do so whenever it likes, with a visitor at the screen."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
