"""The lines above a heading: those that lead in to it, and those that announce a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cableconv.parser.concatenation.text_lines import TextLine, text_lines
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.shapes import is_rule
from cableconv.patterns import pattern

_LONGEST = 12
"""Lines of a catalogue, a file's name and rules; the dump of 2011 has five fields."""
_LONGEST_BEFORE = 2_000  # characters that are searched for those lines
# what archives print above a telegram: its number, date and sender, or the name of its file
_CATALOGUE = pattern(
    r"""(?:\#|no\.?|nr\.?)?\s?[(\[]?\d{1,6}[)\]]?(?:\s?(?:of|/)\s?\d{1,6})?$
      | "?\d{1,6}"?[\t,;|]\s?"?\d
      | (?:19|20)?\d\d[A-Z]{3,}\d{1,7}\b
      | (?:\d{4}-\d\d-\d\d | \d{1,2}[/.]\d{1,2}[/.]\d{4})\b
      | (?:Embassy|Consulate|Mission|US\ (?:Mission|Office|Interests)|Secretary\ of\ State)\b
      | (?:id|no|nr|number|cable|telegram|message|file|file\s?name|name|record|ref\s?id|mrn
        |reference\ id|date|created|sent|released|origin|office|from|embassy|classification
        |class|source|url|header|title|destination)\s?(?:[:=\#]|\d)
      | (?:viewing\ )?(?:cable|telegram|message|document)\ (?:no\.?\ |\#)?\d
      | (?:https?://|www\.|(?:\.{0,2}/)?[\w./-]+\.(?:txt|cable|text|html?)\b)
      | PAGE\ 0?1\s | [-=*\#_+~<>]{2,}\s?[^-=*\#_+~<>].{0,80}?[-=*\#_+~<>]{2,}$""",
    re.VERBOSE | re.IGNORECASE,
)
_ANNOUNCES = pattern(
    r"\b(?:QUOTE|REPEAT(?:S|ED|ING)?|RE-?TRANSMI\w+|FOLLOW(?:S|ING)|BELOW|FORWARDED|TEXT OF)\b",
    re.IGNORECASE,
)
_SENTENCE_END = pattern(r"[.!?][\"')]*\s+")
_LONGEST_SENTENCE = 3  # lines


def lead_in(text: str, above: int, heading: int) -> int:
    """Return where the lines that lead in to a heading begin: a catalogue's, and rules."""
    lines = _lines_above(text, above, heading)
    begins = heading
    below = heading
    for line in reversed(lines[-_LONGEST:]):
        is_near = not _has_gap(text, line.end, below)
        if is_rule(line.text) or _CATALOGUE.match(line.text):
            begins = line.start
        elif not (is_near and _is_level(line.text)):
            break
        below = line.start
    return begins


def announces(text: str, above: int, begins: int) -> bool:
    """Whether the last sentence above says that a telegram is quoted below it."""
    lines = _lines_above(text, above, begins)[-_LONGEST_SENTENCE:]
    printed = " ".join(line.text for line in lines)
    return printed.endswith(":") or _ANNOUNCES.search(_last_sentence(printed)) is not None


def _last_sentence(text: str) -> str:
    return _SENTENCE_END.split(text.rstrip(".!?"))[-1]


def _lines_above(text: str, above: int, end: int) -> Sequence[TextLine]:
    return list(text_lines(text, max(above, end - _LONGEST_BEFORE), end))


def _has_gap(text: str, start: int, end: int) -> bool:
    return text.count("\n", start, end) > 1


def _is_level(text: str) -> bool:
    found = read_class_line(text)
    return found is not None and not found.rest
