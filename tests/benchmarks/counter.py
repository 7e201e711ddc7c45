"""A counter with the shipped content in a temporary folder, and one visit to measure with."""

import json
import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path

from wijkwijzer_desktop import bootstrap
from wijkwijzer_desktop.content.visits import read_visit
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.slip import Slip

AT = datetime(2026, 11, 24, 10, tzinfo=ZONE)
VISIT = json.loads(
    """{"language": "nl", "area": "wesselerbrink",
        "answers": {"begin.topics": ["geld", "contact"], "geld.rekeningen": "soms-niet", "geld.achterstand": "een",
                    "contact.iemand-bellen": "nee", "about.leeftijd": "26-54", "about.inkomen": "ja"},
        "order": ["geld.schulden", "contact.eenzaam"]}"""
)


@cache
def a_desk() -> Desk:
    """Made once; its folder goes with the process."""
    return bootstrap.build_desk(Path(tempfile.mkdtemp(prefix="wijkwijzer-bench-")))


def an_intake() -> Intake:
    """Two worries, some facts."""
    return read_visit(VISIT, a_desk().pack)


def a_slip(language: str = "nl") -> Slip:
    """What that visitor takes home, in this language and Dutch."""
    desk = a_desk()
    advice = desk.advise(desk.pack, an_intake(), AT)
    return desk.compose(refer(advice, Choice()), "K7QM-3H", language, AT)
