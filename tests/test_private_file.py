"""Files written whole, for their owner only."""

import stat
from pathlib import Path

import pytest

from wijkwijzer_desktop.private_file import replace_file


def test_it_takes_the_place_of_the_old_one_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "map" / "a.toml"
    replace_file(path, b"een")
    path.chmod(0o644)
    replace_file(path, b"twee")
    assert path.read_bytes() == b"twee"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_what_comes_before_can_still_hold_it_back(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    replace_file(path, b"een")
    seen: list[bytes] = []

    def refuse() -> None:
        seen.append(path.read_bytes())
        raise ValueError

    with pytest.raises(ValueError):
        replace_file(path, b"twee", refuse)
    assert seen == [b"een"]
    assert path.read_bytes() == b"een"
    assert list(tmp_path.iterdir()) == [path]
