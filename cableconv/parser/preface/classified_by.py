"""Classified By: the people, apart from titles, offices and reasons.

The line must give name and position of who classified the cable, and a reason of section 1.4
(1.5 before 2003) of the executive order (E.O. 12958 sec. 1.7, 5 FAH-3 H-712).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cableconv.cable import ClassifiedBy, Person, Span
from cableconv.parser.lines import Line
from cableconv.vocabulary.titles import is_title

_LABEL = re.compile(
    r"""^(?:\s*(?:¶?\d\.\s*)?(?:\([UCS]\)\s*)?
    (?:CLASS?I?F?IF?I?ED|CLASSIFIER|CLASSIFICATION|CLASS|CL)\s*(?:BY\b)?\s*[:;.-]*)+\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_REASONS_BEGIN = re.compile(
    r"""(?:[,;.(-]|\s)\s*
    (?:(?:for|f\s?or|f0r|under|due\s+to|based\s+[o0]n|pursuant\s+to|per|by
        |in\ accordance\ with)\s+)*
    (?:(?:the\s+)?(?:e\.?\s?o\.?|executive\ order)\s*\d{5}[,:;]?
        |r\s?e?\s?a\s?s\s?o\s?n\s?s?\b|para(?:graph)?s?\b|sec(?:tion)?s?\b
        |[19]\s?[.,]\s?[3-6Q]\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_REASON = re.compile(r"\b1\s?[.,]\s?(?P<section>[3-6])(?P<letters>[^0-9]*)")
_LETTER = re.compile(r"(?<![A-Za-z])([A-Ha-h])(?![A-Za-z])")
_SEGMENT = re.compile(r"\s*[,;:()]\s*|\s+-{1,2}\s+|(?<=[a-z]{3})\.\s+|(?<=[A-Z]{4})\.\s+")
_LONE_LETTER = re.compile(r"(?<=\s)[A-Za-z]$")
_SUFFIX = re.compile(r"(?:JR|SR|II|III|IV)\.?$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}$")
_PARTICLES = frozenset(
    (
        "al",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "do",
        "el",
        "ibn",
        "la",
        "le",
        "van",
        "von",
    )
)


def read_classified_by(lines: Sequence[Line], span: Span) -> ClassifiedBy:
    """What the field's lines say."""
    return classified_by_of(_unbroken(lines), span)


def classified_by_of(text: str, span: Span) -> ClassifiedBy:
    """People with titles, and reasons as ``1.4(b)``; ``text`` as printed, without its label."""
    printed = " ".join(text.split())
    value = _LABEL.sub("", printed)
    begin = _REASONS_BEGIN.search(value)
    who = value[: begin.start()] if begin else value
    return ClassifiedBy(
        text=value.strip() or printed,
        people=tuple(_people(who)),
        reasons=tuple(_reasons(value)),
        span=span,
    )


def _unbroken(lines: Sequence[Line]) -> str:
    """The lines joined; these were cut at a column, so a word's first letter may stand alone."""
    text = ""
    for line in lines:
        broken = _LONE_LETTER.search(text) and line.text[0].islower()
        text += line.text if broken or not text else f" {line.text}"
    return text


def _reasons(text: str) -> list[str]:
    found: list[str] = []
    for reason in _REASON.finditer(text):
        letters = re.sub(r"\b(?:and|or)\b", " ", reason["letters"], flags=re.IGNORECASE)
        found += [f"1.{reason['section']}({letter.lower()})" for letter in _LETTER.findall(letters)]
    return list(dict.fromkeys(found))


def _people(who: str) -> list[Person]:
    """The first piece between commas that holds a name, the others as the title."""
    segments = [piece for piece in _SEGMENT.split(who) if piece and piece.strip(" .")]
    capitals = who.isupper()
    for index, segment in enumerate(segments):
        before, name = _split_name(segment.split(), capitals)
        if not name:
            continue
        rest = [" ".join(before), *segments[:index], *segments[index + 1 :]]
        if index + 1 < len(segments) and _SUFFIX.match(segments[index + 1].strip()):
            name = [*name[:-1], f"{name[-1]},", segments[index + 1].strip()]
            rest.remove(segments[index + 1])
        title = ", ".join(piece.strip(" .") for piece in rest if piece.strip(" ."))
        return [Person(name=" ".join(name).rstrip(" ;:-"), title=title or None)]
    return []


def _split_name(words: list[str], capitals: bool) -> tuple[list[str], list[str]]:
    """A title and the name behind it; a title may also follow the name."""
    end = len(words)
    while end and _is_title(words[end - 1], capitals):
        end -= 1
    begin = end
    while begin and not _is_title(words[begin - 1], capitals) and _is_name(words[begin - 1]):
        begin -= 1
    while begin < end and words[begin].lower() in _PARTICLES and end - begin > 2:
        begin += 1
    return words[:begin] + words[end:], words[begin:end]


def _is_title(word: str, capitals: bool) -> bool:
    bare = word.strip(".,;:'’\"")
    if "/" in bare or is_title(bare):
        return True
    return not capitals and len(bare) > 1 and bare.isupper() and not _INITIALS.fullmatch(word) \
        and not _SUFFIX.match(bare)  # fmt: skip


def _is_name(word: str) -> bool:
    return word[0].isupper() or word.lower() in _PARTICLES or "XX" in word.upper()
