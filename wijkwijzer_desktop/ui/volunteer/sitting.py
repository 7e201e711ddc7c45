"""Where the volunteer's screen is: on a second monitor, or on the visitor's own, turned over by a touch and back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen

from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.translated import Words
from wijkwijzer_desktop.ui.visitor.controller import VisitorController
from wijkwijzer_desktop.ui.volunteer.controller import VolunteerController
from wijkwijzer_desktop.ui.volunteer.page import VolunteerPage
from wijkwijzer_desktop.ui.volunteer.window import VolunteerWindow


class Sitting(QObject):
    """One page and one controller for as long as the counter is open, wherever the page is. screens: the monitors there are.

    apart: the window on the second monitor, None where there is one monitor or nobody sits together.
    """

    def __init__(self, visitor: VisitorController, screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens) -> None:
        super().__init__(visitor)
        self._visitor = visitor
        self._window = visitor.window
        self._screens = screens
        self._together = False
        self._known = False
        self.apart: VolunteerWindow | None = None
        words = Words(visitor.desk.translator(DUTCH.code), self)
        self.page = VolunteerPage(Kit(visitor.window.kit.theme, words), visitor.window)
        self.page.hide()
        self.controller = VolunteerController(visitor, self.page, self)
        self.page.handed.connect(self._hand_over)
        self.page.banner.answered.connect(visitor.help.come)
        visitor.window.top.together.connect(self._turn_over)
        visitor.forgotten.connect(self._forget)
        visitor.help.called.connect(self._tell)
        visitor.help.ended.connect(self._tell)
        visitor.idle.warned.connect(self._warn)
        visitor.window.touched.connect(self._touched)
        self._warns = False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_changed)
            app.screenRemoved.connect(self._screens_changed)

    def use(self, *, together: bool) -> None:
        """together: with a volunteer, as the settings say now. A visit that is under way goes on."""
        self._together = together
        second = self._second if together else None
        if second is None:
            self._close_apart()
        else:
            self._open_apart(second)
        here = together and second is None
        if here:
            self._put_here()
        else:
            self._window.drop_cover(self.page)
        self._window.top.offer_together(offered=here)
        self._visitor.help.elsewhere = second is not None
        self.controller.alone = False
        self._name()

    @property
    def _second(self) -> QScreen | None:
        screens, first = self._screens(), QGuiApplication.primaryScreen()
        others = [screen for screen in screens if screen is not first]
        return others[0] if others and len(screens) > 1 else None

    def _screens_changed(self, _screen: QScreen) -> None:
        self.use(together=self._together)

    # On a second monitor

    def _open_apart(self, screen: QScreen) -> None:
        if self.apart is None:
            self._window.drop_cover(self.page)
            self.apart = VolunteerWindow(self.page, self._window)
        self.apart.fill_screen(screen)
        self.apart.show()

    def _close_apart(self) -> None:
        apart, self.apart = self.apart, None
        if apart is not None:
            self.page.hide()
            self.page.setParent(self._window)
            apart.may_close = True
            apart.close()
            apart.deleteLater()

    # On the visitor's own

    def _put_here(self) -> None:
        self._window.keep_cover(self.page)

    def _turn_over(self) -> None:
        if self.apart is None and self._together and self._window.cover is None and self._visitor.gate.admits("together"):
            self._visitor.gate.turn()
            self._window.put_cover(self.page)
            self.controller.show()

    def _hand_over(self) -> None:
        if self.apart is not None:
            self.controller.alone = not self.controller.alone
            self._name()
        else:
            self._window.drop_cover(self.page)
            # What was filled while it was covered had no size to be drawn in.
            self._visitor.show()

    def _name(self) -> None:
        t = self.page.kit.words.text
        if self.apart is None:
            self.controller.hand_over = t("Naar de bezoeker (F8)")
        elif self.controller.alone:
            self.controller.hand_over = t("Samen verder (F8)")
        else:
            self.controller.hand_over = t("Bezoeker alleen (F8)")
        self.controller.show()

    def _forget(self) -> None:
        self._warns = False
        if self.apart is None:
            self._window.drop_cover(self.page)
        elif self.controller.alone:
            # The next visitor is sat with again.
            self.controller.alone = False
            self._name()
        self._tell()

    # Across the top

    def _tell(self) -> None:
        t = self.page.kit.words.text
        if self._visitor.help.calling:
            words = t("Iemand vraagt om hulp bij scherm {code}.", code=self._visitor.help.code)
            self.page.tell(words, t("Ik ga erheen"), flashes=True)
        elif not self._warns:
            self.page.tell("")

    def _warn(self, seconds: int) -> None:
        self._warns = True
        if not self._visitor.help.calling:
            words = self.page.kit.words.plural(
                "Niemand raakt iets aan. Over {count} seconde wordt alles gewist.",
                "Niemand raakt iets aan. Over {count} seconden wordt alles gewist.",
                seconds,
            )
            self.page.tell(words)

    def _touched(self) -> None:
        if self._warns:
            self._warns = False
            self._tell()
