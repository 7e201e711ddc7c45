"""A referral as a FHIR Bundle: valid for whoever reads it, and nobody's.

The models of `fhir.resources` are those of R4B (4.3.0). Of the resources that stand in a file of ours nothing was changed between
R4 (4.0.1) and R4B.
"""

import json
import re
from dataclasses import replace
from datetime import time, timedelta
from types import MappingProxyType
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desk.test_referral_file import AFRAID, case
from tests.exchange.hsds_samples import services as any_services
from tests.fakes import SERVICES as SMALL
from tests.fakes import SMALL_PACK, TUESDAY_TEN, counter
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap import advise_over
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.content.loaded import LoadedCatalogue
from wijkwijzer_desktop.content.personas import load_personas
from wijkwijzer_desktop.desk.referral_file import ReferralCase
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION
from wijkwijzer_desktop.domain.intake import Answer, Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import DECLINED, DONT_KNOW, SKIPPED
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.domain.schedule import Frequency, Schedule, Timetable
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.exchange.fhir_in import read_questionnaire
from wijkwijzer_desktop.exchange.fhir_names import ABSENT
from wijkwijzer_desktop.exchange.fhir_out import bundle_bytes, bundle_of
from wijkwijzer_desktop.exchange.fhir_service import Services
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.wording import Wording

MONEY: dict[str, tuple[str, ...]] = {
    BEGIN_QUESTION: ("geld",),
    "geld.rekeningen": ("nee",),
    "geld.soort": (DONT_KNOW,),
    "help.wie": (SKIPPED,),
}


def proved(found: ReferralCase, pack: Pack = SMALL_PACK) -> dict[str, list[dict[str, Any]]]:
    """The resources by type, of a file that was read by another library and whose every reference leads somewhere."""
    content = bundle_bytes(found, Wording(Translator(), pack))
    Bundle.model_validate_json(content)
    whole = json.loads(content)
    by_type: dict[str, list[dict[str, Any]]] = {}
    for entry in whole["entry"]:
        assert entry["fullUrl"] == f"urn:uuid:{entry['resource']['id']}"
        by_type.setdefault(entry["resource"]["resourceType"], []).append(entry["resource"])
    urls = [entry["fullUrl"] for entry in whole["entry"]]
    assert len(set(urls)) == len(urls)
    assert set(re.findall(r'"(?:reference|questionnaire)": "([^"]*)"', content.decode())) <= set(urls)
    return by_type


def items(resource: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """All that stands in it, however deep, by linkId."""
    found: dict[str, dict[str, Any]] = {}
    for item in resource.get("item", ()):
        found |= {item["linkId"]: item, **items(item)}
    return found


def test_a_referral_whole() -> None:
    found = proved(case(MONEY))
    (request, *_others) = found["ServiceRequest"]
    (questions,) = found["Questionnaire"]
    (response,) = found["QuestionnaireResponse"]
    assert (request["status"], request["intent"], request["priority"]) == ("draft", "proposal", "routine")
    assert request["subject"] == {"display": "De bezoeker. Wie dat is, vult u zelf in."}
    assert (request["code"]["text"], request["performer"][0]["display"]) == ("Schulden", "Stadsbank")
    assert "Lukt het om elke maand uw rekeningen te betalen?" in request["reasonCode"][0]["text"]
    assert request["supportingInfo"] == [{"reference": f"urn:uuid:{response['id']}"}]
    assert response["questionnaire"] == questions["url"]
    assert response["status"] == "stopped"
    (bank, *_rest) = found["HealthcareService"]
    assert bank["telecom"] == [{"system": "phone", "value": "053 000 00 00"}]
    assert bank["availableTime"] == [
        {
            "daysOfWeek": ["mon", "tue", "wed", "thu", "fri"],
            "availableStartTime": "09:00:00",
            "availableEndTime": "17:00:00",
        }
    ]
    assert "Kijk eerst na of dit nog klopt." in bank["extraDetails"]


def test_why_there_is_no_answer() -> None:
    (response,) = proved(case({**MONEY, "help.goed": (DECLINED,)}))["QuestionnaireResponse"]
    reasons = {
        link: item["answer"][0]["valueCoding"]["extension"][0]
        for link, item in items(response).items()
        if "extension" in item["answer"][0]["valueCoding"]
    }
    assert {link: reason["valueCode"] for link, reason in reasons.items()} == {
        "geld.soort": "asked-unknown",
        "help.wie": "unknown",
        "help.goed": "asked-declined",
    }
    assert {reason["url"] for reason in reasons.values()} == {ABSENT}


def test_nobody_is_in_it_and_no_two_files_are_alike() -> None:
    first, second = (proved(case(MONEY)) for _ in range(2))
    assert "Patient" not in first
    ids = [{resource["id"] for found in each.values() for resource in found} for each in (first, second)]
    assert not ids[0] & ids[1]


def test_nothing_discreet_unless_asked_for() -> None:
    hidden = json.dumps(bundle_of(case(AFRAID), Wording(Translator(), SMALL_PACK)))
    asked = json.dumps(bundle_of(case(AFRAID, discreet=True), Wording(Translator(), SMALL_PACK)))
    for word in ("veilig.nu", "Bent u thuis veilig", "Alarmnummer", "veilig.thuis"):
        assert word not in hidden
        assert word in asked


def test_what_was_looked_up_for_something_discreet_doesnt_say_for_what() -> None:
    here = case(AFRAID)
    desk = counter().desk
    (step,) = (r for r in desk.look_up(SMALL_PACK, here.intake, TUESDAY_TEN, "wijkteam") if r.service.id == "wijkteam")
    (at_home,) = (r for r in desk.look_up(SMALL_PACK, here.intake, TUESDAY_TEN, "veilig thuis") if r.service.id == "thuis")
    referral = refer(desk.advise(SMALL_PACK, here.intake, TUESDAY_TEN), Choice(added=(step, at_home)))
    wording = Wording(Translator(), SMALL_PACK)
    made = ReferralCase(SMALL_PACK, here.intake, referral, False, TUESDAY_TEN, "", "")
    codes = [r["code"] for r in proved(made)["ServiceRequest"] if r["performer"][0]["display"] == "Veilig Thuis"]
    assert codes == [{"text": "Iemand om mee te praten"}]
    assert "Bent u thuis veilig" not in json.dumps(bundle_of(made, wording))


def test_our_own_questions_come_back_the_same() -> None:
    found = json.dumps(proved(case(MONEY))["Questionnaire"][0]).encode()
    back = read_questionnaire(found, "q.json").questionnaire
    shown = [SMALL_PACK.questionnaire.question(q.id) for q in back.questions]
    assert [(q.text, q.part, q.topic, q.several) for q in back.questions] == [(q.text, q.part, q.topic, q.several) for q in shown]
    assert [[o.id for o in q.options] for q in back.questions] == [[o.id for o in q.options] for q in shown]
    assert [q.show_if for q in back.questions if q.topic] == [q.show_if for q in shown if q.topic]


def test_every_persona() -> None:
    folder = paths.content()
    pack = load_pack(folder)
    catalogue = LoadedCatalogue(load_catalogue(folder))
    personas = load_personas(folder, pack)
    assert personas
    for persona in personas:
        advice = advise_over(catalogue, pack, persona).advice
        for discreet in (False, True):
            referral = refer(advice, Choice(discreet=discreet, note="Belt u eerst?"))
            found = proved(ReferralCase(pack, persona.visit, referral, discreet, persona.at, "Balie", ""), pack)
            assert len(found["ServiceRequest"]) == len(referral.steps)
            assert found["ServiceRequest"][0]["note"][0]["text"] == "Belt u eerst?"
            asked, answered = items(found["Questionnaire"][0]), items(found["QuestionnaireResponse"][0])
            assert answered.keys() <= asked.keys()
            assert {
                name for item in asked.values() for name in (w["question"] for w in item.get("enableWhen", ()))
            } <= asked.keys()


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        question.id: st.lists(
            st.sampled_from([o.id for o in question.options]), min_size=1, max_size=3 if question.several else 1, unique=True
        ).map(tuple)
        | st.sampled_from((DONT_KNOW, DECLINED, SKIPPED)).map(lambda option: (option,))
        for question in SMALL_PACK.questionnaire.questions
    },
)
NOTES = st.text(max_size=40)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(ANSWERS, st.lists(any_services, max_size=2), NOTES, st.booleans())
def test_whatever_was_said_and_whoever_helps_the_file_is_valid(
    answers: dict[str, tuple[str, ...]], services: list[Service], note: str, discreet: bool
) -> None:
    unique = {service.id: service for service in (*SMALL, *services)}
    desk = counter(services=tuple(unique.values())).desk
    intake = Intake(answers=MappingProxyType({name: Answer(options) for name, options in answers.items()}))
    advice = desk.advise(SMALL_PACK, intake, TUESDAY_TEN)
    added = desk._advising(SMALL_PACK, desk.shelves[0].catalogue).explain_all(tuple(services), intake, TUESDAY_TEN)
    referral = refer(advice, Choice(discreet=discreet, added=added, note=note))
    found = proved(ReferralCase(SMALL_PACK, intake, referral, discreet, TUESDAY_TEN, "Balie", note))
    assert len(found["ServiceRequest"]) == len(referral.steps)


@pytest.mark.parametrize(
    ("schedule", "written"),
    [
        (Schedule(Frequency.WEEKLY, ("MO",), time(9), time(9)), [{"daysOfWeek": ["mon"], "allDay": True}]),
        (Schedule(Frequency.WEEKLY, ("MO",), time(22), time(2)), None),
        (Schedule(Frequency.WEEKLY, ("MO",), None, None), None),
        (Schedule(Frequency.WEEKLY, ("MO",), time(9), time(12), valid_to=TUESDAY_TEN.date() + timedelta(30)), None),
        (Schedule(Frequency.MONTHLY, ("1MO",), time(9), time(12)), None),
    ],
)
def test_half_of_the_times_would_look_like_all(schedule: Schedule, written: object) -> None:
    plain = Schedule(Frequency.WEEKLY, ("FR",), time(9), time(12))
    made = Services(Wording(Translator(), SMALL_PACK), TUESDAY_TEN.date())
    made.put(replace(SMALL[2], hours_text="", timetable=Timetable((schedule,))))
    made.put(replace(SMALL[3], hours_text="", timetable=Timetable((schedule, plain))))
    one, two = (r for r in made.resources if r["resourceType"] == "HealthcareService")
    assert one.get("availableTime") == written
    assert ("availableTime" in two) is (written is not None)
    # What the week can't say stands there in words.
    assert one["availabilityExceptions"]
