"""The clean-up passes in their order: each removes text that is not the telegram's."""

from __future__ import annotations

from collections.abc import Callable

from cableconv.parser.account.account import Account
from cableconv.parser.cleanup.container.advertisements import take_advertisements
from cableconv.parser.cleanup.container.archive_attributes import take_archive_attributes
from cableconv.parser.cleanup.container.archive_cells import take_archive_cells
from cableconv.parser.cleanup.container.archive_rows import take_archive_rows
from cableconv.parser.cleanup.container.damaged_rows import take_damaged_rows
from cableconv.parser.cleanup.container.fences import take_fences
from cableconv.parser.cleanup.container.front_matter import take_front_matter
from cableconv.parser.cleanup.container.line_numbers import take_line_numbers
from cableconv.parser.cleanup.container.line_signs import take_line_signs
from cableconv.parser.cleanup.container.mail_headers import take_mail
from cableconv.parser.cleanup.container.row_escapes import take_line_ends
from cableconv.parser.cleanup.container.site_lines import take_site_lines
from cableconv.parser.cleanup.copies.partial_extracts import take_partial_extracts
from cableconv.parser.cleanup.copies.teasers import take_teaser
from cableconv.parser.cleanup.line_breaks import restore_line_breaks
from cableconv.parser.cleanup.printed.banners import take_banners
from cableconv.parser.cleanup.printed.page_counts import take_page_counts
from cableconv.parser.cleanup.printed.page_marks import take_page_marks
from cableconv.parser.cleanup.printed.release_stamps import take_release_stamps
from cableconv.parser.cleanup.printed.spacing import close_up
from cableconv.parser.lexer.lines import Lines

Pass = Callable[[Lines, Account], Lines]
"""Returns the lines without those that it accounts for, and changes none of them.

A pass returns at once if its sign does not occur.
"""

PASSES: tuple[Pass, ...] = (
    take_fences,  # first: they stand around everything else
    take_line_numbers,  # they stand before everything else in a line
    take_line_signs,  # likewise
    take_front_matter,  # before its labels are looked at
    take_line_ends,  # a backslash stands behind everything else in a line
    take_advertisements,  # they stand between the telegram's paragraphs
    take_site_lines,  # before anything looks at the text's end
    close_up,  # before gaps are looked at
    take_mail,  # a mail's marks stand before everything else
    take_archive_attributes,  # what stands below them is no telegram's
    take_damaged_rows,  # before its cells are taken for other rows and for lines of the header
    take_archive_cells,  # before its first cell alone is taken for a row
    take_archive_rows,  # a row of columns stands beside the telegram's lines
    take_page_counts,  # before the level beside one at a page's foot
    take_banners,
    take_release_stamps,  # whole lines; what a stamp parts goes on as below a page mark
    restore_line_breaks,  # below a mail's header the telegram may be one long line
    take_page_marks,  # whole lines, once the breaks are restored
    take_teaser,  # it compares copies of the remaining text
    take_partial_extracts,  # last: each copy of a text begins with the notice
)


def clean_up(lines: Lines, account: Account) -> Lines:
    """Return the lines after all passes."""
    for take in PASSES:
        lines = take(lines, account)
    return lines
