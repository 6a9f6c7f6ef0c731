"""The display of a cable in notebooks: its page, in a separate frame."""

from __future__ import annotations

from html import escape

from cableconv.cable import Cable
from cableconv.errors import UnknownFormatError
from cableconv.session import default_session

FRAME = (
    '<iframe srcdoc="{page}" sandbox loading="lazy" '
    'style="width: 100%; height: 32em; border: 1px solid #8888"></iframe>'
)
"""A frame that keeps the page's styles apart from the notebook's, and runs no scripts."""


def page(cable: Cable) -> str | None:
    """Return the cable's page; None if no format ``html`` is installed (cableconv-html has one)."""
    try:
        document = default_session().export(cable, to="html")
    except UnknownFormatError:
        return None
    text = document if isinstance(document, str) else document.decode()
    return FRAME.format(page=escape(text))
