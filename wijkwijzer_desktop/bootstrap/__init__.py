"""Builds the adapters and hands them to the desk: the only place that knows them all."""

from wijkwijzer_desktop.bootstrap.central import DATABASE_FILE, DATABASE_VARIABLE, database_address, is_joined, own_address
from wijkwijzer_desktop.bootstrap.desks import advise_over, as_in_catalogue, at_counter, build_desk
from wijkwijzer_desktop.bootstrap.machine import HANDED_OUT, system_printer, system_speaker
from wijkwijzer_desktop.bootstrap.offices import open_importing, open_office, open_staff, open_statistics
from wijkwijzer_desktop.bootstrap.outcomes import open_outcomes
from wijkwijzer_desktop.bootstrap.referrals import referral_files
from wijkwijzer_desktop.bootstrap.shelves import (
    Published,
    open_networks,
    open_publishing,
    open_shelves,
    open_tally,
    open_workbench,
    publish,
)

__all__ = [
    "DATABASE_FILE",
    "DATABASE_VARIABLE",
    "HANDED_OUT",
    "Published",
    "advise_over",
    "as_in_catalogue",
    "at_counter",
    "build_desk",
    "database_address",
    "is_joined",
    "open_importing",
    "open_networks",
    "open_office",
    "open_outcomes",
    "open_publishing",
    "open_shelves",
    "open_staff",
    "open_statistics",
    "open_tally",
    "open_workbench",
    "own_address",
    "publish",
    "referral_files",
    "system_printer",
    "system_speaker",
]
