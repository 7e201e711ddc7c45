"""The activities of a week: a list with all that is known of each, and a poster that is read from afar."""

from collections.abc import Iterator
from datetime import time

from wijkwijzer_desktop.desk.sheets.composing import Composing
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.sheet import SectionBlock, TableBlock, TitleBlock
from wijkwijzer_desktop.domain.slip import Block, FooterBlock, Slip, TalkBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.domain.week import Happening, Week, WeekDay
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.wording import Wording

_LIST_SHARES = (3, 5, 5, 4)


def week_list(c: Composing, week: Week, place: Place | None = None) -> Slip:
    """Day by day, with where, what it costs and whom to call; then what nobody knows the times of. place: the neighbourhood that
    the week was made for, None for all."""
    return c.slip(_list(c, week, place))


def week_poster(c: Composing, week: Week, place: Place | None = None) -> Slip:
    """Day by day, what and where; whoever wants to know more comes to the counter."""
    return c.slip(_poster(c, week, place))


def _list(c: Composing, week: Week, place: Place | None) -> Iterator[Block]:
    yield _title(c, week, place)
    columns = (c.text("Tijd"), c.text("Wat"), c.text("Waar"), c.text("Telefoon"))
    for day in _full(week):
        rows = tuple(
            (_time(c, one), _what(c, one.service), _where(c, one.service), _phone(c, one.service)) for one in day.happenings
        )
        yield TableBlock(_day(c, day), columns, rows, _LIST_SHARES)
    yield from _nothing(c, week)
    if week.ask:
        ask = c.text("vraag wanneer")
        unknown = tuple((ask, _what(c, s), _where(c, s), _phone(c, s)) for s in week.ask)
        yield TableBlock(c.text("Ook te doen. Bel en vraag wanneer."), columns, unknown, _LIST_SHARES)
    yield _footer(c)


def _poster(c: Composing, week: Week, place: Place | None) -> Iterator[Block]:
    yield _title(c, week, place)
    columns = (c.text("Tijd"), c.text("Wat"), c.text("Waar"))
    for day in _full(week):
        rows = tuple((_time(c, one), Text(one.service.name), _where(c, one.service)) for one in day.happenings)
        yield TableBlock(_day(c, day), columns, rows, (2, 4, 4))
    yield from _nothing(c, week)
    yield TalkBlock(c.text("Meer weten? Kom langs."), (Text(", ".join(part for part in (c.counter, c.place) if part)),))
    yield _footer(c)


def _full(week: Week) -> tuple[WeekDay, ...]:
    return tuple(day for day in week.days if day.happenings)


def _title(c: Composing, week: Week, place: Place | None) -> TitleBlock:
    first, last = week.days[0].day, week.days[-1].day
    dates = c.both(
        lambda w: w.translator.text(
            "Van {first} tot en met {last}",
            first=formats.day(w.translator.language, first),
            last=formats.full_date(w.translator.language, last),
        )
    )
    title = c.text("Doe mee deze week")
    if place is None:
        return TitleBlock(title, (dates,))
    name = place.name
    return TitleBlock(title, (c.text("In en bij {place}", place=name), dates))


def _nothing(c: Composing, week: Week) -> Iterator[Block]:
    if not _full(week):
        yield SectionBlock(
            c.text("Van deze week weten we nog geen tijden."), (c.text("Kom langs bij de balie. Wij zoeken het samen uit."),)
        )


def _day(c: Composing, day: WeekDay) -> Text:
    return c.both(lambda w: formats.begun(w.translator.language, formats.day(w.translator.language, day.day)))


def _time(c: Composing, one: Happening) -> Text:
    return c.both(lambda w: _clock(w, one))


def _clock(w: Wording, one: Happening) -> str:
    starts, ends = one.span.starts, one.span.ends
    if starts is None:
        return w.translator.text("vraag hoe laat")
    begins = formats.clock_time(w.translator.language, starts)
    if ends is None:
        return begins
    closes = formats.clock_time(w.translator.language, ends) if ends.time() != time(0) else formats.MIDNIGHT
    return w.translator.whole(w.translator.text("{opens}–{closes}", opens=begins, closes=closes))


def _where(c: Composing, service: Service) -> Text:
    return c.both(lambda w: w.services.address(service) or w.translator.text("vraag waar"))


def _what(c: Composing, service: Service) -> Text:
    """Its name, and what it costs."""
    return c.both(lambda w: w.translator.text("{name}. Kosten: {cost}", name=service.name, cost=_cost(w, service)))


def _cost(w: Wording, service: Service) -> str:
    return w.services.cost(service) or w.translator.text("vraag het na")


def _phone(c: Composing, service: Service) -> Text:
    return c.both(lambda w: w.services.phone(service) or w.translator.text("vraag het de balie"))


def _footer(c: Composing) -> FooterBlock:
    return FooterBlock(
        (
            c.both(
                lambda w: w.translator.text(
                    "Gemaakt op {day}. Tijden kunnen anders zijn. Bel eerst.",
                    day=formats.full_date(w.translator.language, c.today),
                )
            ),
        )
    )
