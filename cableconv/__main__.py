"""The entry point of ``cableconv`` and ``python -m cableconv``."""

from __future__ import annotations

import gc
import sys

_COLLECTED_AFTER = 100_000
"""New objects after which Python looks for cyclic garbage; imports make nearly as many."""


def main() -> None:
    """Run the command line and exit with its exit code, even if it is interrupted."""
    gc.set_threshold(_COLLECTED_AFTER)
    try:
        code = _ended()
    except KeyboardInterrupt as stop:  # outside the code that handles it
        from cableconv.cli import stopping

        code = stopping.told(stop)
    gc.freeze()  # what is left ends with the process, and need not be searched
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
