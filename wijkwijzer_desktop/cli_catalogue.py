"""The jobs with the catalogue: its translations out and in."""

import argparse
from pathlib import Path

from wijkwijzer_desktop import bootstrap, cli_catalogue_report, cli_exchange, paths
from wijkwijzer_desktop.cli_staff import staff_room
from wijkwijzer_desktop.console import DONE, FINDINGS, say, show
from wijkwijzer_desktop.content.catalogue import load_own
from wijkwijzer_desktop.content.service_translations import with_translations, write_translations
from wijkwijzer_desktop.content.words import place_and_words
from wijkwijzer_desktop.domain.audit import Action
from wijkwijzer_desktop.i18n.translator import Translator


def add_commands(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """`catalogue translations export|import`. shared: the options that every command has."""
    t = Translator().text
    subjects = parser.add_subparsers(required=True, title=t("onderwerpen"), metavar=t("onderwerp"))
    translations = subjects.add_parser("translations", help=t("de eigen teksten van voorzieningen in andere talen"))
    actions = translations.add_subparsers(required=True, title=t("acties"), metavar=t("actie"))
    export = actions.add_parser("export", parents=[shared], help=t("voor vertalers, als .po-bestanden"))
    export.add_argument("-o", "--output", type=Path, required=True, metavar=t("MAP"), help=t("waar de bestanden komen"))
    export.add_argument("--content", type=Path, metavar=t("MAP"), help=t("uit deze map met inhoud, in plaats van de database"))
    export.set_defaults(run=_export)
    taken = actions.add_parser("import", parents=[shared], help=t("terug van vertalers, alles of niets"))
    taken.add_argument("path", type=Path, metavar=t("MAP"), help=t("map met .po-bestanden, of een zo'n bestand"))
    taken.set_defaults(run=_import)
    cli_exchange.add_commands(subjects, shared)
    cli_catalogue_report.add_commands(subjects, shared)


def _export(options: argparse.Namespace) -> int:
    if options.content is not None:
        services = load_own(options.content)
    else:
        catalogue, _ = bootstrap.open_shelves(paths.data_folder(options.data))
        services = catalogue.everything()
    write_translations(services, options.output)
    show(Translator().text("Van {count} ingangen staan de teksten in {folder}.", count=len(services), folder=options.output))
    return DONE


def _import(options: argparse.Namespace) -> int:
    t = Translator().text
    room = staff_room(options.data)
    is_noted = room.can_note()
    catalogue, _ = bootstrap.open_publishing(paths.data_folder(options.data))
    translated = with_translations(catalogue.everything(), options.path)
    catalogue.replace_translations(translated.services)
    if is_noted:
        room.record(Action.CATALOGUE_CHANGED, change="translations", services=len(translated.services))
    for finding in translated.outdated:
        say(place_and_words(finding))
    count = sum(len(service.translations) for service in translated.services)
    show(t("In gebruik: {count} vertaalde teksten van ingangen.", count=count - len(translated.outdated)))
    return FINDINGS if translated.outdated else DONE
