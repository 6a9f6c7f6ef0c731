"""Copies a telegram out of its container, and records the position of each character."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cableconv.cable import Diagnostic, Furniture, Source, Span
from cableconv.input.content import Content
from cableconv.telegram import Anchor, Telegram


class Transcription:
    """Collects the telegram's text from parts of the file's text, in order."""

    def __init__(self, file_text: str) -> None:
        self._file_text = file_text
        self._pieces: list[str] = []
        self._anchors: list[Anchor] = []
        self._findings: list[tuple[Diagnostic, int]] = []
        self._apart: list[Furniture] = []
        self._length = 0

    def copy(self, start: int, end: int) -> None:
        """Copy the file's text from ``start`` to ``end``."""
        self.write(self._file_text[start:end], start)

    def write(self, text: str, at: int) -> None:
        """Write the text at ``at`` of the file in another form."""
        if text:
            self._anchors.append(Anchor(self._length, at))
            self._pieces.append(text)
            self._length += len(text)

    def set_apart(self, kind: str, *stretches: tuple[int, int]) -> None:
        """Copy these spans as whole lines and one piece of the container."""
        self.write_apart(kind, ((self._file_text[start:end], start) for start, end in stretches))

    def write_apart(self, kind: str, pieces: Iterable[tuple[str, int]]) -> None:
        """Like ``set_apart``, for texts in another form than in the file, with their positions."""
        begins, text = self._length, ""
        for words, at in pieces:
            self.write(words, at)
            text += words
        if text:
            span = Span(begins, self._length)
            self._apart.append(Furniture(kind=kind, text=text, span=span))

    def report(self, finding: Diagnostic) -> None:
        """Add a diagnostic about what is copied or written next."""
        self._findings.append((finding, self._length))

    def telegram(self, content: Content, reader: str, **says: str | None) -> Telegram:
        """Return the collected telegram, with the map back to the file.

        ``says`` are the fields of ``Source`` that the container itself provides.
        """
        source = replace(content.source(reader), **says)
        return self.telegram_from(source, content.diagnostics)

    def telegram_from(
        self,
        source: Source,
        diagnostics: Iterable[Diagnostic] = (),
        first_line: int = 1,
        first_column: int = 1,
    ) -> Telegram:
        """Return the telegram of a part of a file that begins at that line and column."""
        telegram = Telegram(
            text="".join(self._pieces),
            source=source,
            file_text=self._file_text,
            anchors=tuple(self._anchors) or (Anchor(0, 0),),
            first_line=first_line,
            first_column=first_column,
            surroundings=tuple(self._apart),
        )
        located = (_located(finding, telegram, at) for finding, at in self._findings)
        return replace(telegram, diagnostics=(*diagnostics, *located))


def _located(finding: Diagnostic, telegram: Telegram, at: int) -> Diagnostic:
    line, column = telegram.position(at)
    return replace(finding, line=line, column=column)
