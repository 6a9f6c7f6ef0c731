"""The telegram's text as lines: stripped, with their place and the white space around them."""

from __future__ import annotations

from cableconv.patterns import pattern

# one character for one, so that offsets stay what they are
_BLANKS = dict.fromkeys(map(ord, "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
                                 "\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " ")  # fmt: skip
_ODD_BLANK = pattern("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")


class Line:
    """A line that holds something.

    ``start`` is the offset of its first non-blank character, ``text`` what stands from
    there to its last one, ``indent`` the blanks before it, ``gap`` the empty lines above
    it, ``cut`` the kind of furniture that stood between it and the line before it.
    """

    __slots__ = ("cut", "gap", "indent", "start", "text")

    def __init__(
        self, start: int, text: str, indent: int = 0, gap: int = 0, cut: str | None = None
    ) -> None:
        self.start = start
        self.text = text
        self.indent = indent
        self.gap = gap
        self.cut = cut

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)

    def head(self, length: int) -> Line:
        """The first ``length`` characters as a line."""
        text = self.text[:length].rstrip()
        return Line(self.start, text, self.indent, self.gap, self.cut)

    def tail(self, offset: int) -> Line:
        """What stands from ``offset`` characters on, as a line right below the rest."""
        rest = self.text[offset:]
        text = rest.lstrip()
        return Line(self.start + offset + len(rest) - len(text), text, self.indent)

    def __repr__(self) -> str:
        return f"Line({self.start}, {self.text!r}, gap={self.gap})"


def split_lines(text: str) -> list[Line]:
    """The lines that hold something; every kind of line break that Unicode knows ends one."""
    if text.isascii():
        text = text.replace("\t", " ")
    elif _ODD_BLANK.search(text):
        text = text.translate(_BLANKS)
    lines: list[Line] = []
    offset = gap = 0
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        if content:
            indent = raw.index(content[0])
            lines.append(Line(offset + indent, content, indent, gap))
            gap = 0
        else:
            gap += 1
        offset += len(raw)
    return lines
