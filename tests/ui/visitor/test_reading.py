"""By ear: what is read on every screen of a visit, in which order, and what makes it silent."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from tests.fakes import counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.voices import FakeSpeaker
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.visitor.reading_button import ReadingButton
from wijkwijzer_desktop.ui.visitor.reading_frame import ReadingFrame
from wijkwijzer_desktop.ui.widgets.choice import Choice

ASKED = "Voorlezen"
CARD = [
    "Maatje",
    "Maatje helpt u verder.",
    "“Heeft u iemand om te bellen?” U zei: Nee.",
    "Nu open, tot 17:00",
    "0 5 3, 0 0 0, 0 0, 0 0",
    "Staat op uw papier",
    "Van mijn papier af: Maatje",
    "Bel nu samen",
]


class Listening:
    """A visitor who has everything read."""

    def __init__(self, make_driver: MakeDriver) -> None:
        at = counter()
        self.speaker = FakeSpeaker()
        at.desk.speaker = self.speaker
        at.desk._adapters.translators.update({known.code: Translator(known) for known in LANGUAGES})
        self.driver: Driver = make_driver(at)
        self.reading = self.driver.controller.reading

    def hear(self) -> list[str]:
        """The whole screen, to its end."""
        self.driver.tap(ASKED)
        return self.rest()

    def rest(self) -> list[str]:
        """What is being said, and all after it."""
        heard = [self.speaker.texts[-1]] if self.reading.reading else []
        while self.reading.reading:
            before = len(self.speaker.said)
            self.finish()
            heard += self.speaker.texts[before:]
        return heard

    def finish(self) -> None:
        """One utterance is over."""
        self.speaker.finish()
        self.driver.settle()

    @property
    def framed(self) -> list[str]:
        """What stands inside the frame."""
        frame = self.driver.window.findChild(ReadingFrame)
        assert frame is not None
        if not frame.isVisible():
            return []
        inside = frame.geometry()
        return [
            button.words
            for button in self.driver.buttons
            if inside.contains(button.rect().translated(button.mapTo(self.driver.window, QPoint())))
        ]


@pytest.fixture
def visitor(make_driver: MakeDriver) -> Iterator[Listening]:
    made = Listening(make_driver)
    yield made
    made.driver.controller.forget()


def test_a_whole_visit_by_ear(visitor: Listening) -> None:
    driver = visitor.driver
    start = visitor.hear()
    assert start[:3] == [
        "Wijkwijzer De Magneet",
        "Waar kunnen wij u mee helpen?",
        "Raak aan wat speelt. U krijgt een papier met uw eerste stappen.",
    ]
    assert "Begin" in start
    driver.tap("Begin")
    assert visitor.hear() == [
        "Waar wilt u hulp bij?",
        "U mag meer dan één ding kiezen.",
        *("Geld en regelen", "Geld en schulden"),
        *("Mensen om u heen", "Ik ben vaak alleen", "Veilig zijn"),
        *("Hoe u zich voelt", "Somber of bang"),
        *("Uw lichaam", "Bewegen"),
        "Loop alles langs",
        "Overslaan",
    ]
    driver.tap("Geld en schulden", "Ik ben vaak alleen", "Verder met 2")
    assert visitor.hear() == [
        "Lukt het om elke maand uw rekeningen te betalen?",
        "Denk aan huur, energie en zorg.",
        *("Ja, dat lukt", "Soms niet", "Nee", "Weet ik niet", "Zeg ik liever niet"),
    ]
    driver.tap("Nee", "Huur")
    assert visitor.hear()[:3] == ["Welke rekeningen zijn het?", "Huur. Dit is gekozen.", "Zorg"]
    driver.tap("Verder", "Nee")
    group = visitor.hear()
    assert group[:5] == ["Wat helpt u nu al?", "U mag alles overslaan.", "Wie helpt u nu?", "Niemand", "Familie"]
    assert group[-3:] == ["Mijn huis", "Vrienden", "Verder"]
    driver.tap("Verder")
    assert len(visitor.hear()) == 1 + 25 + 1 + 2
    driver.tap("Wijk nummer 3", "Iemand om mee te praten")
    begin_with = visitor.hear()
    assert begin_with[:1] == ["Waar wilt u mee beginnen?"]
    assert "Iemand om mee te praten, als nummer 1" in begin_with
    driver.tap("Schulden", "Verder met 2")
    driver.see("Op uw papier staan")
    results = visitor.hear()
    assert results[:2] == ["Dit kan u helpen", "Op uw papier staan 2 stappen."]
    card = iter(results[results.index("Maatje") :])
    assert all(part in card for part in CARD), "in this order"
    assert results[-1] == "Naar mijn papier"
    driver.tap("Hulp van een mens")
    assert visitor.hear() == [
        "Iemand komt eraan",
        "Blijf even hier. Komt er niemand? Loop dan naar de balie. Dit is scherm MAGNEET.",
        "Er is nu iemand bij mij",
        "Niet meer nodig",
    ]
    driver.tap("Niet meer nodig", "Naar mijn papier")
    driver.see("Dit is uw papier")
    preview = visitor.hear()
    assert preview[:2] == ["Dit is uw papier", "Klopt het? Print het en neem het mee."]
    assert "Print" in preview
    driver.tap("Print")
    driver.see("Ligt uw papier er?")
    assert visitor.hear()[:2] == ["Ligt uw papier er?", "Kijk bij de printer."]
    driver.tap("Ja")
    assert visitor.hear() == ["Neem uw papier mee", "Wij bewaren niets. Veel succes!", "Klaar"]


def test_what_is_urgent_is_read_with_its_number_digit_by_digit(visitor: Listening) -> None:
    visitor.driver.tap("Begin", "Somber of bang", "Verder met 1", "Ja")
    visitor.driver.see("113 Zelfmoordpreventie")
    heard = visitor.hear()
    assert heard[0] == "Praat nu met iemand"
    assert "1 1 3" in heard
    assert "Bel 1 1 3. Gratis, dag en nacht." in heard
    assert heard[-3:] == ["Haal iemand om te helpen", "Ga verder met vragen", "Stop met vragen"]


def test_each_option_is_framed_while_it_is_read(visitor: Listening) -> None:
    visitor.driver.tap("Begin", "Geld en schulden", "Verder met 1", ASKED)
    assert visitor.framed == []
    visitor.finish()
    for option in ("Ja, dat lukt", "Soms niet", "Nee"):
        visitor.finish()
        assert (visitor.speaker.texts[-1], visitor.framed) == (option, [option])
    visitor.rest()
    assert visitor.framed == []


def test_what_is_further_down_is_scrolled_to(visitor: Listening) -> None:
    visitor.driver.window.resize(1280, 500)
    visitor.driver.tap("Begin", "Overslaan", "Verder", ASKED)
    while visitor.speaker.texts[-1] != "Buiten Enschede":
        visitor.finish()
    assert visitor.framed == ["Buiten Enschede"]


def test_any_touch_makes_it_silent(visitor: Listening) -> None:
    visitor.driver.tap("Begin", ASKED)
    visitor.driver.touch_nowhere()
    assert (visitor.reading.reading, visitor.speaker.stopped, visitor.framed) == (False, 1, [])
    visitor.driver.tap(ASKED, "Bewegen")
    assert visitor.speaker.stopped == 2
    assert visitor.driver.button("Bewegen").isChecked(), "the touch does its own work too"


def test_any_key_makes_it_silent(visitor: Listening) -> None:
    visitor.driver.tap("Begin", ASKED)
    QTest.keyClick(visitor.driver.window, Qt.Key.Key_Tab)
    assert (visitor.reading.reading, visitor.speaker.stopped) == (False, 1)


def test_touched_while_it_reads_the_button_makes_it_silent_and_then_begins_again(visitor: Listening) -> None:
    visitor.driver.tap("Begin", ASKED)
    visitor.finish()
    visitor.driver.tap(ASKED)
    assert not visitor.reading.reading
    said = len(visitor.speaker.said)
    visitor.driver.tap(ASKED)
    assert visitor.speaker.texts[said:] == ["Waar wilt u hulp bij?"]


def test_one_touch_that_is_told_of_twice_is_one_touch(visitor: Listening) -> None:
    visitor.driver.tap("Begin", ASKED)
    visitor.driver.counter.clock.pass_by(1)
    visitor.driver.window.touched.emit()
    visitor.driver.touch(visitor.driver.button(ASKED))
    assert not visitor.reading.reading


def test_it_is_silent_at_another_page_and_an_end_that_comes_late_begins_nothing(visitor: Listening) -> None:
    visitor.driver.tap("Begin", "Geld en schulden", "Verder met 1", ASKED)
    late = visitor.speaker.current
    visitor.driver.controller.show()
    visitor.driver.settle()
    assert not visitor.reading.reading
    said = len(visitor.speaker.said)
    visitor.reading.ended(late, spoken=True)
    visitor.driver.settle()
    assert len(visitor.speaker.said) == said


def test_what_cannot_be_said_ends_the_reading(visitor: Listening) -> None:
    visitor.driver.tap("Begin", ASKED)
    visitor.speaker.finish(spoken=False)
    visitor.driver.settle()
    assert (visitor.reading.reading, visitor.framed, len(visitor.speaker.said)) == (False, [], 1)


def test_the_warning_is_read_to_who_listens_and_then_what_it_broke_off_goes_on(visitor: Listening) -> None:
    visitor.driver.tap("Begin", ASKED)
    visitor.finish()
    broken_off = visitor.speaker.texts[-1]
    visitor.driver.idle(121)
    said = len(visitor.speaker.said)
    assert visitor.speaker.texts[said - 1] == "Bent u er nog?"
    visitor.finish()
    assert visitor.speaker.texts[-1].startswith("Over 4")
    visitor.driver.touch_nowhere()
    assert visitor.speaker.texts[-1] == broken_off
    assert visitor.rest()[-1] == "Overslaan"


def test_the_warning_is_not_read_to_who_never_asked(visitor: Listening) -> None:
    visitor.driver.tap("Begin")
    visitor.driver.idle(121)
    visitor.driver.touch_nowhere()
    assert visitor.speaker.said == []


def test_fault_4_the_next_visitor_finds_it_silent_and_as_usual(visitor: Listening) -> None:
    visitor.driver.tap("Begin", "Geld en schulden", "Verder met 1", ASKED)
    before = visitor.speaker.forgotten
    visitor.driver.tap("Snel weg")
    assert visitor.speaker.forgotten == before + 1
    reading = visitor.reading
    assert (reading.reading, reading._items, reading._page, reading._left[1], reading._listens) == (False, (), None, (), False)
    frame = visitor.driver.window.findChild(ReadingFrame)
    assert frame is not None
    assert frame._around is None
    visitor.driver.touch_nowhere()
    visitor.driver.tap("Begin")
    visitor.driver.idle(121)
    assert visitor.speaker.texts[-1] == "Lukt het om elke maand uw rekeningen te betalen?"


def test_fault_4_nothing_waits_to_go_on_for_the_next_visitor(visitor: Listening) -> None:
    visitor.driver.tap("Begin", ASKED)
    visitor.driver.idle(121)
    visitor.driver.idle(46)
    said = len(visitor.speaker.said)
    visitor.driver.tap("Begin")
    assert (len(visitor.speaker.said), visitor.reading.reading) == (said, False)


def test_the_button_is_there_where_there_is_a_voice(visitor: Listening) -> None:
    assert ASKED in visitor.driver.names
    visitor.speaker.learn("en")
    visitor.driver.settle()
    assert ASKED not in visitor.driver.names
    visitor.driver.tap("Hulp van een mens")
    assert ASKED not in visitor.driver.names
    visitor.speaker.learn("nl")
    visitor.driver.settle()
    assert ASKED in visitor.driver.names


def test_the_button_follows_the_language(visitor: Listening) -> None:
    visitor.driver.tap("Soomaali")
    assert ASKED not in visitor.driver.names
    visitor.driver.tap("Türkçe", ASKED)
    assert visitor.speaker.said[-1][0] == "tr"
    visitor.driver.tap("ትግርኛ")
    assert not visitor.reading.reading
    assert ASKED not in visitor.driver.names


def test_what_stays_dutch_on_an_arabic_page_is_said_by_the_dutch_voice(visitor: Listening) -> None:
    visitor.driver.tap("العربية", ASKED)
    assert visitor.speaker.said == [("nl", "Wijkwijzer De Magneet")]


def test_every_language_says_its_own_name(visitor: Listening) -> None:
    visitor.hear()
    names = [said for said in visitor.speaker.said if said[0] != "nl"]
    assert names == [("en", "English"), ("tr", "Türkçe"), ("ar", "العربية")]
    assert ("nl", "Nederlands") in visitor.speaker.said


def test_the_button_of_a_cover_stands_beside_the_languages_and_is_a_finger_high(visitor: Listening) -> None:
    for language, mirrored in (("Nederlands", False), ("العربية", True)):
        choice = next(b for b in visitor.driver.buttons if isinstance(b, Choice) and b.words == language)
        visitor.driver.counter.clock.pass_by(1)
        visitor.driver.touch(choice)
        visitor.driver.tap("Hulp van een mens")
        button = next(b for b in visitor.driver.buttons if isinstance(b, ReadingButton))
        beside = visitor.driver.button(language)
        assert button.height() >= 64
        left, right = (beside, button) if mirrored else (button, beside)
        assert right.x() - (left.x() + left.width()) >= 16
        assert button.y() == beside.y()
        visitor.driver.tap("Niet meer nodig")


def test_the_voice_is_closed_with_the_program(visitor: Listening) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    application.aboutToQuit.emit()
    assert visitor.speaker.closed >= 1
