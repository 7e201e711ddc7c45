"""A referral is left for its owner's eyes only, and doesn't lie there for ever."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desk.test_referral_file import case
from tests.exchange.test_fhir_out import MONEY
from tests.fakes import SMALL_PACK, TUESDAY_TEN
from wijkwijzer_desktop.domain.errors import ReferralFileError
from wijkwijzer_desktop.exchange.fhir_files import ReferralFolder
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.wording import Wording

WORDING = Wording(Translator(), SMALL_PACK)


def test_only_its_owner_may_read_it_and_its_name_says_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "uitwisseling"
    path = ReferralFolder(folder).leave(case(MONEY), WORDING)
    assert path.parent == folder
    assert path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert path.name.removeprefix("verwijzing-").removesuffix(".json").isalnum()
    assert [one.name for one in folder.iterdir()] == [path.name]


def test_after_a_day_it_is_gone_and_what_isnt_ours_stays(tmp_path: Path) -> None:
    folder = ReferralFolder(tmp_path)
    old, other = folder.leave(case(MONEY), WORDING), tmp_path / "verwijzing-van-de-huisarts.json"
    other.write_text("{}")
    long_ago = (TUESDAY_TEN - timedelta(hours=25)).timestamp()
    for path in (old, other):
        os.utime(path, (long_ago, long_ago))
    new = folder.leave(case(MONEY), WORDING)
    assert sorted(tmp_path.iterdir()) == sorted((new, other))
    os.utime(new, (TUESDAY_TEN.timestamp(), TUESDAY_TEN.timestamp()))
    half = tmp_path / f".{new.name}.0a1b2c3d"
    half.write_text("{")
    os.utime(half, (long_ago, long_ago))
    folder.tidy(TUESDAY_TEN)
    assert (new.exists(), half.exists()) == (True, False)


def test_taken_back_at_once(tmp_path: Path) -> None:
    folder = ReferralFolder(tmp_path)
    path = folder.leave(case(MONEY), WORDING)
    folder.take_back(path)
    folder.take_back(path)
    assert not list(tmp_path.iterdir())


def test_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "map").write_text("")
    with pytest.raises(ReferralFileError) as error:
        ReferralFolder(tmp_path / "map").leave(case(MONEY), WORDING)
    assert error.value.__cause__ is None
    assert "niet te bewaren" in error_words(error.value, Translator())
