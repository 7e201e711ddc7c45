"""As many columns of answers as leave every word whole: other languages and larger letters need more room."""

from collections.abc import Sequence

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import TOUCH, Space, Type
from wijkwijzer_desktop.ui.widgets.choice import SIZES, TICK, Shape
from wijkwijzer_desktop.ui.widgets.choices import Answer, Arrangement

# What a page leaves free on both sides of its answers.
MARGINS = 2 * 56
# What a widest word is measured too small by, at most.
SLACK = 4


def fitting(how: Arrangement, answers: Sequence[Answer], kit: Kit) -> Arrangement:
    """The same with fewer columns, or rows for cards, where a word would be broken."""
    if _fits(how, answers, kit):
        return how
    shape = Shape.ROW if how.shape is Shape.CARD else how.shape
    fewer = (Arrangement(shape, columns, how.disc) for columns in range(how.columns - 1, 1, -1))
    return next((one for one in fewer if _fits(one, answers, kit)), Arrangement(shape, 1, how.disc))


def _fits(how: Arrangement, answers: Sequence[Answer], kit: Kit) -> bool:
    metrics = kit.metrics(SIZES.get(how.shape, Type.OPTION), bold=True)
    around = _around(how, kit, pictured=any(answer.icon for answer in answers)) + SLACK
    needed = 0
    # A column with a long word takes room from those with short ones.
    for column in range(how.columns):
        words = (word for answer in answers[column :: how.columns] for word in answer.words.split())
        needed += max(map(metrics.horizontalAdvance, words), default=0) + around
    # Large letters mostly need the buttons to scroll with.
    scroll = kit.px(TOUCH) + Space.TWO if kit.large else 0
    return needed <= kit.width - MARGINS - scroll - (how.columns - 1) * Space.ONE


def _around(how: Arrangement, kit: Kit, *, pictured: bool) -> int:
    pads = 2 * (kit.px(Space.ONE) + 2)
    tick = kit.px(TICK) if how.shape is Shape.ROW else 0
    beside = pictured and how.shape in {Shape.ROW, Shape.TILE}
    return pads + tick + (kit.px(how.disc) + kit.px(Space.HALF) + 4 if beside else 0)
