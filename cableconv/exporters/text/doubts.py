"""Which paragraphs without a number would be taken for something else: these get a pilcrow.

A title, a name below the text, a list of short lines, the address of a website and the rest of a
sentence have nothing but their form to be known by, and a paragraph may have the same one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cableconv.cable import AnyBlock, Heading, Paragraph
from cableconv.exporters.text.wrapping import WIDTH
from cableconv.patterns import pattern
from cableconv.vocabulary.labelled_lines import is_labelled

_LONG = 2 / 3
"""From this part of the width on, a line reads as one that goes on below."""

_NARROWEST_READ = 40
_LONGEST_TITLE = 3  # lines
_LONGEST_NAME = 40  # characters
_CLOSERS = "\"'”’)]"
_NO_TITLES_END = (".", ",", ":", ";")
# behind a pilcrow these would be a number and a label
_COUNTED = pattern(r"\(?(?:\d|[A-Za-z][.)](?![A-Z]\.)|[IVXivx]{2,4}[.)])")
_ADVERTISEMENT = pattern(r"\bvisit\b.{1,60}\bweb\s?site", re.IGNORECASE)


def may_have_pilcrow(text: str) -> bool:
    """Whether nothing begins the text that a pilcrow before it would make a label."""
    return _COUNTED.match(text) is None


def is_doubtful(lines: Sequence[str], before: AnyBlock | None, after: AnyBlock | None) -> bool:
    """Whether a paragraph in such lines, between those blocks, could be another thing."""
    text = " ".join(map(str.strip, lines))
    return (
        (before is not None and text[0].islower())
        or _looks_like_title(lines, after)
        or (after is None and len(text) <= _LONGEST_NAME and not _is_sentence(text))
        or ("site" in text.lower() and _ADVERTISEMENT.search(text) is not None)
    )


def looks_like_list(lines: Sequence[str], width: int) -> bool:
    """Short or labelled lines; a reader measures by a width of 40 to 69 characters."""
    measured = min(max(width, _NARROWEST_READ), WIDTH)
    short = max(map(len, lines)) < measured * _LONG
    return len(lines) > 1 and (short or all(map(is_labelled, lines)))


def _looks_like_title(lines: Sequence[str], after: AnyBlock | None) -> bool:
    """Above what a heading may stand above; a line in capitals is one above anything."""
    if after is None or len(lines) > _LONGEST_TITLE or _is_sentence(lines[-1]):
        return False
    numbered = isinstance(after, Paragraph) and after.number is not None
    return numbered or isinstance(after, Heading) or (len(lines) == 1 and lines[0].isupper())


def _is_sentence(text: str) -> bool:
    """Whether it ends as no title does: with one dot, not with several or a question mark."""
    end = text.rstrip(_CLOSERS)
    return end[-1:] in _NO_TITLES_END and not end.endswith(("...", ". . ."))
