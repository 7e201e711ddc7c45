"""What a visit adds to the counts, and how it gets to the database without telling of that visit.

Whoever looks at the database, or at two of its backups, must not see one visitor come by. So counts are added up in memory and
written for some visits at once, on the day of the last of them; no day then stands for fewer. What waits when the program ends
is let go of: a count too few is better than a visitor who can be found.

Of what is discreet nothing is counted: no topic, no service that was advised or looked up for it alone, no urgent card. A count
of violence at home is a danger to whoever shares a home with somebody who can read it.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterable

from wijkwijzer_desktop.desk.outcomes import Outcomes
from wijkwijzer_desktop.desk.ports import Clock, Tally
from wijkwijzer_desktop.desk.visit import Stage, Visit
from wijkwijzer_desktop.domain.concern import Concern, Topic
from wijkwijzer_desktop.domain.condition import AREA_QUESTION
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.recipe import Recipe
from wijkwijzer_desktop.domain.referral import Advice, countable_concerns
from wijkwijzer_desktop.domain.service import Kind, Service
from wijkwijzer_desktop.domain.statistics import AREA_UNKNOWN, SHOWN, Cell, Counts, Mode, Tallied, VisitCount
from wijkwijzer_desktop.events import Event, note

VISITS_AT_ONCE = 5
# A quarter of an hour by bicycle.
NEARBY_KM = 3

# From here on what stands on the slip is what the visitor chose, and not just what was proposed.
CHOSE = frozenset({Stage.PREVIEW, Stage.PRINTING, Stage.DONE})

Start = Callable[[Callable[[], None]], None]


def count_visit(visit: Visit, mode: Mode, paper: Paper) -> VisitCount | None:
    """What this visit adds, as it stands now; None for one that hasn't begun. paper: what this counter prints on."""
    furthest = visit.furthest
    if furthest is Stage.START:
        return None
    came = visit.paper_came or furthest is Stage.DONE
    place = _place(visit)
    cells = {
        Cell(Tallied.REACHED, paper.value if came else furthest.value),
        Cell(Tallied.LANGUAGE, visit.intake.language),
        Cell(Tallied.AREA, place.id if place is not None else AREA_UNKNOWN),
        Cell(Tallied.MODE, mode),
    }
    concerns = countable_concerns(visit.concerns)
    cells |= {Cell(Tallied.TOPIC, concern.topic.id) for concern in concerns}
    signals = visit.pack.signals_by_id
    if any(not signals[signal].discreet for signal in visit.signals_seen if signal in signals):
        cells.add(Cell(Tallied.URGENT, SHOWN))
    if visit.advice is not None:
        cells |= _without_help(visit, visit.advice, concerns, place)
        cells |= _services(visit, visit.advice, concerns, came=came)
    return VisitCount(frozenset(cells))


def _place(visit: Visit) -> Place | None:
    area = visit.seen.answers.get(AREA_QUESTION)
    return visit.pack.places.get(area.options[0]) if area is not None and area.known else None


def _without_help(visit: Visit, advice: Advice, concerns: tuple[Concern, ...], place: Place | None) -> set[Cell]:
    if place is not None and not visit.pack.distances_from(place.postcodes):
        # Nobody can tell what is near there.
        return set()
    near = {r.concern for r in advice.recommendations if r.distance_km is not None and r.distance_km <= NEARBY_KM}
    return {Cell(Tallied.WITHOUT_HELP, concern.topic.id) for concern in concerns if concern.topic.id not in near}


def _services(visit: Visit, advice: Advice, concerns: tuple[Concern, ...], *, came: bool) -> set[Cell]:
    countable = {"", *(concern.topic.id for concern in concerns)}
    whole = (advice.whole,) if advice.whole is not None else ()
    found: tuple[Recommendation, ...] = (*advice.recommendations, *whole, *advice.activities)
    # This counter itself is in every advice.
    services = {r.service.id for r in found if r.concern in countable and r.service.kind is not Kind.COUNTER}
    beside = _openly(visit, (r.service for r in visit.choice.added)) | _openly(visit, _on_recipe(visit.recipe))
    services |= beside - {r.service.id for r in found if r.concern not in countable}
    referral = visit.referral
    on_slip = {r.service.id for r in (*referral.steps, *referral.activities)} if referral is not None else set()
    on_slip |= {service.id for service in _on_recipe(visit.recipe_on_paper)}
    on_slip &= services
    cells = {Cell(Tallied.ADVISED, service) for service in services}
    if visit.furthest in CHOSE:
        cells |= {Cell(Tallied.CHOSEN, service) for service in on_slip}
    if came:
        cells |= {Cell(Tallied.PRINTED, service) for service in on_slip}
    return cells


def _on_recipe(recipe: Recipe | None) -> tuple[Service, ...]:
    """The coach too: that is the first step of it."""
    if recipe is None:
        return ()
    coach = (recipe.coach,) if recipe.coach is not None else ()
    return (*coach, *(item.service for item in recipe.items))


def _openly(visit: Visit, services: Iterable[Service]) -> set[str]:
    """Of what a volunteer put on the paper, or what stands on a recipe. Nobody said what for: only those that surely help with
    something else too than what lies under a tile with something discreet."""
    topics = visit.pack.topics_by_id
    tiles = {topic.parent for topic in visit.pack.topics if topic.discreet}
    return {
        service.id
        for service in services
        if service.kind is not Kind.COUNTER and any(_tile(topics[id_]) not in tiles for id_ in service.topics if id_ in topics)
    }


def _tile(topic: Topic) -> str:
    return topic.parent or topic.id


def in_background(work: Callable[[], None]) -> None:
    """In a thread that nobody waits for, not even the end of the program."""
    threading.Thread(target=work, name="counts", daemon=True).start()


class Counting:
    """Adds up what visits add, and writes it for some visits at once; what may be kept of the codes of their papers too.

    counter: id of this place. start: how work that blocks is begun. What can't be written waits in memory for the next visit
    that ends; counts take no more room for more visits. Of what waits nobody can tell which belongs together: codes are hashed
    before, a service at a time.
    """

    def __init__(
        self, tally: Tally, clock: Clock, counter: str, start: Start = in_background, outcomes: Outcomes | None = None
    ) -> None:
        self._tally = tally
        self._clock = clock
        self._counter = counter
        self._start = start
        self._outcomes = outcomes
        self._codes: frozenset[str] = frozenset()
        self._lock = threading.Lock()
        self._waiting: Counter[Cell] = Counter()
        self._visits = 0
        self._writing = False

    def take(self, count: VisitCount, code: str = "") -> None:
        """One more visit is over. code: of its paper, "" for none. Never blocks, never fails."""
        printed = {cell.key for cell in count.cells if cell.tallied is Tallied.PRINTED}
        codes = self._outcomes.digests(code, printed) if self._outcomes is not None and code else frozenset()
        with self._lock:
            self._waiting.update(count.cells)
            self._codes |= codes
            self._visits += 1
            begins = self._visits >= VISITS_AT_ONCE and not self._writing
            self._writing = self._writing or begins
        if begins:
            self._start(self._write)

    def _write(self) -> None:
        with self._lock:
            counts, visits, codes = self._waiting, self._visits, self._codes
            self._waiting, self._visits, self._codes = Counter(), 0, frozenset()
        day = self._clock.now().date()
        written = kept = False
        try:
            self._tally.add(day, self._counter, counts)
            written = True
            if self._outcomes is not None and codes:
                self._outcomes.keep(codes, day)
            kept = True
        except WijkwijzerError as error:
            note(Event.COUNTS_FAILED, type=type(error).__name__, reason=str(error.data.get("reason", "-")))
        finally:
            with self._lock:
                if not written:
                    self._waiting.update(counts)
                    self._visits += visits
                if not kept:
                    self._codes |= codes
                self._writing = False


class NoTally:
    """Counts nothing: for a command, and where nobody gave another."""

    def add(self, day: object, counter: str, counts: Counts) -> None:
        """Nothing."""
