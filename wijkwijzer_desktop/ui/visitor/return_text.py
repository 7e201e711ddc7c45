"""What is read by somebody who brings a paper back."""

from dataclasses import dataclass

from wijkwijzer_desktop.domain.outcome import Known, Outcome, Wait
from wijkwijzer_desktop.domain.replying import NO, NOT_YET, YES, Ask, Asked
from wijkwijzer_desktop.i18n.outcome_words import known_words, wait_name
from wijkwijzer_desktop.ui.translated import Words
from wijkwijzer_desktop.ui.visitor.outcome import OutcomeText
from wijkwijzer_desktop.ui.widgets.choices import Answer

# What somebody with a paper may want: to tell how it went, or to go on with their worries.
WANTED, TELL, GO_ON = "wanted", "tell", "go-on"


@dataclass(frozen=True, slots=True)
class NoticeText:
    """A page that says one thing. main, other: what its buttons say, "" for none. sign: name of its pictogram."""

    title: str
    text: str
    main: str
    other: str = ""
    sign: str = "circle-check"


def question_text(asked: Asked, words: Words) -> OutcomeText:
    """One question of one service."""
    t = words.text
    question = {
        Ask.CAME: t("Kwam u er?"),
        Ask.HELPED: t("Hielp het?"),
        Ask.ANSWERED: t("Hoe snel kreeg u antwoord?"),
        Ask.WAITED: t("Hoe snel kon u komen?"),
    }[asked.ask]
    return OutcomeText(asked.ask, question, asked.service.name, _answers(asked.ask, words), t("Weet ik niet"))


def _answers(ask: Ask, words: Words) -> tuple[Answer, ...]:
    t = words.text
    if ask is Ask.CAME:
        return (
            Answer(YES, t("Ja"), "circle-check"),
            Answer(Outcome.FULL, t("Het was vol"), "users-group"),
            Answer(Outcome.WRONG_NUMBER, t("Het nummer klopte niet"), "phone-off"),
            Answer(Outcome.NOT_FOR_ME, t("Het was niets voor mij"), "thumb-down"),
            Answer(NOT_YET, t("Ik ging nog niet"), "hourglass"),
        )
    if ask is Ask.HELPED:
        return (Answer(YES, t("Ja"), "mood-smile"), Answer(NO, t("Nee"), "mood-sad"))
    signs = ("calendar-event", "calendar-week", "calendar-week", "calendar-month", "hourglass")
    return tuple(Answer(wait, wait_name(wait, words.translator), sign) for wait, sign in zip(tuple(Wait), signs, strict=True))


def wanted_text(words: Words) -> OutcomeText:
    """Where both can be done."""
    t = words.text
    tell = Answer(TELL, t("Vertellen hoe het ging"), "message-circle")
    go_on = Answer(GO_ON, t("Verder met mijn zorgen"), "arrow-right")
    return OutcomeText(WANTED, t("Waarvoor komt u?"), "", (tell, go_on))


def waiting_text(words: Words) -> NoticeText:
    """While a code is looked up, or what was told is counted."""
    return NoticeText(words.text("Een ogenblik…"), "", "", sign="qrcode")


def nothing_text(known: Known, words: Words, *, goes_on: bool) -> NoticeText:
    """Nothing can be told with this code, and that is not bad. goes_on: the paper has worries to go on with."""
    t = words.text
    why = known_words(known, words.translator)
    if goes_on:
        return NoticeText(t("Wilt u verder met uw vragen?"), why, t("Verder"), t("Klaar"))
    title = t("Dank u wel") if known is Known.TOLD else t("Welkom terug")
    return NoticeText(title, why, t("Begin"), t("Klaar") if known is Known.TOLD else t("Andere code"))


def thanks_text(words: Words, *, told: bool, goes_on: bool) -> NoticeText:
    """All was asked. told: something of it is counted."""
    t = words.text
    title = t("Dank u wel") if told else t("Dat is goed")
    text = t("Zo weten wij wat helpt. Niemand weet dat u het was.") if told else t("Vertel het een andere keer. De code blijft.")
    if goes_on:
        return NoticeText(title, t("Wilt u verder met uw vragen?"), t("Verder"), t("Klaar"))
    return NoticeText(title, text, t("Klaar"))


def failed_text(words: Words, *, goes_on: bool) -> NoticeText:
    """It can't be looked up or counted now."""
    t = words.text
    text = t("Vertel het aan de balie. Daar schrijft iemand het op.")
    main = t("Verder") if goes_on else t("Klaar")
    return NoticeText(t("Dit lukt nu even niet"), text, main, t("Klaar") if goes_on else "", sign="hand-stop")
