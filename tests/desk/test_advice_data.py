"""An Advice as JSON: ids, ISO dates, and each reason with its words."""

import json
from typing import Any

from hypothesis import given, settings

from tests.desk.fakes import TUESDAY_TEN, Answers, advising, intake, wording
from tests.desk.test_advising import answer_sets
from wijkwijzer_desktop.desk.advice_data import advice_data

KINDS = {"you_said", "urgent", "opens", "distance", "language", "ask", "checked", "closed", "whole", "talk"}


def data(answers: Answers) -> dict[str, Any]:
    found = advice_data(advising().advise(intake(answers), TUESDAY_TEN), wording(), TUESDAY_TEN)
    assert json.loads(json.dumps(found)) == found
    return found


def test_debts_with_a_cut_off_date() -> None:
    found = data({"begin.topics": "geld", "geld.rekeningen": "nee", "geld.brief": "ja", "about.area": "centrum"})
    assert set(found) == {"urgent", "concerns", "recommendations", "activities", "pack_version"}
    assert found["urgent"] == [
        {
            "signal": "afsluiting",
            "title": "Gaat het licht uit?",
            "services": ["stadsbank"],
            "numbers": ["088 766 36 66"],
            "discreet": False,
        }
    ]
    assert found["concerns"] == [
        {
            "topic": "geld.schulden",
            "severity": "crisis",
            "because": [
                {"question": "geld.brief", "options": ["ja"]},
                {"question": "geld.rekeningen", "options": ["nee"]},
            ],
        }
    ]
    first = found["recommendations"][0]
    assert {name: first[name] for name in first if name != "reasons"} == {
        "concern": "geld.schulden",
        "service": "stadsbank",
        "name": "Stadsbank",
        "verdict": "yes",
        "step": "municipality",
        "distance_km": 0,
        "open": "unknown",
        "next_time": None,
        "checked": None,
    }
    assert first["reasons"][0] == {"kind": "urgent", "signal": "afsluiting", "text": "Gaat het licht uit?"}
    assert found["recommendations"][-1]["service"] == "wijkwijzer-magneet"


def test_times_are_iso_with_the_citys_offset() -> None:
    found = data({"begin.topics": "contact"})
    (resto,) = [r for r in found["activities"] if r["service"] == "resto"]
    assert (resto["open"], resto["next_time"]) == ("later", "2026-11-24T12:00:00+01:00")
    opens = next(r for r in resto["reasons"] if r["kind"] == "opens")
    assert opens["opening"]["state"] == "later"
    assert opens["opening"]["ends"] == "2026-11-24T14:00:00+01:00"
    assert opens["text"] == "Vandaag open om 12:00"


@given(answer_sets)
@settings(max_examples=40)
def test_whatever_is_said_it_is_json_and_every_reason_has_words(answers: Answers) -> None:
    found = data(answers)
    assert found["recommendations"]
    for entry in (*found["recommendations"], *found["activities"]):
        assert entry["verdict"] in {"yes", "maybe"}
        assert entry["open"] in {"now", "later", "unknown"}
        for reason in entry["reasons"]:
            assert reason["kind"] in KINDS
            assert reason["text"]
