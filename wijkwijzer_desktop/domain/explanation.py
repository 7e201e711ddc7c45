"""Words that a visitor may not know, and what they mean."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Explanation:
    """word: Dutch, as it is shown. forms: other spellings under which it stands in our texts. text: plain Dutch."""

    id: str
    word: str
    text: str
    forms: tuple[str, ...] = ()

    @property
    def spellings(self) -> frozenset[str]:
        """All of them, in small letters."""
        return frozenset(spelling.lower() for spelling in (self.word, *self.forms))


def explained_in(texts: Iterable[str], explanations: tuple[Explanation, ...]) -> tuple[Explanation, ...]:
    """Those whose word stands in one of these Dutch texts, in the order in which they are met there."""
    by_spelling = _by_spelling(explanations)
    met = (by_spelling.get(word) for text in texts for word in words_of(text))
    return tuple(dict.fromkeys(explanation for explanation in met if explanation is not None))


# Of the pack in use, and of the one before it while a visit goes on with that.
@lru_cache(maxsize=2)
def _by_spelling(explanations: tuple[Explanation, ...]) -> Mapping[str, Explanation]:
    return {spelling: explanation for explanation in explanations for spelling in explanation.spellings}


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters; a number is none."""
    return tuple(word.lower() for word in _WORD.findall(text))


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
