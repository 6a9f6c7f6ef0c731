"""Finds unnumbered paragraphs that would be read as something else and need a pilcrow.

A title, a signature, a list of short lines, a web address and the rest of a
sentence are recognised by their form alone, and a paragraph may have the same form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cableconv.cable import (
    AnyBlock,
    EmbeddedCable,
    Heading,
    Item,
    Paragraph,
    Preformatted,
    Quote,
)
from cableconv.exporters.text.wrapping import WIDTH
from cableconv.patterns import pattern
from cableconv.vocabulary.kept_lines import announces_people, is_list, width_with_room
from cableconv.vocabulary.labelled_lines import is_labelled
from cableconv.vocabulary.sentences import is_finished

_LONG = 2 / 3
"""The share of the width from which a line is read as continuing below."""

_WRAPPED = 45
"""Characters: a longer line may have been wrapped, in a text of 62 or fewer."""

_NARROWEST_READ = 40
_LONGEST_TITLE = 3  # lines
_LONGEST_NAME = 40  # characters
_SMALL = 4  # letters of words that have no capital in a title
_CLOSERS = "\"'”’)]"
_NO_TITLES_END = (".", ",", ":", ";")
# after a pilcrow these would be a number and a label
_COUNTED = pattern(r"\(?(?:\d|[A-Za-z][.)](?![A-Z]\.)|[IVXivx]{2,4}[.)])")
_ADVERTISEMENT = pattern(r"\bvisit\b.{1,60}\bweb\s?site", re.IGNORECASE)


def may_have_pilcrow(text: str) -> bool:
    """Whether the text does not begin with something that a pilcrow would turn into a label."""
    return _COUNTED.match(text) is None


def is_doubtful(lines: Sequence[str], before: AnyBlock | None, after: AnyBlock | None) -> bool:
    """Whether a paragraph in these lines, between those blocks, could be something else."""
    text = " ".join(map(str.strip, lines))
    return (
        (before is not None and text[0].islower())
        or _looks_like_title(lines, after)
        or (after is None and len(text) <= _LONGEST_NAME and not is_sentence(text))
        or ("site" in text.lower() and _ADVERTISEMENT.search(text) is not None)
    )


def goes_on(line_above: str, text: str) -> bool:
    """Whether the text could be the rest of a sentence that the line above did not end."""
    if len(line_above) <= _WRAPPED or is_finished(line_above) or is_labelled(text):
        return False
    return "://" not in line_above.rpartition(" ")[2]


def looks_like_list(lines: Sequence[str], above: str, width: int) -> bool:
    """Whether the lines could be a list's; a reader assumes a width of 40 to 69 characters."""
    if len(lines) == 1:
        return False
    widest = min(max(width, _NARROWEST_READ), WIDTH)
    texts = [*map(str.strip, lines)]
    if max(map(len, texts)) < widest * _LONG:
        return True
    widths = {width_with_room(line, text) for line, text in pairwise(texts)}
    return any(is_list(above, texts, each) for each in {widest, *widths} if each <= widest)


def looks_announced(lines: Sequence[str], above: str) -> bool:
    """Whether lines below a colon could be entries: each begins so, and no sentence ends them."""
    if not above.endswith(":") or len(lines) == 1 or is_sentence(lines[-1]):
        return False
    return all(line.strip()[:1].isupper() for line in lines)


def follow_people(lines: Sequence[str], above: Sequence[AnyBlock], around: AnyBlock | None) -> bool:
    """Whether the lines could name people announced above, below their parties and other lists.

    ``above`` are the blocks above them, ``around`` the one that contains all of these.
    """
    for block in reversed((around, *above) if around else above):
        text = "" if isinstance(block, Quote | EmbeddedCable) else block.text
        if announces_people(text):
            return looks_announced(lines, text)
        if not (isinstance(block, Preformatted) or _may_name_party(block)):
            return False
    return False


def _may_name_party(block: AnyBlock) -> bool:
    """Whether it has a short line without a number, as the name of a delegation has."""
    match block:
        case Paragraph(number=None) | Item() | Heading():
            return len(block.text) <= _LONGEST_NAME
    return False


def _looks_like_title(lines: Sequence[str], after: AnyBlock | None) -> bool:
    """Whether the following block may have a heading; a line in capitals is always one."""
    if after is None or len(lines) > _LONGEST_TITLE:
        return False
    if len(lines) == 1 and lines[0].endswith(":") and _is_numbered(after):
        return not any(word[0].islower() and len(word) > _SMALL for word in lines[0].split())
    if is_sentence(lines[-1]):
        return False
    return (
        _is_numbered(after)
        or isinstance(after, Heading)
        or (len(lines) == 1 and lines[0].isupper())
    )


def _is_numbered(block: AnyBlock) -> bool:
    """Whether it begins with a number, which may be read as a paragraph's."""
    if isinstance(block, Item):
        return block.label.rstrip(".").isdecimal()
    return isinstance(block, Paragraph) and block.number is not None


def is_sentence(text: str) -> bool:
    """Whether it ends as no title does: with one full stop, not with several or a question mark."""
    end = text.rstrip(_CLOSERS)
    return end[-1:] in _NO_TITLES_END and not end.endswith(("...", ". . ."))
