"""How a function of staff says who may call it. One that doesn't say so can't even be imported."""

from collections.abc import Callable
from functools import wraps
from inspect import getattr_static
from typing import Concatenate, ParamSpec, TypeVar

from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.domain.staff import Role

NEEDED_ROLE = "needed_role"

_Given = ParamSpec("_Given")
_Gets = TypeVar("_Gets")
_Door = TypeVar("_Door", bound="StaffDoor")


def needs(
    role: Role, *, unasked: bool = False
) -> Callable[[Callable[Concatenate[_Door, _Given], _Gets]], Callable[Concatenate[_Door, _Given], _Gets]]:
    """Only for staff with this role, or a higher one. For the methods of a `StaffDoor`, which block then, and raise
    StaffRefusedError for anybody else, after noting it and before anything is done. unasked: the window calls it by itself, which
    doesn't mean that anybody is there."""

    def guarding(function: Callable[Concatenate[_Door, _Given], _Gets]) -> Callable[Concatenate[_Door, _Given], _Gets]:
        @wraps(function)
        def guarded(door: _Door, /, *args: _Given.args, **kwargs: _Given.kwargs) -> _Gets:
            door.room.require(role, function.__qualname__, touches=not unasked)
            return function(door, *args, **kwargs)

        setattr(guarded, NEEDED_ROLE, role)
        return guarded

    return guarding


class StaffDoor:
    """What staff can do of one kind. Every public method of a door stands behind `@needs`; a class with any other public
    thing, its own or inherited, is refused when it is made."""

    def __init__(self, room: StaffRoom) -> None:
        self.room = room

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        public = [name for name in dir(cls) if not name.startswith("_")]
        bare = [name for name in public if not hasattr(getattr_static(cls, name), NEEDED_ROLE)]
        if bare:
            raise TypeError(f"{cls.__qualname__}: {bare}")
