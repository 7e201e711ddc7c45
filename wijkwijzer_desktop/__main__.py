"""`wijkwijzer`: opens the counter, or hands over to the command line."""

import sys


def main() -> int:
    """The exit status: 0 done, 1 findings, 2 the input or the call is wrong."""
    from wijkwijzer_desktop.quiet import keep_nothing

    keep_nothing()
    if len(sys.argv) == 1 or sys.argv[1] in {"--data", "--window"}:
        from wijkwijzer_desktop.app import main as open_counter

        return open_counter(sys.argv[1:])
    from wijkwijzer_desktop.cli import main as run_command

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
