"""The job of starting the content of another municipality."""

import argparse
from pathlib import Path
from typing import Any

from wijkwijzer_desktop.console import DONE, show
from wijkwijzer_desktop.content.starting import start_municipality
from wijkwijzer_desktop.i18n.translator import Translator


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """`new-municipality`. commands: where commands are added. shared: the options that every command has."""
    t = Translator().text
    start = commands.add_parser("new-municipality", parents=[shared], help=t("het begin van de inhoud van een andere gemeente"))
    start.add_argument("folder", type=Path, metavar=t("MAP"), help=t("een map die er nog niet is, of leeg is"))
    start.add_argument("--name", default="", metavar=t("NAAM"), help=t("zoals mensen de gemeente noemen, anders die van de map"))
    start.add_argument("--id", default="", metavar="ID", help=t("kleine letters en streepjes, anders gemaakt van de naam"))
    start.set_defaults(run=_start)


def _start(options: argparse.Namespace) -> int:
    t = Translator().text
    for file in start_municipality(options.folder, options.name, options.id):
        show(str(file))
    show(t("Lees eerst {file}. Kijk daarna na met: wijkwijzer content check {folder}", file="README.md", folder=options.folder))
    return DONE
