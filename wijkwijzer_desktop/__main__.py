"""`wijkwijzer`: opens the counter, or hands over to the command line."""

import sys
from collections.abc import Sequence


def main() -> int:
    """The exit status: 0 done, 1 findings, 2 the input or the call is wrong."""
    from wijkwijzer_desktop.quiet import keep_nothing

    keep_nothing()
    if not is_command(sys.argv[1:]):
        from wijkwijzer_desktop.app import main as open_counter

        return open_counter(sys.argv[1:])
    from wijkwijzer_desktop.cli import main as run_command

    return run_command(sys.argv[1:])


def is_command(arguments: Sequence[str]) -> bool:
    """Whether more is asked than to open the counter. Looked at by hand: what a command needs takes time to load."""
    left = list(arguments)
    while left:
        first = left.pop(0)
        if first == "--data" and left and not left[0].startswith("-"):
            left.pop(0)
        elif first != "--window" and not first.startswith("--data="):
            return True
    return False


if __name__ == "__main__":
    raise SystemExit(main())
