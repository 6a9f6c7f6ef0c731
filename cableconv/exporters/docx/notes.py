"""Notes on the text: Word's comments in the margin, or footnotes (ECMA-376 part 1, 17.11, 17.13).

Neither has a date, and the author is the program: the same cable gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable

from cableconv.exporters.docx import styles
from cableconv.exporters.docx.package import DECLARATION, NAMESPACES
from cableconv.exporters.docx.text import run, wrapped
from cableconv.rendering.provenance import TOOL

NONE, COMMENTS, FOOTNOTES = "none", "comments", "footnotes"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PROPERTIES_END, _PARAGRAPH_END = "</w:pPr>", "</w:p>"
_FIRST_FOOTNOTE = 1  # Word keeps 0 and -1 for the rules above footnotes
_RULES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


class Notes:
    """The notes of one document, counted through; of the kind ``none`` it has no place for any."""

    def __init__(self, kind: str = NONE) -> None:
        self._kind = kind
        self._written: list[str] = []

    def on(self, content: str, texts: Iterable[str]) -> str:
        """The content, its first paragraph with a note for each text."""
        for text in texts:
            content = self._on(content, text)
        return content

    def _on(self, content: str, text: str) -> str:
        opening, begins, rest = content.partition(_PROPERTIES_END)
        words, ends, others = rest.partition(_PARAGRAPH_END)
        if self._kind == NONE or not ends:
            return content
        before, after = (self._comment if self._kind == COMMENTS else self._footnote)(text)
        return "".join((opening, begins, before, words, after, ends, others))

    def _comment(self, text: str) -> tuple[str, str]:
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

    def _footnote(self, text: str) -> tuple[str, str]:
        number = len(self._written) + _FIRST_FOOTNOTE
        mark = _mark(styles.FOOTNOTE_MARK, "<w:footnoteRef/>")
        self._written.append(
            f'<w:footnote w:id="{number}">'
            f"{wrapped(styles.FOOTNOTE, mark + run(f' {text}'))}</w:footnote>"
        )
        return "", _mark(styles.FOOTNOTE_MARK, f'<w:footnoteReference w:id="{number}"/>')

    @property
    def part(self) -> tuple[str, str]:
        """The name and the content of the part that the notes stand in."""
        rules = _RULES if self._kind == FOOTNOTES else ""
        content = "".join(self._written)
        root = self._kind
        return (
            part_name(root),
            f"{DECLARATION}<w:{root} {NAMESPACES}>{rules}{content}</w:{root}>",
        )


def part_name(kind: str) -> str:
    """Where notes of the kind stand in the package."""
    return f"word/{kind}.xml"


def content_type(kind: str) -> str:
    """What the package says of that part."""
    return f'<Override PartName="/{part_name(kind)}" ContentType="{_WORD}.{kind}+xml"/>'


def relation(kind: str) -> str:
    """What leads from the main part to it."""
    return f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="/{part_name(kind)}"/>'


def _mark(style: str, content: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{content}</w:r>'
