"""Numbered notes at the foot of a page, with links there and back."""

from __future__ import annotations

from collections.abc import Iterable

from cableconv_html.anchors import Anchors
from cableconv_html.markup import Markup, element, joined, some

_PARAGRAPH_END = "</p>"


class Footnotes:
    """The notes of one page, counted through."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._written: list[Markup] = []

    def marks(self, texts: Iterable[str]) -> Markup:
        """The marks of notes with these texts; those that meet are parted by a comma."""
        return some("sup", joined(map(self._mark, texts), ", "), class_="mark")

    def marked(self, content: Markup, marks: Markup) -> Markup:
        """The content, its first paragraph with the marks at its end."""
        before, end, after = content.partition(_PARAGRAPH_END)
        return self._between(before, end, after, marks)

    def behind(self, content: Markup, texts: Iterable[str]) -> Markup:
        """The content, its last paragraph with the marks at its end."""
        before, end, after = content.rpartition(_PARAGRAPH_END)
        if not end:
            before, after = after, ""
        return self._between(before, end, after, self.marks(texts))

    def as_list(self) -> Markup:
        """The notes themselves."""
        return some("ol", joined(self._written, "\n"), class_="footnotes")

    def _mark(self, text: str) -> Markup:
        number = len(self._written) + 1
        note, mark = self._anchors.new(f"note-{number}"), self._anchors.new(f"mark-{number}")
        back = element("a", "↩", href=f"#{mark}", aria_label=f"Back to the mark of note {number}")
        self._written.append(element("li", text, "\u00a0", back, id=note))
        return element("a", str(number), href=f"#{note}", id=mark, role="doc-noteref")

    @staticmethod
    def _between(before: str, end: str, after: str, marks: Markup) -> Markup:
        """What is no paragraph has its marks in one behind it."""
        if not marks:
            return Markup(f"{before}{end}{after}")
        if not end:
            return Markup(f"{before}{after}{element('p', marks)}")
        return Markup(f"{before}{marks}{end}{after}")
