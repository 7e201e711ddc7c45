"""How the command line speaks: results on standard output, messages on standard error."""

import sys

DONE, FINDINGS, WRONG = 0, 1, 2


def say(message: str) -> None:
    """A message for the person at the keyboard."""
    sys.stderr.write(message + "\n")


def show(result: str) -> None:
    """A result."""
    sys.stdout.write(result + "\n")
