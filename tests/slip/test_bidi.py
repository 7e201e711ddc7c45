from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from wijkwijzer_desktop.i18n.isolation import ISOLATES as ISOLATE_CODES
from wijkwijzer_desktop.slip.bidi import resolve, visual_order
from wijkwijzer_desktop.slip.bidi_explicit import REMOVED
from wijkwijzer_desktop.slip.bidi_plain import plain_levels
from wijkwijzer_desktop.slip.characters import DIRECTIONS

CONFORMANCE = Path("/usr/share/unicode/BidiCharacterTest.txt")
LINES = 91_707
BASES = {"0": False, "1": True, "2": None}


def conformance() -> Iterator[tuple[str, ...]]:
    """Text, direction, level, levels and order of every line."""
    assert CONFORMANCE.is_file(), "The conformance test is in Debian's package unicode-data."
    with CONFORMANCE.open(encoding="utf-8") as lines:
        for line in lines:
            if line[0].isalnum():
                yield tuple(line.rstrip("\n").split(";"))


def test_every_line_of_the_conformance_test() -> None:
    count = 0
    wrong = []
    for codes, direction, level, levels, order in conformance():
        count += 1
        text = bytes.fromhex("".join(code.rjust(8, "0") for code in codes.split(" "))).decode("utf-32-be")
        base, found = resolve(text, right_to_left=BASES[direction])
        as_written = " ".join("x" if here == REMOVED else str(here) for here in found)
        if (str(base), as_written, " ".join(map(str, visual_order(found)))) != (level, levels, order):
            wrong.append((codes, direction))
    assert not wrong
    assert count == LINES


MIXED = st.text(
    st.sampled_from("abאבعم15٣+-,.:/€%() [\u2066\u2067\u2068\u2069\u202a\u202e\u202c\u0301\u064e\u200c\t"), max_size=40
)


@given(MIXED, st.sampled_from([True, False, None]))
def test_every_character_has_one_place(text: str, right_to_left: bool | None) -> None:
    base, levels = resolve(text, right_to_left=right_to_left)
    assert len(levels) == len(text)
    assert base in {0, 1}
    assert sorted(visual_order(levels)) == [index for index, level in enumerate(levels) if level != REMOVED]


@given(st.text(st.sampled_from("abcé ,.-"), max_size=30))
def test_what_runs_from_the_left_stays_as_it_is(text: str) -> None:
    assert visual_order(resolve(text, right_to_left=False)[1]) == list(range(len(text)))


@given(st.text(st.sampled_from("ابجد "), max_size=30))
def test_what_runs_from_the_right_is_reversed(text: str) -> None:
    assert visual_order(resolve(text, right_to_left=True)[1]) == list(reversed(range(len(text))))


@given(MIXED.filter(lambda text: not set(text) & set("\u2066\u2067\u2068\u2069\u202a\u202e\u202c\t\u200c")), MIXED)
def test_what_is_isolated_stays_together(inside: str, around: str) -> None:
    text = f"{around.replace(chr(9), '')}\u2068{inside}\u2069م"
    begin = text.index(f"\u2068{inside}\u2069م") + 1
    order = visual_order(resolve(text, right_to_left=True)[1])
    places = sorted(order.index(index) for index in range(begin, begin + len(inside)))
    assert not places or places[-1] - places[0] == len(inside) - 1


ARABIC = ["مَجّ", "گچ", "نمی\u200cتوان", "؟"]
ISOLATES = map(chr, ISOLATE_CODES)
ORDINARY = st.lists(
    st.sampled_from([*ARABIC, *"()«:.-/€", "، ", "،", " ", "9", "17", "ab", "éШ", "a-5", "9:00–17:00", *ISOLATES, "\u2069"]),
    max_size=14,
).map("".join)


@given(ORDINARY, st.booleans())
@settings(max_examples=400)
def test_what_is_found_at_a_glance_is_what_the_algorithm_finds(text: str, right_to_left: bool) -> None:
    found = plain_levels(text, right_to_left=right_to_left)
    whole = resolve(text, right_to_left=right_to_left)[1]
    if found is not None:
        drawn = [place for place, character in enumerate(text) if character not in DIRECTIONS and whole[place] != REMOVED]
        assert [found[place] for place in drawn] == [whole[place] for place in drawn]


def test_ordinary_lines_are_found_at_a_glance() -> None:
    assert plain_levels("اتصل \u2068053-1234567\u2069 (24 نوفمبر).", right_to_left=True)
    assert plain_levels("\u2067متى؟\u2069 · Wanneer?", right_to_left=False)
    assert plain_levels("حتى 9-17", right_to_left=True) is None
