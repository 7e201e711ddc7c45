"""Going back and forth between drafts."""

from dataclasses import replace

from tests.content.editing.small import small
from wijkwijzer_desktop.desk.draft_steps import Steps


def test_back_and_forth() -> None:
    first = small()
    steps = Steps(first)
    assert (steps.can_undo, steps.can_redo, steps.undo(), steps.redo()) == (False, False, first, first)
    second, third = replace(first, number=2), replace(first, number=3)
    steps.take(second)
    steps.take(third)
    assert (steps.draft, steps.undo(), steps.undo()) == (third, second, first)
    assert (steps.can_undo, steps.can_redo, steps.redo()) == (False, True, second)


def test_what_was_undone_is_gone_after_another_edit() -> None:
    first = small()
    steps = Steps(first)
    steps.take(replace(first, number=2))
    steps.undo()
    steps.take(replace(first, number=3))
    assert (steps.can_redo, steps.undo()) == (False, first)


def test_no_more_than_so_many() -> None:
    steps = Steps(small())
    for number in range(Steps.MOST + 20):
        steps.take(replace(steps.draft, number=number))
    for _ in range(Steps.MOST + 20):
        steps.undo()
    assert steps.draft.number == 20
