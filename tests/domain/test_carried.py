"""What the code on a paper carries: whole or not at all, and never what is discreet."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.fakes import TUESDAY_TEN, advising, intake
from wijkwijzer_desktop.desk.qr import encode
from wijkwijzer_desktop.domain.carried import (
    LONGEST,
    LONGEST_TOPIC,
    MARK,
    MOST_TOPICS,
    Carried,
    carried_text,
    known_topics,
    parse_carried,
    tiles_of,
)
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, Domain, Topic
from wijkwijzer_desktop.domain.errors import CarriedRefusedError
from wijkwijzer_desktop.domain.questionnaire import Option, Part, Question
from wijkwijzer_desktop.domain.referral import Choice, refer
from wijkwijzer_desktop.domain.slip import ALPHABET, CODE_LENGTH, check_character, is_code

words = st.from_regex(r"[a-z0-9]{1,7}(-[a-z0-9]{1,3})?", fullmatch=True)
topics = st.lists(st.one_of(words, st.tuples(words, words).map(".".join)), max_size=MOST_TOPICS, unique=True).map(tuple)
bodies = st.text(ALPHABET, min_size=CODE_LENGTH - 1, max_size=CODE_LENGTH - 1)


def written(body: str) -> str:
    code = body + check_character(body)
    return f"{code[:4]}-{code[4:]}"


@given(bodies, topics)
def test_what_was_put_in_comes_out(body: str, ids: tuple[str, ...]) -> None:
    text = carried_text(written(body), ids)
    assert len(text) <= LONGEST
    assert parse_carried(text) == Carried(written(body), ids)
    assert parse_carried(f" {text.lower()}\r\n") == Carried(written(body), ids)


@given(bodies, topics)
def test_a_scanner_that_types_has_all_its_characters_on_one_keyboard_row_or_another(body: str, ids: tuple[str, ...]) -> None:
    assert set(carried_text(written(body), ids)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.-")


@given(bodies, topics, st.data())
def test_a_lost_or_a_wrong_character_is_refused(body: str, ids: tuple[str, ...], data: st.DataObject) -> None:
    text = carried_text(written(body), ids)
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from(["", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.-"]))
    damaged = text[:place] + other + text[place + 1 :]
    if damaged != text:
        with pytest.raises(CarriedRefusedError):
            parse_carried(damaged)


@given(st.one_of(st.text(), st.text("WW1/.- K7QM3F" + ALPHABET), st.text().map(f"{MARK}/".__add__)))
def test_garbage_is_refused_and_nothing_else_happens(text: str) -> None:
    with suppress(CarriedRefusedError):
        assert is_code(parse_carried(text).code)


@pytest.mark.parametrize("text", ["https://voorbeeld.nl", "tel:+31534817900", "", "1234567890128", "WW2/K7QM37/ABC", "ß" * 400])
def test_what_is_no_paper_of_ours_is_refused(text: str) -> None:
    with pytest.raises(CarriedRefusedError):
        parse_carried(text)


def test_a_slip_code_typed_by_hand_is_enough() -> None:
    code = written("K7QM3")
    assert parse_carried(f"{code.lower()} ") == parse_carried(code.replace("-", " ")) == Carried(code)
    with pytest.raises(CarriedRefusedError):
        parse_carried(code[:-1] + ALPHABET[(ALPHABET.index(code[-1]) + 1) % len(ALPHABET)])


def test_no_more_topics_than_a_cheap_scanner_reads() -> None:
    many = tuple(f"zorg{number}.{'x' * (LONGEST_TOPIC - 6)}" for number in range(MOST_TOPICS + 3))
    text = carried_text(written("K7QM3"), many)
    assert parse_carried(text).topics == many[:MOST_TOPICS]
    # Fewer than 50 modules: half a millimetre each on 25 millimetres.
    assert encode(text).size < 50


def test_an_id_that_no_scanner_can_type_is_left_out() -> None:
    code = written("K7QM3")
    assert parse_carried(carried_text(code, ("Geld", "zorg/twee", "é", "x" * 40, "", "geld.schulden"))).topics == (
        "geld.schulden",
    )


def test_no_paper_without_a_code() -> None:
    with pytest.raises(CarriedRefusedError):
        carried_text("K7QM-3", ())


def test_what_this_counter_does_not_know_or_what_is_discreet_is_left_out() -> None:
    known = {
        topic.id: topic
        for topic in (
            Topic("geld", "Geld", Domain.SOCIETY),
            Topic("geld.schulden", "Schulden", Domain.SOCIETY, parent="geld"),
            Topic("veilig.thuis", "Thuis", Domain.SOCIAL, parent="veilig", discreet=True),
        )
    }
    carried = Carried(written("K7QM3"), ("veilig.thuis", "oud.weg", "geld.schulden"))
    assert known_topics(carried, known) == ("geld.schulden",)
    begin = Question(BEGIN_QUESTION, "Wat speelt er?", (Option("geld", "Geld"), Option("werk", "Werk")), Part.BEGIN, several=True)
    assert tiles_of(("geld.schulden", "oud.weg"), known, begin) == {"geld"}


def test_the_worries_are_on_paper_only_when_the_visitor_wants_that() -> None:
    advice = advising().advise(intake({BEGIN_QUESTION: "geld", "geld.rekeningen": "soms-niet"}), TUESDAY_TEN)
    assert refer(advice, Choice()).carried == ()
    assert "geld.schulden" in refer(advice, Choice(carried=True)).carried


def test_what_is_discreet_is_never_in_the_code() -> None:
    advice = advising().advise(
        intake({BEGIN_QUESTION: ("geld", "veilig"), "geld.rekeningen": "soms-niet", "veilig.bang": "ja"}), TUESDAY_TEN
    )
    discreet = {c.topic.parent for c in advice.concerns if c.topic.discreet}
    assert discreet
    carried = refer(advice, Choice(carried=True, discreet=True)).carried
    assert carried
    assert not any(topic.split(".")[0] in discreet for topic in carried)
