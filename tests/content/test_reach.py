"""The numbers of ways are what walking every way one by one would give."""

from collections import Counter
from itertools import chain, combinations, product

from wijkwijzer_desktop.content.reach import SCREENS_AROUND, Paths, choices, ways_through
from wijkwijzer_desktop.domain.concern import Domain, Topic
from wijkwijzer_desktop.domain.condition import All, Any_, AnyOf, Condition, Not
from wijkwijzer_desktop.domain.intake import Answer, Intake, replay
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Option, Part, Question, Questionnaire

TILES = ("a", "b", "c")


def touched(*names: str) -> AnyOf:
    return AnyOf("begin.topics", frozenset(names))


def said(question: str, *options: str) -> AnyOf:
    return AnyOf(question, frozenset(options))


def asked(name: str, topic: str, show_if: Condition, *options: str, several: bool = False, screen: str = "") -> Question:
    made = tuple(Option(option, option, exclusive=several and option == "niets") for option in options)
    return Question(name, name, made, Part.TOPIC, topic=topic, show_if=show_if, several=several, screen=screen)


BEGIN = Question(
    "begin.topics", "?", tuple(Option(o, o, exclusive=o == "alles") for o in (*TILES, "alles")), Part.BEGIN, several=True
)
ABOUT = Question("about.leeftijd", "?", (Option("jong", "j"), Option("oud", "o")), Part.ABOUT)
HELP = Question("help.wie", "?", (Option("ja", "j"), Option("nee", "n")), Part.HELP)
MORE = Question("help.meer", "?", (Option("ja", "j"),), Part.HELP, show_if=said("help.wie", "ja"))
QUESTIONS = (
    BEGIN,
    asked("a.een", "a", touched("a", "alles"), "ja", "nee"),
    asked("a.twee", "a", Any_((touched("a"), said("a.een", "nee"))), "x", "y", "niets", several=True),
    asked("a.drie", "a", said("a.twee", "x"), "x"),
    asked("b.een", "b", touched("b", "alles"), "ja", "nee"),
    asked("b.twee", "b", All((said("b.een", "nee"), Not(touched("a")))), "p", "q", "r"),
    asked("c.een", "c", touched("c", "alles"), "ja"),
    HELP,
    MORE,
    ABOUT,
)
PACK = Pack("", Questionnaire(QUESTIONS), tuple(Topic(t, t, Domain.MIND) for t in TILES), (), {}, {}, "")


def walked(begin: frozenset[str] | None) -> Counter[int]:
    """Every visit one by one, by the domain's own replay."""
    visits = [Intake() if begin is None else Intake().answer(BEGIN, begin)]
    for question in QUESTIONS[1:]:
        following = []
        for visit in visits:
            if question not in replay(PACK.questionnaire, visit, {}).shown:
                following.append(visit)
                continue
            following += [visit if chosen is None else visit.answer(question, chosen) for chosen in choices(question)]
        visits = following
    return Counter(len(replay(PACK.questionnaire, visit, {}).screens) + SCREENS_AROUND for visit in visits)


def test_each_choice_of_tiles_is_counted_exactly() -> None:
    paths = Paths(PACK)
    for begin in chain.from_iterable(combinations(TILES, size) for size in range(1, 4)):
        assert paths.screens_after(frozenset(begin)) == walked(frozenset(begin))
    assert paths.screens_after(frozenset({"alles"})) == walked(frozenset({"alles"}))


def test_the_whole_is_the_sum_over_everything_that_can_be_touched() -> None:
    begins = [frozenset(b) for size in range(1, 4) for b in combinations(TILES, size)]
    every = [walked(begin) for begin in (*begins, frozenset({"alles"}), None)]
    expected: Counter[int] = Counter()
    for one in every:
        expected.update(one)
    one_worry, two, alles, whole = Paths(PACK).numbers()
    assert (whole.ways, whole.longest) == (expected.total(), max(expected))
    assert alles.ways == walked(frozenset({"alles"})).total()
    assert one_worry.ways == sum(walked(frozenset({tile})).total() for tile in TILES)
    screens = sorted(chain.from_iterable(walked(frozenset(b)).elements() for b in combinations(TILES, 2)))
    assert (two.ways, two.longest, two.median) == (len(screens), screens[-1], screens[(len(screens) - 1) // 2])


def test_everything_is_reached_and_what_hangs_on_nothing_is_not() -> None:
    assert Paths(PACK).reached() == {question.id for question in QUESTIONS}
    never = asked("c.nooit", "c", All((said("c.een", "ja"), said("c.een", "weg"))), "ja")
    pack = Pack("", Questionnaire((*QUESTIONS, never)), PACK.topics, (), {}, {}, "")
    assert Paths(pack).reached() == {question.id for question in QUESTIONS}


def test_several_may_be_chosen_alone_unknown_or_all_that_go_together() -> None:
    assert set(choices(QUESTIONS[2])) == {*map(frozenset, ("x", "y")), frozenset({"niets"}), None, frozenset({"x", "y"})}
    assert len(choices(ABOUT)) == 3


def test_questions_on_one_screen_are_one_screen() -> None:
    shared = tuple(asked(name, "a", All(()), "ja", screen="samen") for name in ("a.p", "a.q"))
    ways = ways_through(shared, {})
    assert [way.screens for way in ways] == [1] * 4
    assert {frozenset(way.answers) for way in ways} == {frozenset(p) - {""} for p in product(("", "a.p"), ("", "a.q"))}


def test_replay_shows_what_a_way_shows() -> None:
    for way in Paths(PACK).paths_of_topic("a", frozenset({"a"})):
        answers = {name: Answer(tuple(sorted(options))) for name, options in way.answers.items()}
        seen = replay(PACK.questionnaire, Intake(answers=answers), {})
        assert [q.id for q in seen.shown if q.topic == "a"] == [q.id for q in way.shown]
