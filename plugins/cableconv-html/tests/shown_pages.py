"""A cable's page in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cableconv import Cable

from cableconv_html.document import encode
from faint_texts import in_scheme

WIDE, NARROW = 1400, 390


def show(
    browser: Any,
    folder: Path,
    cable: Cable,
    width: int = WIDE,
    scheme: str = "light",
    layout: str = "office",
) -> Any:
    """Return the browser with the cable's page in a window of that width."""
    file = folder / "page.html"
    file.write_text(encode(cable, layout=layout), "utf-8")
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    in_scheme(browser, scheme)
    browser.get_log("browser")
    browser.get(file.as_uri())
    return browser
