"""Languages for tests of the window: the Dutch of the small pack, written in another script or made longer."""

from wijkwijzer_desktop.i18n.languages import Language, language
from wijkwijzer_desktop.i18n.translator import Translator

# One letter for each, so that what was made of a text can be told from the text.
ARABIC = str.maketrans(dict(zip("abcdefghijklmnopqrstuvwxyz", "ابجدهوزحطيكلمنسعفصقرشتثخذض", strict=True)))
ETHIOPIC = str.maketrans(dict(zip("abcdefghijklmnopqrstuvwxyz", "አበቸደእፈገሐኢጀከለመነኦጰቀረሰተኡቨወሸየዘ", strict=True)))
# Makes a Dutch text half as long again.
LONGER = str.maketrans({vowel: vowel * 2 for vowel in "aeiouAEIOU"})


class Written(Translator):
    """Every text letter by letter in another writing; gaps and figures stay."""

    def __init__(self, known: Language, letters: dict[int, str]) -> None:
        super().__init__(known)
        self._letters = letters

    def text(self, message: str, /, **values: object) -> str:
        """The program's own."""
        return self._filled(self._write(message), message, values)

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Dutch has two forms."""
        message = one if count == 1 else many
        return self._filled(self._write(message), message, {"count": count, **values})

    def content(self, context: str, message: str) -> str:
        """The pack's."""
        return self._write(message)

    def _write(self, message: str) -> str:
        parts = message.replace("{", "\0{").replace("}", "}\0").split("\0")
        return "".join(part if part.startswith("{") else part.lower().translate(self._letters) for part in parts)


def written(code: str) -> Written:
    """Of ar, fa and ti the script; of every other language letters enough."""
    known = language(code)
    return Written(known, {"Arab": ARABIC, "Ethi": ETHIOPIC}.get(known.script, LONGER))
