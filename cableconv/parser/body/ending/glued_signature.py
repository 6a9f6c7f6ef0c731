"""A name joined to the last sentence of a text, which a scrape left without its line break."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cableconv.parser.body.ending.signature_name import NO_NAMES, PARTICLES
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.pilcrows import in_marked_paragraph
from cableconv.parser.lexer.shapes import item_marks
from cableconv.patterns import pattern
from cableconv.vocabulary.secretaries import SURNAMES
from cableconv.vocabulary.sentences import ends_sentence, is_finished

_PARTICLE = PARTICLES.upper()
_GLUED = pattern(
    rf"(?P<before>[.!?][\"”)\]]?(?=[A-Z]{{4}}|(?:{_PARTICLE}) [A-Z])|(?<=[a-z\d])\.(?=[A-Z][a-z]+$)"
    r"|(?:[.!?][\"”')\]]*|(?:https?:|www\.)\S+(?:\s\S+)?)\s"
    r"|(?:[)\]\"”]|[Xx]{6,}|\b(?i:end\s\w+)|\b\d{4}|\b[A-Z][a-z]+)\s"
    rf"|(?<=[a-z:])\s\d+\s(?=[A-Z]{{5}})|\S\s(?=(?:{'|'.join(SURNAMES)})\b))\s*(?:[#*]|--?\s?|\*\*+\s)?"
    rf"(?P<name>(?:(?:{PARTICLES}|{_PARTICLE}) ){{0,2}}"
    r"[A-ZÀ-Þ](?:[A-ZÀ-Þ'’]{2,}|[a-z]{3,}|[a-z'’]{1,2}[A-Z][a-z]{2,}|(?<=[a-z]{3}\. [A-Z])[A-Z])"
    r"(?:-[A-ZÀ-Þ][A-Za-zÀ-ÿ]+)?(?: JR| .ACTING.)?)\s?\.?$"
)
_ANY_WORD = pattern(r"(?P<before>\S\s)\s*(?P<name>[A-Z][A-Z'’-]{3,})$")
_SHORTEST_UNSURE = 3  # letters: a shorter word after a missing full stop is an abbreviation
_LONGEST_NAME = 60  # characters: a surname that is printed twice
_LONGEST = 300  # characters: a name after the address of a page
_MOST_WORDS = 8  # of a match: a broken address, a star, two particles, name, JR and a full stop


def glued_name(lines: Sequence[Line], twice: bool) -> re.Match[str] | None:
    """Find a name after the last sentence; if that has no full stop, a word used nowhere else.

    ``twice``: the line ended with the same word once more.
    """
    text = lines[-1].text
    found = _ANY_WORD.search(text, max(len(text) - _LONGEST_NAME, 0)) if twice else None
    if found is None and not _ends_in_small(text):
        found = _GLUED.search(text, _start_of_last_words(text))
    if found is None or found["name"].upper() in (*NO_NAMES, "LIST"):
        return None
    if found.start("name") <= _end_of_label(lines) or in_marked_paragraph(lines, len(lines) - 1):
        return None
    if twice or found["before"][0] in ".!?hw":
        return found
    name = found["name"]
    above = (line.text for line in lines[:-1])
    known = name in text[: found.start("name")] or any(name in each for each in above)
    sure = name.isupper() or not found["before"][0].isalnum()
    long = len(name) > _SHORTEST_UNSURE or found["before"].upper().startswith("END ")
    return found if sure and long and not known else None


def repeated_name(text: str, name: str) -> int:
    """Return where a text's last sentence is followed by the name of the line below; 0 if not."""
    start = len(text) - len(name)
    if start <= 0 or text[start - 1] != " " or text[start:].casefold() != name.casefold():
        return 0
    stands_out = name.isupper() and text[start:].isupper() and not text.isupper()
    return start if stands_out or ends_sentence(text[:start].rstrip()) else 0


def _end_of_label(lines: Sequence[Line]) -> int:
    """Return where words begin after a number or an item's label: ``7. (U) Adequate.``.

    A number that ends a sentence there has no blank after it, or belongs to the line above.
    """
    last = lines[-1]
    number = last.paragraph_mark
    if len(lines) > 1 and not (number and number.marking):
        above = lines[-2].text
        if not is_finished(above) and (not last.gap or above.rsplit(None, 1)[-1].islower()):
            return -1
    ends = [mark.end for mark in item_marks(last.text)] if number is None else [number.end]
    return next((end for end in ends if last.text[end - 1].isspace()), -1)


def _ends_in_small(text: str) -> bool:
    """Whether the last word is in lower case, as no name is."""
    *_, last = text[-_LONGEST:].rstrip(". ").rsplit(None, 1) or [""]
    return last.islower()


def _start_of_last_words(text: str) -> int:
    """Return where the words begin that a match can consist of."""
    above, *words = text.rsplit(None, _MOST_WORDS)
    start = len(above) if len(words) == _MOST_WORDS else 0
    return max(start, len(text) - _LONGEST)
