"""The bare telegram: a text file that contains only the message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.rendering.provenance import find_last_line
from cableconv.telegram import Telegram

_CHANNEL = "VZCZC"
"""What most telegrams begin with: format line 1 (ACP 127 para 142)."""
# Format lines 3, 5 and 6, page marks (ACP 127 para 208c), openings of partial extracts, and the
# Department's internal distribution: offices, each with its number of copies.
_LINE = pattern(
    r"""\s*+(?:
        VZCZC | DE\ R[A-Z]{3,7}\ \# | [ZOPRY](?:\ [ZOPRY])?\ \d{6}Z | FM\ [A-Z]{3}
      | PAGE\ \d\d\s+[A-Z\ ]{3,30}\d{4}
      | This\ record\ is\ a\ partial\ extract | (?:ACTION|ORIGIN|INFO)\s+[A-Z/]{1,6}-\d\d\b
    )""",
    re.VERBOSE,
)
_CLASS_WORD = pattern(
    r"\s*+(?:(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)\b"
    r"|(?:C O N F|S E C R E T|U N C L A S)\b)"
)
_CLASS_INITIALS = frozenset("UCSL")
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
    if _begins_telegram(content.head):
        return Sniff.LIKELY
    from cableconv.readers.markup import is_page

    is_text = bool(content.head) or not content.opening
    return Sniff.MAYBE if is_text and not is_page(content.head) else Sniff.NO


def opens_as_telegram(text: str) -> bool:
    """Whether it begins with a format line or a class line; a class word alone is a banner."""
    return _begins_telegram(text) and not (_begins_with_level(text) and _BANNER.match(text))


def _begins_telegram(text: str) -> bool:
    if text.startswith(_CHANNEL):
        return True
    form = _CLASS_WORD if _begins_with_level(text) else _LINE
    return form.match(text) is not None


def _begins_with_level(text: str) -> bool:
    """Whether the first letter is a level's."""
    return text.lstrip()[:1] in _CLASS_INITIALS


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
