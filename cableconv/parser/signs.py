"""Decides whether the text is a cable at all, by the weight of the format's signs.

Mails have a subject, licences are "subject to", memoranda are confidential: one such line is
not enough.  A date-time group, a class line with a post's number, or TAGS next to an E.O. are.
Settings and pages have tags and a subject too: labels alone need more of them.
Letters, glossaries and articles quote such lines: labels below prose, or a date-time group alone,
are not a telegram's, as nothing of its structure is around them.
``benchmarks/refusals.py`` measures the threshold.
"""

from __future__ import annotations

from collections.abc import Callable

from cableconv.cable import Block, Cable, EmbeddedCable, Paragraph, Transmission
from cableconv.patterns import pattern
from cableconv.vocabulary import levels, stations, tags

ENOUGH = 3
"""The weight that makes a text a cable; a sign with this weight occurs only in cables."""


_LONGEST_TITLE = 200  # characters
_ENOUGH_LABELS = 4
"""The weight of labels that make a text a cable without anything else of one."""
_PROSE = pattern(
    r"[a-z]|.*\b[a-z]{4,}\b|(?:Dear|Hello|Hi)\b|[A-Z][a-z]{5,}$|[A-Z][a-z]+(?: [A-Z][a-z]+)?,$"
)
"""Passing lines of cables name offices, and lines of catalogues are short."""
_MEMORANDUM = pattern(r"(?:MEMO|MEMORANDUM|MINUTES|AGENDA)\b")


def reads_as_cable(cable: Cable) -> bool:
    """Whether enough signs of a cable were found in the text."""
    if _is_quoted(cable):
        return False
    weight = 0
    for sign in _SIGNS:
        weight += sign(cable)
        if weight >= ENOUGH:
            return True
    labels = _tags(cable) + _preface(cable)
    enough = ENOUGH if weight or any(map(_is_numbered, cable.body)) else _ENOUGH_LABELS
    return weight + labels >= enough


def _is_quoted(cable: Cable) -> bool:
    """Whether prose is above the first line of a cable, and no text of one is below."""
    if cable.transmissions:
        return False
    above = [each.text for each in cable.furniture if each.kind == "envelope"]
    above += () if cable.number else cable.passing  # below the class line, if there is one
    is_headed = cable.number is not None or _has_sender(cable)
    if not is_headed and any(map(_MEMORANDUM.match, above)):
        return True
    return not (_has_text(cable) or _body(cable)) and any(map(_PROSE.match, above))


def _has_text(cable: Cable) -> bool:
    """Whether there are paragraphs below a subject, as a cable without a header has them."""
    is_one = cable.number or cable.classified_by or any(map(_is_numbered, cable.body))
    return bool(cable.subject and cable.body and is_one)


def is_page_of(cable: Cable, text: str) -> bool:
    """Whether the text's first line has the cable's id: a page of it, not one that quotes it."""
    title = text.lstrip()[:_LONGEST_TITLE].partition("\n")[0]
    return cable.id is not None and cable.id in title


def _class_line(cable: Cable) -> int:
    number = cable.number
    if number is None:
        return 1 if cable.classification else 0
    if stations.canonical(number.station) in stations.known():
        return 3
    return 2 if number.serial.startswith("0") else 1


def _header(cable: Cable) -> int:
    """Weigh a date-time group with its precedence (ACP 127), or another transmission line."""
    if any(each.dtg for each in cable.transmissions):
        return 3 if _has_sender(cable) or cable.classification or cable.executive_order else 1
    return 2 if any(map(_is_of_machine, cable.transmissions)) else 0


def _is_of_machine(transmission: Transmission) -> bool:
    """Whether it is more than the ZCZC that also begins bulletins and telexes."""
    channel = transmission.identifier or ""
    return len(channel) > len("VZCZC") or bool(transmission.serial or transmission.security)


def _addresses(cable: Cable) -> int:
    origin = cable.origin
    sender = 2 if origin and origin.country else 1 if _has_sender(cable) else 0
    return sender + any(each.name.isupper() for each in cable.to + cable.info)


def _has_sender(cable: Cable) -> bool:
    """Whether FM names a sender, in capitals as all of the heading."""
    return cable.origin is not None and (cable.origin.name or "").isupper()


def _executive_order(cable: Cable) -> int:
    return 2 if cable.executive_order else 0


def _tags(cable: Cable) -> int:
    return 2 if cable.tags and 2 * sum(map(tags.is_code, cable.tags)) >= len(cable.tags) else 0


def _preface(cable: Cable) -> int:
    """Weigh fields that other texts have as well."""
    cables = any(each.kind == "cable" for each in cable.references)
    return sum(map(bool, (cable.subject, cables, cable.classified_by, cable.captions)))


def _department(cable: Cable) -> int:
    """Weigh the Department's own lines of the 1970s."""
    return sum(map(bool, (cable.distribution, cable.drafted_by, cable.approved_by)))


def _body(cable: Cable) -> int:
    """Weigh numbered paragraphs with portion markings (5 FAH-1 H-246), or an embedded cable."""
    marked = 0
    for block in cable.body:
        if isinstance(block, EmbeddedCable) and reads_as_cable(block.cable):
            return ENOUGH
        marked += _is_marked(block)
    return min(marked, 2)


def _is_numbered(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.number is not None


def _is_marked(block: Block) -> bool:
    marking = block.marking if isinstance(block, Paragraph) and _is_numbered(block) else None
    return bool(marking and levels.level_of(marking))


_SIGNS: tuple[Callable[[Cable], int], ...] = (
    _header,
    _class_line,
    _executive_order,
    _addresses,
    _department,
    _body,
)
"""The weight of each sign beside labels; the most often decisive ones come first."""
