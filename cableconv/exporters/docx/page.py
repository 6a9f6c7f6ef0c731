"""The page: its paper and margins, and what stands at its top and bottom.

Top and bottom of each page carry the overall classification (5 FAH-1 H-132), with the
caveats and the captions that limit distribution behind it, as in ``SECRET//NODIS``; the
telegram's number and the page's stand at the bottom.  Lengths are twentieths of a point.
"""

from __future__ import annotations

from typing import NamedTuple

from cableconv.exporters.docx import styles
from cableconv.exporters.docx.package import DECLARATION, NAMESPACES
from cableconv.exporters.docx.text import TAB, run, wrapped

TEXT_WIDTH = 9360
"""6.5 inches on either paper, so that tables and tab stops need no second measure."""

TABLE_INDENT = 660
"""Where a telegram's table begins: its text stands below a numbered paragraph's."""

BOX_MARGIN = 160
"""Between the frame around an embedded cable and what is in it."""


class Paper(NamedTuple):
    """A sheet, upright; what ``TEXT_WIDTH`` leaves over is margin, half of it on each side."""

    width: int
    height: int

    @property
    def section(self) -> str:
        """The section's properties: its header and footer, the sheet, the margins."""
        side = (self.width - TEXT_WIDTH) // 2
        return (
            '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
            '<w:footerReference w:type="default" r:id="footer"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"/>'
            f'<w:pgMar w:top="1440" w:right="{side}" w:bottom="1500" w:left="{side}"'
            ' w:header="680" w:footer="600" w:gutter="0"/></w:sectPr>'
        )


PAPERS = {"letter": Paper(12240, 15840), "a4": Paper(11906, 16838)}


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
