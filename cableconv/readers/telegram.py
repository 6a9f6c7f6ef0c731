"""The bare telegram: a text file that contains only the message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.readers.markup import is_page
from cableconv.rendering.provenance import find_last_line
from cableconv.telegram import Telegram

# Format lines 1, 3, 5 and 6 (ACP 127 para 142), the class line, page marks (ACP 127 para 208c),
# openings of partial extracts, and the Department's internal distribution: offices, each with its
# number of copies.
_OPENING = pattern(
    r"""\s*+(?:
        VZCZC | DE\ R[A-Z]{3,7}\ \# | [ZOPRY](?:\ [ZOPRY])?\ \d{6}Z | FM\ [A-Z]{3}
      | (?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|LIMITED\ OFFICIAL\ USE)\b
      | (?:C\ O\ N\ F|S\ E\ C\ R\ E\ T|U\ N\ C\ L\ A\ S)\b
      | PAGE\ \d\d\s+[A-Z\ ]{3,30}\d{4}
      | This\ record\ is\ a\ partial\ extract | (?:ACTION|ORIGIN|INFO)\s+[A-Z/]{1,6}-\d\d\b
    )""",
    re.VERBOSE,
)
_BANNER = pattern(  # also used on forms and pages
    r"\s*+(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)[A-Z /-]*+"
    r"(?:\r?\n(?!\s*PAGE \d\d\s+[A-Z ]{3,30}\d{4})|\Z)"
)


def sniff(content: Content) -> Sniff:
    """Return SURE for a text that opens like a telegram; any other but a page (HTML) may be one.

    Only LIKELY if the first line is just a class word.
    """
    if opens_as_telegram(content.head):
        return Sniff.SURE
    if _OPENING.match(content.head):
        return Sniff.LIKELY
    is_text = bool(content.head) or not content.opening
    return Sniff.MAYBE if is_text and not is_page(content.head) else Sniff.NO


def opens_as_telegram(text: str) -> bool:
    """Whether it begins with a format line or a class line; a class word alone is a banner."""
    return _OPENING.match(text) is not None and not _BANNER.match(text)


def read(content: Content) -> Iterator[Telegram]:
    """Yield the text unchanged except for a line of provenance; nothing for a blank one."""
    if content.text.strip():
        written_by = find_last_line(content.text)
        yield Telegram(
            text=content.text,
            source=content.source(reader.name),
            surroundings=(written_by,) if written_by else (),
            diagnostics=content.diagnostics,
            container=content.container,
            is_plain=True,
        )


reader = Reader(
    name="telegram",
    sniff=sniff,
    read=read,
    help="The telegram as plain text.",
    endings=(".txt", ".text", ".cable"),
    aliases=("txt",),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
