"""The door of editors to the questions."""

from dataclasses import replace

import pytest

from tests.desk.draft_fakes import MemorySources, publishing_door, shipped_pack, shipped_texts
from tests.desk.staff_fakes import Staffed, staffed
from wijkwijzer_desktop.desk.draft_edits import ChangeQuestion, RemoveQuestion
from wijkwijzer_desktop.desk.drafting import Draft
from wijkwijzer_desktop.desk.publishing import PublishingDoor
from wijkwijzer_desktop.domain.errors import ContentRefusedError, DraftConflictError, PackMissingError, StaffRefusedError
from wijkwijzer_desktop.domain.staff import Role

QUESTION = "geld.rekeningen"


@pytest.fixture
def counter() -> Staffed:
    made = staffed()
    made.log_in(Role.EDITOR)
    return made


@pytest.fixture
def sources(counter: Staffed) -> MemorySources:
    return MemorySources(counter.log)


@pytest.fixture
def door(counter: Staffed, sources: MemorySources) -> PublishingDoor:
    return publishing_door(counter.room, counter.clock, sources)


def another_text(door: PublishingDoor, draft: Draft, text: str = "Kunt u elke maand alles betalen?") -> Draft:
    return door.edit(draft, ChangeQuestion(replace(draft.pack.questionnaire.by_id[QUESTION], text=text)))


def test_the_first_time_it_is_what_was_shipped(door: PublishingDoor) -> None:
    draft = door.open_draft()
    assert draft.texts == shipped_texts()
    assert (draft.base, draft.number, draft.pack) == (shipped_pack().version, 0, shipped_pack())


def test_a_kept_draft_is_there_again(door: PublishingDoor) -> None:
    kept = door.save_draft(another_text(door, door.open_draft()))
    assert kept.number == 1
    assert door.open_draft() == kept
    again = door.begin_again()
    assert (again.texts, again.number) == (shipped_texts(), 1)


@pytest.mark.parametrize("stale", ["kept", "published"])
def test_fault_26_who_comes_second_is_told(door: PublishingDoor, sources: MemorySources, stale: str) -> None:
    draft = another_text(door, door.open_draft())
    sources.stale = stale
    with pytest.raises(DraftConflictError) as refused:
        door.save_draft(draft)
    assert refused.value.data == {"reason": stale}
    with pytest.raises(DraftConflictError):
        door.publish(draft, "")


def test_a_whole_round(door: PublishingDoor, counter: Staffed) -> None:
    draft = another_text(door, door.open_draft())
    assert door.check(draft).may_publish
    compared = door.compare(draft)
    assert compared.against == shipped_pack().version
    assert compared.changes == ()
    published = door.publish(door.save_draft(draft), " Korter gevraagd ", over=compared.against)
    assert (published.on_top, published.note, published.who) == (True, "Korter gevraagd", "Eva")
    assert published.version not in {shipped_pack().version, ""}
    assert published.at == counter.clock.now()
    assert published.version.startswith(f"{counter.clock.now():%Y.%m}-")
    assert counter.actions[-1] == "content-published"
    assert dict(counter.log.entries[-1].data) == {"version": published.version}
    assert door.open_draft().base == published.version
    assert door.open_draft().pack.questionnaire.by_id[QUESTION].text == "Kunt u elke maand alles betalen?"
    back = door.put_back(shipped_pack().version, "Toch niet")
    assert (back.version, back.on_top, back.note) == (shipped_pack().version, True, "Toch niet")
    assert [one.version for one in door.packs()] == [shipped_pack().version, published.version, shipped_pack().version]
    assert door.open_draft().texts == shipped_texts()


def test_what_blocks_is_not_published(door: PublishingDoor, sources: MemorySources) -> None:
    draft = door.edit(door.open_draft(), RemoveQuestion(QUESTION))
    checked = door.check(draft)
    assert not checked.may_publish
    with pytest.raises(ContentRefusedError) as refused:
        door.publish(draft, "")
    assert set(refused.value.findings) == {problem.finding for problem in checked.problems if problem.blocks}
    assert [one.version for one in sources.published] == [shipped_pack().version]
    assert door.picture(draft, checked).startswith(b"<svg")


def test_a_broken_form_is_refused_in_words(door: PublishingDoor) -> None:
    draft = door.open_draft()
    with pytest.raises(ContentRefusedError) as refused:
        another_text(door, draft, " ")
    (words,) = door.words(refused.value)
    assert "is leeg" in words


def test_over_another_pack_than_was_compared_with(door: PublishingDoor) -> None:
    with pytest.raises(DraftConflictError):
        door.publish(another_text(door, door.open_draft()), "", over="2026.10-aaaaaa")


def test_what_was_never_published_can_not_be_put_back(door: PublishingDoor) -> None:
    with pytest.raises(PackMissingError):
        door.put_back("2026.10-aaaaaa")


def test_unchanged_it_keeps_its_name(door: PublishingDoor) -> None:
    assert door.publish(door.open_draft(), "").version == shipped_pack().version


def test_fault_47_not_for_volunteers(door: PublishingDoor, counter: Staffed) -> None:
    draft = door.open_draft()
    counter.log_in(Role.VOLUNTEER)
    for call in (door.open_draft, door.packs):
        with pytest.raises(StaffRefusedError):
            call()
    with pytest.raises(StaffRefusedError):
        door.publish(draft, "")
