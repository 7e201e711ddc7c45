"""What is wrong with the catalogue, by command: `catalogue report`."""

import argparse
from typing import Any

from wijkwijzer_desktop import bootstrap, paths
from wijkwijzer_desktop.console import DONE, show
from wijkwijzer_desktop.content.reachable import reachable
from wijkwijzer_desktop.desk.advising import COMPANY_TOPIC
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.domain.catalogue_report import Report, report
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
    return DONE


def _show(found: Report, *, names: bool) -> None:
    translator = Translator()
    show(translator.plural("{count} ingang in de catalogus.", "{count} ingangen in de catalogus.", found.services))
    for remark, services in found.found.items():
        show(f"{len(services):>5}  {remark_words(remark, translator)}")
        if names:
            for service in services:
                show(f"       - {service.name} ({service.id})")
