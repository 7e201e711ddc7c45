"""The jobs with content: check, publish, paths, graph, diff."""

import argparse
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from wijkwijzer_desktop import bootstrap, paths
from wijkwijzer_desktop.cli_staff import staff_room
from wijkwijzer_desktop.console import DONE, FINDINGS, say, show
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.content.checker import Report, check
from wijkwijzer_desktop.content.editing.comparing import change_lines, changes_between
from wijkwijzer_desktop.content.files import load_content, load_pack
from wijkwijzer_desktop.content.graph import graph_svg
from wijkwijzer_desktop.content.layers import load_layers
from wijkwijzer_desktop.content.loaded import LoadedCatalogue
from wijkwijzer_desktop.content.messages import messages
from wijkwijzer_desktop.content.personas import load_personas
from wijkwijzer_desktop.content.reach import Paths
from wijkwijzer_desktop.content.translations import content_problems, untranslated
from wijkwijzer_desktop.content.words import place_and_words
from wijkwijzer_desktop.desk.drafting import Draft
from wijkwijzer_desktop.domain.audit import Action
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.persona import Given, Persona
from wijkwijzer_desktop.i18n.publishing_words import how_many_words
from wijkwijzer_desktop.i18n.report_words import kept_words
from wijkwijzer_desktop.i18n.translator import Translator


def add_commands(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """`content check|publish|paths|graph DIR` and `content diff OLD NEW`. shared: the options that every command has."""
    t = Translator().text
    actions = parser.add_subparsers(required=True, title=t("acties"), metavar=t("actie"))
    for name, run, words in (
        ("check", _check, t("klopt alles?")),
        ("publish", _publish, t("in gebruik nemen")),
        ("paths", _paths, t("hoeveel wegen en schermen")),
        ("graph", _graph, t("als tekening (SVG)")),
    ):
        action = actions.add_parser(name, parents=[shared], help=words)
        action.add_argument("folder", type=Path, metavar=t("MAP"), help=t("map met de vragen en de catalogus"))
        if name == "publish":
            action.add_argument(
                "--note", default="", metavar=t("TEKST"), help=t("wat er veranderd is, voor wie later terugkijkt")
            )
            action.add_argument(
                "--overwrite", action="store_true", help=t("ook ingangen die hier veranderd zijn worden zoals in de map")
            )
        if name == "graph":
            action.add_argument("-o", "--output", type=Path, required=True, metavar="flow.svg", help=t("waar de tekening komt"))
        action.set_defaults(run=run)
    action = actions.add_parser("diff", parents=[shared], help=t("wie krijgt er een ander advies?"))
    action.add_argument("old", type=Path, metavar=t("OUD"), help=t("map met de vragen en de catalogus van nu"))
    action.add_argument("new", type=Path, metavar=t("NIEUW"), help=t("map met die van straks"))
    action.set_defaults(run=_diff)


def _check(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    report = check(folder, _AdviseFrom(folder))
    if report.version:
        wanted = tuple(messages(load_content(folder)))
        report = replace(report, findings=(*report.findings, *content_problems(wanted, paths.translations())))
        for note in untranslated(wanted, paths.translations()):
            say(place_and_words(note))
    for finding in report.findings:
        say(place_and_words(finding))
    show(_summary(report))
    return FINDINGS if report.findings else DONE


def _summary(report: Report) -> str:
    t = Translator().text
    counted = t(
        "Vragenlijst {version}: {questions} vragen, {options} antwoorden, {concerns} zorgen, "
        "{services} ingangen, {personas} bewoners.",
        version=report.version or "?",
        questions=report.questions,
        options=report.options,
        concerns=report.concerns,
        services=report.services,
        personas=report.personas,
    )
    if report.findings:
        return t("{count} dingen kloppen nog niet.", count=len(report.findings))
    hardest = min(report.scores, key=lambda score: score.ease, default=None)
    plain = t("Het lastigst te lezen: {what} ({points}).", what=hardest.group, points=round(hardest.ease)) if hardest else ""
    return "\n".join(part for part in (counted, plain, t("Alles klopt.")) if part)


class _AdviseFrom:
    """What a persona is given over the catalogue of a folder, which is read when first asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._catalogue: LoadedCatalogue | None = None

    def __call__(self, pack: Pack, persona: Persona) -> Given:
        if self._catalogue is None:
            self._catalogue = LoadedCatalogue(load_catalogue(self._folder), load_layers(self._folder).layers)
        return bootstrap.advise_over(self._catalogue, pack, persona)


def _publish(options: argparse.Namespace) -> int:
    room = staff_room(options.data)
    is_noted = room.can_note()
    catalogue, packs = bootstrap.open_publishing(paths.data_folder(options.data))
    published = bootstrap.publish(options.folder, catalogue, packs, options.note, overwrite=options.overwrite)
    if is_noted:
        room.record(Action.CONTENT_PUBLISHED, version=published.pack.version)
    show(Translator().text("In gebruik: vragenlijst {version}.", version=published.pack.version))
    if published.kept:
        say(kept_words(published.kept, Translator()))
    return DONE


def _paths(options: argparse.Namespace) -> int:
    t = Translator().text
    for numbers in Paths(load_pack(options.folder)).numbers():
        show(
            t(
                "{sort}: {ways} wegen, {median} schermen in het midden, {longest} op zijn langst",
                sort=numbers.sort,
                ways=numbers.ways,
                median=numbers.median,
                longest=numbers.longest,
            )
        )
    return DONE


def _graph(options: argparse.Namespace) -> int:
    findings = check(options.folder, _AdviseFrom(options.folder)).findings
    options.output.write_text(graph_svg(load_pack(options.folder), findings), encoding="utf-8")
    return DONE


def _diff(options: argparse.Namespace) -> int:
    old, new = (_draft(folder) for folder in (options.old, options.new))
    found = changes_between(old, new, _AdviseFrom(options.old), _AdviseFrom(options.new))
    for change in found.changes:
        for line in change_lines(change, Translator()):
            show(line)
    show(how_many_words(len(found.changes), found.personas, Translator()))
    return FINDINGS if found.changes else DONE


def _draft(folder: Path) -> Draft:
    # Through the files themselves, so that what is wrong has its place.
    pack = load_pack(folder)
    return Draft(MappingProxyType({}), pack, load_personas(folder, pack), pack.version)
