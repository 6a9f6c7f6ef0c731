"""Paper and margins, in twentieths of a point."""

from __future__ import annotations

from typing import NamedTuple

TEXT_WIDTH = 9360
"""6.5 inches on either paper, so that tables and tab stops need no second measure."""

TABLE_INDENT = 660
"""Where a telegram's table begins: its text stands below a numbered paragraph's."""


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
