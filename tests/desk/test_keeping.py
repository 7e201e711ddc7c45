"""Looking for rings of records stops for work that keeps them all, and goes on after it."""

import gc

import pytest

from wijkwijzer_desktop.desk.keeping import keeping_all


def test_only_inside() -> None:
    assert gc.isenabled()
    with keeping_all():
        assert not gc.isenabled()
        with keeping_all():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_also_after_a_failure() -> None:
    with pytest.raises(ValueError, match="broken"), keeping_all():
        raise ValueError("broken")
    assert gc.isenabled()
