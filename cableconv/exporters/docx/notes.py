"""Notes on the text: Word's comments in the margin, or footnotes (ECMA-376 part 1, 17.11, 17.13).

They have no date, and the author is the program, so that equal cables give equal bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cableconv.exporters.docx import styles
from cableconv.exporters.docx.package import DECLARATION, NAMESPACES
from cableconv.exporters.docx.text import run, wrapped
from cableconv.rendering.provenance import TOOL

NONE, COMMENTS, FOOTNOTES = "none", "comments", "footnotes"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PROPERTIES_END, _PARAGRAPH_END = "</w:pPr>", "</w:p>"
_FIRST_FOOTNOTE = 1  # Word reserves 0 and -1 for the rules above footnotes
_RULES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)

_MARK_END = "/></w:r>"
_COMMA = f'<w:r><w:rPr><w:rStyle w:val="{styles.FOOTNOTE_MARK}"/></w:rPr><w:t>,</w:t></w:r>'


_Mark = tuple[str, str]
"""The runs before and after the words that a note is on."""


class Notes:
    """The numbered notes of one document; the kind ``none`` drops all."""

    def __init__(self, kind: str = NONE) -> None:
        self.kind = kind
        self._written: list[str] = []

    def on(self, content: str, texts: Iterable[str]) -> str:
        """The content, its first paragraph with a note for each text; none without a paragraph."""
        return self.marked(content, self.marks(texts))

    def behind(self, content: str, texts: Iterable[str]) -> str:
        """The content, its last paragraph with a note for each text; none without a paragraph."""
        for mark in self.marks(texts) if _PARAGRAPH_END in content else ():
            words, ends, others = content.rpartition(_PARAGRAPH_END)
            content = "".join((self._with(mark, words), ends, others))
        return content

    def marks(self, texts: Iterable[str]) -> list[_Mark]:
        """Number a note for each text.

        LibreOffice takes footnotes by their order and not by their numbers, so the notes on a
        block are numbered before those in it.
        """
        if self.kind == NONE:
            return []
        return [
            (self._comment if self.kind == COMMENTS else self._footnote)(text) for text in texts
        ]

    def marked(self, content: str, marks: Sequence[_Mark]) -> str:
        """Return the content with the marks of numbered notes on its first paragraph.

        Content without a paragraph has no place for them, and the notes are dropped.
        """
        if marks and _PARAGRAPH_END not in content:
            del self._written[-len(marks) :]
            return content
        for mark in marks:
            opening, begins, rest = content.partition(_PROPERTIES_END)
            words, ends, others = rest.partition(_PARAGRAPH_END)
            content = "".join((opening, begins, self._with(mark, words), ends, others))
        return content

    def _with(self, mark: _Mark, words: str) -> str:
        """Return the runs of a paragraph with one more mark; a comma separates adjacent ones."""
        before, after = mark
        between = _COMMA if self.kind == FOOTNOTES and words.endswith(_MARK_END) else ""
        return "".join((before, words, between, after))

    def _comment(self, text: str) -> _Mark:
        number = len(self._written)
        mark = _mark(styles.COMMENT_MARK, "<w:annotationRef/>")
        self._written.append(
            f'<w:comment w:id="{number}" w:author="{TOOL}" w:initials="cc">'
            f"{wrapped(styles.COMMENT, mark + run(text))}</w:comment>"
        )
        reference = _mark(styles.COMMENT_MARK, f'<w:commentReference w:id="{number}"/>')
        return (
            f'<w:commentRangeStart w:id="{number}"/>',
            f'<w:commentRangeEnd w:id="{number}"/>{reference}',
        )

    def _footnote(self, text: str) -> _Mark:
        number = len(self._written) + _FIRST_FOOTNOTE
        mark = _mark(styles.FOOTNOTE_MARK, "<w:footnoteRef/>")
        self._written.append(
            f'<w:footnote w:id="{number}">'
            f"{wrapped(styles.FOOTNOTE, mark + run(f' {text}'))}</w:footnote>"
        )
        return "", _mark(styles.FOOTNOTE_MARK, f'<w:footnoteReference w:id="{number}"/>')

    @property
    def part(self) -> tuple[str, str]:
        """Return the name and the content of the notes' part."""
        rules = _RULES if self.kind == FOOTNOTES else ""
        content = "".join(self._written)
        root = self.kind
        return (
            part_name(root),
            f"{DECLARATION}<w:{root} {NAMESPACES}>{rules}{content}</w:{root}>",
        )


def part_name(kind: str) -> str:
    """Return the name of the part for notes of the kind."""
    return f"word/{kind}.xml"


def content_type(kind: str) -> str:
    """Return the content type of that part."""
    return f'<Override PartName="/{part_name(kind)}" ContentType="{_WORD}.{kind}+xml"/>'


def relation(kind: str) -> str:
    """Return the type of the main part's relation to it."""
    return f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="/{part_name(kind)}"/>'


def _mark(style: str, content: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{content}</w:r>'
