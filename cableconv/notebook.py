"""What a notebook shows of a cable: its page, in a frame of its own."""

from __future__ import annotations

from html import escape

from cableconv.cable import Cable
from cableconv.errors import UnknownFormatError
from cableconv.session import default_session

FRAME = (
    '<iframe srcdoc="{page}" sandbox loading="lazy" '
    'style="width: 100%; height: 32em; border: 1px solid #8888"></iframe>'
)
"""Styles of the page and of the notebook do not meet, and nothing in it runs."""


def page(cable: Cable) -> str | None:
    """The cable's page; None where no format ``html`` is installed (cableconv-html has one)."""
    try:
        document = default_session().export(cable, to="html")
    except UnknownFormatError:
        return None
    text = document if isinstance(document, str) else document.decode()
    return FRAME.format(page=escape(text))
