"""Every function of staff, those of later too: the wrong role is refused, and that is noted."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import wijkwijzer_desktop.desk
from tests.desk.staff_fakes import staffed
from wijkwijzer_desktop.desk.guard import NEEDED_ROLE, StaffDoor, needs
from wijkwijzer_desktop.domain.errors import StaffRefusedError
from wijkwijzer_desktop.domain.staff import Role


def doors(of: type[StaffDoor] = StaffDoor) -> Iterator[type[StaffDoor]]:
    """All that the program has."""
    for module in pkgutil.walk_packages(wijkwijzer_desktop.desk.__path__, f"{wijkwijzer_desktop.desk.__name__}."):
        importlib.import_module(module.name)
    for door in of.__subclasses__():
        if door.__module__.startswith("wijkwijzer_desktop."):
            yield door
            yield from doors(door)


def guarded() -> list[tuple[type[StaffDoor], str, Role]]:
    found = {(door, name) for door in doors() for name in dir(door) if not name.startswith("_")}
    return sorted(((door, name, getattr(getattr(door, name), NEEDED_ROLE)) for door, name in found), key=str)


REFUSALS = [(door, name, role) for door, name, least in guarded() for role in (None, *Role) if role is None or role < least]


def test_there_are_functions_for_each_role() -> None:
    names = {f"{door.__name__}.{name}": role for door, name, role in guarded()}
    assert names["StaffAccounts.add"] is Role.MANAGER
    assert names["StaffAccounts.change_own_pin"] is Role.VOLUNTEER
    assert len(REFUSALS) > len(names)


@pytest.mark.parametrize(("door", "name", "role"), REFUSALS, ids=[f"{d.__name__}.{n}-{r and r.name}" for d, n, r in REFUSALS])
def test_fault_47_the_wrong_role_is_refused_and_noted(door: type[StaffDoor], name: str, role: Role | None) -> None:
    counter = staffed()
    if role is not None:
        counter.log_in(role)
    # Made without what else it needs: it must not get so far.
    made = door.__new__(door)
    made.room = counter.room
    before = (counter.shelf.accounts(), counter.shelf.hashes(), counter.shelf.lock(), len(counter.log.lines))
    with pytest.raises(StaffRefusedError) as refused:
        getattr(made, name)()
    assert refused.value.data == {"needs": getattr(getattr(door, name), NEEDED_ROLE).name.lower()}
    noted = counter.log.entries[-1]
    assert (noted.action.value, noted.role) == ("refused", role)
    assert dict(noted.data)["function"] == f"{door.__name__}.{name}"
    assert before == (counter.shelf.accounts(), counter.shelf.hashes(), counter.shelf.lock(), len(counter.log.lines) - 1)


def test_who_has_the_role_is_let_through_with_what_was_given() -> None:
    counter = staffed()

    class Sample(StaffDoor):
        @needs(Role.EDITOR)
        def joined(self, one: str, *, other: str) -> str:
            """Both."""
            return one + other

    for role in (Role.EDITOR, Role.MANAGER):
        counter.log_in(role)
        assert Sample(counter.room).joined("a", other="b") == "ab"
    assert Sample.joined.__doc__ == "Both."


def test_fault_47_a_function_that_says_no_role_cannot_even_be_made() -> None:
    class Unguarded:
        def publish(self) -> None:
            """Open to all."""

    with pytest.raises(TypeError, match="export"):
        type("Sample", (StaffDoor,), {"export": Unguarded.publish})
    with pytest.raises(TypeError, match="export"):
        type("Sample", (StaffDoor,), {"export": property(Unguarded.publish)})
    with pytest.raises(TypeError, match="export"):
        type("Sample", (StaffDoor,), {"export": staticmethod(Unguarded.publish)})
    with pytest.raises(TypeError, match="publish"):
        type("Sample", (StaffDoor, Unguarded), {})
