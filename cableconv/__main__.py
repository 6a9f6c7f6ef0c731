"""The entry point of ``cableconv`` and ``python -m cableconv``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its exit code, even if it is interrupted."""
    try:
        code = _ended()
    except KeyboardInterrupt as stop:  # outside the code that handles it
        from cableconv.cli import stopping

        code = stopping.told(stop)
    sys.exit(code)


def _ended() -> int:
    from cableconv.cli import stopping

    stopping.Listener().listen()
    if sys.argv[1:] == ["--version"] and _print_version():  # answered without any import
        return 0
    from cableconv.cli.group import run

    code = run()
    stopping.end_at_once()
    return code


def _print_version() -> bool:
    from cableconv.version import __version__

    try:
        print(f"cableconv {__version__}", flush=True)
    except OSError:
        return False
    return sys.stdout is not None


if __name__ == "__main__":
    main()
