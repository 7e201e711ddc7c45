"""Nothing below ten can be told from what is shown: neither seen, nor worked out, nor noticed when it changes."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations, combinations_with_replacement, pairwise, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wijkwijzer_desktop.domain.paper import COUNTER_PAPERS
from wijkwijzer_desktop.domain.statistics import (
    AREA_UNKNOWN,
    CHAINS,
    FEWEST,
    FEWEST_AROUND,
    MOST_HIDDEN,
    REPLIES,
    SHOWN,
    WAYS,
    Cell,
    Counts,
    Hidden,
    Known,
    Mode,
    MonthShown,
    Reached,
    Tallied,
    protect,
)
from wijkwijzer_desktop.domain.statistics_tables import (
    COLUMNS,
    OF_PAPERS_BROUGHT_BACK,
    Table,
    TableKind,
    month_table,
    months_until,
    over_months,
)

KNOWN = Known(("nl", "tr", "ar"), ("noord", "zuid"), ("geld.schulden", "contact.eenzaam"))
NOVEMBER = "2026-11"

Visit = frozenset[Cell]


def visit(
    reached: str = Reached.RESULTS,
    language: str = "nl",
    area: str = AREA_UNKNOWN,
    mode: str = Mode.ALONE,
    topics: Iterable[tuple[str, int]] = (),
    services: Iterable[tuple[str, int]] = (),
    urgent: bool = False,
) -> Visit:
    """topics, services: key, and how far along the chain."""
    cells = {
        Cell(Tallied.REACHED, reached),
        Cell(Tallied.LANGUAGE, language),
        Cell(Tallied.AREA, area),
        Cell(Tallied.MODE, mode),
    }
    for chain, keys in ((CHAINS[0], topics), (CHAINS[1], services)):
        cells |= {Cell(tallied, key) for key, far in keys for tallied in chain[:far]}
    return frozenset(cells | ({Cell(Tallied.URGENT, SHOWN)} if urgent else set()))


def counted(visits: Iterable[Visit]) -> Counts:
    return Counter(cell for one in visits for cell in one)


def all_tables(counts: Counts) -> list[Table]:
    month = protect(NOVEMBER, counts, KNOWN)
    over = [over_months(tallied, (month,), KNOWN) for tallied in Tallied]
    return [month_table(kind, month, KNOWN) for kind in TableKind] + over


def month(**more: int) -> MonthShown:
    return protect(NOVEMBER, counted([visit()] * 40 + [visit(language="tr")] * more.get("tr", 0)), KNOWN)


VISITS = st.builds(
    visit,
    st.sampled_from([Reached.QUESTIONS, Reached.RESULTS, Reached.A4]),
    st.sampled_from(["nl", "tr", "ar"]),
    st.sampled_from([AREA_UNKNOWN, "noord", "zuid"]),
    st.sampled_from(list(Mode)),
    st.lists(st.tuples(st.sampled_from(KNOWN.topics), st.integers(1, 2)), max_size=2, unique_by=lambda pair: pair[0]),
    st.lists(st.tuples(st.sampled_from(["a", "b"]), st.integers(1, 3)), max_size=2, unique_by=lambda pair: pair[0]),
    st.booleans(),
)
MONTHS = st.lists(st.tuples(VISITS, st.integers(1, 16)), max_size=6)


def numbers(counts: Counts) -> dict[object, int]:
    """All that anybody could count: each counter, the visits, and the visits in one but not in another that it lies within."""
    visits = sum(count for cell, count in counts.items() if cell.tallied is Tallied.REACHED)
    found: dict[object, int] = dict(counts.items())
    found["visits"] = visits
    for chain in CHAINS:
        for key in {cell.key for cell in counts if cell.tallied is chain[0]}:
            row = [visits] + [counts.get(Cell(tallied, key), 0) for tallied in chain]
            for wide, narrow in combinations(range(len(row)), 2):
                found[key, wide, narrow] = row[wide] - row[narrow]
    return found


@given(MONTHS, VISITS, VISITS)
def test_two_months_that_differ_in_one_visit_cannot_be_told_apart_below_ten(
    others: list[tuple[Visit, int]], one: Visit, other: Visit
) -> None:
    rest = [each for each, times in others for _ in range(times)]
    # The same visit, but for one thing about it.
    changed = next((t for t in Tallied if {c for c in one if c.tallied is t} != {c for c in other if c.tallied is t}), None)
    assume(changed is not None)
    linked = next((chain for chain in CHAINS if changed in chain), (changed,))
    other = frozenset({c for c in one if c.tallied not in linked} | {c for c in other if c.tallied in linked})
    here, there = counted([*rest, one]), counted([*rest, other])
    first, second = numbers(here), numbers(there)
    changes = {name for name in first.keys() | second.keys() if first.get(name, 0) != second.get(name, 0)}
    assume(all(max(first.get(name, 0), second.get(name, 0)) < FEWEST for name in changes))
    assert all_tables(here) == all_tables(there)


@given(MONTHS)
def test_no_number_below_ten_is_ever_shown(others: list[tuple[Visit, int]]) -> None:
    counts = counted(each for each, times in others for _ in range(times))
    for table in all_tables(counts):
        for row in table.rows:
            for column, shown in zip(table.columns, row.shown, strict=True):
                if isinstance(shown, int):
                    assert shown >= FEWEST
                    assert shown == counts[Cell(Tallied(column) if column != NOVEMBER else table.rows_are, row.key)]


def seen_from(shown: MonthShown) -> object:
    return shown.visits, frozenset(shown.cells.items())


def test_what_makes_up_all_visits_cannot_be_worked_out() -> None:
    """All months with up to 24 visits in each of three languages, grouped by what they look like: in each group every count
    below ten could be all but any other."""
    groups: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    most = 24
    for values in product(range(most + 1), repeat=3):
        if sum(values) >= FEWEST:
            languages = {Cell(Tallied.LANGUAGE, code): count for code, count in zip(KNOWN.languages, values, strict=True)}
            groups[seen_from(protect(NOVEMBER, languages | plain(sum(values)), KNOWN))].append(values)
    for group in groups.values():
        # What lies at the edge of what was tried looks like others that were not.
        if not any(most in values for values in group):
            for place in range(3):
                could_be = {values[place] for values in group}
                assert min(could_be) >= FEWEST or len(could_be) >= FEWEST - 1, group


@pytest.mark.parametrize("visits", [40, 28, 21, 19])
def test_what_lies_within_another_cannot_be_worked_out(visits: int) -> None:
    """All that can become of one service: whatever is shown, each count and each difference below ten could be any other."""
    groups: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for values in product(range(visits + 1), repeat=3):
        if sorted(values, reverse=True) == list(values):
            service = {Cell(tallied, "a"): count for tallied, count in zip(CHAINS[1], values, strict=True)}
            counts = service | plain(visits) | {Cell(Tallied.LANGUAGE, "nl"): visits}
            groups[seen_from(protect(NOVEMBER, counts, KNOWN))].append((visits, *values))
    for group in groups.values():
        for wide, narrow in combinations(range(4), 2):
            for could_be in ({v[wide] - v[narrow] for v in group}, {v[narrow] for v in group}):
                assert min(could_be) >= FEWEST or len(could_be) >= FEWEST, group


def plain(visits: int) -> dict[Cell, int]:
    return {Cell(Tallied.REACHED, Reached.RESULTS): visits, Cell(Tallied.MODE, Mode.ALONE): visits}


def test_from_ten_up_it_is_shown() -> None:
    assert month(tr=10).shown(Tallied.LANGUAGE, "tr") == 10
    assert month(tr=9).shown(Tallied.LANGUAGE, "tr") == Hidden.FEW
    assert month(tr=9).visits == 49


def test_beside_a_count_below_ten_the_first_of_the_others_is_hidden() -> None:
    shown = month(tr=12)
    assert [shown.shown(Tallied.LANGUAGE, code) for code in KNOWN.languages] == [Hidden.BESIDE, 12, Hidden.FEW]
    assert shown.shown(Tallied.MODE, Mode.ALONE) == Hidden.BESIDE


def test_where_many_are_below_ten_nothing_else_has_to_be_hidden() -> None:
    spread = [visit(reached=reached) for reached in list(Reached)[1:] for _ in range(4)]
    shown = protect(NOVEMBER, counted([visit(reached=Reached.QUESTIONS)] * 30 + spread), KNOWN)
    assert shown.shown(Tallied.REACHED, Reached.QUESTIONS) == 30


def test_a_month_with_few_visits_shows_nothing() -> None:
    few, hardly_more = (protect(NOVEMBER, counted([visit(services=[("a", 1)])] * count), KNOWN) for count in (9, 18))
    assert (few.visits, few.shown(Tallied.ADVISED, "a"), few.shown(Tallied.MODE, "alone")) == (Hidden.FEW,) * 3
    assert (hardly_more.visits, hardly_more.shown(Tallied.ADVISED, "a")) == (Hidden.BESIDE,) * 2
    assert protect(NOVEMBER, {}, KNOWN) == few


@pytest.mark.parametrize(
    ("became", "shown"),
    [
        ((3, 15, 0), (Hidden.BESIDE, Hidden.BESIDE, Hidden.FEW)),
        ((3, 20, 0), (23, Hidden.BESIDE, Hidden.FEW)),
        ((3, 4, 13), (20, Hidden.BESIDE, Hidden.BESIDE)),
        ((3, 8, 13), (24, Hidden.BESIDE, Hidden.BESIDE)),
        ((3, 8, 18), (29, Hidden.BESIDE, 18)),
        ((3, 2, 10), (Hidden.BESIDE, Hidden.BESIDE, Hidden.BESIDE)),
        ((12, 4, 15), (31, 19, Hidden.BESIDE)),
        ((12, 3, 15), (30, Hidden.BESIDE, Hidden.BESIDE)),
        ((18, 0, 0), (18, Hidden.FEW, Hidden.FEW)),
        ((0, 0, 55), (Hidden.BESIDE, Hidden.BESIDE, Hidden.BESIDE)),
    ],
)
def test_the_narrower_of_two_counts_is_hidden_where_they_hardly_differ(
    became: tuple[int, int, int], shown: tuple[object, ...]
) -> None:
    """became: only advised, chosen but not printed, printed."""
    visits = [visit(services=[("a", far)]) for far, times in enumerate(became, 1) for _ in range(times)]
    month = protect(NOVEMBER, counted([*visits, *[visit()] * (60 - len(visits))]), KNOWN)
    assert tuple(month.shown(tallied, "a") for tallied in CHAINS[1]) == shown


def test_an_area_of_before_counts_as_unknown() -> None:
    shown = protect(NOVEMBER, counted([visit(area="weg")] * 30 + [visit(area="noord")] * 20 + [visit(area="zuid")] * 20), KNOWN)
    assert [shown.shown(Tallied.AREA, key) for key in (AREA_UNKNOWN, "noord", "zuid", "weg")] == [30, 20, 20, Hidden.FEW]


def test_what_was_advised_but_hardly_ever_chosen() -> None:
    visits = [visit(services=[("a", 1), ("b", 3)])] * 30 + [visit(services=[("b", 1)])] * 12 + [visit()] * 20
    table = month_table(TableKind.NEVER_CHOSEN, protect(NOVEMBER, counted(visits), KNOWN), KNOWN)
    assert [(row.key, row.shown) for row in table.rows] == [("a", (30, Hidden.FEW))]


def test_services_are_listed_by_number_and_only_where_there_is_one() -> None:
    visits = [visit(services=[("a", 1)])] * 20 + [visit(services=[("b", 1)])] * 30 + [visit(services=[("c", 1)])] * 3
    table = month_table(TableKind.SERVICES, protect(NOVEMBER, counted(visits), KNOWN), KNOWN)
    assert [row.key for row in table.rows] == ["b", "a"]


def test_what_is_listed_does_not_tell_what_was_counted() -> None:
    lonely = counted([visit()] * 30 + [visit(topics=[("gone.before", 1)])])
    table = month_table(TableKind.TOPICS, protect(NOVEMBER, lonely, KNOWN), KNOWN)
    assert [(row.key, row.shown) for row in table.rows] == [(topic, (Hidden.FEW,) * 2) for topic in KNOWN.topics]


def test_months_stand_side_by_side_and_are_not_added_up() -> None:
    many, few = month(tr=12), protect("2026-10", counted([visit()] * 3), KNOWN)
    table = over_months(Tallied.LANGUAGE, (few, many), KNOWN)
    assert table.columns == ("2026-10", NOVEMBER)
    assert [row.shown for row in table.rows if row.key == "tr"] == [(Hidden.FEW, 12)]


def test_no_table_has_more_than_two_dimensions() -> None:
    assert all(len(set(columns)) == len(columns) for columns in COLUMNS.values())
    for table in all_tables(counted([visit()] * 40)):
        assert all(len(row.shown) == len(table.columns) for row in table.rows)


def test_the_papers_are_the_last_steps() -> None:
    assert tuple(Reached)[-3:] == tuple(paper.value for paper in COUNTER_PAPERS)


@pytest.mark.parametrize(
    ("last", "count", "months"), [("2027-02", 3, ("2026-12", "2027-01", "2027-02")), ("2026-11", 1, ("2026-11",))]
)
def test_months_until(last: str, count: int, months: tuple[str, ...]) -> None:
    assert months_until(last, count) == months


def told(told: int = 0, **counts: int) -> dict[Cell, int]:
    """Of one service, when papers were brought back."""
    return {Cell(Tallied.TOLD, "a"): told} | {Cell(Tallied[name.upper()], "a"): count for name, count in counts.items()}


def test_what_was_told_is_shown_whoever_visited_in_that_month() -> None:
    shown = protect(NOVEMBER, told(40, came=30, helped=12, full=9), KNOWN)
    assert shown.visits == Hidden.FEW
    assert [shown.shown(one, "a") for one in (Tallied.TOLD, Tallied.CAME, Tallied.HELPED)] == [40, 30, 12]
    assert shown.shown(Tallied.FULL, "a") == shown.shown(Tallied.TOLD, "b") == Hidden.FEW
    hidden = protect(NOVEMBER, {**told(40, came=30), **counted([visit()] * 12)}, KNOWN)
    assert (hidden.visits, hidden.shown(Tallied.CAME, "a"), hidden.shown(Tallied.FULL, "a")) == (Hidden.BESIDE, 30, Hidden.FEW)


def test_of_fewer_than_ten_that_told_nothing_is_shown() -> None:
    for few in range(FEWEST):
        assert protect(NOVEMBER, told(few, came=few, helped=few), KNOWN) == protect(NOVEMBER, {}, KNOWN)


def test_of_papers_brought_back_only_services_of_which_ten_told_are_listed() -> None:
    counts = told(12, came=12) | {Cell(Tallied.TOLD, "b"): 30, Cell(Tallied.TOLD, "c"): 9, Cell(Tallied.PRINTED, "d"): 50}
    shown = protect(NOVEMBER, counts, KNOWN)
    for kind in OF_PAPERS_BROUGHT_BACK:
        assert [row.key for row in month_table(kind, shown, KNOWN).rows] == ["b", "a"]


@pytest.mark.parametrize("tallied", REPLIES)
@pytest.mark.parametrize("told_of", [10, 13, 18, 19, 20, 28, 34])
def test_what_lies_within_what_was_told_cannot_be_worked_out(tallied: tuple[Tallied, ...], told_of: int) -> None:
    """All that can have been told of one service: each count and each difference below ten could be any other."""
    # Of more than these there are too many to try; all five times are tried with few.
    row = tallied if told_of < FEWEST_AROUND - MOST_HIDDEN // 2 else tallied[:3]
    groups: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for values in combinations_with_replacement(range(told_of, -1, -1), len(row)):
        counts = {Cell(one, "a"): count for one, count in zip(row, values, strict=True)}
        groups[seen_from(protect(NOVEMBER, told(told_of) | counts, KNOWN))].append((told_of, *values))
    for group in groups.values():
        for wide, narrow in combinations(range(len(row) + 1), 2):
            for could_be in ({v[wide] - v[narrow] for v in group}, {v[narrow] for v in group}):
                assert min(could_be) >= FEWEST or len(could_be) >= FEWEST, group


@pytest.mark.parametrize("told_of", [20, 28, 30, 45])
def test_what_became_of_a_step_cannot_be_worked_out_from_what_else_became_of_it(told_of: int) -> None:
    """One of four things each, so that three of them tell the fourth."""
    groups: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for marks in combinations_with_replacement(range(told_of + 1), len(WAYS) - 1):
        values = tuple(high - low for low, high in pairwise((0, *marks, told_of)))
        counts = {Cell(way, "a"): count for way, count in zip(WAYS, values, strict=True)}
        groups[seen_from(protect(NOVEMBER, told(told_of) | counts, KNOWN))].append(values)
    for group in groups.values():
        for could_be in (set(column) for column in zip(*group, strict=True)):
            assert min(could_be) >= FEWEST or len(could_be) >= FEWEST, group
