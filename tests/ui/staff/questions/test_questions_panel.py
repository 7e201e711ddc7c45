"""The editor of questions in the real window."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.desk.draft_fakes import MemorySources, shipped_catalogue, shipped_texts
from tests.ui.conftest import MakeDriver
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap import advise_over
from wijkwijzer_desktop.content.editing.drafting import YamlDrafting
from wijkwijzer_desktop.content.personas import load_personas
from wijkwijzer_desktop.desk.drafting import Problem, Publication
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.desk.publishing import PublishingDoor
from wijkwijzer_desktop.domain.concern import Severity
from wijkwijzer_desktop.domain.condition import AnyOf
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.domain.staff import IDLE_AFTER, Role
from wijkwijzer_desktop.ui.staff.questions.condition_parts import How
from wijkwijzer_desktop.ui.staff.questions.dense import AreaField
from wijkwijzer_desktop.ui.staff.questions_panel import QuestionsPanel

DEBTS = "geld.achterstand"


class Trusting(YamlDrafting):
    """Finds nothing wrong, at once: for tests that are not about the check."""

    def problems(self, *_looked_at: object) -> tuple[Problem, ...]:
        return ()


class Editing(StaffDriver):
    """An editor in front of the questions. sources: what is stored. drafting: what checks them."""

    sources: MemorySources
    panel: QuestionsPanel
    drafting: YamlDrafting = Trusting()

    def open_office(self, forget: Callable[[], None]) -> Office:
        office = super().open_office(forget)
        self.sources = MemorySources(office.room.log)
        catalogue, clock = shipped_catalogue(), self.driver.counter.clock
        advise = partial(advise_over, catalogue)
        door = PublishingDoor(office.room, self.sources, self.drafting, catalogue, clock, advise, shipped_texts)
        return replace(office, publishing=door)

    def come_in(self) -> None:
        self.log_in(Role.EDITOR)
        self.open("Vragen")
        panel = self.workshop.panel
        assert isinstance(panel, QuestionsPanel)
        self.panel = panel

    def question(self, question_id: str = DEBTS) -> Question:
        draft = self.panel.keeper.draft
        assert draft is not None
        return draft.pack.questionnaire.by_id[question_id]

    def choose(self, question_id: str = DEBTS) -> None:
        self.panel.questions.list.setCurrentIndex(
            self.panel.questions.list.rows.index(self.panel.questions.list.rows.place(question_id))
        )
        self.rest()

    def type(self, field: AreaField, text: str) -> None:
        """In place of what stands there, without leaving it."""
        field.area.setFocus()
        field.area.selectAll()
        QTest.keyClick(field.area, Qt.Key.Key_Delete)
        field.area.insertPlainText(text)
        self.driver.settle()

    def leave(self, field: AreaField) -> None:
        field.flush()
        self.rest()


@pytest.fixture
def editing(make_driver: MakeDriver, tmp_path: Path) -> Editing:
    made = Editing(make_driver(), tmp_path)
    made.come_in()
    return made


@pytest.fixture
def strict(make_driver: MakeDriver, tmp_path: Path) -> Editing:
    """With the whole check."""
    made = Editing(make_driver(), tmp_path)
    made.drafting = YamlDrafting()
    made.come_in()
    return made


def test_what_is_typed_is_seen_at_once_kept_and_undone(editing: Editing) -> None:
    editing.choose()
    form, preview = editing.panel.questions.form, editing.panel.questions.preview
    editing.type(form.text, "Heeft u nog rekeningen?")
    assert "Heeft u nog rekeningen?" in preview.accessibleName()
    editing.leave(form.text)
    assert editing.question().text == "Heeft u nog rekeningen?"
    assert editing.sources.kept is not None
    assert "Heeft u nog rekeningen?" in editing.sources.kept.texts["questionnaire"]
    assert "Concept, bewaard." in editing.driver.words
    editing.tap("Ongedaan maken")
    assert editing.question().text == form.text.text == "Heeft u rekeningen die nog betaald moeten worden?"
    editing.tap("Opnieuw")
    assert form.text.text == "Heeft u nog rekeningen?"


def test_whoever_stops_typing_need_not_leave_the_field(editing: Editing) -> None:
    editing.choose()
    form = editing.panel.questions.form
    editing.type(form.text, "Heeft u nog rekeningen?")
    editing.driver.wait(lambda: editing.sources.kept is not None)
    assert editing.question().text == "Heeft u nog rekeningen?"
    assert form.text.area.hasFocus()


def test_whoever_leaves_while_typing_loses_nothing(editing: Editing) -> None:
    editing.choose()
    editing.type(editing.panel.questions.form.text, "Heeft u nog rekeningen?")
    editing.driver.tap("Klaar")
    editing.driver.wait(lambda: "Begin" in editing.driver.names)
    assert editing.sources.kept is not None
    assert "Heeft u nog rekeningen?" in editing.sources.kept.texts["questionnaire"]


def test_whoever_goes_to_another_panel_while_typing_loses_nothing(editing: Editing) -> None:
    editing.choose()
    editing.type(editing.panel.questions.form.text, "Heeft u nog rekeningen?")
    editing.open("Wegwijzer")
    editing.open("Vragen")
    editing.driver.wait(lambda: editing.sources.kept is not None)
    editing.rest()
    assert editing.question().text == "Heeft u nog rekeningen?"


def test_an_empty_question_is_not_kept(editing: Editing) -> None:
    editing.choose()
    form = editing.panel.questions.form
    editing.type(form.text, " ")
    assert "Vul een vraag in." in editing.driver.words
    editing.leave(form.text)
    assert editing.question().text == "Heeft u rekeningen die nog betaald moeten worden?"


def test_the_preview_is_the_visitors_page_in_every_language(editing: Editing) -> None:
    editing.choose()
    questions = editing.panel.questions
    questions.language.choose("ar")
    stage = questions.preview.stage
    assert stage.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert stage.kit.words.translator.content(DEBTS, editing.question().text) in questions.preview.accessibleName()
    assert not questions.preview.grab().isNull()
    editing.choose("begin.topics")
    assert type(stage.page).__name__ == "TopicsPage"
    editing.choose("help.wie")
    editing.tap("Groter")
    assert "Terug naar het formulier" in editing.driver.names
    editing.tap("Terug naar het formulier")
    assert "Groter" in editing.driver.names


def test_answers_come_go_and_change_places(editing: Editing) -> None:
    editing.choose()
    editing.tap("Antwoorden")
    options = editing.panel.questions.form.options
    assert [option.id for option in editing.question().options] == ["nee", "een", "meer"]
    options.add.line.setText("Dat wil ik nakijken")
    QTest.keyClick(options.add.line, Qt.Key.Key_Return)
    editing.rest()
    assert [option.id for option in editing.question().options] == ["nee", "een", "meer", "dat-wil-ik-nakijken"]
    editing.tap("Kies een plaatje")
    editing.panel.questions.form.chooser.grid.picked.emit("eye-off")
    editing.rest()
    assert editing.question().options[-1].pictogram == "eye-off"
    options.choose("een")
    QTest.keyClick(options.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    editing.rest()
    assert [option.id for option in editing.question().options][:2] == ["een", "nee"]
    options.choose("meer")
    editing.driver.press(options._remove)
    editing.rest()
    assert "meer" not in [option.id for option in editing.question().options]


def test_when_it_is_shown_is_built_and_read_back(editing: Editing) -> None:
    editing.choose("geld.post-open")
    editing.tap("Wanneer")
    condition = editing.panel.questions.form.condition
    assert "dan komt deze vraag." in editing.driver.words
    for row in [row for row in condition.rows if row.isVisible() and row.path][:0:-1]:
        condition.rows[condition.rows.index(row)].removed.emit(row.path)
        editing.rest()
    line = next(row for row in condition.rows if row.isVisible() and row.path)
    line.question.choose(DEBTS)
    assert editing.question("geld.post-open").show_if != AnyOf(DEBTS, frozenset({"een"}))
    line.option.choose("een")
    editing.rest()
    assert editing.question("geld.post-open").show_if == AnyOf(DEBTS, frozenset({"een"}))
    assert "“Ja, een of twee” is, dan komt deze vraag." in editing.driver.words
    line.how.choose(How.NONE_OF.value)
    editing.tap("Ja, meer dan twee")
    assert "iets anders is dan “Ja, een of twee” of “Ja, meer dan twee”, dan komt deze vraag." in editing.driver.words


def test_questions_are_carried_added_and_taken_away(editing: Editing) -> None:
    editing.choose()
    questions = editing.panel.questions
    QTest.keyClick(questions.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    editing.rest()
    draft = editing.panel.keeper.draft
    assert draft is not None
    ids = list(draft.pack.questionnaire.by_id)
    assert ids[ids.index("geld.rekeningen") :][:3] == ["geld.rekeningen", "geld.post-open", DEBTS]
    questions.add.line.setText("Heeft u hulp bij geld?")
    QTest.keyClick(questions.add.line, Qt.Key.Key_Return)
    editing.rest()
    made = editing.question("geld.heeft-u-hulp-bij-geld")
    assert made.topic == "geld"
    assert questions.form.text.text == "Heeft u hulp bij geld?"
    editing.tap("Haal deze vraag weg")
    draft = editing.panel.keeper.draft
    assert draft is not None
    assert made.id not in draft.pack.questionnaire.by_id
    assert "komt zij terug" in editing.driver.words


def test_a_finding_is_told_in_words_and_a_touch_goes_there(strict: Editing) -> None:
    strict.choose()
    form = strict.panel.questions.form
    strict.type(form.text, "Heeft u niet alles betaald?")
    strict.leave(form.text)
    QTest.keyClick(strict.panel.questions.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    strict.rest()
    strict.tap("Klopt alles?")
    assert "Eén ding moet eerst anders." in strict.driver.words
    check = strict.panel.check.list
    first, *others = check.rows.rows
    assert "Vraag “Maakt u uw post open?”" in first.words
    assert "die later komt. Zet die vraag eerder." in first.words
    weighed = next(row for row in others if "Heeft u niet alles betaald?" in row.words)
    assert "In een vraag mag geen “niet” staan." in weighed.words
    check.opened.emit(first.id)
    strict.rest()
    assert form.question is not None
    assert form.question.id == "geld.post-open"
    assert "Wanneer" in strict.chosen()
    assert "die later komt" in strict.driver.words
    strict.tap("Klopt alles?")
    check.opened.emit(weighed.id)
    strict.rest()
    assert form.question.id == DEBTS
    strict.tap("Wat verandert er?")
    assert not strict.driver.button("Publiceer").isEnabled()


def test_a_rule_changes_advice_with_before_and_after(editing: Editing) -> None:
    editing.tap("Onderwerpen")
    topics = editing.panel.topics
    topics.choose("geld.schulden")
    heavy = next(row for row in topics.rules if row.isVisible() and row.severity.value == Severity.LIGHT.name)
    heavy.severity.choose(Severity.HEAVY.name)
    editing.rest()
    assert "dan weegt dit zwaar." in editing.driver.words
    editing.tap("Wat verandert er?")
    comparison = editing.panel.review.comparison
    assert comparison is not None
    count = len(comparison.changes)
    assert count
    assert f"Deze wijziging verandert het advies voor {count} van {comparison.personas} bewoners." in editing.driver.words
    fatma = editing.panel.compare
    assert "− " in fatma.before.words.text() or "+ " in fatma.after.words.text()


def test_a_residents_answer_is_changed(editing: Editing) -> None:
    editing.tap("Bewoners")
    personas = editing.panel.personas
    personas.choose("henk")
    row = next(row for row in personas.rows if row.isVisible() and row.question and row.question.id == "geld.rekeningen")
    row.picker.choose("nee")
    editing.rest()
    draft = editing.panel.keeper.draft
    assert draft is not None
    henk = next(persona for persona in draft.personas if persona.id == "henk")
    assert henk.visit.answers["geld.rekeningen"].options == ("nee",)


def test_what_else_is_known_of_a_resident_is_told_and_stays(editing: Editing) -> None:
    editing.tap("Bewoners")
    personas = editing.panel.personas
    for name, told in (
        ("osman-gestuurd", ("Gestuurd door de huisarts: huisarts-richters", "→", "Een gesprek over alles komt eerst.")),
        ("thea-gestuurd", ("Gestuurd door de huisarts: niet in de lijst", "Losse stappen, geen gesprek over alles.")),
        ("kees-komt-terug-vol", ("Vol gemeld: alifa-budgethulp",)),
        ("amal-niets-mee", ("Code op papier neemt mee: –",)),
        ("lou-muziek", ("Doet graag: Muziek", "Op het recept: welzijnscoach-enschede", "Nooit op het recept: nivon-cursussen")),
        ("zarah-geen-voorkeur", ("Doet graag: geen voorkeur",)),
    ):
        personas.choose(name)
        assert [words for words in told if words not in editing.driver.words] == []
    personas.choose("wolf-gestuurd")
    row = next(row for row in personas.rows if row.isVisible() and row.question and row.question.id == "bewegen.genoeg")
    row.picker.choose("meer")
    editing.rest()
    draft = editing.panel.keeper.draft
    assert draft is not None
    was = next(one for one in load_personas(paths.content(), draft.pack) if one.id == "wolf-gestuurd")
    now = next(one for one in draft.personas if one.id == "wolf-gestuurd")
    assert now.visit != was.visit
    assert replace(now, visit=was.visit, file="", line=0) == replace(was, file="", line=0)


def test_publishing_asks_for_a_note_and_an_old_version_is_put_back(editing: Editing) -> None:
    before = editing.sources.current().version
    editing.choose()
    form = editing.panel.questions.form
    editing.type(form.help, "Denk aan huur of een lening.")
    editing.leave(form.help)
    editing.tap("Wat verandert er?", "Publiceer")
    assert "Schrijf in een regel wat er anders is." in editing.driver.words
    editing.type(editing.panel.compare.note, "Kortere uitleg")
    editing.tap("Publiceer")
    editing.driver.see("In gebruik voor de volgende bezoeker:")
    after = editing.sources.current().version
    assert after != before
    assert editing.actions[-1] == "content-published"
    rows = editing.panel.versions.list.rows.rows
    assert "in gebruik" in rows[0].words
    assert "Eva" in rows[0].words
    assert "“Kortere uitleg”" in rows[0].words
    editing.panel.versions.list.setCurrentIndex(editing.panel.versions.list.rows.index(1))
    editing.tap("Zet deze terug")
    assert editing.sources.current().version == before


def test_two_editors_at_once_choose_and_nothing_is_lost_in_silence(editing: Editing) -> None:
    editing.choose()
    form = editing.panel.questions.form
    editing.sources.stale = "kept"
    editing.type(form.help, "Van mij.")
    editing.leave(form.help)
    assert "Welke versie blijft?" in editing.driver.words
    editing.sources.stale = ""
    editing.tap("Houd de mijne")
    assert editing.sources.kept is not None
    assert "Van mij." in editing.sources.kept.texts["questionnaire"]
    editing.sources.stale = "kept"
    editing.type(form.help, "Toch anders.")
    editing.leave(form.help)
    editing.sources.stale = ""
    editing.tap("Neem die van hen")
    assert editing.question().help == "Van mij."


def test_what_waits_for_a_choice_comes_back_after_the_automatic_log_out(editing: Editing) -> None:
    editing.choose()
    form = editing.panel.questions.form
    editing.sources.stale = "kept"
    editing.type(form.help, "Van mij.")
    editing.leave(form.help)
    editing.driver.idle(IDLE_AFTER)
    editing.driver.wait(lambda: "Begin" in editing.driver.names)
    editing.come_in()
    editing.rest()
    assert editing.question().help == "Van mij."
    assert "Welke versie blijft?" in editing.driver.words
    editing.sources.stale = ""
    editing.tap("Houd de mijne")
    assert editing.sources.kept is not None
    assert "Van mij." in editing.sources.kept.texts["questionnaire"]


def test_what_is_typed_while_another_publishes_can_still_be_kept(editing: Editing) -> None:
    editing.choose()
    form = editing.panel.questions.form
    pack = replace(editing.sources.current(), version="2099.01")
    editing.sources.packs[pack.version] = pack
    editing.sources.published.append(Publication(pack.version, 2, None, "", "", on_top=False))
    editing.type(form.help, "Van mij.")
    editing.leave(form.help)
    assert "Welke versie blijft?" in editing.driver.words
    editing.tap("Houd de mijne")
    assert "Welke versie blijft?" not in editing.driver.words
    assert editing.sources.kept is not None
    assert "Van mij." in editing.sources.kept.texts["questionnaire"]
    assert editing.sources.kept.base == pack.version


def test_the_flow_is_a_picture_that_grows(editing: Editing) -> None:
    editing.tap("Stroom")
    picture = editing.panel.flow.picture
    assert picture.sceneRect().width() > 1000
    fitting = picture.size_of_picture
    editing.tap("Groter", "Groter")
    assert picture.size_of_picture > 1.5 * fitting
    editing.tap("Passend")
    assert picture.size_of_picture == pytest.approx(fitting)


def test_nothing_is_left_when_the_editor_goes(editing: Editing) -> None:
    editing.choose()
    editing.tap("Klaar")
    assert editing.panel.keeper.draft is None
    assert editing.panel.questions.list.rows.rows == ()
