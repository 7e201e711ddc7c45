"""What staff are told of work that went wrong."""

from wijkwijzer_desktop.domain.errors import SettingsRefusedError, WijkwijzerError
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.settings_words import setting_name, wrong_words
from wijkwijzer_desktop.i18n.translator import Translator


def words_for(error: BaseException, translator: Translator) -> str:
    """One or two sentences."""
    if isinstance(error, SettingsRefusedError):
        field = str(error.data["field"])
        return f"{setting_name(field, translator)}: {wrong_words(field, str(error.data['reason']), translator)}"
    if not isinstance(error, WijkwijzerError):
        # Of another only its type: its words may say anything.
        note(Event.UNHANDLED, type=type(error).__name__, at="staff")
        error = WijkwijzerError()
    return error_words(error, translator)
