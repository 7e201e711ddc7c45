"""A window with staff, for every test of the workshop."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.conftest import MakeDriver
from tests.ui.staff.staffed import StaffDriver

MakeStaff = Callable[..., StaffDriver]


@pytest.fixture
def make_staff(make_driver: MakeDriver, tmp_path: Path) -> MakeStaff:
    """Makes windows with staff; their files lie in the folder of the test."""

    def make(*, anybody: bool = True) -> StaffDriver:
        return StaffDriver(make_driver(), tmp_path, anybody=anybody)

    return make


@pytest.fixture
def staff(make_staff: MakeStaff) -> StaffDriver:
    """One window, where somebody of each role works."""
    return make_staff()
