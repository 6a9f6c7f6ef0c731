"""What stands on every page: the classification banner, the telegram's number, the page's.

Top and bottom of each page carry the overall classification (5 FAH-1 H-132), with the
caveats and the captions that limit distribution behind it, as in ``SECRET//NODIS``.
"""

from __future__ import annotations

from cableconv.exporters.docx import styles
from cableconv.exporters.docx.text import TAB, run, wrapped

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def header(banner: str) -> str:
    """The part that stands at the top of every page."""
    content = _banner(banner) or wrapped(styles.HEADER, "")
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{content}</w:hdr>"


def footer(banner: str, number: str) -> str:
    """The part that stands at the bottom of every page."""
    page = run("Page ") + _field("PAGE") + run(" of ") + _field("NUMPAGES")
    line = wrapped(styles.FOOTER, run(number) + TAB + page)
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{line}{_banner(banner)}</w:ftr>"


def _banner(words: str) -> str:
    return wrapped(styles.BANNER, run(words)) if words else ""


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}">{run("1")}</w:fldSimple>'
