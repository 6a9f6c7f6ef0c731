"""Where lines below a colon or an empty line are kept apart instead of running on."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern
from cableconv.vocabulary.kept_lines import SHORT, breaks_address, is_list
from cableconv.vocabulary.sentences import ends_sentence

_SECOND = 2
_LONGEST = 40  # lines of a list that are looked at
_LONGEST_LABEL = 40  # characters
_HOUR = pattern(r"(?:[01]\d|2[0-3])[:.]?[0-5]\d(?!\d)")  # of a schedule: 0930 Visit


def texts_from(lines: Sequence[Line], index: int, numbered: Collection[int]) -> list[str]:
    """Return a line and those below it, down to an empty one, a page mark or a number."""
    texts = [lines[index].text]
    for at in range(index + 1, min(index + _LONGEST, len(lines))):
        if lines[at].gap or lines[at].cut or at in numbered:
            break
        texts.append(lines[at].text)
    return texts


def begins_list(before: str, texts: Sequence[str], width: int) -> bool:
    """Whether lines below a colon are not its sentence: two short ones, entries, or people."""
    if len(texts) < _SECOND or breaks_address(texts[0], texts[1]):
        return False
    short = all(len(text) < SHORT * width for text in texts[:2])
    return short or is_list(before, texts, width)


def opens_part(line: Line, above: Sequence[Line]) -> bool:
    """Whether a line below an empty one opens a part, though the text above it has no full stop.

    It is a label alone (``Other posts:``), in capitals below a text in mixed case, or begins with
    one below a web address; or it begins with an hour, as the text above it does.
    """
    if not line.gap or line.cut:
        return False
    text, before, first = line.text, above[-1].text, above[0].text
    if text[0].isdecimal():
        return _HOUR.match(text) is not None and _HOUR.match(first) is not None
    if not text[0].isupper():
        return False
    if "://" in before.rpartition(" ")[2]:
        return True
    if ends_sentence(text):
        return False
    is_label = text[-1] == ":" and len(text) <= _LONGEST_LABEL
    return is_label or (text.isupper() and not before.isupper() and before[-1].isalpha())
