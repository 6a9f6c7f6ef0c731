"""The page: paper and margins, header and footer.

Header and footer of each page carry the overall classification (5 FAH-1 H-132), followed by the
caveats and the captions that limit distribution, as in ``SECRET//NODIS``; the footer also has the
telegram's number and the page number.  Lengths are twentieths of a point.
"""

from __future__ import annotations

from typing import NamedTuple

from cableconv.exporters.docx import styles
from cableconv.exporters.docx.package import DECLARATION, NAMESPACES
from cableconv.exporters.docx.text import TAB, run, wrapped

TEXT_WIDTH = 9360
"""6.5 inches on either paper, so that tables and tab stops need only one set of measures."""

TABLE_INDENT = 660
"""The indent of a telegram's table, aligned with the text of a numbered paragraph."""

BOX_MARGIN = 160
"""The padding of the frame around an embedded cable."""


class Paper(NamedTuple):
    """An upright sheet; half of what ``TEXT_WIDTH`` leaves is the margin on each side."""

    width: int
    height: int

    @property
    def section(self) -> str:
        """Return the section's properties: header, footer, paper and margins."""
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
    """Return the part with the header of every page."""
    content = _banner(banner) or wrapped(styles.HEADER, "")
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{content}</w:hdr>"


def footer(banner: str, number: str) -> str:
    """Return the part with the footer of every page."""
    page = run("Page ") + _field("PAGE") + run(" of ") + _field("NUMPAGES")
    line = wrapped(styles.FOOTER, run(number) + TAB + page)
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{line}{_banner(banner)}</w:ftr>"


def _banner(words: str) -> str:
    return wrapped(styles.BANNER, run(words)) if words else ""


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}">{run("1")}</w:fldSimple>'
