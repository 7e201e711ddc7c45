"""The jobs with the database that counters share: setting it up, looking after it, and joining it.

An address with a password in it is never an argument: those are seen by all who use the computer. What speaks to the server is
loaded by the command that needs it, and by no other.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from wijkwijzer_desktop import __version__, paths
from wijkwijzer_desktop.console import DONE, FINDINGS, say, show
from wijkwijzer_desktop.domain.central_status import COMPUTER_ROLES
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.i18n.central_standing_words import status_data, status_words
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.translator import Translator


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """`central`. commands: where commands are added. shared: the options that every command has."""
    t = Translator().text
    central = commands.add_parser("central", help=t("de database die balies samen gebruiken"))
    actions = central.add_subparsers(required=True, title=t("acties"), metavar=t("actie"))
    owner = argparse.ArgumentParser(add_help=False)
    where = t("adres van de database, zonder wachtwoord; anders WIJKWIJZER_DATABASE_URL")
    owner.add_argument("--address", default="", metavar=t("ADRES"), help=where)
    of_one = argparse.ArgumentParser(add_help=False)
    of_one.add_argument("--municipality", default="", metavar="ID", help=t("welke gemeente, als er meer zijn"))

    init = actions.add_parser("init", parents=[shared, owner], help=t("een gemeente beginnen, en wat daarvoor nodig is"))
    init.add_argument("--municipality", required=True, metavar="ID", help=t("kleine letters en streepjes, zoals enschede"))
    init.add_argument("--name", default="", metavar=t("NAAM"), help=t("zoals mensen de gemeente noemen"))
    init.add_argument("--content", type=Path, metavar=t("MAP"), help=t("de inhoud; anders die bij het programma hoort"))
    init.add_argument("--empty", action="store_true", help=t("zonder inhoud beginnen"))
    init.set_defaults(run=_init)

    status = actions.add_parser("status", parents=[shared, owner], help=t("gemeenten en balies, en of alles loopt"))
    status.add_argument("--json", action="store_true", help=t("als JSON"))
    status.set_defaults(run=_status)

    migrate = actions.add_parser("migrate", parents=[shared, owner], help=t("de database bijwerken tot deze versie"))
    migrate.set_defaults(run=_migrate)

    _add_counters(actions, [shared, owner, of_one])

    spread = actions.add_parser("spread", parents=[shared, owner], help=t("een laag van één gemeente naar de andere brengen"))
    spread.add_argument("layer", metavar=t("LAAG"), help=t("zoals nederland of twente"))
    spread.add_argument("--from", dest="source", required=True, metavar="ID", help=t("de gemeente die deze laag bijhoudt"))
    spread.set_defaults(run=_spread)

    backup = actions.add_parser("backup", parents=[shared, owner], help=t("een reservekopie van alle gemeenten maken"))
    backup.add_argument("path", type=Path, metavar=t("PLAATS"), help=t("een bestand, of een map die er al is"))
    backup.set_defaults(run=_backup)

    restore = actions.add_parser("restore", parents=[shared, owner], help=t("een reservekopie terugzetten"))
    restore.add_argument("path", type=Path, metavar=t("BESTAND"), help=t("de reservekopie"))
    restore.add_argument("--replace", action="store_true", help=t("ook als er al iets in de database staat"))
    restore.set_defaults(run=_restore)

    join = actions.add_parser("join", parents=[shared], help=t("deze computer aansluiten"))
    join.add_argument("file", type=Path, metavar=t("BESTAND"), help=t("van: wijkwijzer central add-counter"))
    join.add_argument("--again", action="store_true", help=t("ook als deze computer al is aangesloten"))
    join.set_defaults(run=_join)


def _add_counters(actions: Any, parents: list[argparse.ArgumentParser]) -> None:
    t = Translator().text
    name = t("naam van de balie: kleine letters, cijfers en streepjes")
    add = actions.add_parser("add-counter", parents=parents, help=t("een balie toelaten; maakt het bestand waarmee zij aansluit"))
    add.add_argument("name", metavar=t("NAAM"), help=name)
    add.add_argument("-o", "--output", type=Path, required=True, metavar=t("BESTAND"), help=t("waar dat geheime bestand komt"))
    add.add_argument("--role", choices=COMPUTER_ROLES, default="", help=t("wat medewerkers er hoogstens mogen; anders counter"))
    add.add_argument("--counter", default="", metavar="ID", help=t("id van de balie in de catalogus"))
    add.add_argument("--settings", type=Path, metavar=t("BESTAND"), help=t("settings.toml van een andere balie"))
    add.add_argument("--server", default="", metavar="NAAM[:POORT]", help=t("de server; anders als in het adres"))
    add.add_argument("--certificate", type=Path, metavar="ca.crt", help=t("wie de server ondertekende; anders als in het adres"))
    add.add_argument("--again", action="store_true", help=t("een nieuw wachtwoord; het oude geldt niet meer"))
    add.set_defaults(run=_add_counter)

    remove = actions.add_parser("remove-counter", parents=parents, help=t("een balie niet meer toelaten, meteen"))
    remove.add_argument("name", metavar=t("NAAM"), help=name)
    remove.set_defaults(run=_remove_counter)


def _init(options: argparse.Namespace) -> int:
    from wijkwijzer_desktop.bootstrap import central_admin

    t = Translator().text
    address = central_admin.owner_address(options.address)
    content = None if options.empty else central_admin.content_of(options.municipality, options.content)
    version = central_admin.begin(address, options.municipality, options.name, content)
    show(t("De gemeente “{name}” staat in de database.", name=options.municipality))
    if version:
        show(t("In gebruik: vragenlijst {version}.", version=version))
    show(t("Laat nu een balie toe met: wijkwijzer central add-counter NAAM -o BESTAND"))
    return DONE


def _status(options: argparse.Namespace) -> int:
    from wijkwijzer_desktop.bootstrap import central_admin

    status = central_admin.status(central_admin.owner_address(options.address))
    if options.json:
        show(json.dumps(status_data(status), ensure_ascii=False, indent=2))
    else:
        for line in status_words(status, Translator()):
            show(line)
    return FINDINGS if status.findings or not status.is_current else DONE


def _migrate(options: argparse.Namespace) -> int:
    from wijkwijzer_desktop.bootstrap import central_admin

    translator = Translator()
    older = central_admin.migrate(central_admin.owner_address(options.address))
    show(translator.text("De database hoort nu bij versie {version}.", version=__version__))
    if older:
        words = translator.plural(
            "{count} balie heeft nog een ouder programma. Zij gaat door met wat zij heeft, tot dat is bijgewerkt: {names}.",
            "{count} balies hebben nog een ouder programma. Zij gaan door met wat zij hebben, tot dat is bijgewerkt: {names}.",
            len(older),
            names=", ".join(older),
        )
        say(words)
    return DONE


def _add_counter(options: argparse.Namespace) -> int:
    from wijkwijzer_desktop.bootstrap import central_admin

    translator = Translator()
    t = translator.text
    wanted = central_admin.NewCounter(
        options.name,
        options.municipality,
        options.role,
        options.counter,
        options.server,
        options.certificate,
        options.settings,
        again=options.again,
    )
    data = paths.data_folder(options.data)
    trouble = central_admin.add_counter(central_admin.owner_address(options.address), wanted, data, options.output)
    show(t("Het bestand voor “{name}” staat in {path}. Het is geheim.", name=options.name, path=options.output))
    show(t("Doe op die computer: wijkwijzer central join {file}", file=options.output.name))
    if trouble is not None:
        say(t("Let op, vanaf hier lukt het nog niet om zo binnen te komen."))
        say(error_words(trouble, translator))
        return FINDINGS
    return DONE


def _remove_counter(options: argparse.Namespace) -> int:
    from wijkwijzer_desktop.bootstrap import central_admin

    central_admin.remove_counter(central_admin.owner_address(options.address), options.name, options.municipality)
    show(Translator().text("De balie “{name}” komt niet meer binnen. Wat zij telde, blijft.", name=options.name))
    return DONE


def _spread(options: argparse.Namespace) -> int:
    from wijkwijzer_desktop.bootstrap import central_admin, central_spread

    translator = Translator()
    brought = central_spread.spread(central_admin.owner_address(options.address), options.layer, options.source)
    for one in brought:
        if one.refused:
            say(
                translator.text(
                    "Bij “{name}” is niets veranderd: een organisatie heet daar anders, of iemand was bezig.",
                    name=one.municipality,
                )
            )
        else:
            show(
                translator.plural(
                    "Bij “{name}” is {count} plek bijgewerkt.",
                    "Bij “{name}” zijn {count} plekken bijgewerkt.",
                    len(one.entries),
                    name=one.municipality,
                )
            )
    if not brought:
        show(translator.text("Geen andere gemeente heeft deze laag."))
    return FINDINGS if any(one.refused for one in brought) else DONE


def _backup(options: argparse.Namespace) -> int:
    from wijkwijzer_desktop.bootstrap import central_admin

    made = central_admin.back_up(central_admin.owner_address(options.address), options.path)
    show(Translator().text("De reservekopie staat in {path}.", path=made))
    return DONE


def _restore(options: argparse.Namespace) -> int:
    from wijkwijzer_desktop.bootstrap import central_admin

    t = Translator().text
    restored = central_admin.restore(central_admin.owner_address(options.address), options.path, replace=options.replace)
    show(t("De reservekopie is teruggezet. Balies halen vanzelf op wat er nu staat."))
    if restored.aside:
        say(t("De database van daarvoor heet nu {name}.", name=restored.aside))
    if restored.unknown:
        names = ", ".join(restored.unknown)
        say(t("Deze balies kent de server niet. Geef elk een nieuw bestand, met --again: {names}", names=names))
        return FINDINGS
    return DONE


def _join(options: argparse.Namespace) -> int:
    from wijkwijzer_desktop.bootstrap.central_join import join
    from wijkwijzer_desktop.bootstrap.couriers import fetch_first

    translator = Translator()
    t = translator.text
    data = paths.data_folder(options.data)
    joined = join(options.file, data, again=options.again)
    show(t("Deze computer is nu de balie “{counter}” van {place}.", counter=joined.counter, place=joined.municipality))
    if joined.other_codes:
        say(t("Papieren van vóór nu kunnen hier niet meer terugkomen."))
    say(t("Gooi het bestand nu weg: {path}", path=options.file))
    try:
        fetch_first(data)
    except WijkwijzerError as error:
        say(error_words(error, translator))
        return FINDINGS
    return DONE
