"""The log of what staff did, line by line, in words for staff."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from wijkwijzer_desktop.domain.audit import Action, Line
from wijkwijzer_desktop.domain.network import RecordKind
from wijkwijzer_desktop.domain.staff import Role, ShiftEnd
from wijkwijzer_desktop.i18n.formats import clock_time, full_date
from wijkwijzer_desktop.i18n.network_words import record_kind_name
from wijkwijzer_desktop.i18n.settings_words import setting_name
from wijkwijzer_desktop.i18n.staff_words import role_name
from wijkwijzer_desktop.i18n.translator import Translator

Say = Callable[[str], str]


def moment_words(line: Line, translator: Translator) -> str:
    """When it was: "24 nov 2026 10:00"; as it stands there where it is no moment."""
    try:
        at = datetime.fromisoformat(line.moment)
    except ValueError:
        return line.moment
    return f"{full_date(translator.language, at.date())} {clock_time(translator.language, at)}"


def who_words(line: Line, labels: Mapping[str, str], translator: Translator) -> str:
    """Who did it. labels: of the accounts that there are now, by id."""
    if not line.account:
        return translator.text("niemand ingelogd")
    return labels.get(line.account) or translator.text("account {id}", id=line.account)


def what_words(line: Line, labels: Mapping[str, str], translator: Translator) -> str:
    """What was done; the line as it is where it was written by another version."""
    t = translator.text
    try:
        data = {name: str(value) for name, value in json.loads(line.data).items()}
        pattern = _patterns(t)[Action(line.action)]
        return pattern.format(**_spoken(data, labels, translator))
    except (ValueError, KeyError, AttributeError):
        return f"{line.action} {line.data}"


def _spoken(data: Mapping[str, str], labels: Mapping[str, str], translator: Translator) -> dict[str, str]:
    spoken = dict(data)
    if "account" in data:
        spoken["account"] = labels.get(data["account"], data["account"])
    for name in ("role", "needs"):
        if name in data:
            spoken[name] = role_name(Role[data[name].upper()], translator)
    if "fields" in data:
        spoken["fields"] = ", ".join(setting_name(field, translator) for field in data["fields"].split("+"))
    if "reason" in data:
        spoken["reason"] = _ends(translator.text).get(data["reason"], data["reason"])
    if "kind" in data:
        spoken["kind"] = record_kind_name(RecordKind(data["kind"]), translator)
    if "change" in data:
        spoken["change"] = _changes(translator.text).get(data["change"], data["change"])
    return spoken


def _patterns(t: Say) -> dict[Action, str]:
    return {
        Action.BEGUN: t("Begonnen met een nieuwe beheerder: {account}. Weggehaalde accounts: {removed}."),
        Action.KEY_REPLACED: t("Er kwam een nieuwe sleutel."),
        Action.LOGGED_IN: t("Ingelogd."),
        Action.LOGGED_OUT: t("Uitgelogd: {reason}."),
        Action.WRONG_PIN: t("Foute pincode, poging {wrong}. Op slot: {locked} seconden."),
        Action.REFUSED: t("Geweigerd: {function}. Dat mag alleen de {needs}."),
        Action.ACCOUNT_ADDED: t("Medewerker erbij: {account}, {role}."),
        Action.ACCOUNT_CHANGED: t("Medewerker veranderd: {account}, nu {role}."),
        Action.ACCOUNT_REMOVED: t("Medewerker weg: {account}."),
        Action.PIN_CHANGED: t("Nieuwe pincode voor {account}."),
        Action.CONTENT_PUBLISHED: t("Vragen gepubliceerd: versie {version}."),
        Action.CATALOGUE_CHANGED: t("Catalogus veranderd: {change}, {services} diensten."),
        Action.NETWORK_CHANGED: t("Netwerk veranderd: {kind} {change}."),
        Action.SETTINGS_CHANGED: t("Instellingen veranderd: {fields}."),
        Action.BACKUP_RESTORED: t("Reservekopie teruggezet van {made}."),
        Action.COUNTER_CLOSED: t("Programma gesloten."),
    }


def _ends(t: Say) -> dict[str, str]:
    return {
        ShiftEnd.LEFT: t("zelf"),
        ShiftEnd.IDLE: t("vijf minuten niets gedaan"),
        ShiftEnd.LONG: t("acht uur ingelogd"),
        ShiftEnd.CHANGED: t("het account is veranderd"),
    }


def _changes(t: Say) -> dict[str, str]:
    return {
        "added": t("erbij"),
        "changed": t("veranderd"),
        "imported": t("overgenomen"),
        "removed": t("weg"),
        "translations": t("vertalingen"),
        "own-version": t("eigen versie"),
        "hidden": t("verborgen"),
        "shown": t("weer te zien"),
        "confirmed": t("bevestigd"),
        "put-back": t("teruggezet"),
        "forgotten": t("vergeten hoe het was"),
    }
