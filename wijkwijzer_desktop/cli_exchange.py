"""The jobs with files of others: into the catalogue, and out of it."""

import argparse
import sys
import time
from pathlib import Path
from typing import Any, Final, Self

from wijkwijzer_desktop import bootstrap, paths
from wijkwijzer_desktop.cli_staff import staff_room
from wijkwijzer_desktop.console import DONE, FINDINGS, WRONG, say, show
from wijkwijzer_desktop.desk.importing import Format, Importing, guess_format, origin_of
from wijkwijzer_desktop.domain.audit import Action
from wijkwijzer_desktop.domain.editing import Plan, Planned
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError, PackMissingError
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.i18n.entry_words import EntryWords
from wijkwijzer_desktop.i18n.import_words import counts_words, fate_name, place_and_finding
from wijkwijzer_desktop.i18n.translator import Translator

# Work that is done sooner shows no bar.
SOON: Final = 1.0
BAR_WIDTH: Final = 40


def add_commands(subjects: Any, shared: argparse.ArgumentParser) -> None:
    """`catalogue import` and `catalogue export`. subjects: where commands are added. shared: options that every command has."""
    t = Translator().text
    kinds: dict[str, Any] = {"type": Format, "choices": list(Format), "metavar": "{hsds,xlsx,ical}"}
    taken = subjects.add_parser("import", parents=[shared], help=t("een bestand van anderen overnemen, alles of niets"))
    taken.add_argument("path", type=Path, metavar=t("PLAATS"), help=t("een bestand, een map met tabellen of een zipbestand"))
    taken.add_argument("--format", **kinds, help=t("anders volgt het uit de naam"))
    taken.add_argument("--dry-run", action="store_true", help=t("alleen laten zien wat er zou veranderen"))
    taken.add_argument(
        "--origin", metavar=t("NAAM"), help=t("wat eerder met deze naam kwam en er niet meer in staat, eindigt; anders de naam")
    )
    taken.add_argument("--skip-refused", action="store_true", help=t("ook overnemen als er iets geweigerd is, zonder dat"))
    taken.set_defaults(run=_import)
    out = subjects.add_parser("export", parents=[shared], help=t("de hele catalogus in een bestand"))
    out.add_argument("-o", "--output", type=Path, required=True, metavar=t("PLAATS"), help=t("bestand; zonder uitgang: een map"))
    out.add_argument("--format", **kinds, help=t("anders volgt het uit de naam; ical: alleen activiteiten"))
    out.set_defaults(run=_export)


def _open(options: argparse.Namespace) -> tuple[Importing, Pack]:
    data = paths.data_folder(options.data)
    catalogue, packs = bootstrap.open_shelves(data)
    try:
        pack = packs.current()
    except PackMissingError:
        # As the first start of the counter does: without questions there are no topics.
        bootstrap.publish(paths.content(), catalogue, packs)
        pack = packs.current()
    return bootstrap.open_importing(data, pack), pack


def _import(options: argparse.Namespace) -> int:
    translator = Translator()
    t = translator.text
    importing, pack = _open(options)
    kind = options.format or guess_format(options.path)
    origin = options.origin if options.origin is not None else origin_of(options.path, kind)
    with Bar() as bar:
        plan = importing.plan(options.path, kind, origin, bar.tell)
    for finding in (*plan.repaired, *plan.refused):
        say(place_and_finding(finding, translator))
    stopped = bool(plan.refused) and not options.skip_refused
    if options.dry_run:
        words = EntryWords(translator, pack)
        for planned in plan.planned:
            _show_planned(planned, words, translator)
        show(counts_words(plan, translator))
    elif not stopped:
        _apply(options, importing, plan)
        show(t("Overgenomen: {counts}.", counts=counts_words(plan, translator)))
    _say_refused(plan, translator, stopped=stopped)
    if stopped:
        return WRONG
    return FINDINGS if plan.repaired or plan.refused else DONE


def _apply(options: argparse.Namespace, importing: Importing, plan: Plan) -> None:
    room = staff_room(options.data)
    ids = [planned.after.id for planned in plan.planned]
    entry = room.entry(Action.CATALOGUE_CHANGED, change="imported", services=len(ids)) if room.can_note() else None
    importing.apply(plan, ids, entry)


def _show_planned(planned: Planned, words: EntryWords, translator: Translator) -> None:
    after = planned.after
    show(f"{fate_name(planned.fate, translator)}: {after.id}: {after.name} ({after.organization.name})")
    if planned.before is not None:
        for difference in words.differences(planned.before.service, after):
            before, now = (" / ".join(value.splitlines()) for value in (difference.before, difference.after))
            show(f"    {difference.name}: {before} → {now}")


def _say_refused(plan: Plan, translator: Translator, *, stopped: bool) -> None:
    t = translator.text
    if plan.repaired:
        say(translator.plural("{count} ding is hersteld.", "{count} dingen zijn hersteld.", len(plan.repaired)))
    if not plan.refused:
        return
    say(translator.plural("{count} ding is geweigerd.", "{count} dingen zijn geweigerd.", len(plan.refused)))
    if stopped:
        say(t("Daarom is er niets overgenomen. Verbeter het bestand, of neem de rest over met --skip-refused."))


def _export(options: argparse.Namespace) -> int:
    translator = Translator()
    importing, _pack = _open(options)
    kind = options.format or guess_format(options.output)
    try:
        with Bar() as bar:
            count = importing.export(options.output, kind, bar.tell)
    except CatalogueRefusedError as error:
        for finding in error.findings:
            say(place_and_finding(finding, translator))
        return WRONG
    told = translator.plural(
        "Bewaard: {count} ingang in {path}.", "Bewaard: {count} ingangen in {path}.", count, path=options.output
    )
    show(told)
    return DONE


class Bar:
    """How far the work is, on the line of a terminal, once it takes longer than a moment; gone when it is done."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._shown = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        if self._shown:
            sys.stderr.write("\r" + " " * len(self._shown) + "\r")
            sys.stderr.flush()

    def tell(self, done: int, total: int) -> None:
        """So much of so much."""
        if not total or not sys.stderr.isatty() or time.monotonic() - self._begun < SOON:
            return
        part = min(1.0, done / total)
        filled = round(part * BAR_WIDTH)
        shown = f"[{'#' * filled}{'.' * (BAR_WIDTH - filled)}] {part:4.0%}"
        if shown != self._shown:
            self._shown = shown
            sys.stderr.write(f"\r{shown}")
            sys.stderr.flush()
