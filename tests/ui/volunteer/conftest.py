"""Both screens of one visit."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.fakes import SMALL_PACK, PlainSlips, counter
from tests.ui.conftest import MakeDriver
from tests.ui.volunteer.together import Together
from wijkwijzer_desktop.domain.questionnaire import Questionnaire

GUIDANCE = "Vraag dit rustig."

Sit = Callable[..., Together]


@pytest.fixture
def sit(make_driver: MakeDriver) -> Sit:
    """Makes both; apart: on two monitors. Every question has guidance."""

    def make(*, apart: bool = True) -> Together:
        questions = tuple(replace(question, guidance=GUIDANCE) for question in SMALL_PACK.questionnaire.questions)
        pack = replace(SMALL_PACK, questionnaire=Questionnaire(questions))
        slips = PlainSlips()
        return Together(make_driver(counter(pack, slips=slips)), apart=apart, slips=slips)

    return make


@pytest.fixture
def together(sit: Sit) -> Together:
    """On two monitors."""
    return sit()
