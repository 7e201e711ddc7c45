"""Editors of one layer: their own entries, and leaving out here what a wider layer has."""

from dataclasses import replace

import pytest

from tests.desk.staff_fakes import EDITOR, staffed
from tests.desk.workbench_fakes import MemoryWorkbench
from tests.fakes import a_service
from wijkwijzer_desktop.desk.editing import NEW, CatalogueDoor
from wijkwijzer_desktop.desk.layering import LayersDoor
from wijkwijzer_desktop.domain.audit import Action
from wijkwijzer_desktop.domain.editing import How
from wijkwijzer_desktop.domain.errors import LayerRefusedError
from wijkwijzer_desktop.domain.layers import Layer, Layers, Level, Override
from wijkwijzer_desktop.domain.staff import Pin, Role

LAYERS = Layers(
    (
        Layer("land", "Land", Level.NATIONAL),
        Layer("stad", "Stad", Level.MUNICIPALITY, "land"),
        Layer("wijk", "Wijk", Level.NEIGHBOURHOOD, "stad"),
    )
)


class Made:
    """An editor who keeps one layer is logged in."""

    def __init__(self, keeps: str) -> None:
        self.staffed = staffed()
        shelf = self.staffed.shelf
        editor = next(one for one in shelf.accounts() if one.role is Role.EDITOR)
        entry = self.staffed.room.entry
        shelf.change(replace(editor, layer=keeps), entry(Action.ACCOUNT_CHANGED, account=editor.id, role="editor"))
        self.workbench = MemoryWorkbench(self.staffed.log)
        self.workbench.known = LAYERS
        self.workbench.fill(
            replace(a_service(name, name.capitalize(), ()), layer=layer)
            for name, layer in (("lijn", "land"), ("loket", "stad"), ("soep", "wijk"))
        )
        self.door = CatalogueDoor(self.staffed.room, self.workbench, self.staffed.clock)
        self.layers = LayersDoor(self.staffed.room, self.workbench, self.named)
        self.staffed.room.log_in(Pin(EDITOR))

    def named(self) -> frozenset[str]:
        return frozenset({"lijn"})


def test_an_editor_changes_what_their_layer_keeps_and_nothing_wider() -> None:
    made = Made("stad")
    for service_id in ("loket", "soep"):
        kept = made.workbench.kept[service_id]
        assert made.door.save(replace(kept.service, cost="gratis"), 1).version == 2
    wide = made.workbench.kept["lijn"].service
    for change in (made.door.save, lambda service, seen: made.door.end(service.id, seen)):
        with pytest.raises(LayerRefusedError) as refused:
            change(replace(wide, cost="gratis"), 1)
        assert refused.value.data == {"reason": "not-yours", "layer": "Land"}
    assert made.workbench.kept["lijn"].version == 1


def test_nobody_takes_an_entry_of_others_over_by_moving_it_to_their_own_layer() -> None:
    made = Made("wijk")
    with pytest.raises(LayerRefusedError):
        made.door.save(replace(made.workbench.kept["loket"].service, layer="wijk"), 1)


def test_a_new_entry_is_of_who_makes_it() -> None:
    assert Made("wijk").door.save(a_service("", "Nieuw", ()), NEW).service.layer == "wijk"
    assert Made("").door.save(a_service("", "Nieuw", ()), NEW).service.layer == "stad"


def test_an_own_version_is_a_copy_that_stands_in_its_place_with_the_reason() -> None:
    made = Made("stad")
    own = made.layers.own_version("lijn", "stad", "  Hier   een eigen nummer. ")
    assert (own.service.name, own.service.layer, own.service.id) == ("Lijn", "stad", "lijn-2")
    assert made.layers.layers().overrides == (Override("stad", "lijn", "lijn-2", "Hier een eigen nummer."),)
    assert [change.how for change in made.door.history("lijn")] == [How.OWN_VERSION]
    with pytest.raises(LayerRefusedError, match="layer-refused"):
        made.layers.own_version("lijn", "stad", "Nog een.")


def test_what_is_hidden_in_a_neighbourhood_can_be_shown_again() -> None:
    made = Made("wijk")
    assert [layer.id for layer in made.layers.where("loket")] == ["wijk"]
    made.layers.hide("loket", "wijk", "Hier helpt een ander.")
    assert made.layers.layers().overrides == (Override("wijk", "loket", "", "Hier helpt een ander."),)
    made.layers.show_again("loket", "wijk")
    assert made.layers.layers().overrides == ()


def test_what_stands_in_the_place_of_what_questions_name_cannot_be_hidden_either() -> None:
    made = Made("stad")
    own = made.layers.own_version("lijn", "stad", "Hier een eigen nummer.").service.id
    with pytest.raises(LayerRefusedError) as refused:
        made.layers.hide(own, "wijk", "Omdat.")
    assert refused.value.data["reason"] == "named"
    made.layers.hide("loket", "wijk", "Hier helpt een ander.")


@pytest.mark.parametrize(
    ("service_id", "layer", "reason", "why"),
    [
        ("lijn", "stad", "Omdat.", "named"),
        ("lijn", "stad", "  ", "no-reason"),
        ("lijn", "stad", "x" * 201, "no-reason"),
        ("soep", "stad", "Omdat.", "not-wider"),
        ("loket", "stad", "Omdat.", "not-wider"),
        ("loket", "land", "Omdat.", "not-yours"),
    ],
)
def test_what_may_not_be_hidden(service_id: str, layer: str, reason: str, why: str) -> None:
    made = Made("stad")
    with pytest.raises(LayerRefusedError) as refused:
        made.layers.hide(service_id, layer, reason)
    assert refused.value.data["reason"] == why
    assert made.workbench.known == LAYERS
