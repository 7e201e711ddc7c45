"""A small screen reader. Run by the system's Python, which has the bindings of the accessibility bus; answers in JSON.

    /usr/bin/python3 reader.py        then a line each: {"do": "tree"}, {"do": "heard"}, {"do": "touch", "name": "Begin"}, …

Imports nothing of the program: whatever it knows came over the bus.
"""

import json
import sys
import time
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

TOUCHED = frozenset({"push button", "check box", "radio button", "toggle button"})
AROUND = frozenset({"filler", "panel", "dialog", "layered pane", "frame", "window", "viewport", "scroll pane"})
# Who listens takes longer than this between two touches; the program takes nothing sooner.
BETWEEN_SECONDS = 0.45
EFFECT_SECONDS = 3.0
PATIENCE_SECONDS = 60.0
LOOK_EVERY_MS = 20
EVENTS = ("object:announcement", "object:state-changed:focused")
STATES = ("checkable", "checked", "enabled", "focusable", "focused")


class Reader:
    """Listens from the first moment on."""

    def __init__(self) -> None:
        self._heard: list[list[str]] = []
        self._touched_at = 0.0
        self._listener = Atspi.EventListener.new(self._hear)
        for event in EVENTS:
            self._listener.register(event)

    def _hear(self, event: Any) -> None:
        if event.type.startswith("object:announcement"):
            # Qt tells how pressing it is: 1 polite, 2 at once.
            self._heard.append(["at once" if event.detail1 == 2 else "politely", str(event.any_data)])
        elif event.detail1:
            self._heard.append(["focus", event.source.get_name()])

    def heard(self) -> list[list[str]]:
        """What was told since the last time, once nothing more comes."""
        count = -1
        while count != len(self._heard):
            count = len(self._heard)
            self._let_pass(30)
        told, self._heard = self._heard, []
        return told

    def tree(self) -> list[dict[str, Any]]:
        """Everything that shows, from above, with how deep it lies."""
        found: list[dict[str, Any]] = []
        self._walk(self._program(), 0, found)
        return found

    def touch(self, name: str) -> bool:
        """Presses what has this name; again, where nothing came of it. False if it is never there."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            self._let_pass(LOOK_EVERY_MS)
            thing = next((t for t in self._controls() if t.get_name() == name), None)
            if thing is None or time.monotonic() - self._touched_at < BETWEEN_SECONDS:
                continue
            before = self._look()
            self._touched_at = time.monotonic()
            Atspi.Action.do_action(thing, 0)
            effect = time.monotonic() + EFFECT_SECONDS
            while time.monotonic() < effect:
                if self._look() != before:
                    return True
                self._let_pass(LOOK_EVERY_MS)
        return False

    def _look(self) -> list[tuple[str, bool]]:
        return [(t.get_name(), t.get_state_set().contains(Atspi.StateType.CHECKED)) for t in self._showing(self._program())]

    def _controls(self) -> list[Any]:
        return [t for t in self._showing(self._program()) if t.get_role_name() in TOUCHED]

    def _program(self) -> Any:
        desktop = Atspi.get_desktop(0)
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            for index in range(desktop.get_child_count()):
                program = desktop.get_child_at_index(index)
                if program is not None and program.get_child_count():
                    # What is remembered here could be older than what is on the screen.
                    program.set_cache_mask(Atspi.Cache.NONE)
                    return program
            self._let_pass(LOOK_EVERY_MS)
        raise TimeoutError

    def _showing(self, thing: Any) -> list[Any]:
        found = []
        for index in range(thing.get_child_count()):
            child = thing.get_child_at_index(index)
            if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
                # Nothing lies below what can be touched or read.
                found += [child, *(self._showing(child) if child.get_role_name() in AROUND else [])]
        return found

    def _walk(self, thing: Any, depth: int, found: list[dict[str, Any]]) -> None:
        states = thing.get_state_set()
        role = thing.get_role_name()
        found.append(
            {
                "depth": depth,
                "role": role,
                "name": thing.get_name(),
                "description": thing.get_description(),
                "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name.upper()))],
                **_doing(thing, role),
            }
        )
        if role not in AROUND and depth:
            return
        for index in range(thing.get_child_count()):
            child = thing.get_child_at_index(index)
            if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
                self._walk(child, depth + 1, found)

    def _let_pass(self, milliseconds: int) -> None:
        loop = GLib.MainLoop()
        GLib.timeout_add(milliseconds, loop.quit)
        loop.run()


def _doing(thing: Any, role: str) -> dict[str, Any]:
    about: dict[str, Any] = {"actions": [], "key": "", "value": None}
    if role in TOUCHED:
        count = Atspi.Action.get_n_actions(thing)
        about["actions"] = [Atspi.Action.get_action_name(thing, index) for index in range(count)]
        about["key"] = Atspi.Action.get_key_binding(thing, 0) if count else ""
    if role == "progress bar":
        about["value"] = Atspi.Value.get_current_value(thing)
    return about


def main() -> None:
    """Answers until nobody asks any more."""
    reader = Reader()
    for line in sys.stdin:
        asked = json.loads(line)
        answer = getattr(reader, asked.pop("do"))(**asked)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
