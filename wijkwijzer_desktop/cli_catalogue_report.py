"""What is wrong with the catalogue, by command: `catalogue report`."""

import argparse
from typing import Any

from wijkwijzer_desktop import bootstrap, paths
from wijkwijzer_desktop.console import DONE, show
from wijkwijzer_desktop.content.reachable import reachable
from wijkwijzer_desktop.desk.advising import COMPANY_TOPIC
from wijkwijzer_desktop.desk.ports import Catalogue
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.domain.catalogue_report import Report, report
from wijkwijzer_desktop.domain.network import Contact, Network
from wijkwijzer_desktop.domain.network_rules import to_confirm
from wijkwijzer_desktop.i18n.report_words import remark_words
from wijkwijzer_desktop.i18n.translator import Translator


def add_commands(subjects: Any, shared: argparse.ArgumentParser) -> None:
    """`catalogue report`. subjects: where commands are added. shared: the options that every command has."""
    t = Translator().text
    parser = subjects.add_parser("report", parents=[shared], help=t("wat verouderd, onvolledig of onbereikbaar is"))
    parser.add_argument("--counts", action="store_true", help=t("alleen de aantallen"))
    parser.set_defaults(run=_report)


def _report(options: argparse.Namespace) -> int:
    data = paths.data_folder(options.data)
    catalogue, packs = bootstrap.open_shelves(data, looks_only=True)
    workbench = bootstrap.open_workbench(data, looks_only=True)
    found = report(
        catalogue.everything(),
        SystemClock().now().date(),
        reachable=reachable(packs.current(), frozenset({COMPANY_TOPIC, COMPANY_TOPIC.partition(".")[0]})),
        flagged={flag.service_id for flag in workbench.flags()},
    )
    _show(found, names=not options.counts)
    _show_network(bootstrap.open_networks(data, looks_only=True).current(), catalogue, names=not options.counts)
    return DONE


def _show_network(network: Network, catalogue: Catalogue, *, names: bool) -> None:
    if network == Network():
        return
    waiting = to_confirm(network, SystemClock().now().date())
    show(f"{len(waiting):>5}  {Translator().text('Netwerk: drie maanden niet bevestigd')}")
    if names:
        entries = catalogue.services(tuple(network.practices))
        for record in waiting:
            entry = entries.get(record.id)
            what = record.function if isinstance(record, Contact) else entry.name if entry is not None else record.id
            show(f"       - {what} ({record.id})")


def _show(found: Report, *, names: bool) -> None:
    translator = Translator()
    show(translator.plural("{count} ingang in de catalogus.", "{count} ingangen in de catalogus.", found.services))
    for remark, services in found.found.items():
        show(f"{len(services):>5}  {remark_words(remark, translator)}")
        if names:
            for service in services:
                show(f"       - {service.name} ({service.id})")
