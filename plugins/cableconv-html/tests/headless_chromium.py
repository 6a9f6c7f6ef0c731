"""A real browser, headless; what needs one is skipped where there is none."""

from __future__ import annotations

import os
import shutil
from typing import Any

import pytest


def open_browser(width: int = 1400, height: int = 1000) -> Any:
    """Chromium at that size."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("Chromium and its driver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    for flag in ("--headless=new", "--disable-gpu", f"--window-size={width},{height}", *sandbox):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
