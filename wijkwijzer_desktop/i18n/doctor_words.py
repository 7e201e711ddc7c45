"""What `doctor` found, in words for whoever looks after the computer."""

from collections.abc import Mapping

from wijkwijzer_desktop.i18n.translator import Translator

RIGHT, WRONG, UNSEEN = "ok", "finding", "unknown"


def doctor_words(code: str, outcome: str, data: Mapping[str, str], translator: Translator) -> str:
    """One line: a mark, what was looked at, and what to do where it isn't right."""
    t = translator.text
    marks = {RIGHT: t("goed"), WRONG: t("LET OP"), UNSEEN: t("niet te zien")}
    right, wrong = _sentences(translator)[code]
    return f"[{marks[outcome]}] {(right if outcome == RIGHT else wrong).format_map(_Values(data))}"


class _Values(dict[str, str]):
    def __missing__(self, key: str) -> str:
        # What could not be looked at has no value.
        return "?"


def _sentences(translator: Translator) -> dict[str, tuple[str, str]]:
    t = translator.text
    return {
        "display": (
            t("Scherm: {size}."),
            t("Scherm: {size}. Nodig is 1280 × 800 of groter, en een werkend X of Wayland."),
        ),
        "fonts": (
            t("Lettertypen gevonden."),
            t("Lettertypen ontbreken: {missing}. Zet het programma opnieuw neer."),
        ),
        "database": (
            t("Database goed: vragenlijst {version}, {services} ingangen."),
            t("Database: {reason}."),
        ),
        "printer": (
            t("Printer {printer} neemt opdrachten aan."),
            t("Printer “{printer}”: {fault}. Kies er een in settings.toml, of zet hem aan."),
        ),
        "queue-error-policy": (
            t("Wachtrij {printer} gooit weg wat mislukt."),
            t("Wachtrij “{printer}” bewaart wat mislukt ({value}). Doe: lpadmin -p {printer} -o printer-error-policy=abort-job"),
        ),
        "spool-preserve-job-files": (
            t("CUPS bewaart geen afdrukken."),
            t("CUPS bewaart afdrukken ({value}). Zet PreserveJobFiles No in {file}."),
        ),
        "spool-preserve-job-history": (
            t("CUPS bewaart geen lijst van opdrachten."),
            t("CUPS bewaart een lijst van opdrachten ({value}). Zet PreserveJobHistory No in {file}."),
        ),
        "spool-max-job-time": (
            t("CUPS geeft een opdracht op tijd op."),
            t("CUPS wacht te lang ({value}). Zet MaxJobTime 300 in {file}."),
        ),
        "spool-error-policy": (
            t("CUPS gooit weg wat mislukt."),
            t("CUPS bewaart wat mislukt ({value}). Zet ErrorPolicy abort-job in {file}."),
        ),
        "spool-in-memory": (
            t("De map voor afdrukken staat in het geheugen."),
            t("De map {folder} staat op een schijf ({value}). Zet er een tmpfs onder."),
        ),
        "core-files": (
            t("Een fout laat geen geheugenbestand achter."),
            t("Een fout kan een geheugenbestand achterlaten ({value}). Zet LimitCORE op 0."),
        ),
        "clock": (
            t("De klok staat op {date}."),
            t("De klok staat op {date}. Dat kan niet. Zet de klok gelijk."),
        ),
    }
