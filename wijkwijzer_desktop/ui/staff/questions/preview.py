"""The visitor's screen in small, live: the real page of a visitor, painted where nobody sees it."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.i18n.languages import DUTCH, Language
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.translated import Words
from wijkwijzer_desktop.ui.visitor.group import GroupPage
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.question import QuestionPage
from wijkwijzer_desktop.ui.visitor.screen_words import group_title
from wijkwijzer_desktop.ui.visitor.topics import TopicsPage

# What lies between the two bars on the screen that is designed for.
SCREEN = QSize(1280, 632)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is previewed. question: as it is being typed; it stands in the pack as it was kept."""

    pack: Pack
    question: Question


class Stage(QWidget):
    """One language's pages, with letters and words of their own; never on the screen itself."""

    def __init__(self, kit: Kit, parent: QWidget, translator: Translator) -> None:
        super().__init__(parent)
        self.kit = Kit(kit.theme, Words(translator, self))
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if translator.language.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self.kit.dress(self)
        self._question = QuestionPage(self.kit, self)
        self._group = GroupPage(self.kit, self)
        self._topics = TopicsPage(self.kit, self)
        self.page: Page = self._question
        self.resize(SCREEN)
        for page in (self._question, self._group, self._topics):
            page.resize(SCREEN)
        self.hide()

    def show_question(self, shown: Shown) -> None:
        """As a visitor meets it, nothing chosen yet."""
        pack, question = shown.pack, shown.question
        wording = Wording(self.kit.words.translator, pack)
        together = tuple(
            question if other.id == question.id else other
            for other in pack.questionnaire.questions
            if other.screen_id == question.screen_id
        )
        if len(together) > 1:
            self.page = self._group
            self._group.fill(group_title(self.kit.words, together[0]), together, wording, {})
        elif question.id == BEGIN_QUESTION:
            self.page = self._topics
            self._topics.fill(question, pack.topics_by_id, wording, frozenset())
        else:
            self.page = self._question
            topic = pack.topics_by_id.get(question.topic)
            self._question.fill(question, wording, frozenset(), topic.domain.value if topic is not None else "")
        for page in (self._question, self._group, self._topics):
            page.setVisible(page is self.page)

    def picture(self, size: QSize, ratio: float) -> QPixmap:
        """The page, made as small as this."""
        picture = self.page.grab()
        small = picture.scaled(size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(ratio)
        return small


class Preview(QWidget):
    """touched: it is wanted larger, or small again."""

    touched = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._stages: dict[str, Stage] = {}
        self._language = DUTCH
        self._shown: Shown | None = None
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def speak(self, language: Language) -> None:
        """In this language from now on."""
        self._language = language
        self._show()

    def show_question(self, pack: Pack, question: Question) -> None:
        """This one, as it is being typed."""
        self._shown = Shown(pack, question)
        self._show()

    def clear(self) -> None:
        """Nothing."""
        self._shown = self._picture = None
        self.setAccessibleName("")
        self.update()

    @property
    def stage(self) -> Stage:
        """Where the page of the language in use stands."""
        stage = self._stages.get(self._language.code)
        if stage is None:
            stage = Stage(self._kit, self, Translator(self._language, paths.translations()))
            self._stages[self._language.code] = stage
        return stage

    def _show(self) -> None:
        if self._shown is not None:
            self.stage.show_question(self._shown)
            words = Wording(self.stage.kit.words.translator, self._shown.pack).question(self._shown.question)
            self.setAccessibleName(self._kit.words.text("Zo ziet de bezoeker het: {question}", question=words))
        self._picture = None
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """As a screen."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As a screen."""
        return round(width * SCREEN.height() / SCREEN.width())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It takes the width that it gets."""
        return QSize(320, self.heightForWidth(320))

    def resizeEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
        """Drawn anew in another size."""
        self._picture = None
        self.setFixedHeight(self.heightForWidth(self.width()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Touched."""
        self.touched.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The page, and an edge around it."""
        painter = QPainter(self)
        if self._shown is not None:
            if self._picture is None:
                self._picture = self.stage.picture(self.size(), self.devicePixelRatioF())
            painter.drawPixmap(0, 0, self._picture)
        painter.setPen(self._kit.theme.palette.edge)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
