"""An entry of a wider layer, replaced or hidden here through the list."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.ui.staff.editing import Editing
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.domain.layers import Layer, Layers, Level, Override

LAYERS = Layers((Layer("land", "Nederland", Level.NATIONAL), Layer("stad", "Stad", Level.MUNICIPALITY, "land")))


@pytest.fixture
def editing(staff: StaffDriver) -> Editing:
    editing = Editing(staff)
    bench = staff.workbench
    bench.known = LAYERS
    for kept in tuple(bench.kept.values()):
        layer = "land" if kept.service.id == "bank" else "stad"
        bench.kept[kept.service.id] = replace(kept, service=replace(kept.service, layer=layer))
    editing.to_list()
    return editing


def test_the_list_says_whose_entry_it_is_and_an_own_version_is_opened(editing: Editing) -> None:
    panel, driver = editing.catalogue, editing.staff.driver
    editing.search("stadsbank")
    model = panel.table.catalogue_model
    assert model.data(model.index(0, model.columns.index("layer"))) == "Nederland"
    driver.tap("Hier anders")
    editing.staff.rest()
    driver.see("Stadsbank · Nederland")
    why = panel.leaving_out.findChild(QLineEdit)
    assert why is not None
    why.setText("Hier helpt de gemeente zelf.")
    why.textEdited.emit(why.text())
    driver.tap("Maak een eigen versie")
    editing.staff.rest()
    (override,) = editing.staff.workbench.known.overrides
    assert override == Override("stad", "bank", override.by, "Hier helpt de gemeente zelf.")
    assert panel.editor is not None
    assert panel.editor.draft is not None
    assert panel.editor.draft.now.id == override.by


def test_an_entry_of_the_own_layer_has_nothing_to_replace(editing: Editing) -> None:
    editing.search("maatje")
    editing.staff.driver.tap("Hier anders")
    editing.staff.rest()
    assert "Verberg hier" not in editing.staff.driver.names
