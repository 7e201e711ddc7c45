"""What a counter sees of layers."""

from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer_desktop.domain.layers import Layer, Layers, Level, Override, Sight

LAND = Layer("land", "Land", Level.NATIONAL)
STREEK = Layer("streek", "Streek", Level.REGION, "land")
STAD = Layer("stad", "Stad", Level.MUNICIPALITY, "streek")
DORP = Layer("dorp", "Dorp", Level.MUNICIPALITY, "streek")
WIJK = Layer("wijk", "Wijk", Level.NEIGHBOURHOOD, "stad")
ANDERE = Layer("andere", "Andere wijk", Level.NEIGHBOURHOOD, "stad")
ALL = (LAND, STREEK, STAD, DORP, WIJK, ANDERE)
ENTRIES = {"lijn": "land", "bank": "streek", "balie": "stad", "soep": "wijk", "koffie": "andere", "toren": "dorp"}


def seen(*overrides: Override, at: str = "stad", layers: tuple[Layer, ...] = ALL, usable: frozenset[str] | None = None) -> Sight:
    return Layers(layers, overrides).sight(at, ENTRIES, frozenset(ENTRIES) if usable is None else usable)


def test_a_counter_sees_its_own_layer_and_all_wider_ones() -> None:
    assert seen().hidden == {"soep", "koffie", "toren"}
    assert seen(at="wijk").hidden == {"koffie", "toren"}
    assert seen(at="streek").hidden == {"balie", "soep", "koffie", "toren"}


def test_without_a_layer_of_its_own_it_is_that_of_the_only_municipality() -> None:
    one = (LAND, STREEK, STAD, WIJK)
    assert seen(at="", layers=one) == seen(at="stad", layers=one)
    assert seen(at="verdwenen", layers=one) == seen(at="stad", layers=one)
    assert seen(at="") == Sight(), "two municipalities: nobody can say which"
    assert seen(layers=()) == Sight()


def test_what_belongs_to_no_known_layer_is_seen_everywhere() -> None:
    sight = Layers((LAND, STAD)).sight("stad", {"oud": "opgeheven"}, ())
    assert sight.shown("oud") == "oud"
    assert sight.shown("zonder") == "zonder"


def test_a_nearer_layer_hides_or_replaces_with_an_entry_of_its_own() -> None:
    sight = seen(
        Override("stad", "bank", "balie", "Hier is een eigen loket."), Override("stad", "lijn", "", "Neemt hier niet op.")
    )
    assert sight.shown("bank") == "balie"
    assert sight.shown("lijn") == ""
    assert {"bank", "lijn"} <= sight.hidden
    assert "balie" not in sight.hidden


def test_others_see_the_wider_entry_as_before() -> None:
    override = Override("stad", "bank", "balie", "Hier is een eigen loket.")
    assert seen(override, at="dorp").shown("bank") == "bank"


def test_the_nearest_layer_decides_and_steps_follow_each_other() -> None:
    far = Override("stad", "bank", "balie", "Stad.")
    near = Override("wijk", "balie", "soep", "Wijk.")
    assert seen(far, near, at="wijk").shown("bank") == "soep"
    hide = Override("wijk", "bank", "", "Wijk.")
    assert seen(far, hide, at="wijk").shown("bank") == ""
    assert seen(far, hide, at="stad").shown("bank") == "balie"


def test_a_replacement_that_is_gone_or_of_others_counts_for_nothing() -> None:
    for override in (
        Override("stad", "bank", "weg", "x"),
        Override("stad", "bank", "toren", "x"),
        Override("stad", "bank", "lijn", "x"),
    ):
        assert seen(override).shown("bank") == "bank"
    ended = Override("stad", "bank", "balie", "x")
    assert seen(ended, usable=frozenset({"lijn"})).shown("bank") == "bank"


def test_nobody_overrides_what_is_nearer_or_as_near() -> None:
    assert seen(Override("streek", "balie", "", "x")).shown("balie") == "balie"
    assert seen(Override("stad", "balie", "", "x")).shown("balie") == "balie"


def test_an_entry_that_only_questions_name_can_have_another_in_its_place() -> None:
    assert seen(Override("stad", "elders", "balie", "De vragen noemen die van een andere gemeente.")).shown("elders") == "balie"


def test_who_keeps_a_layer_keeps_what_lies_in_it() -> None:
    layers = Layers(ALL)
    assert layers.keeps("stad", "wijk")
    assert layers.keeps("", "land")
    assert not layers.keeps("wijk", "stad")
    assert not layers.keeps("stad", "")


IDS = st.sampled_from([layer.id for layer in ALL])
NAMES = st.sampled_from([f"d{n}" for n in range(8)])


@given(
    at=IDS,
    entries=st.dictionaries(NAMES, IDS | st.just("opgeheven")),
    overrides=st.lists(st.builds(Override, IDS, NAMES, NAMES | st.just(""), st.just("x")), max_size=12),
    ended=st.frozensets(NAMES),
)
def test_what_stands_in_the_place_of_another_can_itself_be_seen(
    at: str, entries: dict[str, str], overrides: list[Override], ended: frozenset[str]
) -> None:
    layers = Layers(ALL, tuple(overrides))
    chain = layers.chain(at)
    sight = layers.sight(at, entries, entries.keys() - ended)
    for service_id, by in sight.instead.items():
        assert service_id in sight.hidden
        assert by not in sight.hidden
        assert entries[by] in chain
        assert by not in ended
    for service_id, layer_id in entries.items():
        if service_id not in sight.hidden:
            assert layer_id in chain or layer_id == "opgeheven"
    assert layers.sight(at, entries, entries.keys() - ended) == sight
