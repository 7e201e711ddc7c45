"""What `doctor` found of the computer itself, in words for whoever looks after it."""

from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.upkeep_words import Sentences


def machine_sentences(translator: Translator) -> Sentences:
    """By code: what is said when it is right, when it isn't, and when it can't be seen."""
    return _of_who(translator) | _of_ways_out(translator) | _of_memory(translator)


def machine_reason(reason: str, translator: Translator) -> str:
    """Why the key of staff can't be used, as part of a sentence."""
    t = translator.text
    words = {
        "open-to-others": t("anderen kunnen het lezen, doe: chmod 600"),
        "damaged": t("het is beschadigd, zet een kopie terug"),
        "missing": t("het is er niet, zet een kopie terug"),
    }
    return words.get(reason) or t("het is niet te openen")


def _of_who(translator: Translator) -> Sentences:
    t = translator.text
    none = t("Er is nog geen sleutel voor medewerkers. Begin met: wijkwijzer staff begin.")
    elsewhere = t("Van dit systeem is niet te zien of het op slot zit. Zie docs/counter-setup.md.")
    by_hand = t(
        "Kijk zelf: wachtwoord op het BIOS, niet starten van USB of netwerk, kabels en kast dicht, schijf versleuteld, "
        "printer zonder eigen geheugen."
    )
    return {
        "staff-key-none": (none, none, none),
        "staff-key": (t("De sleutel voor medewerkers is heel en privé."), t("Sleutel {file}: {reason}."), ""),
        "files-private": (
            t("Alleen deze gebruiker kan de gegevens lezen."),
            t("Anderen kunnen {value} bestanden lezen, zoals {file}. De volgende start herstelt dat."),
            t("Of anderen de gegevens kunnen lezen, is hier niet na te gaan."),
        ),
        "user": (
            t("De gebruiker heeft geen bijzondere rechten."),
            t("De gebruiker zit in: {value}. Neem een gebruiker die alleen de balie opent."),
            "",
        ),
        "user-root": ("", t("Dit is de gebruiker root. Neem een gebruiker die alleen de balie opent."), ""),
        "machine-elsewhere": ("", "", elsewhere),
        "machine-by-hand": ("", "", by_hand),
    }


def _of_ways_out(translator: Translator) -> Sentences:
    t = translator.text
    return {
        "switching": (
            t("Wisselen met Ctrl+Alt+F2 staat uit."),
            t('Wisselen met Ctrl+Alt+F2 kan. Zet Option "DontVTSwitch" "true" in /etc/X11/xorg.conf.d.'),
            "",
        ),
        "switching-wayland": (
            "",
            "",
            t("Of Ctrl+Alt+F2 uit staat, is onder Wayland niet te zien. Start cage zonder -s."),
        ),
        "usb-storage": (
            t("Een USB-stick doet hier niets."),
            t("Een USB-stick werkt hier ({value}). Zet “install {value} /bin/false” in /etc/modprobe.d, per naam een regel."),
            t("Of een USB-stick hier werkt, is niet te zien."),
        ),
        "magic-keys": (
            t("Alt+SysRq staat uit."),
            t("Alt+SysRq werkt ({value}). Zet kernel.sysrq = 0 in /etc/sysctl.d."),
            t("Of Alt+SysRq werkt, is niet te zien."),
        ),
        "restart-key": (
            t("Ctrl+Alt+Del staat uit."),
            t("Ctrl+Alt+Del start de computer opnieuw. Doe: systemctl mask ctrl-alt-del.target"),
            t("Of Ctrl+Alt+Del uit staat, is niet te zien."),
        ),
    }


def _of_memory(translator: Translator) -> Sentences:
    t = translator.text
    return {
        "core-pattern": (
            t("Het systeem bewaart geen geheugen van programma's die stoppen."),
            t("Het systeem geeft geheugen van programma's die stoppen aan {value}. Zet dat uit, of Storage=none."),
            t("Wat het systeem doet met geheugen van programma's die stoppen, is niet te zien."),
        ),
        "swap": (
            t("Er komt geen geheugen leesbaar op een schijf."),
            t("Geheugen kan leesbaar op een schijf komen: {value}. Zet swap uit, of versleutel die."),
            t("Of er geheugen op een schijf komt, is niet te zien."),
        ),
    }
