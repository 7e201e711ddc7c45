"""What there is to read aloud on a page: its words, in the order in which they are read, each with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from wijkwijzer_desktop.desk.reading import Utterance, spoken, voice_for
from wijkwijzer_desktop.i18n.languages import language
from wijkwijzer_desktop.ui.translated import Words
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.choice import Choice
from wijkwijzer_desktop.ui.widgets.fact import Fact
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

# What a Choice answers where it is one of the languages; each of these is said by its own voice.
LANGUAGE = "language"
# The property of a Label that says the page's words again in another language, with the code of that one.
AGAIN_IN = "again-in"


@dataclass(frozen=True, slots=True)
class Item:
    """widget: where it stands."""

    widget: QWidget
    utterance: Utterance


def items_of(page: QWidget, bar: QWidget | None, words: Words, voices: frozenset[str]) -> tuple[Item, ...]:
    """All that is read of a page, from its question to its last option. bar: below it, of which only the one thing to do
    here is read; None where it is covered. voices: codes of languages; what has no voice is left out."""
    widgets = list(_readable(page))
    if bar is not None:
        widgets += [button for button in bar.findChildren(Button) if button.kind is Kind.MAIN]
    there = (_item(widget, words) for widget in widgets if widget.isVisible())
    return tuple(item for item in there if item is not None and item.utterance.language in voices)


def _item(widget: QWidget, words: Words) -> Item | None:
    own = words.translator.language
    if isinstance(widget, Choice) and widget.question == LANGUAGE:
        return Item(widget, Utterance(widget.value, language(widget.value).own_name))
    text = spoken(_text(widget, words))
    if not any(letter.isalnum() for letter in text) or widget.property(AGAIN_IN) not in {None, own.code}:
        return None
    # Words with a pictogram are framed together.
    around = widget.parentWidget()
    return Item(around if isinstance(around, Fact) else widget, Utterance(voice_for(text, own), text))


def _text(widget: QWidget, words: Words) -> str:
    if isinstance(widget, Label):
        return widget.text()
    if not isinstance(widget, Button) or not widget.isEnabled():
        return ""
    # The name says more than the words where many buttons have the same ones, and where it tells a number.
    name = widget.accessibleName() or widget.words
    if isinstance(widget, Choice) and widget.isChecked() and not widget.mark:
        return words.text("{answer}. Dit is gekozen.", answer=name)
    return name


def _readable(widget: QWidget) -> Iterator[QWidget]:
    if widget.isHidden():
        return
    if isinstance(widget, Label | Button):
        yield widget
        return
    layout = widget.inside.layout() if isinstance(widget, Scroll) else widget.layout()
    if layout is not None:
        yield from _laid(layout)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for index in _order(layout):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _readable(widget)
        elif inner is not None:
            yield from _laid(inner)


def _order(layout: QLayout) -> list[int]:
    """A grid is read row by row; where it has headings, each with what stands below it."""
    places = list(range(layout.count()))
    if not isinstance(layout, QGridLayout):
        return places
    headed = any(isinstance(item.widget(), Label) for place in places if (item := layout.itemAt(place)) is not None)

    def place_of(index: int) -> tuple[int, int]:
        row, column, _, columns = cast("tuple[int, int, int, int]", layout.getItemPosition(index))
        return (column + columns - 1, row) if headed else (row, column)

    return sorted(places, key=place_of)
