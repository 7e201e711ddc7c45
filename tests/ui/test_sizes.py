"""Letters at three sizes, and answers in as many columns as leave every word whole."""

import ast

import pytest
from PySide6.QtWidgets import QApplication

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui import theme
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import LARGE, LARGEST, NORMAL, THEMES, Space, Type, sized
from wijkwijzer_desktop.ui.translated import Words
from wijkwijzer_desktop.ui.widgets.choice import Shape
from wijkwijzer_desktop.ui.widgets.choices import Answer, Arrangement
from wijkwijzer_desktop.ui.widgets.fitting import fitting

MOTION = {"QPropertyAnimation", "QVariantAnimation", "QAbstractAnimation", "QMovie", "QTimeLine", "QGraphicsEffect"}


@pytest.fixture
def kit(qapp: QApplication) -> Kit:
    return Kit(THEMES["standard"], Words(Translator()))


def test_what_is_read_is_twice_as_large() -> None:
    for size in Type:
        assert sized(size, 1.0, NORMAL) == size
        assert sized(size, 1.0, LARGEST) == (LARGE if size.is_display else LARGEST) * size
    # The same number as a space and as a length are two things.
    assert (sized(Space.ONE, 1.0, LARGEST), sized(16, 1.0, LARGEST)) == (24, 24)
    assert (sized(Space.ONE, 1.0, LARGE), sized(16, 1.0, LARGE)) == (20, 24)


def test_short_words_stay_in_their_columns(kit: Kit) -> None:
    how = Arrangement(Shape.CARD, 3)
    assert fitting(how, [Answer(str(n), "Ja, soms", "x") for n in range(3)], kit) == how


@pytest.mark.parametrize("letters", [NORMAL, LARGE, LARGEST])
def test_a_word_is_never_broken_for_a_column(kit: Kit, letters: float) -> None:
    kit.letters = letters
    word = "Schuldhulpverleningsgesprek"
    answers = [Answer(str(n), word, "x") for n in range(4)]
    how = fitting(Arrangement(Shape.CARD, 4), answers, kit)
    assert how.shape is Shape.ROW
    widest = kit.metrics(Type.OPTION, bold=True).horizontalAdvance(word)
    assert how.columns == 1 or how.columns * widest < kit.width
    assert how.columns == (2 if letters == NORMAL else 1)


def test_nothing_moves() -> None:
    """So there is no need of a way to stop it."""
    folder = paths.resources().parent / "wijkwijzer_desktop" / "ui"
    for path in folder.rglob("*.py"):
        names = {node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)}
        assert not names & MOTION, path.name


def test_every_script_has_a_family() -> None:
    from wijkwijzer_desktop.i18n.languages import LANGUAGES

    own = {known.script for known in LANGUAGES} - {"Latn", "Cyrl"}
    assert own == set(theme.FAMILY_OF)
    assert set(theme.FAMILY_OF.values()) <= set(theme.FAMILIES)
