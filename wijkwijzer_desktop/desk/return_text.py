"""What a paper says of bringing it back: boxes to tick, and its own code, with the worries in it where the visitor wants that."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from wijkwijzer_desktop.domain.carried import carried_text
from wijkwijzer_desktop.domain.outcome import Outcome
from wijkwijzer_desktop.domain.sheet import CodeBlock, TickBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n.outcome_words import outcome_name
from wijkwijzer_desktop.i18n.wording import Wording


def tick_blocks(both: Callable[[Callable[[Wording], str]], Text], numbers: Iterable[int]) -> Iterator[TickBlock]:
    """Did it help? To be ticked and brought back; none where there is nothing to ask. both: the same in both languages. numbers:
    of the steps on this paper, as they are printed."""
    ticks = tuple(
        both(partial(_numbered, number, outcome)) for number in numbers for outcome in (Outcome.REACHED, Outcome.HELPED)
    )
    if ticks:
        yield TickBlock(both(_question), ticks, across=True, spare=True)


def _question(wording: Wording) -> str:
    return wording.translator.text("Kwam u er? Hielp het?")


def _numbered(number: int, outcome: Outcome, wording: Wording) -> str:
    return f"{number}. {outcome_name(outcome, wording.translator)}"


def code_block(t: Callable[[str], Text], code: str, topics: tuple[str, ...]) -> CodeBlock:
    """t: a sentence of the program, in both languages. code: slip code. topics: ids of the worries in it."""
    lines = [t("Laat deze code zien bij de balie. Of bel met de code.")]
    if topics:
        lines.append(t("In deze code staan ook uw zorgen. U hoeft ze dan geen tweede keer te vertellen."))
    # The slip code alone stands above too, to be typed.
    return CodeBlock(t("Kom terug met dit papier"), tuple(lines), carried_text(code, topics), spare=not topics)
