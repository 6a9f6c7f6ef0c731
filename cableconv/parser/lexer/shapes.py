"""The shape of a single line of the body."""

from __future__ import annotations

import msgspec

from cableconv.patterns import pattern
from cableconv.vocabulary.sentences import is_finished

_HYPHENS = "‐‑‒–—―−"
RULE = pattern(rf"[-=_*~#.+/ {_HYPHENS}]{{3,}}$|(?:[-{_HYPHENS}]\s?)+$|(?:\*\s?){{2,}}$")
CELL_MARK = "|"
"""Before, between and after the cells of a table in Markdown."""
RULE_CHARACTERS = frozenset(f"-=_*~#/{_HYPHENS}")
"""Characters that rules are made of, and that end a decorated heading."""
_OF_RULES = RULE_CHARACTERS | frozenset(".+")
_STROKES = rf"(?:[-=_*~#{_HYPHENS}]{{2,}}|//|(?:[-=*] ){{2,}}[-=*]?)"
_BETWEEN_MARKS = pattern(r"(?P<mark>[*=~#+])\s*(?P<text>[^*=~#+]+?)\s*(?P=mark)$")
_DECORATED = pattern(
    rf"(?P<before>{_STROKES}[-=_*~#/ {_HYPHENS}]*)?\s*(?P<text>.+?)\s*"
    rf"(?P<after>[-=_*~#/ {_HYPHENS}]*{_STROKES}(?:\s[-=_*~#{_HYPHENS}])?)$"
)
_ITEM = pattern(
    r"(?P<bullet>- -(?=\s)|-{1,4}(?!-)|[*+>o·=](?=\s)|\.(?=\s)(?!\s\.)"
    r"|[•●](?=\s)|[▪◦](?=\s)|–|—)"
    r"(?=[\s\w\"(&']|“|$)\s*"
    r"|¶?(?P<compound>(?:\d{1,2}\.?[A-Za-z]|[QA]\d{1,2})[.)](?=\s))\s*"
    r"|¶?(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3}[.)]?(?=\s+[A-Z(\"]|\s+“))\s*"
    r"|(?P<letter>(?:¶\s*)?\(?(?:[A-Za-z]|[ivxIVX]{2,4}|\d{1,2})[.)]{1,2}"
    r"|\[(?:[A-Za-z]|\d{1,2})\])(?:(?=[\sA-Z(\"]|“|$)(?![A-Z]\.)\s*|(?<=^\(\d\))(?=[a-z]{3}))"
)
_LABEL_BEGINS = pattern(
    r"\d{1,2}\.\d|(?:\d{1,2}\.?[A-Za-z]|[QA]\d{1,2})[.)](?:\s|$)"
    r"|(?:[A-Za-z]|[ivxIVX]{2,4}|\d{1,2})[.)]{1,2}(?=[\sA-Z(\"]|“|$)(?![A-Z]\.)"
)
"""The labels of that pattern, as far as a line's first characters show them."""
SECTION_STYLE = "1a"
"""The style of labels such as ``2A.`` and ``2.a.``."""
BULLETS = frozenset("-•·●▪◦*o>+–—.=")
"""Characters that are or begin a bullet."""
_GLUED = frozenset("–—¶([")  # a text or a label may follow at once
_MOST_HYPHENS = 4
_BEFORE_LABEL = frozenset("¶([")
_LONGEST_LABEL = 5  # characters before a label's full stop or bracket: viii.
# some authors put three spaces between sentences, too
_COLUMNS = pattern(r"\S(?:(?<![a-z]{2}[.!?])(?:\s{3,}|\t{1,2})|\s{4,})\S|[.!?]\s{3,}[^A-Z\s\"“]")
_FEWEST_BARS = 2  # between three cells, or one more from a bar at the beginning on
_SENTENCE_STOP = pattern(r"[.!?:;]\s")
_LONGEST_SENTENCE = 200  # characters
_FEWEST_WORDS = 6
_FEWEST_DASHES = 3  # two are a dash
_LONGEST_DECORATED = 250  # characters: the pattern tries every possible end of the text


def is_rule(text: str) -> bool:
    """Whether a line consists of dashes."""
    if text[0] not in _OF_RULES or not (text[-1] in _OF_RULES or text[-1].isspace()):
        return False
    return not text.strip("-") or RULE.match(text) is not None


def decorated(text: str) -> str | None:
    """Return the text of a heading with dashes around or after it on the same line."""
    if text[-1] not in RULE_CHARACTERS or len(text) > _LONGEST_DECORATED:
        return None
    if between := _BETWEEN_MARKS.match(text):
        return str(between["text"])
    found = None if text[-2:-1].isalnum() else _DECORATED.match(text)  # no word-break's hyphen
    if found is None or not any(map(str.isalnum, found["text"])):
        return None
    dashes = (found["before"] or "") + found["after"]
    if len(dashes.replace(" ", "")) < _FEWEST_DASHES:
        return None
    dashes = found["after"].count("-")
    if not found["before"] and dashes < _FEWEST_DASHES and "/" not in found["after"]:
        return None
    return str(found["text"])


class ItemMark(msgspec.Struct, frozen=True, gc=False):
    """A sub-item's label; ``style`` identifies its kind, ``value`` its position in a list."""

    label: str
    end: int
    style: str
    value: int | None


def begins_with_bullet(text: str) -> bool:
    """Whether a bullet, or a character before a label, begins the line."""
    return text[0] in BULLETS or text[0] in _BEFORE_LABEL


def has_stop_near_start(text: str) -> bool:
    """Whether a full stop or a bracket follows the first letters, as in a label."""
    head = text[1:_LONGEST_LABEL]
    return "." in head or ")" in head


def may_be_rule(beginning: str) -> bool:
    """Whether these first characters of a line may be a rule's."""
    return beginning[0] in _OF_RULES and all(
        each in _OF_RULES or each.isspace() for each in beginning
    )


def may_be_item(beginning: str) -> bool:
    """Whether these first characters of a line, at least five, may be a bullet or a label."""
    first = beginning[0]
    if first == "-":
        return not beginning.startswith("-" * (_MOST_HYPHENS + 1))
    if first in _GLUED or (first in BULLETS and not beginning[1:2].strip()):
        return True
    return has_stop_near_start(beginning) and _LABEL_BEGINS.match(beginning) is not None


def item_marks(text: str) -> tuple[ItemMark, ...]:
    """Return the labels that a line may begin with: ``i.`` is a letter or a Roman number."""
    labelled = begins_with_bullet(text) or has_stop_near_start(text)
    found = _ITEM.match(text) if labelled else None
    if found is None or found.end() == len(text):
        return ()
    end = found.end()
    if found["bullet"]:
        return (ItemMark(found["bullet"], end, found["bullet"], None),)
    if found["compound"]:
        label = found["compound"]
        return (ItemMark(label, end, SECTION_STYLE if label[0].isdecimal() else label[0], None),)
    if label := found["decimal"]:
        numbers = label.rstrip(".)").split(".")
        return (ItemMark(label, end, "1." * len(numbers), int(numbers[-1])),)
    label = found["letter"]
    core = label.strip("¶()[]. ")
    bare = label.lstrip("¶ ")
    shape = (
        "[" * bare.startswith("[")
        + "(" * bare.startswith("(")
        + ")" * label.endswith(")")
        + "." * label.endswith(".")
    )
    if core.isdecimal():
        return (ItemMark(label, end, f"1{shape}", int(core)),)
    marks = []
    if len(core) == 1:
        kind = "a" if core.islower() else "A"
        marks.append(ItemMark(label, end, kind + shape, ord(core) - ord(kind) + 1))
    if core.upper().strip("IVX") == "":
        kind = "i" if core.islower() else "I"
        marks.append(ItemMark(label, end, kind + shape, _roman(core.upper())))
    return tuple(marks)


def _roman(text: str) -> int:
    values = {"I": 1, "V": 5, "X": 10}
    numbers = [values[letter] for letter in text]
    return sum(-n if n < max(numbers[i:]) else n for i, n in enumerate(numbers))


def has_columns(text: str) -> bool:
    """Whether it has two cells separated by a tab, three spaces or bars; a label is not a cell."""
    if CELL_MARK in text and text.count(CELL_MARK) >= _FEWEST_BARS + text.startswith(CELL_MARK):
        return True
    if ("   " not in text and "\t" not in text) or (found := _COLUMNS.search(text)) is None:
        return False
    mark = next(iter(item_marks(text)), None) if found.start() < _LONGEST_LABEL else None
    return mark is None or _COLUMNS.search(text, mark.end) is not None


def breaks_off(text: str) -> bool:
    """Whether a text ends where more must follow: in dots, a colon, or inside a sentence.

    A sentence without its full stop is several words, not all of which are names.
    """
    if is_finished(text) and not text.endswith(("...", ":")):
        return False
    if text.endswith(("...", ":", ",", "-", " (")) or text.rpartition(" ")[2][:1].islower():
        return True
    words = _SENTENCE_STOP.split(text[-_LONGEST_SENTENCE:])[-1].split()
    return len(words) >= _FEWEST_WORDS and any(word.islower() for word in words)
