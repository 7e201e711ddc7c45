"""An X server of one's own, without a window manager."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def x_server(size: str, *tools: str) -> Iterator[str]:
    """Its display, ":7". size: pixels and depth, "1280x800x24". tools: programs that are needed beside it; skips without them."""
    if not all(map(shutil.which, ("Xvfb", *tools))):
        pytest.skip(f"needs Xvfb and {', '.join(tools)}: make setup tells")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    assert number, "the X server did not start"
    yield f":{number}"
    server.terminate()
    server.wait(timeout=10)
