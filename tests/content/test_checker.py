"""Each kind of mistake, sown one at a time in content that holds, is found at its line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.content import made
from tests.content.advisor import SERVICES, TILES, advise
from wijkwijzer_desktop.content.checker import check
from wijkwijzer_desktop.content.files import load_content
from wijkwijzer_desktop.content.language import Exceptions
from wijkwijzer_desktop.content.outcomes import persona_findings
from wijkwijzer_desktop.content.references import reference_findings
from wijkwijzer_desktop.content.words import words

Files = dict[str, Any]


def test_content_that_holds_has_no_findings(tmp_path: Path) -> None:
    report = made.report_of(tmp_path, made.files())
    assert report.findings == ()
    assert (report.questions, report.personas, report.services, report.concerns) == (51, 60, 4, 16)
    assert report.version.startswith("2026.11-")
    assert [number.sort for number in report.numbers] == ["één zorg", "twee zorgen", "alles langs", "elk bezoek"]


def rename_option_in_show_if(files: Files) -> None:
    made.question(files, "tegel2.meer")["show_if"]["is"] = "bestaat"


def name_a_later_question(files: Files) -> None:
    made.question(files, "tegel2.meer")["show_if"] = {"question": "tegel2.hulp", "is": "nee"}


def name_another_topic(files: Files) -> None:
    made.question(files, "tegel2.meer")["show_if"] = {"question": "tegel1.open", "is": "nee"}


def about_names_a_topic(files: Files) -> None:
    made.question(files, "about.leeftijd")["show_if"] = {"question": "tegel1.open", "is": "nee"}


def name_a_missing_question(files: Files) -> None:
    made.topic(files, "tegel3")["children"][0]["rules"][0]["when"] = {"question": "tegel3.weg", "is": "nee"}


def name_a_missing_place(files: Files) -> None:
    made.topic(files, "tegel3")["children"][0]["rules"][0]["when"] = {"lives_in": ["atlantis"]}


def reckon_without_numbers(files: Files) -> None:
    made.topic(files, "tegel3")["children"][0]["rules"][0]["when"] = {"question": "tegel3.open", "at_least": 3}


def hide_for_good(files: Files) -> None:
    both = [{"question": "tegel2.open", "is": "nee"}, {"question": "tegel2.open", "is": "ja"}]
    made.question(files, "tegel2.meer")["show_if"] = {"all": both}


def hide_the_opening(files: Files) -> None:
    made.question(files, "tegel2.open")["show_if"] = {"question": "begin.topics", "is": "tegel2"}


def show_to_others(files: Files) -> None:
    made.question(files, "tegel2.open")["show_if"] = {"question": "begin.topics", "any_of": ["tegel2", "tegel3", "alles"]}


def idle_option(files: Files) -> None:
    made.question(files, "tegel2.open")["options"].append(made.option("anders", "Iets anders"))


def rule_against_itself(files: Files) -> None:
    # "meer" is only asked of who said "nee".
    both = [{"question": "tegel2.open", "is": "ja"}, {"question": "tegel2.meer", "is": "vaak"}]
    made.topic(files, "tegel2")["children"][0]["rules"].append({"severity": "heavy", "when": {"all": both}})


def signal_against_itself(files: Files) -> None:
    both = [{"question": "about.leeftijd", "at_most": 17}, {"question": "about.leeftijd", "is": "oud"}]
    files["signals"]["signals"][0]["when"] = {"all": [*both, {"question": "tegel1.open", "is": "nee"}]}


def no_fallback(files: Files) -> None:
    del made.topic(files, "tegel2")["children"][0]["fallback"]


def child_without_rule(files: Files) -> None:
    made.topic(files, "tegel2")["children"].append({"id": "tegel2.leeg", "name": "Leeg"})


def wrong_prefix(files: Files) -> None:
    made.topic(files, "tegel2")["children"].append({"id": "tegel3.anders", "name": "Anders", "rules": []})


def no_tile_for_option(files: Files) -> None:
    made.question(files, "begin.topics")["options"].append(made.option("tegel99", "Meer"))


def no_option_for_tile(files: Files) -> None:
    files["topics"]["topics"].append(
        {**made.topic(files, "tegel2"), "id": "tegel99", "children": [{"id": "tegel99.zorg", "name": "Ja"}]}
    )


def no_place_for_option(files: Files) -> None:
    made.question(files, "about.area")["options"].append(made.option("west", "West"))


def no_option_for_place(files: Files) -> None:
    files["places"]["places"].append({"id": "oost", "name": "Oost"})


def area_question_missing(files: Files) -> None:
    files["questionnaire"]["questions"].remove(made.question(files, "about.area"))
    for persona in files["personas"]["personas"]:
        del persona["visit"]["area"]


def unknown_tile(files: Files) -> None:
    made.question(files, "tegel2.meer")["topic"] = "tegel99"


def part_too_late(files: Files) -> None:
    files["questionnaire"]["questions"].insert(0, files["questionnaire"]["questions"].pop())


def signal_to_nowhere(files: Files) -> None:
    files["signals"]["signals"][0]["services"] = ["114"]


def signal_without_number(files: Files) -> None:
    files["signals"]["signals"][0]["services"] = ["wijkteam"]


def signal_for_a_tile(files: Files) -> None:
    files["signals"]["signals"][0]["concern"] = "tegel9.weg"


def conversation_with_nobody(files: Files) -> None:
    files["topics"]["conversation"] = "niemand"


def label_missing(files: Files) -> None:
    del made.question(files, "about.leeftijd")["label"]


def pictogram_missing(files: Files) -> None:
    made.question(files, "tegel2.open")["options"][0]["pictogram"] = "nergens"


def too_few_questions(files: Files) -> None:
    questions = files["questionnaire"]["questions"]
    questions[:] = [q for q in questions if not q["id"].endswith(".hulp") or q["id"] < "tegel15"]
    files["signals"]["signals"] = []


def too_many_follow_ups(files: Files) -> None:
    extra = [dict(made.question(files, "tegel2.hulp"), id=f"tegel2.extra{n}", text="Is dat zo?") for n in range(2)]
    files["questionnaire"]["questions"][7:7] = extra


def too_many_screens(files: Files) -> None:
    for tile in ("tegel2", "tegel3"):
        question = dict(made.question(files, f"{tile}.hulp"), id=f"{tile}.extra")
        place = files["questionnaire"]["questions"].index(made.question(files, f"{tile}.hulp"))
        files["questionnaire"]["questions"].insert(place, question)
    for number in range(2):
        files["questionnaire"]["questions"].append(
            {**made.question(files, "about.leeftijd"), "id": f"about.extra{number}"},
        )


def long_sentence(files: Files) -> None:
    made.question(files, "tegel2.open")["help"] = "Dit is een zin van meer dan twaalf woorden en dat mag hier niet."


def long_word(files: Files) -> None:
    made.question(files, "tegel2.open")["help"] = "Denk aan uw zorgverzekeraar."


def rare_word(files: Files) -> None:
    made.question(files, "tegel2.open")["help"] = "Denk aan uw griffierecht."


def question_with_not(files: Files) -> None:
    made.question(files, "tegel2.open")["text"] = "Gaat het niet goed met u?"


def hard_text(files: Files) -> None:
    made.question(files, "tegel2.open")["help"] = " ".join(["Gemeentelijke inkomensondersteuning vereist huisvesting."] * 8)


def persona_of_no_counter(files: Files) -> None:
    files["personas"]["personas"][3]["counter"] = "helper"


def persona_wants_nobody(files: Files) -> None:
    files["personas"]["personas"][3]["must"] = ["weg"]


def persona_wants_no_concern(files: Files) -> None:
    files["personas"]["personas"][3]["concerns"] = ["tegel4.weg"]


def persona_misses_concern(files: Files) -> None:
    files["personas"]["personas"][3]["concerns"] = ["tegel9.zorg"]


def persona_misses_service(files: Files) -> None:
    files["personas"]["personas"][3]["must"] = ["wijkteam"]


def persona_gets_too_much(files: Files) -> None:
    files["personas"]["personas"][3]["must_not"] = ["helper"]


def persona_other_urgency(files: Files) -> None:
    files["personas"]["personas"][3]["urgent"] = ["nood"]


def persona_other_first_step(files: Files) -> None:
    files["personas"]["personas"][3]["first"] = "wijkteam"


def persona_of_no_practice(files: Files) -> None:
    files["personas"]["personas"][3]["practice"] = "helper"


def persona_told_of_nothing_full(files: Files) -> None:
    files["personas"]["personas"][3]["full"] = ["weg"]


def persona_not_as_a_whole(files: Files) -> None:
    files["personas"]["personas"][3]["whole"] = True


def persona_links_what_is_light(files: Files) -> None:
    files["personas"]["personas"][3]["visit"]["links"] = [["tegel4.zorg", "tegel9.zorg"]]


def persona_carries_other_worries(files: Files) -> None:
    files["personas"]["personas"][3]["carried"] = []


def persona_carries_no_worry(files: Files) -> None:
    files["personas"]["personas"][3]["carried"] = ["tegel4.weg"]


def persona_wished_nothing(files: Files) -> None:
    files["personas"]["personas"][3]["recipe"] = ["helper"]


def persona_misses_on_recipe(files: Files) -> None:
    files["personas"]["personas"][3] |= {"wishes": {}, "recipe": ["helper", "wijkteam"]}


def persona_has_too_much_on_recipe(files: Files) -> None:
    files["personas"]["personas"][3] |= {"wishes": {"interests": ["meeting"]}, "recipe_not": ["helper"]}


def nobody_in_need(files: Files) -> None:
    files["personas"]["personas"][0]["visit"]["answers"]["tegel1.hulp"] = "ja"
    files["personas"]["personas"][0]["urgent"] = []


def tile_nobody_has(files: Files) -> None:
    kept = [p for p in files["personas"]["personas"] if p["concerns"] != ["tegel5.zorg"]]
    files["personas"]["personas"] = kept


SOWN: tuple[tuple[Callable[[Files], None], str, str], ...] = (
    (rename_option_in_show_if, "condition-unknown-option", "tegel2.meer"),
    (name_a_later_question, "show-if-later", "tegel2.meer"),
    (name_another_topic, "show-if-other-topic", "tegel2.meer"),
    (about_names_a_topic, "show-if-other-part", "about.leeftijd"),
    (name_a_missing_question, "condition-unknown-question", "tegel3.zorg"),
    (name_a_missing_place, "condition-unknown-place", "tegel3.zorg"),
    (reckon_without_numbers, "condition-without-numbers", "tegel3.zorg"),
    (hide_for_good, "question-unreachable", "tegel2.meer"),
    (hide_the_opening, "opening-hidden", "tegel2.open"),
    (show_to_others, "shows-untouched", "tegel2"),
    (idle_option, "option-changes-nothing", "tegel2.open/anders"),
    (rule_against_itself, "rule-never-true", "tegel2.zorg"),
    (signal_against_itself, "signal-never-raised", "nood"),
    (no_fallback, "fallback-count", "tegel2"),
    (child_without_rule, "topic-without-rule", "tegel2.leeg"),
    (wrong_prefix, "id-prefix", "tegel3.anders"),
    (no_tile_for_option, "option-without-tile", "begin.topics/tegel99"),
    (no_option_for_tile, "tile-without-option", "begin.topics"),
    (no_place_for_option, "option-without-place", "about.area/west"),
    (no_option_for_place, "place-without-option", "about.area"),
    (area_question_missing, "question-missing", "about.area"),
    (unknown_tile, "unknown-tile", "tegel2.meer"),
    (part_too_late, "part-order", "begin.topics"),
    (signal_to_nowhere, "unknown-service", "nood"),
    (signal_without_number, "signal-without-number", "nood"),
    (signal_for_a_tile, "unknown-topic", "nood"),
    (conversation_with_nobody, "unknown-service", "tegel1"),
    (label_missing, "label-missing", "about.leeftijd"),
    (pictogram_missing, "pictogram-missing", "tegel2.open/ja"),
    (too_few_questions, "question-count", ""),
    (too_many_follow_ups, "follow-up-count", "tegel2"),
    (too_many_screens, "too-many-screens", ""),
    (long_sentence, "sentence-too-long", "tegel2.open"),
    (long_word, "word-too-long", "tegel2.open"),
    (rare_word, "rare-word", "tegel2.open"),
    (question_with_not, "question-with-not", "tegel2.open"),
    (hard_text, "hard-to-read", "tegel2"),
    (persona_of_no_counter, "persona-counter", "bewoner3"),
    (persona_wants_nobody, "persona-unknown-service", "bewoner3"),
    (persona_wants_no_concern, "persona-unknown-concern", "bewoner3"),
    (persona_misses_concern, "persona-concern", "bewoner3"),
    (persona_misses_service, "persona-must", "bewoner3"),
    (persona_gets_too_much, "persona-must-not", "bewoner3"),
    (persona_other_urgency, "persona-urgent", "bewoner3"),
    (persona_other_first_step, "persona-first", "bewoner3"),
    (persona_of_no_practice, "persona-practice", "bewoner3"),
    (persona_told_of_nothing_full, "persona-unknown-service", "bewoner3"),
    (persona_not_as_a_whole, "persona-whole", "bewoner3"),
    (persona_links_what_is_light, "persona-link", "bewoner3"),
    (persona_carries_other_worries, "persona-carried", "bewoner3"),
    (persona_carries_no_worry, "persona-unknown-concern", "bewoner3"),
    (persona_wished_nothing, "persona-no-wishes", "bewoner3"),
    (persona_misses_on_recipe, "persona-recipe", "bewoner3"),
    (persona_has_too_much_on_recipe, "persona-recipe-not", "bewoner3"),
    (nobody_in_need, "signal-without-persona", "nood"),
    (tile_nobody_has, "tile-without-persona", "tegel5"),
    (tile_nobody_has, "persona-count", ""),
)


@pytest.mark.parametrize(("sow", "code", "item"), SOWN, ids=[f"{code}-{sow.__name__}" for sow, code, _ in SOWN])
def test_a_sown_mistake_is_found_where_it_is(tmp_path: Path, sow: Callable[[Files], None], code: str, item: str) -> None:
    files = made.files()
    sow(files)
    found = [f for f in made.report_of(tmp_path, files).findings if f.code == code]
    assert item in {finding.item for finding in found}
    # What stands somewhere is named by line; a count and a missing question stand nowhere.
    named = item not in {"", "tegel2"} and code != "question-missing"
    assert all(finding.line > 0 for finding in found if finding.item == item) or not named


def test_rules_over_other_parts_and_areas_can_hold(tmp_path: Path) -> None:
    files = made.files()
    parts = [
        {"question": "tegel2.open", "is": "nee"},
        {"question": "tegel3.open", "is": "nee"},
        {"question": "begin.topics", "is": "tegel3"},
        {"question": "about.leeftijd", "at_least": 18},
        {"lives_in": ["stad"]},
    ]
    made.topic(files, "tegel2")["children"][0]["rules"].append({"severity": "heavy", "when": {"all": parts}})
    assert made.report_of(tmp_path, files).findings == ()


def test_a_topic_without_any_service_is_found(tmp_path: Path) -> None:
    content = load_content(made.write(tmp_path, made.files()))
    findings = reference_findings(content, {s.id: s for s in SERVICES if s.id != "helper"}, (), tmp_path / "none")
    assert {f.item for f in findings if f.code == "topic-without-help"} == {f"{t}.zorg" for t in TILES[1:]}


def test_an_allowed_long_word_is_no_finding(tmp_path: Path) -> None:
    files = made.files()
    long_word(files)
    assert "word-too-long" not in made.codes(
        made.report_of(tmp_path, files, exceptions=Exceptions(long=frozenset({"zorgverzekeraar"})))
    )


def test_a_rare_word_that_is_explained_or_allowed_is_no_finding(tmp_path: Path) -> None:
    files = made.files()
    rare_word(files)
    allowed = Exceptions(rare=frozenset({"griffierecht"}))
    assert "rare-word" not in made.codes(made.report_of(tmp_path, files, exceptions=allowed))
    files["words"] = {"words": [{"id": "griffie", "word": "Griffierecht", "text": "Geld voor de rechter."}]}
    assert made.report_of(tmp_path, files).findings == ()


def test_names_of_places_may_be_long(tmp_path: Path) -> None:
    files = made.files()
    made.question(files, "about.area")["options"][0]["text"] = "Zuidoosterindustrieterrein"
    assert made.report_of(tmp_path, files).findings == ()


def test_a_show_if_may_say_that_another_tile_was_not_touched(tmp_path: Path) -> None:
    files = made.files()
    touched = {"question": "begin.topics", "is": "tegel2"}
    other = {"question": "begin.topics", "is_not": "tegel1"}
    made.question(files, "tegel2.meer")["show_if"] = {"all": [touched, other]}
    report = made.report_of(tmp_path, files)
    assert report.findings == ()
    assert report.numbers[1].longest == 13


def test_without_personas_for_it_nothing_else_is_said_of_a_broken_catalogue(tmp_path: Path) -> None:
    made.write(tmp_path, made.files())
    (tmp_path / "catalogue.yaml").write_text("services: 3\n", encoding="utf-8")
    report = check(tmp_path, advise)
    assert {finding.file for finding in report.findings} == {str(tmp_path / "catalogue.yaml")}


def test_what_cannot_be_read_is_in_the_report(tmp_path: Path) -> None:
    report = check(tmp_path, advise)
    assert {finding.code for finding in report.findings} == {"file-missing"}
    assert len(report.findings) == 4


def test_what_a_persona_may_say_of_recipes_codes_and_links_is_no_mistake_by_itself(tmp_path: Path) -> None:
    files = made.files()
    files["personas"]["personas"][3] |= {
        "practice": "",
        "full": ["helper"],
        "whole": False,
        "carried": ["tegel4.zorg"],
        "wishes": {"company": "together"},
        "recipe": ["helper"],
        "recipe_not": ["wijkteam"],
    }
    assert made.report_of(tmp_path, files).findings == ()


def test_what_is_wrong_with_a_recipe_says_what_stands_on_it(tmp_path: Path) -> None:
    files = made.files()
    persona_misses_on_recipe(files)
    (finding,) = made.report_of(tmp_path, files).findings
    assert dict(finding.data) == {"name": "wijkteam", "found": "helper"}
    assert words(finding) == (
        "Op het recept van “bewoner3” moet “wijkteam” staan; er staat: helper. Verbeter de catalogus of de persona."
    )


def test_personas_are_held_against_real_advice(tmp_path: Path) -> None:
    content = load_content(made.write(tmp_path, made.files()))
    few = persona_findings(content, (), {s.id: s for s in SERVICES}, advise)
    assert {finding.code for finding in few} == {"persona-count", "signal-without-persona", "tile-without-persona"}
