"""A condition as an editor builds it: groups of lines, each line a question, a comparison and answers."""

from dataclasses import dataclass, replace
from enum import StrEnum

from wijkwijzer_desktop.domain.condition import ALWAYS, AREA_QUESTION, All, Any_, AnyOf, AtLeast, AtMost, Condition, LivesIn, Not


class How(StrEnum):
    """How the answer to a question is compared."""

    IS = "is"
    IS_NOT = "is-not"
    ANY_OF = "any-of"
    NONE_OF = "none-of"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    LIVES_IN = "lives-in"


class Join(StrEnum):
    """How the lines of a group are joined."""

    ALL = "all"
    ANY = "any"
    NOT_ALL = "not-all"
    NOT_ANY = "not-any"


ONE = frozenset({How.IS, How.IS_NOT})
SEVERAL = frozenset({How.ANY_OF, How.NONE_OF, How.LIVES_IN})
BOUNDS = frozenset({How.AT_LEAST, How.AT_MOST})
DENIED = frozenset({How.IS_NOT, How.NONE_OF})


@dataclass(frozen=True, slots=True)
class Line:
    """question: its id, "" while none is chosen. options: of the question, or areas for LIVES_IN. bound: for BOUNDS."""

    question: str = ""
    how: How = How.IS
    options: tuple[str, ...] = ()
    bound: float | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A condition that can't be built here; it stays as it is."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Group:
    """Lines and groups that are joined."""

    join: Join = Join.ALL
    parts: "tuple[Part, ...]" = ()


Part = Line | Fixed | Group
Path = tuple[int, ...]
"""Places to go from the outermost group inwards; () is that group itself."""


def parts_of(condition: Condition) -> Group:
    """The outermost group; one without lines for what always holds."""
    part = _part(condition)
    return part if isinstance(part, Group) and part.join in {Join.ALL, Join.ANY} else Group(Join.ALL, (part,))


def _part(condition: Condition) -> Part:  # noqa: PLR0911 - one for each form
    match condition:
        case All(parts):
            return Group(Join.ALL, tuple(map(_part, parts)))
        case Any_(parts):
            return Group(Join.ANY, tuple(map(_part, parts)))
        case Not(AnyOf(question, options)):
            return Line(question, How.IS_NOT if len(options) == 1 else How.NONE_OF, tuple(sorted(options)))
        case Not(All(parts)):
            return Group(Join.NOT_ALL, tuple(map(_part, parts)))
        case Not(Any_(parts)):
            return Group(Join.NOT_ANY, tuple(map(_part, parts)))
        case Not(part):
            return Group(Join.NOT_ALL, (_part(part),))
        case AnyOf(question, options):
            return Line(question, How.IS if len(options) == 1 else How.ANY_OF, tuple(sorted(options)))
        case AtLeast(question, bound):
            return Line(question, How.AT_LEAST, bound=bound)
        case AtMost(question, bound):
            return Line(question, How.AT_MOST, bound=bound)
        case LivesIn(areas):
            return Line(AREA_QUESTION, How.LIVES_IN, tuple(sorted(areas)))
    return Fixed(condition)


def condition_of(part: Part) -> Condition | None:
    """The condition that was built; None for a line that isn't finished, and for a group of such."""
    if isinstance(part, Fixed):
        return part.condition
    if isinstance(part, Line):
        return _comparison(part)
    known = tuple(condition for condition in map(condition_of, part.parts) if condition is not None)
    if not known:
        return None
    if part.join is Join.NOT_ALL:
        return Not(known[0] if len(known) == 1 else All(known))
    if part.join is Join.NOT_ANY:
        return Not(known[0] if len(known) == 1 else Any_(known))
    return known[0] if len(known) == 1 else All(known) if part.join is Join.ALL else Any_(known)


def whole_condition(group: Group) -> Condition:
    """What the outermost group comes to; without a finished line it always holds."""
    return condition_of(group) or ALWAYS


def _comparison(line: Line) -> Condition | None:
    if line.how in BOUNDS:
        if not line.question or line.bound is None:
            return None
        return (AtLeast if line.how is How.AT_LEAST else AtMost)(line.question, line.bound)
    if not line.options or not line.question:
        return None
    if line.how is How.LIVES_IN:
        return LivesIn(frozenset(line.options))
    chosen = AnyOf(line.question, frozenset(line.options))
    return Not(chosen) if line.how in DENIED else chosen


def compared(line: Line, how: How) -> Line:
    """The same line with another comparison; what was chosen stays as far as it can."""
    if how in BOUNDS:
        return replace(line, how=how, options=(), bound=None if line.how not in BOUNDS else line.bound)
    options = () if How.LIVES_IN in {how, line.how} and how is not line.how else line.options
    return replace(line, how=how, options=options[:1] if how in ONE else options, bound=None)


def outline(group: Group, path: Path = ()) -> tuple[tuple[Path, Part], ...]:
    """Everything below this group from top to bottom, each with where it stands; the group itself first."""
    found: list[tuple[Path, Part]] = [(path, group)]
    for place, part in enumerate(group.parts):
        if isinstance(part, Group):
            found += outline(part, (*path, place))
        else:
            found.append(((*path, place), part))
    return tuple(found)


def put(group: Group, path: Path, part: Part | None) -> Group:
    """The same with something else at this place; None: nothing any more. path: not ()."""
    place, *rest = path
    parts = list(group.parts)
    inner = parts[place]
    if rest and isinstance(inner, Group):
        parts[place] = put(inner, tuple(rest), part)
    elif part is None:
        del parts[place]
    else:
        parts[place] = part
    return replace(group, parts=tuple(parts))


def added(group: Group, path: Path, part: Part) -> Group:
    """The same with this last in the group at that place."""
    if not path:
        return replace(group, parts=(*group.parts, part))
    place, *rest = path
    inner = group.parts[place]
    return put(group, (place,), added(inner, tuple(rest), part)) if isinstance(inner, Group) else group
