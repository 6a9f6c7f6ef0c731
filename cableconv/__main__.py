"""``cableconv`` and ``python -m cableconv``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    if sys.argv[1:] == ["--version"]:  # the answer that must cost nothing
        from cableconv.version import __version__

        print(f"cableconv {__version__}")
        return
    from cableconv.cli.group import run

    sys.exit(run())


if __name__ == "__main__":
    main()
