"""School holidays, for editors to take over."""

import itertools
from datetime import date
from pathlib import Path

import pytest

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.school_holidays import load_school_holidays
from wijkwijzer_desktop.domain.errors import ContentRefusedError
from wijkwijzer_desktop.domain.schedule import Closure

HEAD = "region: noord\nsource: https://www.rijksoverheid.nl/\nholidays:\n"


def write(folder: Path, rows: str) -> Path:
    (folder / "school_holidays.yaml").write_text(HEAD + rows, encoding="utf-8")
    return folder


def test_those_of_the_municipality() -> None:
    """Each begins on a Saturday and ends on a Sunday, as the government sets them; none lies within another."""
    found = load_school_holidays(paths.content())
    assert Closure(date(2026, 12, 19), date(2027, 1, 3), "Kerstvakantie") in found
    assert all((one.first.weekday(), one.last.weekday()) == (5, 6) for one in found)
    assert all(before.last < after.first for before, after in itertools.pairwise(found))


def test_none_where_there_is_no_file(tmp_path: Path) -> None:
    assert load_school_holidays(tmp_path) == ()


@pytest.mark.parametrize(
    ("rows", "code", "line"),
    [
        ('  - {name: Zomer, first: "2027-02-30", last: "2027-03-01"}\n', "not-a-date", 4),
        ('  - {name: Zomer, first: "2027-08-22", last: "2027-07-10"}\n', "ends-before-start", 4),
        ('  - {name: Zomer, first: "2027-08-22"}\n', "missing-key", 4),
        ('  - {name: Zomer, first: "22 augustus", last: "2027-07-10"}\n', "malformed", 4),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, rows: str, code: str, line: int) -> None:
    with pytest.raises(ContentRefusedError) as refused:
        load_school_holidays(write(tmp_path, rows))
    assert [(finding.code, finding.line) for finding in refused.value.findings] == [(code, line)]
