"""Put the program's help pages and exit codes into ``cli.md``.

    python docs/refresh_cli.py

A test asserts that the page is up to date.
"""

from __future__ import annotations

import io
import os
import re
from contextlib import redirect_stdout
from pathlib import Path
from unittest import mock

from cableconv.cli.exit_codes import MEANINGS
from cableconv.cli.group import run

PAGE = Path(__file__).with_name("cli.md")
WIDTH = 90

HELP = re.compile(r"(<!-- help: ?([\w ]*?) ?-->\n```text\n).*?(```\n)", re.DOTALL)
CODES = re.compile(r"(<!-- exit codes -->\n)(?:\|.*\n)*")


def refreshed(page: str) -> str:
    """Return the page with the program's current output."""
    page = HELP.sub(lambda block: block[1] + help_page(block[2]) + block[3], page)
    return CODES.sub(lambda table: table[1] + exit_codes(), page)


def help_page(name: str) -> str:
    """Return what ``cableconv NAME --help`` prints in a terminal of ``WIDTH`` columns."""
    printed = io.StringIO()
    with mock.patch.dict(os.environ, COLUMNS=str(WIDTH)), redirect_stdout(printed):
        run([*name.split(), "--help"])
    return printed.getvalue()


def exit_codes() -> str:
    """Return the table of exit codes."""
    rows = (f"| {code:d} | {meaning} |\n" for code, meaning in MEANINGS.items())
    return "| code | meaning |\n| --- | --- |\n" + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(refreshed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
