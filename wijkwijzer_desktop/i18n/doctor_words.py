"""What `doctor` found, in words for whoever looks after the computer."""

from collections.abc import Mapping

from wijkwijzer_desktop.i18n.central_doctor_words import central_sentences
from wijkwijzer_desktop.i18n.error_words import printer_fault
from wijkwijzer_desktop.i18n.machine_words import machine_reason, machine_sentences
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.upkeep_words import upkeep_sentences

RIGHT, WRONG, UNSEEN = "ok", "finding", "unknown"
# As the checks say it: no limit on a core file, no screen.
UNLIMITED, NOTHING = "-1", "-"


def doctor_words(code: str, outcome: str, data: Mapping[str, str], translator: Translator) -> str:
    """One line: a mark, what was looked at, and what to do where it isn't right."""
    t = translator.text
    marks = {RIGHT: t("goed"), WRONG: t("LET OP"), UNSEEN: t("niet te zien")}
    right, wrong, unseen = _sentences(translator).get(code) or (t("Dit is in orde."), t("Er klopt iets niet."), "")
    sentence = {RIGHT: right, WRONG: wrong, UNSEEN: unseen or wrong}[outcome]
    if code == "printer" and not data.get("printer"):
        sentence = t("Er is geen printer gekozen. Zet er een in settings.toml.")
    return f"[{marks[outcome]}] {sentence.format_map(_Values(_in_words(code, data, translator)))}"


def _in_words(code: str, data: Mapping[str, str], translator: Translator) -> dict[str, str]:
    t = translator.text
    words = dict(data)
    if "fault" in words:
        words["fault"] = printer_fault(words["fault"], translator)
    if code == "staff-key" and "reason" in words:
        words["reason"] = machine_reason(words["reason"], translator)
    if code == "core-files" and "value" in words:
        words["value"] = (
            t("zo groot als het geheugen") if words["value"] == UNLIMITED else t("tot {bytes} bytes", bytes=words["value"])
        )
    if code == "display" and words.get("size") == NOTHING:
        words["size"] = t("niet gevonden")
    return words


class _Values(dict[str, str]):
    def __missing__(self, key: str) -> str:
        # What could not be looked at has no value.
        return "?"


def _sentences(translator: Translator) -> dict[str, tuple[str, str, str]]:
    """By code: what is said when it is right, when it isn't, and when it can't be seen."""
    own = _of_the_program(translator) | upkeep_sentences(translator) | machine_sentences(translator)
    outside = _of_the_computer(translator) | _of_the_voices(translator) | _of_the_spool(translator)
    return own | central_sentences(translator) | outside


def _of_the_program(translator: Translator) -> dict[str, tuple[str, str, str]]:
    t = translator.text
    new = t("Er is nog geen database. De eerste start maakt haar.")
    older = t("De database is van een oudere versie. De eerste start werkt haar bij.")
    return {
        "fonts": (t("Lettertypen gevonden."), t("Lettertypen ontbreken: {missing}. Zet het programma opnieuw neer."), ""),
        "database": (t("Database goed: vragenlijst {version}, {services} ingangen."), "{reason}", ""),
        "database-missing": (new, new, new),
        "database-older": (older, older, older),
        "settings": (t("Instellingen goed: dit is de balie {name}."), "{reason}", ""),
    }


def _of_the_computer(translator: Translator) -> dict[str, tuple[str, str, str]]:
    t = translator.text
    return {
        "display": (
            t("Scherm: {size}."),
            t("Scherm: {size}. Nodig is 1280 × 800 of groter, en een werkend X of Wayland."),
            t("Het scherm geeft geen antwoord. Nodig is een werkend X of Wayland."),
        ),
        "printer": (
            t("Printer {printer} neemt opdrachten aan."),
            t("Printer “{printer}”: {fault}. Kijk de printer na, of kies een andere in settings.toml."),
            t("Printer “{printer}”: {fault}. Kijk of CUPS draait."),
        ),
        "queue-error-policy": (
            t("Wachtrij {printer} gooit weg wat mislukt."),
            t("Wachtrij “{printer}” bewaart wat mislukt ({value}). Doe: lpadmin -p {printer} -o printer-error-policy=abort-job"),
            t("Of wachtrij “{printer}” weggooit wat mislukt, is niet te vragen."),
        ),
        "core-files": (
            t("Een fout laat geen geheugenbestand achter."),
            t("Een fout kan een geheugenbestand achterlaten, {value}. Zet LimitCORE op 0."),
            t("Of een fout een geheugenbestand achterlaat, is hier niet na te gaan."),
        ),
        "clock": (t("De klok staat op {date}."), t("De klok staat op {date}. Dat kan niet. Zet de klok gelijk."), ""),
    }


def _of_the_voices(translator: Translator) -> dict[str, tuple[str, str, str]]:
    t = translator.text
    install = t("Op Debian: apt install speech-dispatcher-espeak-ng.")
    none = t("Voorlezen kan niet: er zijn geen stemmen. {install}", install=install)
    unseen = t("De stemmen geven geen antwoord. Voorlezen kan dan niet.")
    off = t("Voorlezen staat uit in settings.toml.")
    no_dutch = t("Er is geen Nederlandse stem. Wel: {languages}. {install}", languages="{languages}", install=install)
    return {
        "voices": (none, none, unseen),
        "voices-all": (t("Voorlezen kan in elke taal."), no_dutch, ""),
        "voices-some": (t("Voorlezen kan in: {languages}. Geen stem voor: {missing}."), no_dutch, ""),
        "voices-off": (off, off, off),
    }


def _of_the_spool(translator: Translator) -> dict[str, tuple[str, str, str]]:
    t = translator.text
    return {
        "spool-preserve-job-files": (
            t("CUPS bewaart geen afdrukken."),
            t("CUPS bewaart afdrukken ({value}). Zet PreserveJobFiles No in {file}."),
            t("{file} is niet te lezen. Kijk of daar PreserveJobFiles No staat."),
        ),
        "spool-preserve-job-history": (
            t("CUPS bewaart geen lijst van opdrachten."),
            t("CUPS bewaart een lijst van opdrachten ({value}). Zet PreserveJobHistory No in {file}."),
            t("{file} is niet te lezen. Kijk of daar PreserveJobHistory No staat."),
        ),
        "spool-max-job-time": (
            t("CUPS geeft een opdracht op tijd op."),
            t("CUPS wacht te lang ({value}). Zet MaxJobTime 300 in {file}."),
            t("{file} is niet te lezen. Kijk of daar MaxJobTime 300 of minder staat."),
        ),
        "spool-error-policy": (
            t("CUPS gooit weg wat mislukt."),
            t("CUPS bewaart wat mislukt ({value}). Zet ErrorPolicy abort-job in {file}."),
            t("{file} is niet te lezen. Kijk of daar ErrorPolicy abort-job staat."),
        ),
        "spool-in-memory": (
            t("De map voor afdrukken staat in het geheugen."),
            t("De map {folder} staat op een schijf ({value}). Zet er een tmpfs onder."),
            t("Of de map {folder} in het geheugen staat, is niet te zien. Zet er een tmpfs onder."),
        ),
    }
