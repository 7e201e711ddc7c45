"""Dutch text in, the visitor's language out. An object, not a global: one slip speaks two languages."""

import gettext
from pathlib import Path

from wijkwijzer_desktop.i18n.isolation import isolated, right_to_left
from wijkwijzer_desktop.i18n.languages import DUTCH, Language

MESSAGE_DOMAIN = "wijkwijzer"


class Translator:
    """All words of one language. A text without translation stays Dutch, never blank; so does one whose gaps can't be filled."""

    def __init__(self, language: Language = DUTCH, folder: Path | None = None) -> None:
        """folder: with `<lang>/LC_MESSAGES/wijkwijzer.mo`; Dutch needs none."""
        self.language = language
        self._messages = gettext.NullTranslations()
        if language.code != DUTCH.code and folder is not None:
            self._messages = gettext.translation(MESSAGE_DOMAIN, folder, [language.code], fallback=True)

    def text(self, message: str, /, **values: object) -> str:
        """A sentence of the program itself. values: fill `{name}` in it."""
        translated = self._messages.gettext(message)
        return self._filled(translated, message, values) if values else translated

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form that this language uses for this count; `{count}` is filled in."""
        return self._filled(self._messages.ngettext(one, many, count), one if count == 1 else many, {"count": count, **values})

    def content(self, context: str, message: str) -> str:
        """A text of the content. context: id of the question, option, topic or signal it belongs to."""
        return self._messages.pgettext(context, message) if message else ""

    def whole(self, text: str) -> str:
        """With nothing but isolated parts in it, a line would run from the left in every language."""
        return right_to_left(text) if text and self.language.right_to_left else text

    def _filled(self, translated: str, dutch: str, values: dict[str, object]) -> str:
        if self.language.right_to_left:
            values = {name: isolated(str(value)) for name, value in values.items()}
        try:
            return translated.format(**values)
        except (KeyError, IndexError, ValueError):
            return dutch.format(**values)
