"""The lines of a text, one at a time: an archive in one file is too long for a list of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from cableconv.patterns import pattern

# what ``str.splitlines`` takes for the end of a line
_LINE = pattern("[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
# a heading joined to the last line of another telegram, whose file lacks the last line end
_JOINED = pattern(
    r"""(?<=[A-Za-z.)])(?=VZCZC[A-Z]{3}\d{3,4}$
      | [ZOPR]\ (?:[ZOPR]\ )?\d{6}Z\ [A-Z]{3}\ \d\d$
      | (?:C\ O\ N\ F\ I\ D\ E\ N\ T\ I\ A\ L | S\ E\ C\ R\ E\ T | UNCLAS(?:SIFIED)?
        | CONFIDENTIAL | SECRET | LIMITED\ OFFICIAL\ USE)
        \ (?:SECTION\ \d\d\ OF\ \d\d\ )?[A-Z ]{3,25}\ \d{3,8}$
      | This\ record\ is\ a\ partial\ extract)""",
    re.VERBOSE,
)
_NOTICE = "not available."  # ends the only such line that does not end with a digit


class TextLine(msgspec.Struct, frozen=True, gc=False):
    """A line without the white space around it, and its offset in the text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


def text_lines(text: str, start: int = 0, end: int | None = None) -> Iterator[TextLine]:
    """Yield the lines that are not blank, cut where a heading is joined to a line."""
    for found in _LINE.finditer(text, start, len(text) if end is None else end):
        line = found[0].strip()
        if not line:
            continue
        at = found.start() + found[0].index(line[0])
        joined = line[-1].isdecimal() or line.endswith(_NOTICE)
        cut = _JOINED.search(line) if joined else None
        if cut:
            yield TextLine(at, line[: cut.start()])
            line, at = line[cut.start() :], at + cut.start()
        yield TextLine(at, line)
