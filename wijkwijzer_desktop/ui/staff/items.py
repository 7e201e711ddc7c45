"""The menu of the workshop."""

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.accounts_panel import AccountsPanel
from wijkwijzer_desktop.ui.staff.audit_panel import AuditPanel
from wijkwijzer_desktop.ui.staff.catalogue_panel import CataloguePanel
from wijkwijzer_desktop.ui.staff.closing_panel import ClosingPanel
from wijkwijzer_desktop.ui.staff.counters_panel import CountersPanel
from wijkwijzer_desktop.ui.staff.exchange_panel import ExchangePanel
from wijkwijzer_desktop.ui.staff.network_panel import NetworkPanel
from wijkwijzer_desktop.ui.staff.own_pin_panel import OwnPinPanel
from wijkwijzer_desktop.ui.staff.questions_panel import QuestionsPanel
from wijkwijzer_desktop.ui.staff.returned_panel import ReturnedPanel
from wijkwijzer_desktop.ui.staff.settings_panel import SettingsPanel
from wijkwijzer_desktop.ui.staff.statistics_panel import StatisticsPanel
from wijkwijzer_desktop.ui.staff.transfer_panel import TransferPanel
from wijkwijzer_desktop.ui.staff.work_panel import WorkPanel
from wijkwijzer_desktop.ui.staff.workshop import Item


def _settings(kit: Kit) -> str:
    return kit.words.text("Instellingen")


def _transfer(kit: Kit) -> str:
    return kit.words.text("Overzetten")


def _accounts(kit: Kit) -> str:
    return kit.words.text("Medewerkers")


def _audit(kit: Kit) -> str:
    return kit.words.text("Logboek")


def _statistics(kit: Kit) -> str:
    return kit.words.text("Cijfers")


def _exchange(kit: Kit) -> str:
    return kit.words.text("In- en uitvoer")


def _questions(kit: Kit) -> str:
    return kit.words.text("Vragen")


def _work(kit: Kit) -> str:
    return kit.words.text("Controleren")


def _catalogue(kit: Kit) -> str:
    return kit.words.text("Wegwijzer")


def _network(kit: Kit) -> str:
    return kit.words.text("Netwerk")


def _returned(kit: Kit) -> str:
    return kit.words.text("Terugmelding")


def _counters(kit: Kit) -> str:
    return kit.words.text("Balies")


def _own_pin(kit: Kit) -> str:
    return kit.words.text("Mijn pincode")


def _closing(kit: Kit) -> str:
    return kit.words.text("Sluiten")


# What is done every day stands above.
ITEMS = (
    Item("work", _work, WorkPanel.role, WorkPanel),
    Item("catalogue", _catalogue, CataloguePanel.role, CataloguePanel),
    Item("network", _network, NetworkPanel.role, NetworkPanel),
    Item("returned", _returned, ReturnedPanel.role, ReturnedPanel),
    Item("questions", _questions, QuestionsPanel.role, QuestionsPanel),
    Item("exchange", _exchange, ExchangePanel.role, ExchangePanel),
    Item("statistics", _statistics, StatisticsPanel.role, StatisticsPanel),
    Item("settings", _settings, SettingsPanel.role, SettingsPanel),
    Item("transfer", _transfer, TransferPanel.role, TransferPanel),
    Item("accounts", _accounts, AccountsPanel.role, AccountsPanel),
    Item("audit", _audit, AuditPanel.role, AuditPanel),
    Item("counters", _counters, CountersPanel.role, CountersPanel, shared=True),
    Item("own-pin", _own_pin, OwnPinPanel.role, OwnPinPanel),
    Item("closing", _closing, ClosingPanel.role, ClosingPanel),
)
