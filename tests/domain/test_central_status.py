"""When somebody should look at a counter."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from wijkwijzer_desktop.domain.central import CounterReport, CountersOverview
from wijkwijzer_desktop.domain.central_status import (
    IS_ON,
    LONGEST_SILENCE,
    CentralStatus,
    MunicipalityStatus,
    Trouble,
    is_older,
    troubles,
)

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
WELL = CounterReport("noord", AT, "1.2.0", 7)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("counter", "found"),
    [
        (WELL, ()),
        (CounterReport("noord", None), ()),
        (replace(WELL, catalogue=6), (Trouble.BEHIND,)),
        (replace(WELL, catalogue=None), (Trouble.BEHIND,)),
        (replace(WELL, catalogue=8), (Trouble.BEHIND,)),
        (replace(WELL, catalogue=6, seen=AT - IS_ON), ()),
        (replace(WELL, seen=AT - LONGEST_SILENCE), ()),
        (replace(WELL, seen=AT - LONGEST_SILENCE - SECOND), (Trouble.SILENT,)),
        (replace(WELL, waiting=499), ()),
        (replace(WELL, waiting=500), (Trouble.WAITING,)),
        (replace(WELL, clock_seconds=-60.0), (Trouble.CLOCK,)),
        (replace(WELL, clock_seconds=59.9), ()),
        (replace(WELL, program="1.1.9"), (Trouble.PROGRAM,)),
        (replace(WELL, program="1.3.0"), ()),
    ],
)
def test_what_is_the_matter(counter: CounterReport, found: tuple[Trouble, ...]) -> None:
    assert troubles(counter, 7, AT, "1.2.0") == found


def test_findings_name_the_municipality_and_the_counter() -> None:
    overview = CountersOverview((WELL, replace(WELL, name="zuid", waiting=900)), 7, AT)
    status = CentralStatus("0012", "0012", "1.2.0", (MunicipalityStatus("enschede", "Enschede", overview, {}, is_sealed=True),))
    assert status.findings == (("enschede", "zuid", Trouble.WAITING),)
    assert status.is_current


def test_content_that_is_not_as_it_was_published_is_a_finding_of_the_municipality() -> None:
    nobody = CountersOverview((), 7, AT)
    status = CentralStatus("0012", "0012", "1.2.0", (MunicipalityStatus("enschede", "Enschede", nobody, {}, is_sealed=False),))
    assert status.findings == (("enschede", "", Trouble.CONTENT),)


@pytest.mark.parametrize(("program", "than", "older"), [("0.9", "0.10", True), ("1.0", "1.0", False), ("", "1.0", False)])
def test_versions_are_numbers(program: str, than: str, older: bool) -> None:
    assert is_older(program, than) is older
