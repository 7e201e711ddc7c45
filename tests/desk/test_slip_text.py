"""Every line of the paper, in Dutch."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.desk.fakes import COUNTER, PACK, SERVICES, TUESDAY_TEN, Answers, advising, hours, intake, place, service, wording
from tests.domain.samples import utc
from wijkwijzer_desktop.desk.slip_text import SlipText, contact
from wijkwijzer_desktop.domain.condition import AtMost
from wijkwijzer_desktop.domain.questionnaire import SKIPPED
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.domain.service import Kind, Location, Phone, ReferralNeed, Service, Status, Step, Told, Translation
from wijkwijzer_desktop.domain.sheet import CodeBlock, TickBlock
from wijkwijzer_desktop.domain.slip import (
    ActivitiesBlock,
    FooterBlock,
    Slip,
    StepBlock,
    TalkBlock,
    UrgentBlock,
    WriteBlock,
)
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n.languages import Language, language
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.wording import Wording

DEBTS: Answers = {"begin.topics": "geld", "geld.rekeningen": "soms-niet", "geld.brief": "nee"}
WHOLE = Service(
    id="hulp",
    name="Hulp bij geld",
    organization=COUNTER.organization,
    kind=Kind.SERVICE,
    description="Samen kijken naar uw geld.",
    topics=("geld.schulden",),
    step=Step.VOLUNTEER,
    status=Status.CONFIRMED,
    location=place("7511"),
    phones=(Phone("053 481 79 00"), Phone("06 12345678")),
    url="https://voorbeeld.nl",
    timetable=hours(),
    hours_text="ma t/m vr 9-17 uur.",
    cost="gratis",
    documents=("brieven", "een pas"),
    referral=ReferralNeed.NEEDED,
    checked=date(2026, 11, 3),
)


def compose(
    answers: Answers,
    entries: tuple[Service, ...] = SERVICES,
    choice: Choice | None = None,
    at: datetime = TUESDAY_TEN,
) -> Slip:
    advice = advising(entries).advise(intake(answers), at)
    words = wording()
    return SlipText(words, words).compose(
        refer(advice, choice or Choice()), counter="Wijkwijzer De Magneet", place="Hertmebrink 1", at=at, code="K7QM-3H"
    )


def only(slip: Slip, kind: type) -> list[object]:
    return [block for block in slip.blocks if isinstance(block, kind)]


def step_of(thing: Service, answers: Answers | None = None) -> StepBlock:
    slip = compose(answers or DEBTS, (thing, COUNTER))
    block = only(slip, StepBlock)[0]
    assert isinstance(block, StepBlock)
    assert block.name == thing.name
    return block


def lines_of(thing: Service, answers: Answers | None = None) -> list[str]:
    return [line.dutch for line in step_of(thing, answers).lines]


def all_text(slip: Slip) -> str:
    return repr(slip)


def test_a_whole_step_line_by_line() -> None:
    block = step_of(WHOLE, {**DEBTS, "about.area": "wesselerbrink"})
    assert (block.number, block.concern.dutch, block.name) == (1, "Ik heb schulden", "Hulp bij geld")
    assert [line.dutch for line in block.lines] == [
        "Samen kijken naar uw geld.",
        "Open: ma t/m vr 9-17 uur. Vandaag open tot 17:00.",
        "Hertmebrink 1, Enschede. Ongeveer 3 km",
        "Kosten: gratis",
        "Neem mee: brieven en een pas",
        "Iemand moet u aanmelden. Vraag het aan de balie.",
        "Waarom: “Lukt het om uw rekeningen te betalen?” U zei: Soms lukt het mij niet.",
        "Nagekeken op 3 nov 2026.",
    ]
    assert (block.phone, block.qr) == ("053 481 79 00", "tel:+31534817900")


def test_the_header_the_order_of_blocks_and_the_last_lines() -> None:
    slip = compose({**DEBTS, "geld.brief": "ja"})
    assert (slip.header.counter, slip.header.place, slip.header.code) == ("Wijkwijzer De Magneet", "Hertmebrink 1", "K7QM-3H")
    assert slip.header.date == Text("24 nov 2026")
    kinds = [type(block) for block in slip.blocks]
    assert kinds == [UrgentBlock, StepBlock, StepBlock, TalkBlock, WriteBlock, TickBlock, CodeBlock, FooterBlock]
    assert (slip.language, slip.direction) == ("nl", "ltr")
    (write,) = only(slip, WriteBlock)
    assert isinstance(write, WriteBlock)
    assert [label.dutch for label in write.labels] == ["Wie helpt mij?", "Mijn eerste stap", "Wanneer?"]
    (footer,) = only(slip, FooterBlock)
    assert isinstance(footer, FooterBlock)
    assert [line.dutch for line in footer.lines][-1] == f"Vragenlijst {PACK.version}"


def test_a_step_of_which_no_code_is_kept_has_no_boxes() -> None:
    slip = compose({"begin.topics": ("contact", "geld"), "contact.iemand-bellen": SKIPPED, "geld.rekeningen": "nee"})
    steps = [block for block in slip.blocks if isinstance(block, StepBlock)]
    assert [step.concern.dutch for step in steps] == ["Ik heb schulden", "Ik wil meer mensen zien", "Ik mis iemand"]
    (ticks,) = (block for block in slip.blocks if isinstance(block, TickBlock))
    # Of the third nobody told anything.
    assert [tick.dutch[:2] for tick in ticks.ticks] == ["1.", "1.", "2.", "2."]


def test_the_date_is_the_citys() -> None:
    assert compose({}, at=utc(2026, 11, 24, 23, 30)).header.date == Text("25 nov 2026")


def test_dutch_alone_has_no_second_column() -> None:
    slip = compose({**DEBTS, "geld.brief": "ja"})
    for block in slip.blocks:
        texts = [value for value in vars_of(block) if isinstance(value, Text)]
        assert all(text.own == "" for text in texts)


def vars_of(block: object) -> list[object]:
    found: list[object] = []
    for name in type(block).__slots__:  # type: ignore[attr-defined]
        value = getattr(block, name)
        found += value if isinstance(value, tuple) else [value]
    return found


def test_another_language_has_every_line_twice() -> None:
    turkish = Wording(Translator(Language("tr", "Türkçe")), PACK)
    advice = advising().advise(intake({**DEBTS, "geld.brief": "ja"}), TUESDAY_TEN)
    slip = SlipText(wording(), turkish).compose(refer(advice, Choice()), counter="C", place="P", at=TUESDAY_TEN, code="K7QM-3H")
    assert slip.language == "tr"
    texts = [
        value
        for block in slip.blocks
        for value in vars_of(block)
        if isinstance(value, Text) and value.dutch != "C, P"  # a name and an address are the same in every language
    ]
    assert texts
    assert all(text.own for text in texts)
    assert slip.header.date == Text("24 nov 2026", "24 Kas 2026")


def own_lines(thing: Service, code: str) -> list[Text]:
    """Of the first step, in both languages."""
    own = Wording(Translator(language(code)), PACK)
    advice = advising((thing, COUNTER)).advise(intake(DEBTS), TUESDAY_TEN)
    slip = SlipText(wording(), own).compose(refer(advice, Choice()), counter="C", place="P", at=TUESDAY_TEN, code="K7QM-3H")
    block = only(slip, StepBlock)[0]
    assert isinstance(block, StepBlock)
    return list(block.lines)


def test_a_translation_stands_beside_the_dutch_it_belongs_to() -> None:
    told = (
        Translation("tr", Told.DESCRIPTION, "Samen kijken naar uw geld.", "Paranıza birlikte bakarız."),
        Translation("tr", Told.COST, "iets anders", "Başka"),
    )
    lines = own_lines(replace(WHOLE, translations=told), "tr")
    assert lines[0] == Text("Samen kijken naar uw geld.", "Paranıza birlikte bakarız.")
    assert not any("Başka" in line.own for line in lines)


def test_without_a_translation_the_facts_stand_beside_the_dutch() -> None:
    lines = {line.dutch: line.own for line in own_lines(replace(WHOLE, cost="€ 8 voor drie gangen", cost_cents=800), "de")}
    assert lines["Samen kijken naar uw geld."] == "Hulp van een vrijwilliger. Het gaat over: “Ik heb schulden”."
    assert (
        lines["Open: ma t/m vr 9-17 uur. Vandaag open tot 17:00."]
        == "Open: elke dag 09:00–17:00 · ook op feestdagen. Vandaag open tot 17:00."
    )
    assert lines["Kosten: € 8 voor drie gangen"] == "Kosten: 8\xa0€"
    assert lines["Neem mee: brieven en een pas"] == "Neem mee: brieven und een pas"


def test_what_is_only_known_in_dutch_is_the_same_in_both() -> None:
    bare = replace(WHOLE, referral=ReferralNeed.NONE, referral_text="Bel altijd eerst.")
    for code in ("tr", "ar"):
        assert Text("Bel altijd eerst.", "Bel altijd eerst.") in own_lines(bare, code)
        assert any("Hertmebrink 1, Enschede" in line.own for line in own_lines(bare, code))


def test_another_language_changes_the_whole_slip() -> None:
    """Whatever is a number or a name keeps its own direction where lines run from the right."""
    for line in own_lines(WHOLE, "ar"):
        outside, depth = "", 0
        for sign in line.own:
            depth += (sign in "\u2066\u2067\u2068") - (sign == "\u2069")
            outside += sign if not depth else ""
        assert line.own == line.dutch or not any(c.isdigit() for c in outside)


def test_the_urgent_box_has_words_and_the_number() -> None:
    (box,) = only(compose({**DEBTS, "geld.brief": "ja"}), UrgentBlock)
    assert box == UrgentBlock(Text("Gaat het licht uit?"), (Text("Bel vandaag."),), (("088 766 36 66", Text("Stadsbank")),))


def test_discreet_routes_leave_no_trace_unless_asked_for() -> None:
    answers: Answers = {
        "begin.topics": ("geld", "veilig"),
        "geld.rekeningen": "nee",
        "veilig.bang": "ja",
    }
    paper = all_text(compose(answers))
    for trace in ("thuis niet veilig", "Veilig", "0800-2000", "'112'", "bang", "Lotgenoten"):
        assert trace not in paper
    asked = all_text(compose(answers, choice=Choice(discreet=True)))
    assert "Is het thuis niet veilig?" in asked
    assert "0800-2000" in asked


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"status": Status.UNCONFIRMED, "checked": None}, "Nog niet nagekeken. Bel eerst."),
        ({"status": Status.UNCONFIRMED}, "Nagekeken op 3 nov 2026. Bel eerst."),
        ({"check_before": date(2026, 11, 24)}, "Nagekeken op 3 nov 2026. Bel eerst."),
        ({"checked": None}, "Nog niet nagekeken. Bel eerst."),
    ],
)
def test_call_first_where_nobody_made_sure(changes: dict[str, object], words: str) -> None:
    assert lines_of(replace(WHOLE, **changes))[-1] == words  # type: ignore[arg-type]


def test_unknown_hours_are_never_open() -> None:
    lines = lines_of(replace(WHOLE, timetable=Timetable(), hours_text=""))
    assert "Vraag wanneer het open is." in lines
    assert not any(line.startswith(("Nu open", "Open")) for line in lines)
    said_so = lines_of(replace(WHOLE, timetable=Timetable(), hours_text="op afspraak"))
    assert "Open: op afspraak" in said_so


def test_day_and_night_is_said_once() -> None:
    lines = lines_of(replace(WHOLE, timetable=hours(opens=0, closes=0), hours_text="Dag en nacht"))
    assert [line for line in lines if "nacht" in line] == ["Dag en nacht open"]


def test_without_a_number_nobody_is_told_to_call_first() -> None:
    unsure = replace(WHOLE, phones=(), status=Status.UNCONFIRMED)
    assert lines_of(unsure)[-1] == "Nagekeken op 3 nov 2026. Vraag het eerst hier na."
    assert "Kijk op: voorbeeld.nl" in lines_of(unsure)
    assert "Het nummer weten we niet. Vraag het aan de balie." in lines_of(replace(unsure, url=""))


def test_what_is_shut_for_a_while_says_so_instead_of_its_hours() -> None:
    shut = replace(WHOLE, status=Status.TEMPORARILY_CLOSED, closed_until=date(2027, 1, 3))
    lines = lines_of(shut)
    assert "Dicht tot en met 3 jan 2027." in lines
    assert not any("open" in line.lower() for line in lines)
    assert "Nu tijdelijk dicht. Bel eerst." in lines_of(replace(shut, closed_until=None))


def test_a_maybe_says_whom_it_is_for_and_what_to_ask() -> None:
    lines = lines_of(replace(WHOLE, eligibility=AtMost("about.leeftijd", 27), audience="jongeren tot 27 jaar"))
    assert "Voor: jongeren tot 27 jaar" in lines
    assert "Misschien voor u. Vraag naar uw leeftijd." in lines


def test_what_is_not_known_takes_no_line() -> None:
    bare = service("kaal", Kind.SERVICE, Step.VOLUNTEER, "geld.schulden")
    lines = lines_of(replace(bare, description=""))
    assert lines == [
        "Vraag wanneer het open is.",
        "Het nummer weten we niet. Vraag het aan de balie.",
        "Waarom: “Lukt het om uw rekeningen te betalen?” U zei: Soms lukt het mij niet.",
        "Nog niet nagekeken. Vraag het eerst hier na.",
    ]
    assert (step_of(bare).phone, step_of(bare).qr) == ("", "")


def test_a_post_address_is_not_where_to_go() -> None:
    lines = lines_of(replace(WHOLE, location=Location("Postbus 1", "7500AA", "Enschede", visit=False)))
    assert not any("Postbus" in line for line in lines)


def test_the_conversation_about_everything_says_why() -> None:
    slip = compose(
        {"begin.topics": ("geld", "contact", "pijn"), "geld.rekeningen": "nee", "pijn.klachten": "ja", "about.area": "centrum"}
    )
    first = only(slip, StepBlock)[0]
    assert isinstance(first, StepBlock)
    assert (first.concern.dutch, first.name) == ("Praat erover", "Wijkteam")
    assert "U heeft zorgen op meer plekken. Begin met één gesprek over alles." in [line.dutch for line in first.lines]


def test_activities_have_a_real_day_and_time_and_how_far() -> None:
    (block,) = only(compose({"begin.topics": "contact", "about.area": "wesselerbrink"}), ActivitiesBlock)
    assert isinstance(block, ActivitiesBlock)
    assert block.title.dutch == "Doe mee deze week"
    assert [(row.when.dutch, row.what, row.where.dutch) for row in block.rows] == [
        ("di 24 nov 12:00", "Resto", "Hertmebrink 1, Enschede. Bij u in de buurt"),
        ("vandaag, tot 11:00", "Koffie", "Hertmebrink 1, Enschede. Ongeveer 3 km"),
    ]


def test_the_counter_is_always_there() -> None:
    slip = compose({}, (replace(COUNTER, hours_text="ma-vr 9-17"),))
    (talk,) = only(slip, TalkBlock)
    assert isinstance(talk, TalkBlock)
    assert talk.lines[0].dutch == "Wijkwijzer De Magneet, Hertmebrink 1"
    assert only(slip, ActivitiesBlock) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("053 481 79 00", "tel:+31534817900"),
        ("053-4817900", "tel:+31534817900"),
        ("(053) 481 79 00", "tel:+31534817900"),
        ("06 12 34 56 78", "tel:+31612345678"),
        ("088 766 36 66", "tel:+31887663666"),
        ("085-1234567", "tel:+31851234567"),
        ("+31 53 481 79 00", "tel:+31534817900"),
        ("+31 (0)53 481 79 00", "tel:+31534817900"),
        ("14 053", "tel:14053"),
        ("112", "tel:112"),
        ("113", "tel:113"),
        ("116 111", "tel:116111"),
        ("0800-0113", "tel:08000113"),
        ("0800 2000", "tel:08002000"),
        ("0800-1234567", "tel:08001234567"),
        ("0900-8844", "tel:09008844"),
        ("0900 123 4567", "tel:09001234567"),
        ("053\u00a0481 79 00", "tel:+31534817900"),
        ("053 481 79 00 / 06 12345678", ""),
        ("053 481 79 00 (kies 1)", ""),
        ("vraag het aan de balie", ""),
        ("²²²²", ""),
        ("٠١٢٣٤", ""),
        ("", ""),
    ],
)
def test_what_the_square_code_dials(number: str, code: str) -> None:
    thing = replace(service("x", Kind.SERVICE, Step.VOLUNTEER, "geld"), phones=(Phone(number),))
    assert contact(thing) == code
    with_url = replace(thing, url="https://voorbeeld.nl/geld")
    assert contact(with_url) == (code or "https://voorbeeld.nl/geld")


@pytest.mark.parametrize("url", ["http://voorbeeld.nl", "file:///etc/passwd", "javascript:alert(1)", "mailto:a@b.nl", ""])
def test_only_https_addresses_become_a_square_code(url: str) -> None:
    assert contact(service("x", Kind.SERVICE, Step.VOLUNTEER, "geld", url=url)) == ""


def test_whom_to_ask_for_and_who_goes_along_stand_on_it_where_they_are_known() -> None:
    told = replace(
        WHOLE,
        ask_for="de gastvrouw",
        buddy="Een vrijwilliger gaat mee.",
        translations=(Translation("de", Told.ASK_FOR, "de gastvrouw", "die Gastgeberin"),),
    )
    lines = {line.dutch: line.own for line in own_lines(told, "de")}
    assert "die Gastgeberin" in lines["Vraag naar: de gastvrouw"]
    assert "Samen erheen: Een vrijwilliger gaat mee." in lines
    assert not any(line.dutch.startswith(("Vraag naar", "Samen erheen")) for line in own_lines(WHOLE, "de"))
