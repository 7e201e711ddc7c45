"""What this counter offers its visitors, by its settings."""

from wijkwijzer_desktop.i18n.languages import offered
from wijkwijzer_desktop.settings import Settings
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.window import MainWindow


def offer(settings: Settings, window: MainWindow, pages: Pages) -> None:
    """Its name, its languages in their order, whether a person can be asked for, whether it prints. Between two visits only."""
    languages = offered(settings.languages)
    pages.start.introduce(settings.first_screen.name, languages)
    pages.language.offer(languages)
    window.bottom.offer_help(offered=settings.help)
    window.offered.emit()
    pages.preview.offer_print(offered=bool(settings.printer))
