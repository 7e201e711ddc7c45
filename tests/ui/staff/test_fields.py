"""The fields of an entry: typed and chosen as an editor does, on real widgets."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.fakes import FixedClock
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.content.files import load_content
from wijkwijzer_desktop.desk.phone_check import check_phone, phone_problem
from wijkwijzer_desktop.domain.condition import ALWAYS, All, Any_, AnyOf, AtLeast, AtMost, LivesIn, Not, Unasked
from wijkwijzer_desktop.domain.field_checks import postcode_problem, url_problem
from wijkwijzer_desktop.domain.schedule import Closure, Frequency, OnHoliday, Schedule, Timetable
from wijkwijzer_desktop.domain.typed_hours import read_hours
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import CheckedField
from wijkwijzer_desktop.ui.staff.date_field import DateField
from wijkwijzer_desktop.ui.staff.eligibility_field import EligibilityField
from wijkwijzer_desktop.ui.staff.hours_field import HoursField
from wijkwijzer_desktop.ui.staff.toggles import Toggles
from wijkwijzer_desktop.ui.theme import THEMES
from wijkwijzer_desktop.ui.translated import Words
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

PACK = load_content(paths.content()).pack
CHRISTMAS = Closure(date(2026, 12, 19), date(2027, 1, 3), "Kerstvakantie")
AUTUMN = Closure(date(2026, 10, 10), date(2026, 10, 18), "Herfstvakantie")
OFFICE = read_hours("ma-vr 9-17")


class KingsDay(FixedClock):
    """With one holiday, soon."""

    def holidays(self, year: int) -> frozenset[date]:
        return frozenset({date(2026, 11, 26)})


class Form:
    """A window with one field in it."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.window = QWidget()
        self.window.resize(1280, 800)
        self.kit = Kit(THEMES["standard"], Words(Translator()))
        self.kit.dress(self.window)
        self.scroll = Scroll(self.kit, self.window)
        QVBoxLayout(self.window).addWidget(self.scroll)
        self.column = QVBoxLayout(self.scroll.inside)
        self.told = 0

    @property
    def inside(self) -> QWidget:
        return self.scroll.inside

    def show(self, field: QWidget) -> None:
        self.column.addWidget(field)
        self.column.addStretch(1)
        field.changed.connect(self._count)  # type: ignore[attr-defined]
        self.window.show()
        self.app.processEvents()

    def _count(self) -> None:
        self.told += 1

    @property
    def words(self) -> list[str]:
        return [label.text() for label in self.window.findChildren(Label) if label.isVisible() and label.text()]

    def touch(self, words: str) -> None:
        found = [
            button
            for button in self.window.findChildren(Button)
            if button.isVisible() and words in {button.words, button.accessibleName()}
        ]
        assert len(found) == 1, f"{words!r} stands on {len(found)} buttons"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


@pytest.fixture
def form(qapp: QApplication) -> Iterator[Form]:
    made = Form(qapp)
    yield made
    made.window.close()
    made.window.deleteLater()
    qapp.processEvents()


def now(field: CheckedField | DateField | HoursField | EligibilityField) -> object:
    """Its value, which mypy would think stays what it was compared with."""
    return field.value


def type_in(field: CheckedField | DateField, text: str) -> None:
    field.line.setFocus()
    field.line.clear()
    QTest.keyClicks(field.line, text)


def leave(field: CheckedField | DateField) -> None:
    field.line.left.emit()


class TestChecked:
    """A line with its check."""

    def test_what_is_wrong_stands_below_it_once_it_is_left_and_goes_at_once(self, form: Form) -> None:
        field = CheckedField(form.kit, form.inside, postcode_problem)
        field.name("Postcode", "7544 DC")
        form.show(field)
        type_in(field, "7544 D")
        wrong = "Dit is geen postcode. Schrijf vier cijfers en twee letters, zoals 7544 DC."
        assert (field.problem, field.value) == (wrong, "7544 D")
        assert wrong not in form.words
        leave(field)
        assert wrong in form.words
        assert field.line.accessibleDescription() == wrong
        QTest.keyClicks(field.line, "C")
        assert field.problem == ""
        assert wrong not in form.words
        assert field.line.accessibleDescription() == ""

    def test_who_pauses_is_told(self, form: Form) -> None:
        field = CheckedField(form.kit, form.inside, url_problem)
        form.show(field)
        type_in(field, "www.enschede.nl")
        pause = field.findChild(QTimer)
        assert pause is not None
        assert pause.isActive()
        assert pause.interval() < 1000
        pause.timeout.emit()
        assert "Een adres van een website begint met https://." in form.words

    def test_a_number_is_written_in_groups_once_it_is_left(self, form: Form) -> None:
        field = CheckedField(form.kit, form.inside, phone_problem, tidy=lambda text: check_phone(text).number)
        form.show(field)
        type_in(field, "+31534817800")
        assert now(field) == "+31534817800"
        told = form.told
        leave(field)
        assert now(field) == "053 481 78 00"
        assert form.told == told + 1

    def test_filling_tells_nobody_and_shows_what_is_wrong(self, form: Form) -> None:
        field = CheckedField(form.kit, form.inside, phone_problem)
        form.show(field)
        field.fill("bel ons")
        assert form.told == 0
        assert field.problem in form.words
        field.clear()
        assert (field.value, field.problem) == ("", "")

    def test_a_day(self, form: Form) -> None:
        field = DateField(form.kit, form.inside)
        form.show(field)
        type_in(field, "31-2-2027")
        assert field.value is None
        assert field.problem.startswith("Deze dag is er niet.")
        field.fill(None)
        assert field.text == "31-2-2027"
        type_in(field, "1-3-2027")
        leave(field)
        assert (now(field), field.text, field.problem) == (date(2027, 3, 1), "01-03-2027", "")
        field.fill(date(2026, 11, 24))
        assert field.text == "24-11-2026"
        field.clear()
        assert field.value is None


class TestHours:
    """All of the hours."""

    @pytest.fixture
    def field(self, form: Form) -> HoursField:
        field = HoursField(form.kit, form.inside, KingsDay(), (AUTUMN, CHRISTMAS))
        form.show(field)
        return field

    def type_line(self, field: HoursField, text: str) -> None:
        field.line.line.setFocus()
        field.line.line.selectAll()
        QTest.keyClicks(field.line.line, text)

    def test_typed_in_one_line_they_stand_in_the_week_and_tell_the_next_five(self, form: Form, field: HoursField) -> None:
        self.type_line(field, "ma-vr 9-17, do tot 20")
        assert field.value.schedules == read_hours("ma-wo en vr 9-17; do 9-20")
        assert field.problem == ""
        thursday = [line.text() for line in field.week.days["TH"].lines]
        assert thursday == ["09:00", "20:00", "", ""]
        assert field.week.days["TH"].toggle.isChecked()
        assert not field.week.days["SA"].toggle.isChecked()
        # Thursday the 26th is a holiday, of which nobody knows.
        assert field.moments.words == (
            "di 24 nov 2026, 09:00–17:00",
            "wo 25 nov 2026, 09:00–17:00",
            "vr 27 nov 2026, 09:00–17:00",
            "ma 30 nov 2026, 09:00–17:00",
            "di 1 dec 2026, 09:00–17:00",
        )

    def test_while_the_line_cant_be_read_nothing_writes_over_it(self, form: Form, field: HoursField) -> None:
        self.type_line(field, "ma-vr 9-17, do tut 20")
        assert field.problem.startswith("“tut” begrijpt het programma niet.")
        assert not field.week.isEnabled()
        field.fill(field.value)
        assert field.line.text == "ma-vr 9-17, do tut 20"
        self.type_line(field, "ma-vr 9-17")
        assert field.week.isEnabled()
        assert now(field) == Timetable(OFFICE)

    def test_filled_in_by_the_day_they_stand_in_the_line(self, form: Form, field: HoursField) -> None:
        monday = field.week.days["MO"]
        for line, text in zip(monday.lines, ("9", "12", "13", "17"), strict=True):
            line.setFocus()
            QTest.keyClicks(line, text)
        form.touch("dinsdag")
        assert field.line.text == "ma 09:00-12:00 en 13:00-17:00; di vraag hoe laat"
        assert field.value.schedules[-1] == Schedule(Frequency.WEEKLY, ("TU",))
        form.touch("maandag")
        assert field.line.text == "di vraag hoe laat"
        assert monday.lines[0].text() == ""

    def test_a_day_that_cant_be_read_is_named_and_keeps_what_it_had(self, form: Form, field: HoursField) -> None:
        field.fill(Timetable(OFFICE))
        line = field.week.days["WE"].lines[1]
        line.setFocus()
        QTest.keyClicks(line, "x")
        assert field.problem == "Woensdag: “17:00x” is geen tijd van en tot. Schrijf een tijd als 9 of 13.30."
        assert field.problem in form.words
        assert field.value.schedules == OFFICE
        field.clear()
        assert (field.problem, field.value) == ("", Timetable())

    def test_the_week_leaves_alone_what_it_cant_show(self, form: Form, field: HoursField) -> None:
        special = read_hours("2e di 14-16; om de week wo 19-21 vanaf 18-11-2026; za 10-12 (op afspraak)")
        field.fill(Timetable((*OFFICE, *special)))
        form.touch("vrijdag")
        assert field.value.schedules == (*read_hours("ma-do 9-17"), *special)

    def test_a_day_with_three_times_is_told_and_kept(self, form: Form, field: HoursField) -> None:
        three = read_hours("ma 9-10 en 11-12 en 13-14; di 9-10")
        field.fill(Timetable(three))
        assert "09:00-10:00 en 11:00-12:00 en 13:00-14:00" in form.words
        form.touch("woensdag")
        assert {one for one in field.value.schedules if "MO" in one.weekdays} >= set(read_hours("ma 11-12 en 13-14"))

    def test_what_a_holiday_does_is_chosen_by_the_time(self, form: Form, field: HoursField) -> None:
        field.fill(Timetable(read_hours("ma-vr 9-17; za 10-12")))
        field.all_times.rows[0].holidays.choose(OnHoliday.OPEN.value)
        assert [one.on_holiday for one in field.value.schedules] == [OnHoliday.OPEN, OnHoliday.UNKNOWN]
        assert field.line.text == "ma-vr 09:00-17:00 ook op feestdagen; za 10:00-12:00"
        assert "do 26 nov 2026, 09:00–17:00" in field.moments.words
        line = field.week.days["MO"].lines[0]
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, "8")
        assert next(one for one in field.value.schedules if "MO" in one.weekdays).on_holiday is OnHoliday.OPEN
        form.touch("Haal weg: za 10:00-12:00")
        assert not [one for one in field.value.schedules if "SA" in one.weekdays]

    def test_once_a_month(self, form: Form, field: HoursField) -> None:
        field.monthly.nth.choose("2")
        field.monthly.day.choose("TU")
        QTest.keyClicks(field.monthly.opens, "14")
        QTest.keyClicks(field.monthly.closes, "16x")
        QTest.mouseClick(field.monthly.add, Qt.MouseButton.LeftButton)
        assert now(field) == Timetable()
        assert "“16x” is geen tijd van en tot. Schrijf een tijd als 9 of 13.30." in form.words
        field.monthly.closes.backspace()
        QTest.keyClick(field.monthly.closes, Qt.Key.Key_Return)
        assert field.value.schedules == (Schedule(Frequency.MONTHLY, ("2TU",), time(14), time(16)),)
        assert field.moments.words[0] == "di 8 dec 2026, 14:00–16:00"

    def test_days_that_it_is_shut(self, form: Form, field: HoursField) -> None:
        field.fill(Timetable(OFFICE))
        closures = field.closures
        type_in(closures.first, "25-11-2026")
        assert field.problem == "Voeg de dagen toe die u typte, of maak ze leeg."
        type_in(closures.last, "24-11-2026")
        QTest.mouseClick(closures.add, Qt.MouseButton.LeftButton)
        assert "De laatste dag is eerder dan de eerste." in form.words
        type_in(closures.last, "27-11-2026")
        QTest.keyClicks(closures.note.line, "verbouwing")
        QTest.keyClick(closures.note.line, Qt.Key.Key_Return)
        assert field.value.closures == (Closure(date(2026, 11, 25), date(2026, 11, 27), "verbouwing"),)
        assert field.problem == ""
        assert field.moments.words[:2] == ("di 24 nov 2026, 09:00–17:00", "ma 30 nov 2026, 09:00–17:00")
        form.touch("Haal weg: 25-11-2026 tot en met 27-11-2026: verbouwing")
        assert now(field) == Timetable(OFFICE)

    def test_a_school_holiday_is_one_touch_and_those_of_the_past_are_gone(self, form: Form, field: HoursField) -> None:
        assert not [button for button in form.window.findChildren(Button) if "Herfst" in button.words]
        form.touch("Kerstvakantie 19-12-2026 tot en met 03-01-2027")
        assert now(field) == Timetable((), (CHRISTMAS,))
        form.touch("Kerstvakantie 19-12-2026 tot en met 03-01-2027")
        assert now(field) == Timetable((), ())

    def test_every_timetable_of_the_catalogue_stays_as_it_is(self, form: Form, field: HoursField) -> None:
        for service in load_catalogue(paths.content()):
            field.fill(service.timetable)
            assert (field.value, field.problem) == (service.timetable, ""), service.id
            assert field.line.value == service.timetable.schedules, service.id
        assert form.told == 0


class TestEligibility:
    """Whom it is for."""

    @pytest.fixture
    def field(self, form: Form) -> EligibilityField:
        field = EligibilityField(form.kit, form.inside, PACK)
        form.show(field)
        return field

    def test_chosen_and_told(self, form: Form, field: EligibilityField) -> None:
        assert "Voor iedereen." in form.words
        form.touch("Enschede")
        type_in(field.ages.low, "18")
        form.touch("Ja, van 0 tot en met 6 jaar")
        assert now(field) == All(
            (LivesIn(frozenset({"enschede"})), AtLeast("about.leeftijd", 18.0), AnyOf("about.kinderen", frozenset({"jong"})))
        )
        told = (
            "Voor wie in Enschede woont, en 18 jaar of ouder is, en bij “Wonen er kinderen bij u?” “Ja, van 0 tot en met 6 jaar”"
        )
        assert any(words.startswith(told) for words in form.words)
        form.touch("Enschede")
        form.touch("Ja, van 0 tot en met 6 jaar")
        type_in(field.ages.low, " ")
        assert now(field) == ALWAYS
        assert form.told >= 6

    def test_ages(self, form: Form, field: EligibilityField) -> None:
        type_in(field.ages.low, "67")
        type_in(field.ages.ask, "55")
        assert now(field) == Any_((AtLeast("about.leeftijd", 67.0), All((AtLeast("about.leeftijd", 55.0), Unasked()))))
        type_in(field.ages.ask, "70")
        assert field.problem == "“Misschien vanaf” is een leeftijd onder de laagste."
        assert field.problem in form.words
        type_in(field.ages.ask, " ")
        type_in(field.ages.high, "66")
        assert field.problem == "De hoogste leeftijd is lager dan de laagste."
        type_in(field.ages.low, " ")
        assert now(field) == AtMost("about.leeftijd", 66.0)

    def test_others_may_ask(self, form: Form, field: EligibilityField) -> None:
        form.touch("Glanerbrug")
        form.touch("anderen: misschien, vraag het na")
        assert now(field) == Any_((LivesIn(frozenset({"glanerbrug"})), Unasked()))
        form.touch("Glanerbrug")
        assert now(field) == ALWAYS

    def test_a_group_that_nobody_asks_about(self, form: Form, field: EligibilityField) -> None:
        form.touch("Alleen voor een groep waar geen vraag over gaat: misschien, vraag het na")
        assert now(field) == Unasked()

    def test_answers_to_other_questions(self, form: Form, field: EligibilityField) -> None:
        field.others[0].more.choose("eten.genoeg")
        form.touch("Enschede")
        form.touch("Koken of winkelen lukt slecht")
        field.others[0].more.choose("eten.hulp")
        form.touch("Iemand die kookt of de winkel doet")
        given = (AnyOf("eten.genoeg", frozenset({"koken"})), AnyOf("eten.hulp", frozenset({"brengen"})))
        here = LivesIn(frozenset({"enschede"}))
        assert now(field) == All((here, Any_(given)))
        QTest.mouseClick(field.others[0].asking.pool[0], Qt.MouseButton.LeftButton)
        assert now(field) == All((here, Any_((*given, Unasked()))))
        form.touch("Haal weg: Heeft u elke dag genoeg te eten?")
        form.touch("Haal weg: Wat zou u fijn vinden?")
        assert now(field) == here

    def test_answers_that_must_hold_together_each_have_a_place(self, form: Form, field: EligibilityField) -> None:
        hunger = AnyOf("eten.genoeg", frozenset({"koken"}))
        helped = (hunger, AnyOf("eten.hulp", frozenset({"brengen"})))
        owing = Any_((AnyOf("geld.rekeningen", frozenset({"nee"})), Unasked()))
        field.fill(All((Any_(helped), owing)))
        assert [others.isVisibleTo(field) for others in field.others] == [True, True]
        form.touch("Haal weg: Wat zou u fijn vinden?")
        assert now(field) == All((hunger, owing))
        form.touch("Haal weg: Heeft u elke dag genoeg te eten?")
        assert now(field) == owing
        assert [others.isVisibleTo(field) for others in field.others] == [True, False]

    def test_a_rule_of_its_own_stays_until_somebody_begins_anew(self, form: Form, field: EligibilityField) -> None:
        own = Not(AnyOf("about.inkomen", frozenset({"ja"})))
        field.fill(own)
        assert now(field) == own
        assert any(words.startswith("Eigen regel. Als ") for words in form.words)
        assert "Woont in" not in form.words
        form.touch("Gooi deze regel weg en kies opnieuw")
        assert now(field) == ALWAYS
        assert "Woont in" in form.words

    def test_every_rule_of_the_catalogue_stays_as_it_is(self, form: Form, field: EligibilityField) -> None:
        for service in load_catalogue(paths.content()):
            field.clear()
            field.fill(service.eligibility)
            assert (field.value, field.problem) == (service.eligibility, ""), service.id
        assert form.told == 0


def test_everything_can_be_reached_and_has_a_name(form: Form) -> None:
    """By key, at least as large as a finger needs, and told to who can't see."""
    hours = HoursField(form.kit, form.inside, FixedClock(), (CHRISTMAS,))
    form.show(hours)
    form.show(EligibilityField(form.kit, form.inside, PACK))
    hours.fill(Timetable((*OFFICE, *read_hours("2e di 14-16")), (CHRISTMAS,)))
    form.app.processEvents()
    for widget in form.inside.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget
            assert widget.height() >= 44, (widget.accessibleName(), widget.height())
            assert widget.width() >= 44, (widget.accessibleName(), widget.width())


def test_toggles_tell_what_was_touched(form: Form) -> None:
    toggles = Toggles(form.kit, form.inside)
    form.column.addWidget(toggles)
    toggles.fill("Talen", [("nl", "Nederlands"), ("ar", "Arabisch")], {"ar"})
    form.window.show()
    touched: list[str] = []
    toggles.touched.connect(touched.append)
    form.touch("Nederlands")
    assert touched == ["nl"]
    assert [toggle.isChecked() for toggle in toggles.pool] == [False, True]
    toggles.fill("Talen", [("nl", "Nederlands")], ())
    assert not toggles.pool[1].isVisible()
