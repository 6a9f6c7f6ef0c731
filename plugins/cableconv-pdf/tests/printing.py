"""Documents printed to PDF by LibreOffice and Chromium; tests are skipped without them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_SECONDS = 120


def by_office(*files: Path) -> list[Path]:
    """Return Word documents or plain texts, printed by LibreOffice."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = files[0].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = folder / "printed"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(target)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=_SECONDS)
    return [target / f"{file.stem}.pdf" for file in files]


def by_browser(file: Path) -> Path:
    """Return a web page, printed by Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    printed = file.with_suffix(".pdf")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command = [chromium, *options, f"--print-to-pdf={printed}", file.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    return printed
