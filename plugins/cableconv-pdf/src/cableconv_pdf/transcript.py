"""The text of a document in the order of its pages, and the telegram copied from it."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.cable import Diagnostic, Furniture, Source, Span
from cableconv.telegram import Anchor, PageStart, Telegram

from cableconv_pdf.printed import Line


class Transcript:
    """Collects a telegram's text line by line, with the position of each."""

    def __init__(self, file_text: str, at: int) -> None:
        self._file_text = file_text
        self._pieces: list[str] = []
        self._anchors = [Anchor(0, at)]
        self._apart: list[Furniture] = []
        self._pages: list[PageStart] = []
        self._length = 0

    def copy(self, line: Line) -> None:
        """Copy a line with its blank lines above; set it apart if it is furniture."""
        self.write("\n" * line.gap, line.start)
        begins = self._length
        self._begin_page(line.page)
        self.write(line.text + "\n", line.start)
        if line.kind:
            span = Span(begins, self._length)
            self._apart.append(Furniture(kind=line.kind, text=line.text, span=span))

    def write(self, text: str, at: int) -> None:
        """Write words that are at ``at`` of the document's text, or are inserted there."""
        if text:
            self._anchors.append(Anchor(self._length, at))
            self._pieces.append(text)
            self._length += len(text)

    def _begin_page(self, number: int) -> None:
        """Record that what follows is on that page."""
        if not self._pages or self._pages[-1].number != number:
            self._pages.append(PageStart(self._length, number))

    def telegram(self, source: Source, findings: Iterable[Diagnostic]) -> Telegram:
        """Return the collected telegram; ``findings`` are the diagnostics of the file."""
        return Telegram(
            text="".join(self._pieces),
            source=source,
            file_text=self._file_text,
            anchors=tuple(self._anchors),
            surroundings=tuple(self._apart),
            pages=tuple(self._pages),
            diagnostics=tuple(findings),
        )
