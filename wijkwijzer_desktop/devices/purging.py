"""Taking jobs out of CUPS, bytes and all; those that can't be taken out now as soon as the print server answers again."""

import subprocess
import threading

from wijkwijzer_desktop.devices import ipp

TITLE = "Wijkwijzer"
TRIES = 3
ENDED = frozenset({7, 8, 9})
# In the place of a job: all of ours in its queue.
ALL = 0
# What a program of CUPS that was stopped had sent already is taken up by the server a moment after it answers again.
LOOKS = 2


class Purging:
    """again: seconds between two tries."""

    def __init__(self, again: float) -> None:
        self._again = again
        self._lock = threading.Lock()
        # How often each must still be looked at and found gone.
        self._owed: dict[tuple[int, str], int] = {}
        self._chasing = False
        # One who purges at a time: all of ours are never those of the next visitor.
        self._turn = threading.Lock()

    def purge(self, job: int, name: str) -> None:
        """Take this job out, now or later."""
        with self._turn:
            gone = _purged(job, name)
        if not gone:
            self._owe(job, name, 1)

    def purge_ours(self, name: str) -> None:
        """For when nobody told which job is ours: every job of this user with our title in this queue."""
        with self._turn:
            gone = _purged_ours(name)
        if not gone:
            self._owe(ALL, name, LOOKS)

    def make_up(self, name: str) -> bool:
        """Purge what is owed, before anything new is printed; whether that is done where it stands in the way of this queue."""
        with self._turn:
            while self._once():
                pass
        with self._lock:
            return (ALL, name) not in self._owed

    def _owe(self, job: int, name: str, looks: int) -> None:
        with self._lock:
            self._owed[job, name] = looks
            begins = not self._chasing
            self._chasing = True
        if begins:
            # A job that is left behind would print when nobody is there for it any more.
            threading.Thread(target=self._chase, name="purging", daemon=True).start()

    def _chase(self) -> None:
        pause = threading.Event()
        while True:
            pause.wait(self._again)
            with self._turn:
                self._once()
            with self._lock:
                if not self._owed:
                    self._chasing = False
                    return

    def _once(self) -> bool:
        """Look at all that is owed, once; whether that went well and there is something left. Where a server is silent, one
        question is enough."""
        with self._lock:
            owed = [*self._owed]
        for job, name in owed:
            gone = _purged_ours(name) if job == ALL else _purged(job, name)
            with self._lock:
                # At the end of the row, so that one that can't be purged doesn't keep the others.
                left = self._owed.pop((job, name)) - int(gone)
                if left:
                    self._owed[job, name] = left
            if not gone:
                return False
        with self._lock:
            return bool(self._owed)


def _purged(job: int, name: str) -> bool:
    """Whether it is gone now. A server that says nothing isn't asked twice: somebody waits to be told."""
    for _ in range(TRIES):
        _run("cancel", "-x", f"{name}-{job}")
        replies = ipp.ask("job", name, job=job)
        if not replies:
            return False
        if replies[0].status == ipp.NOT_FOUND or replies[0].first.get("job-state") in ENDED:
            return True
    return False


def _purged_ours(name: str) -> bool:
    replies = ipp.ask("jobs", name)
    if not replies or replies[0].status not in {ipp.NOT_FOUND, ipp.DONE}:
        return False
    ours = [ipp.number(group.get("job-id")) for group in replies[0].groups if group.get("job-name") == TITLE]
    return all(_purged(job, name) for job in ours)


def _run(*command: str) -> None:
    try:
        subprocess.run(command, capture_output=True, timeout=ipp.ASK_SECONDS, env=ipp.environment(), check=False)
    except (OSError, subprocess.TimeoutExpired):
        # Whether it helped is asked of the server afterwards.
        return
