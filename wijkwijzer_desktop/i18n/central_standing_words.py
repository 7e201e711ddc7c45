"""How the database that counters share is, in lines for a terminal, and as data for a program that watches."""

from typing import Any

from wijkwijzer_desktop.domain.central import CounterReport
from wijkwijzer_desktop.domain.central_status import CentralStatus, MunicipalityStatus, Trouble, troubles
from wijkwijzer_desktop.i18n.central_words import catalogue_words, clock_words, seen_words
from wijkwijzer_desktop.i18n.translator import Translator


def status_words(status: CentralStatus, translator: Translator) -> tuple[str, ...]:
    """Line by line: what is, and then what somebody should look at."""
    t = translator.text
    if not status.is_current:
        return (
            t(
                "De database is van revisie {present}. Dit programma werkt met {wanted}.",
                present=status.revision,
                wanted=status.wanted,
            ),
            t("Is dit programma nieuwer? Werk de database dan bij met: wijkwijzer central migrate"),
        )
    lines = [t("De database is van revisie {revision}, zoals dit programma.", revision=status.revision)]
    for one in status.municipalities:
        lines += _municipality(one, translator)
    lines += (_trouble(*found, translator) for found in status.findings)
    if not status.findings:
        lines.append(t("Alles loopt."))
    return tuple(lines)


def _municipality(one: MunicipalityStatus, translator: Translator) -> list[str]:
    overview = one.overview
    counted = translator.plural("{count} balie", "{count} balies", len(overview.counters))
    what = {"name": one.name, "id": one.id, "counters": counted, "newest": overview.newest}
    head = translator.text("{name} ({id}): {counters}, catalogus {newest}", **what)
    return [head, *(f"  {_counter(counter, one, translator)}" for counter in overview.counters)]


def _counter(counter: CounterReport, one: MunicipalityStatus, translator: Translator) -> str:
    t = translator.text
    role = one.roles.get(counter.name, "")
    if counter.seen is None:
        return t("{name} ({role}): nog nooit gehoord", name=counter.name, role=role)
    return t(
        "{name} ({role}): {seen}; catalogus: {catalogue}; wacht: {waiting}; klok: {clock}; programma {program}",
        name=counter.name,
        role=role,
        seen=seen_words(counter.seen, one.overview.at, translator),
        catalogue=catalogue_words(counter, one.overview.newest, translator),
        waiting=counter.waiting,
        clock=clock_words(counter.clock_seconds, translator),
        program=counter.program or "?",
    )


def _trouble(municipality: str, counter: str, trouble: Trouble, translator: Translator) -> str:
    t = translator.text
    where = {"counter": counter, "municipality": municipality}
    match trouble:
        case Trouble.SILENT:
            return t("! {municipality}/{counter} is al dagen niet gehoord. Staat zij aan, en werkt het netwerk?", **where)
        case Trouble.BEHIND:
            return t("! {municipality}/{counter} heeft de nieuwste catalogus nog niet. Kijk over een minuut weer.", **where)
        case Trouble.WAITING:
            return t("! {municipality}/{counter} raakt haar tellingen niet kwijt. Kijk daar met: wijkwijzer doctor", **where)
        case Trouble.CLOCK:
            return t("! De klok van {municipality}/{counter} loopt niet goed. Zet haar gelijk.", **where)
        case Trouble.PROGRAM:
            return t("! {municipality}/{counter} heeft een ouder programma. Werk het bij.", **where)
        case Trouble.CONTENT:
            return t(
                "! De inhoud van {municipality} is buiten het programma om veranderd, of beschadigd."
                " Zet een kopie terug, of publiceer opnieuw: docs/central.md, 5.",
                municipality=municipality,
            )


def status_data(status: CentralStatus) -> dict[str, Any]:
    """The same for a program. Moments are ISO 8601, durations seconds."""
    return {
        "revision": status.revision,
        "wanted": status.wanted,
        "program": status.program,
        "municipalities": [_municipality_data(one, status.program) for one in status.municipalities],
    }


def _municipality_data(one: MunicipalityStatus, program: str) -> dict[str, Any]:
    newest, at = one.overview.newest, one.overview.at
    return {
        "id": one.id,
        "name": one.name,
        "catalogue": newest,
        "findings": [] if one.is_sealed else [Trouble.CONTENT.value],
        "counters": [
            {
                "name": counter.name,
                "role": one.roles.get(counter.name, ""),
                "seen": counter.seen.isoformat() if counter.seen is not None else None,
                "program": counter.program,
                "catalogue": counter.catalogue,
                "waiting": counter.waiting,
                "clock_seconds": counter.clock_seconds,
                "findings": [trouble.value for trouble in troubles(counter, newest, at, program)],
            }
            for counter in one.overview.counters
        ],
    }
