"""Pages of the browser as they are printed."""

from __future__ import annotations

import base64
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest


def printed(browser: Any, folder: Path, *options: str) -> list[str]:
    """Return the text of each sheet of the shown page on paper, with these options of pdftotext."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (Poppler) is not installed")
    file = folder / "page.pdf"
    file.write_bytes(base64.b64decode(browser.print_page()))
    read = subprocess.run(["pdftotext", *options, file, "-"], capture_output=True, check=True)
    *sheets, rest = read.stdout.decode().split("\f")
    assert rest == ""
    return sheets
