"""Dutch text in, the visitor's language out. An object, not a global: one slip speaks two languages."""

import gettext
from pathlib import Path

from wijkwijzer_desktop.i18n.languages import DUTCH, Language

MESSAGE_DOMAIN = "wijkwijzer"


class Translator:
    """All words of one language. A text without translation stays Dutch, never blank."""

    def __init__(self, language: Language = DUTCH, folder: Path | None = None) -> None:
        """folder: with `<lang>/LC_MESSAGES/wijkwijzer.mo`; Dutch needs none."""
        self.language = language
        self._messages = gettext.NullTranslations()
        if language.code != DUTCH.code and folder is not None:
            self._messages = gettext.translation(MESSAGE_DOMAIN, folder, [language.code], fallback=True)

    def text(self, message: str, /, **values: object) -> str:
        """A sentence of the program itself. values: fill `{name}` in it."""
        translated = self._messages.gettext(message)
        return translated.format(**values) if values else translated

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form that this language uses for this count; `{count}` is filled in."""
        return self._messages.ngettext(one, many, count).format(count=count, **values)

    def content(self, context: str, message: str) -> str:
        """A text of the content. context: id of the question, option, topic or signal it belongs to."""
        return self._messages.pgettext(context, message) if message else ""
