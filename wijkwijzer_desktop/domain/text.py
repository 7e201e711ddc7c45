"""Words on paper, in one language or in two."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """dutch: for the desk that receives the slip. own: the same in the visitor's language, "" if that is Dutch."""

    dutch: str
    own: str = ""
