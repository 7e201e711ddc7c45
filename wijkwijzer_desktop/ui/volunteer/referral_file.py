"""A referral as a file for the system of the professional who sits beside the visitor: asked for, made once, forgotten."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.referral_file import KEPT_HOURS, ReferralCase
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.volunteer.asking import PaneText


@dataclass(frozen=True, slots=True)
class MakeFile:
    """Leaves one where the professional finds it."""

    desk: Desk
    case: ReferralCase

    def __call__(self) -> Path:
        return self.desk.referrals.leave(self.case, self.desk.wording(DUTCH.code))


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Takes one away again."""

    desk: Desk
    path: Path

    def __call__(self) -> None:
        self.desk.referrals.take_back(self.path)


class Step(Enum):
    """How far it is."""

    AWAY = auto()
    ASKS = auto()
    MAKES = auto()
    MADE = auto()
    FAILED = auto()


class ReferralFileController(QObject):
    """In the place of the preview's words, from asking until it is made. changed: something else is to be read there."""

    changed = Signal()

    def __init__(self, desk: Desk, translator: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._translator = translator
        self._t = translator.text
        self._step = Step.AWAY
        self._path: Path | None = None
        self._fault = ""

    def put_away(self) -> None:
        """Nothing is asked, and nothing is known of a file."""
        self._step = Step.AWAY
        self._path = None
        self._fault = ""

    def pane(self, preview: PaneText) -> PaneText:
        """What is to be read now. preview: what stands there where nothing of a file is asked."""
        t = self._t
        match self._step:
            case Step.ASKS:
                title, main = t("Een bestand voor uw systeem?"), t("Maak het bestand (Enter)")
                return PaneText(title, self._told(), main=main, back=True)
            case Step.MAKES:
                return PaneText(t("Het bestand wordt gemaakt"), t("Een ogenblik."))
            case Step.MADE:
                return PaneText(t("Het bestand staat klaar"), self._where(), main=t("Klaar (Enter)"), second=t("Wis het bestand"))
            case Step.FAILED:
                return PaneText(t("Het bestand is niet gemaakt"), self._fault, main=t("Klaar (Enter)"))
        return replace(preview, second=t("Bestand voor uw systeem")) if self._is_offered else preview

    def main(self) -> bool:
        """The large button; whether it was for this."""
        match self._step:
            case Step.AWAY:
                return False
            case Step.ASKS:
                self._make()
            case Step.MADE | Step.FAILED:
                self.put_away()
            case Step.MAKES:
                pass
        self.changed.emit()
        return True

    def second(self) -> bool:
        """The other button; whether it was for this."""
        if self._step is Step.MADE and self._path is not None:
            self._take_back(self._path)
            self.put_away()
        elif self._step is Step.AWAY and self._is_offered:
            self._step = Step.ASKS
        else:
            return False
        self.changed.emit()
        return True

    def back(self) -> bool:
        """Whether there was something to go back from."""
        if self._step is Step.AWAY:
            return False
        if self._step is not Step.MAKES:
            self.put_away()
            self.changed.emit()
        return True

    @property
    def _is_offered(self) -> bool:
        visit = self._desk.visit
        return self._desk.settings.referral_file and visit.view.stage is Stage.PREVIEW and visit.referral is not None

    def _told(self) -> str:
        t = self._t
        on_request = t("Wat niet op het papier mag, staat er ook niet in.")
        if self._desk.visit.choice.discreet:
            on_request = t("Ook wat alleen op verzoek op papier komt, staat erin. De bezoeker vroeg daarom.")
        return "\n".join(
            (
                t("Alleen als de bezoeker het wil. Lees dit samen."),
                t("Dit staat erin: de vragen en antwoorden van nu, de gekozen stappen, en wie daarbij helpt."),
                t("Uw opmerking op het papier gaat ook mee."),
                t("Dit staat er niet in: naam, adres, geboortedatum, en de code van het papier."),
                t("Wie de bezoeker is, vult u zelf in, in uw eigen systeem."),
                on_request,
                t("Na {hours} uur wist het programma het bestand.", hours=KEPT_HOURS),
            )
        )

    def _where(self) -> str:
        t = self._t
        found = str(self._path) if self._path is not None else ""
        return "\n".join(
            (found, t("Haal het daar op voor uw systeem. Wis het daarna."), t("Het programma weet er niets meer van."))
        )

    def _make(self) -> None:
        visit, settings = self._desk.visit, self._desk.settings
        referral = visit.referral
        if referral is None:
            self.put_away()
            return
        self._step = Step.MAKES
        place = (settings.name, settings.address)
        case = ReferralCase(visit.pack, visit.intake, referral, visit.choice.discreet, self._desk.clock.now(), *place)
        run(MakeFile(self._desk, case), self._made, self._failed, visit.number)

    def _made(self, number: int, path: Path) -> None:
        if number != self._desk.visit.number or self._step is not Step.MAKES:
            # Whoever it was for has left, or looks at something else: nobody would know of it.
            self._take_back(path)
            return
        self._step, self._path = Step.MADE, path
        self.changed.emit()

    def _failed(self, number: int, error: BaseException) -> None:
        note(Event.REFERRAL_FILE_FAILED, type=type(error).__name__)
        if number == self._desk.visit.number and self._step is Step.MAKES:
            words = self._t("Er ging iets mis. Probeer het nog eens.")
            self._fault = error_words(error, self._translator) if isinstance(error, WijkwijzerError) else words
            self._step = Step.FAILED
            self.changed.emit()

    def _take_back(self, path: Path) -> None:
        run(TakeBack(self._desk, path), self._taken_back, self._not_taken_back)

    def _taken_back(self, _token: int, _nothing: None) -> None:
        """It is gone."""

    def _not_taken_back(self, _token: int, error: BaseException) -> None:
        note(Event.REFERRAL_FILE_FAILED, type=type(error).__name__)
