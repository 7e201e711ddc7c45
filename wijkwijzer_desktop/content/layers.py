"""Folders of content: a municipality with the layers that it lies in, and what it takes from another municipality.

A folder without `municipality.yaml` stands alone. With one, its catalogue is that of its layers and its own together, and files
that it lacks (questions, topics, signals, words) are those of the municipality that it is based on.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.schema import document_in
from wijkwijzer_desktop.content.yaml_reader import Document, parse_yaml, read_text
from wijkwijzer_desktop.domain.condition import AREA_QUESTION
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding
from wijkwijzer_desktop.domain.layers import Layer, Layers, Level, Override

MUNICIPALITY_FILE = "municipality.yaml"
LAYER_FILE = "layer.yaml"
# Of these a municipality may lack its own.
SHARED = frozenset({"questionnaire", "topics", "signals", "words", "language", "school_holidays"})

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LayerFolder:
    """Where the catalogue of a layer lies. id: of the layer, "" for a folder that stands alone. within: ids of layers that
    its entries may name instead: its neighbourhoods."""

    id: str
    folder: Path
    within: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Layered:
    """folders: wider ones first, the municipality's own last. counter: id of the one at which a computer stands that nobody has
    set up, "" for the program's own default."""

    layers: Layers
    folders: tuple[LayerFolder, ...]
    counter: str = ""


def load_layers(folder: Path) -> Layered:
    """The layers of a municipality and what it overrides. Raises ContentRefusedError: those of reading YAML and of the schema,
    layer-folder-missing, duplicate-id."""
    if not (folder / MUNICIPALITY_FILE).exists():
        return Layered(Layers(), (LayerFolder("", folder),))
    own = _document(folder, MUNICIPALITY_FILE, "municipality")
    layers: list[Layer] = []
    overrides: list[Override] = []
    folders: list[LayerFolder] = []
    for place, name in enumerate(own.data["layers"]):
        wider = _shelf(folder, name)
        if wider is None:
            raise _refused("layer-folder-missing", own, ("layers", place), name)
        row = _document(wider, LAYER_FILE, "layer").data
        layers.append(Layer(row["id"], row["name"], Level(row["level"]), layers[-1].id if layers else ""))
        overrides += _overrides(row, row["id"])
        folders.append(LayerFolder(row["id"], wider))
    row = own.data
    layers.append(Layer(row["id"], row["name"], Level.MUNICIPALITY, layers[-1].id if layers else ""))
    overrides += _overrides(row, row["id"])
    near = [Layer(part["id"], part["name"], Level.NEIGHBOURHOOD, row["id"]) for part in row.get("neighbourhoods", [])]
    folders.append(LayerFolder(row["id"], folder, frozenset(part.id for part in near)))
    layers += near
    seen: set[str] = set()
    for layer in layers:
        if layer.id in seen:
            raise _refused("duplicate-id", own, (), layer.id)
        seen.add(layer.id)
    return Layered(Layers(tuple(layers), tuple(overrides)), tuple(folders), row.get("counter", ""))


def is_based(folder: Path) -> bool:
    """Whether its questions are those of another municipality, which has them checked."""
    return not (folder / "questionnaire.yaml").exists() and _base(folder) is not None


def file_in(folder: Path, name: str) -> Path:
    """Where `<name>.yaml` of this folder lies: its own, else that of the municipality that it is based on, else where its own
    would lie. Raises ContentRefusedError where `municipality.yaml` can't be read."""
    own = folder / f"{name}.yaml"
    if own.exists() or name not in SHARED:
        return own
    base = _base(folder)
    return own if base is None else base / own.name


def text_in(folder: Path, name: str) -> str:
    """The text of that file. Questions of another municipality ask for the places of this one. Raises ContentRefusedError."""
    text = read_text(file_in(folder, name))
    if name == "questionnaire" and is_based(folder) and (folder / "places.yaml").exists():
        return _with_places(text, document_in(read_text(folder / "places.yaml"), "places", str(folder / "places.yaml")))
    return text


def _base(folder: Path) -> Path | None:
    if not (folder / MUNICIPALITY_FILE).exists():
        return None
    document = _document(folder, MUNICIPALITY_FILE, "municipality")
    name = document.data.get("based_on")
    if name is None:
        return None
    found = _shelf(folder, name)
    if found is None:
        raise _refused("layer-folder-missing", document, ("based_on",), name)
    return found


def _shelf(folder: Path, name: str) -> Path | None:
    """The folder of this name: beside the one that names it, else as it came with the program."""
    return next((found for shelf in (folder.absolute().parent, paths.shipped()) if (found := shelf / name).is_dir()), None)


def _document(folder: Path, file: str, schema: str) -> Document:
    return document_in(read_text(folder / file), schema, str(folder / file))


def _overrides(row: Row, layer_id: str) -> list[Override]:
    return [Override(layer_id, one["service"], one.get("by", ""), one["reason"]) for one in row.get("overrides", [])]


def _refused(code: str, document: Document, steps: tuple[str | int, ...], name: str) -> ContentRefusedError:
    return ContentRefusedError((Finding(code, document.file, document.line(steps), name, (("name", name),)),))


def _with_places(text: str, places: Document) -> str:
    """The questions with these places as the answers to where somebody lives, every line of their own."""
    document = parse_yaml(text, "")
    questions = document.data.get("questions", []) if isinstance(document.data, dict) else []
    index = next((n for n, one in enumerate(questions) if one.get("id") == AREA_QUESTION), None)
    if index is None:
        return text
    at = ("questions", index)
    first, last = document.line((*at, "options", 0)), len(text.splitlines()) + 1
    following = [document.line((*at, key)) for key in questions[index]] + [document.line(("questions", index + 1))]
    last = min([line for line in following if line > first], default=last)
    lines = text.splitlines()
    if first <= document.line((*at, "options")):
        # In one line with its name: then it says itself which places it means.
        return text
    indent = lines[first - 1][: len(lines[first - 1]) - len(lines[first - 1].lstrip())]
    answers = [
        f"{indent}- {{id: {one['id']}, text: {json.dumps(one['name'], ensure_ascii=False)}}}" for one in places.data["places"]
    ]
    return "\n".join((*lines[: first - 1], *answers, *lines[last - 1 :], ""))
