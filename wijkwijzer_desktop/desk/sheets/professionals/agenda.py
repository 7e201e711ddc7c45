"""The agenda of a network meeting of professionals, with room to write. Never a case."""

from collections.abc import Iterator

from wijkwijzer_desktop.desk.sheets.professionals.common import Known
from wijkwijzer_desktop.domain.network import Meeting
from wijkwijzer_desktop.domain.schedule import LOOK_AHEAD_DAYS, spans
from wijkwijzer_desktop.domain.sheet import LinesBlock, SectionBlock, TitleBlock
from wijkwijzer_desktop.domain.slip import Block, FooterBlock, Slip, WriteBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.languages import DUTCH

_LINES_A_POINT = 2
_LINES_FOR_OTHERS = 4


def agenda_sheet(known: Known, meeting: Meeting) -> Slip:
    """For the next time that it is on by its timetable."""
    return known.slip(_blocks(known, meeting))


def _blocks(known: Known, meeting: Meeting) -> Iterator[Block]:
    yield TitleBlock(Text(meeting.name), (known.areas(meeting.areas),))
    who = ", ".join(meeting.who)
    yield SectionBlock(
        Text(""),
        (
            _when(known, meeting),
            known.text("Waar: {place}", place=meeting.place) if meeting.place else known.text("Waar: nog niet bekend."),
            known.text("Wie: {who}", who=who) if who else known.text("Wie: nog niet bekend."),
        ),
    )
    for number, point in enumerate(meeting.agenda, start=1):
        yield LinesBlock(Text(f"{number}. {point}"), _LINES_A_POINT)
    title = known.text("Wat verder ter tafel komt") if meeting.agenda else known.text("Agenda: vul samen in")
    yield LinesBlock(title, _LINES_FOR_OTHERS)
    yield WriteBlock((known.text("Afspraak"), known.text("Wie"), known.text("Wanneer"), known.text("Volgende keer")))
    if meeting.note:
        yield SectionBlock(known.text("Goed om te weten"), (Text(meeting.note),))
    yield FooterBlock((known.text("Op dit blad staan geen namen van bewoners, en geen casussen."),))


def _when(known: Known, meeting: Meeting) -> Text:
    c = known.c
    found = spans(meeting.timetable, c.today, LOOK_AHEAD_DAYS, c.dutch.holidays)
    following = next((span for span in found if span.starts is None or span.starts > c.at), None)
    if following is None:
        return known.text("Wanneer: nog niet bekend.")
    day = formats.full_date(DUTCH, following.day)
    if following.starts is None:
        return known.text("Wanneer: {day}, vraag hoe laat.", day=day)
    return known.text("Wanneer: {day} om {time}", day=day, time=formats.clock_time(DUTCH, following.starts))
