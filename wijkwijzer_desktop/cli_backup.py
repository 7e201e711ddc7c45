"""The jobs with backups: making one, and putting one back."""

import argparse
from pathlib import Path
from typing import Any

from wijkwijzer_desktop import upkeep
from wijkwijzer_desktop.console import DONE, say, show
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.i18n.translator import Translator


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """`backup` and `restore`. commands: where commands are added. shared: the options that every command has."""
    t = Translator().text
    backup = commands.add_parser("backup", parents=[shared], help=t("een reservekopie maken"))
    where = t("map, of een bestand dat eindigt op .sqlite")
    backup.add_argument("path", type=Path, metavar=t("PLAATS"), help=where)
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", parents=[shared], help=t("een reservekopie terugzetten"))
    restore.add_argument("path", type=Path, metavar=t("PLAATS"), help=t("die kopie, of de map met kopieën: dan de laatste goede"))
    restore.set_defaults(run=_restore)


def _backup(options: argparse.Namespace) -> int:
    path = upkeep.back_up_to(options.data, options.path)
    show(Translator().text("De reservekopie staat in {path}.", path=path))
    return DONE


def _restore(options: argparse.Namespace) -> int:
    t = Translator().text
    restored = upkeep.restore_from(options.data, options.path)
    date = f"{restored.made.astimezone(ZONE):%d-%m-%Y %H:%M}"
    show(t("Teruggezet: de reservekopie van {date}.", date=date))
    if restored.aside is not None:
        say(t("De database van daarvoor staat in {path}.", path=restored.aside))
    return DONE
