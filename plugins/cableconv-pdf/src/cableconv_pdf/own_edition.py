"""Editorial parts of cableconv's documents, which do not belong to the telegram."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cableconv.rendering.closing import CLOSING_TITLES
from cableconv.rendering.editorial import NOTE_END, NOTE_OPENING

from cableconv_pdf.own_heading import FORM
from cableconv_pdf.printed import Line


def without_edition(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, with editorial notes and the closing part marked as the form's."""
    is_note = is_end = False
    for line in lines:
        words = line.text.strip()
        is_end = is_end or (line.kind is None and words in CLOSING_TITLES)
        is_note = is_note or (line.kind is None and words.startswith(NOTE_OPENING))
        yield line._replace(kind=FORM) if line.kind is None and (is_note or is_end) else line
        is_note = is_note and not (line.kind is None and words.endswith(NOTE_END))
