"""The telegram's characters as they were meant, before it is cut into lines."""

from __future__ import annotations

from cableconv.parser.cleanup.characters.emphasis import without_emphasis
from cableconv.parser.cleanup.characters.entities import without_entities
from cableconv.parser.cleanup.characters.invisible import without_invisible
from cableconv.parser.cleanup.characters.misread_time import with_time
from cableconv.parser.cleanup.characters.quoted_printable import without_quoted_printable
from cableconv.parser.cleanup.characters.sign_escapes import without_escapes
from cableconv.parser.cleanup.characters.twice_decoded import without_twice_decoded
from cableconv.parser.cleanup.characters.word_spacing import without_wide_spacing
from cableconv.parser.cleanup.characters.written_line_ends import with_line_ends
from cableconv.telegram import Telegram


def as_meant(telegram: Telegram) -> Telegram:
    """Decode references and escapes, remove invisible characters, end lines where signs say so.

    Then words that are far apart are closed up.  Last, letters of a scan in the header's date are
    read as digits.
    """
    telegram = without_twice_decoded(without_entities(without_quoted_printable(telegram)))
    telegram = with_line_ends(without_escapes(without_invisible(telegram)))
    return with_time(without_emphasis(without_wide_spacing(telegram)))
