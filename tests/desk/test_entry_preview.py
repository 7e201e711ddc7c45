"""An entry as visitors would meet it, through its door."""

from dataclasses import replace
from datetime import date

import pytest

from tests.desk.staff_fakes import staffed
from tests.fakes import PlainSlips, counter
from wijkwijzer_desktop.desk.entry_preview import SPECIMEN, EntryPreview
from wijkwijzer_desktop.domain.errors import StaffRefusedError
from wijkwijzer_desktop.domain.schedule import Closure
from wijkwijzer_desktop.domain.service import Status
from wijkwijzer_desktop.domain.slip import StepBlock
from wijkwijzer_desktop.domain.staff import Role

HOLIDAY = Closure(date(2026, 12, 19), date(2027, 1, 3), "kerstvakantie")


def test_what_isnt_kept_yet_is_shown_on_the_real_paper() -> None:
    slips = PlainSlips()
    at = counter(slips=slips)
    made = staffed()
    door = EntryPreview(made.room, lambda: at.desk)
    made.log_in(Role.EDITOR)
    service = replace(at.catalogue.all[3], name="Nieuwe naam")
    shown = door.show(service, "nl")
    assert shown is not None
    assert (shown.step.service, shown.at, shown.paper.pages) == (service, at.clock.now(), 1)
    [slip] = slips.slips
    assert slip.header.code == SPECIMEN
    assert [block.name for block in slip.blocks if isinstance(block, StepBlock)] == ["Nieuwe naam"]
    # The visit at the counter has nothing of it.
    assert at.desk.visit.choice.added == ()


def test_what_has_ended_is_in_nobodys_advice() -> None:
    at, made = counter(), staffed()
    made.log_in(Role.EDITOR)
    ended = replace(at.catalogue.all[3], status=Status.ENDED)
    assert EntryPreview(made.room, lambda: at.desk).show(ended, "nl") is None


def test_the_background_is_of_the_questions_in_use() -> None:
    at, made = counter(), staffed()
    made.log_in(Role.EDITOR)
    door = EntryPreview(made.room, lambda: at.desk, lambda: (HOLIDAY,))
    background = door.background()
    assert background.pack is at.desk.pack
    assert background.today == at.clock.now().date()
    assert background.school_holidays == (HOLIDAY,)


def test_fault_47_a_volunteer_is_refused() -> None:
    at, made = counter(), staffed()
    made.log_in(Role.VOLUNTEER)
    with pytest.raises(StaffRefusedError):
        EntryPreview(made.room, lambda: at.desk).show(at.catalogue.all[0], "nl")
