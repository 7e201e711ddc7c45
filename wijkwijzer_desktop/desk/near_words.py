"""Words that are spelled almost as something that was typed, finished or not."""

from collections.abc import Iterable

# So many letters, so many of them may be wrong, missing, too many or changed places with the next.
FOR_ONE, FOR_TWO = 4, 7
NEAR_ENOUGH = 8
LETTERS = 64


class NearWords:
    """Looks through all words; each has a set of its letters as bits, and nearly all are out by that alone."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple((word, _letters(word)) for word in sorted(set(words)))

    def near(self, typed: str) -> tuple[str, ...]:
        """At most eight, the nearest first. A word that goes on after what was typed is as near as one that ends there."""
        errors = allowed(typed)
        if not errors:
            return ()
        wanted = _letters(typed)
        least = len(typed) - errors
        found = [
            (distance, len(word), word)
            for word, letters in self._words
            if len(word) >= least
            and (wanted & ~letters).bit_count() <= errors
            and (distance := distance_to_beginning(typed, word, errors)) <= errors
        ]
        found.sort()
        return tuple(word for *_, word in found[:NEAR_ENOUGH])


def allowed(typed: str) -> int:
    """How many mistakes so long a word may have."""
    return 0 if len(typed) < FOR_ONE else 1 if len(typed) < FOR_TWO else 2


def distance_to_beginning(typed: str, word: str, most: int) -> int:
    """Fewest mistakes between what was typed and any beginning of the word; anything over `most` is only that."""
    word = word[: len(typed) + most]
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, letter in enumerate(typed, start=1):
        previous, before, row = before, row, [i]
        for j, other in enumerate(word, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == word[j - 2] and typed[i - 2] == other:
                cost = min(cost, previous[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row)


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % LETTERS)
    return bits
