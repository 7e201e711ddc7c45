"""How a counter stands with the server that it shares with others, in words for whoever looks after the computer."""

from wijkwijzer_desktop.i18n.translator import Translator


def central_sentences(translator: Translator) -> dict[str, tuple[str, str, str]]:
    """For `doctor`, by code: what is said when it is right, when it isn't, and when it can't be seen."""
    t = translator.text
    shipped = t("Er is nog niets van de server gehaald. De balie werkt met wat bij het programma zit.")
    refused = t("De server weigerde {count} zendingen voorgoed. Ze staan nog hier. Vraag de beheerder om hulp.", count="{count}")
    return {
        "central-reached": (t("De server is te bereiken."), "{reason}", ""),
        "central-clock": (
            t("De klok loopt gelijk met die van de server."),
            t("De klok verschilt {seconds} seconden met die van de server. Zet de klok gelijk."),
            "",
        ),
        "central-certificate": (
            t("Het certificaat van de server is nog {days} dagen geldig."),
            t("Het certificaat van de server is nog {days} dagen geldig. Vraag de beheerder om een nieuw."),
            "",
        ),
        "central-snapshot": (
            t("De balie werkt met wat op {date} van de server kwam."),
            t("De balie werkt met wat op {date} van de server kwam. Dat is lang geleden. Kijk of zij de server bereikt."),
            "",
        ),
        "central-shipped": (shipped, shipped, shipped),
        "central-waiting": (
            t("Er wachten {count} zendingen op de server."),
            t("Er wachten {count} zendingen op de server. Dat zijn er veel. Kijk of de balie de server bereikt."),
            t("Wat er op de server wacht, is niet te zien."),
        ),
        "central-refused": (refused, refused, refused),
    }
