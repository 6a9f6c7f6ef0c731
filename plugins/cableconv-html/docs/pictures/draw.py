"""Draws the pictures of the README with Chromium: ``python docs/pictures/draw.py``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import cableconv
from selenium import webdriver

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[3] / "examples" / "cables"
WINDOWS = {"page": (1180, 640, "light"), "page-narrow-dark": (400, 760, "dark")}


def main() -> None:
    """Draw an invented cable, wide and light, narrow and dark."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in ("--headless=new", "--hide-scrollbars", *sys.argv[1:]):
        options.add_argument(flag)
    driver = webdriver.ChromeService(shutil.which("chromedriver"))
    browser = webdriver.Chrome(options=options, service=driver)
    cable = cableconv.parse(EXAMPLES / "three-pages.txt")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(str(cableconv.export(cable, to="html")), "utf-8")
        for name, window in WINDOWS.items():
            draw(browser, page, HERE / f"{name}.png", window)
    browser.quit()


def draw(browser: webdriver.Chrome, page: Path, target: Path, window: tuple[int, int, str]) -> None:
    """Draw the page in a window of that width, height and colour scheme."""
    width, height, scheme = window
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.get(page.as_uri())
    browser.save_screenshot(str(target))


if __name__ == "__main__":
    main()
