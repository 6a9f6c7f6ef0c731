"""The whole headings in a text, and the lines that open and close quotations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import msgspec
from msgspec.structs import replace

from cableconv.parser.concatenation.text_lines import TextLine, text_lines
from cableconv.parser.lexer.class_line import BEGINNINGS as LEVELS
from cableconv.parser.lexer.class_line import ClassLine, read_class_line
from cableconv.parser.lexer.header_start import BEGINNINGS as FORMAT_LINES
from cableconv.parser.lexer.header_start import begins_header
from cableconv.parser.lexer.labels import read_label
from cableconv.parser.lexer.limits import LONGEST_HEADER, LONGEST_PREFACE
from cableconv.parser.lexer.paragraph_marks import read_paragraph_mark
from cableconv.parser.lexer.quote_marks import quote_mark
from cableconv.patterns import pattern
from cableconv.vocabulary import stations

PARTIAL = "This record is a partial extract"
_OTHERS = frozenset(("FM", "PA", PARTIAL[:2]))  # FM, PAGE 01 of the 1970s, and that notice
_OPENS = pattern(rf"FM [A-Z]{{3}}|PAGE 0?1\s|{PARTIAL}")
_DATED = pattern(r"(?P<time>\d{6})Z\s(?P<month>[A-Z]{3})\s(?:\d\d)?(?P<year>\d\d)(?!\d)")
_SENDER = pattern(r"(?:^|[\s\d])FM\s(?P<name>[A-Z][A-Z /.'-]+)")
_LONGEST_LABELLED = 200  # characters: a longer line lost its line end and holds text as well
_OF_PREFACE = ("executive_order", "tags", "subject")


class Heading(msgspec.Struct, frozen=True, gc=False):
    """A heading and what tells it from others; it ends with its class line or last label."""

    start: int
    end: int
    number: tuple[str, int] | None = None
    section: int | None = None
    date: str | None = None
    sender: str | None = None
    is_labelled: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it has sender and date, or a number with one of them or with labels."""
        if self.number is None:
            return self.date is not None and self.sender is not None
        return self.is_labelled or self.date is not None or self.sender is not None


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A line that opens or closes a quotation."""

    start: int
    end: int
    opens: bool


def headings_and_marks(text: str) -> Iterator[Heading | Mark]:
    """Yield both in order; a heading's own lines are read once."""
    done = 0
    for line in text_lines(text):
        if line.start < done:
            continue
        found = _heading_at(text, line) or _mark(line)
        if found is not None:
            yield found
            done = found.end


def _mark(line: TextLine) -> Mark | None:
    mark = quote_mark(line.text)
    return Mark(line.start, line.end, mark.opens) if mark else None


def _heading_at(text: str, first: TextLine) -> Heading | None:
    """Return the whole heading that begins with this line, or None."""
    if not _may_begin(first.text):
        return None
    heading = _with_line(Heading(first.start, first.end), first)
    below = islice(text_lines(text, first.end), LONGEST_HEADER + LONGEST_PREFACE)
    for number, line in enumerate(below):
        is_open = heading.number is None and not heading.is_labelled
        if _begins_text(line.text) or (is_open and number > LONGEST_HEADER):
            break
        if not is_open and _numbered(line.text):
            break
        if heading.is_whole and _begins_header(line.text):
            break
        heading = _with_line(heading, line)
    return heading if heading.is_whole else None


def _may_begin(text: str) -> bool:
    return _begins_header(text) or _numbered(text) is not None


def _begins_header(text: str) -> bool:
    opening = text[:2]
    if opening in FORMAT_LINES and (begins_header(text) or _is_whole_header(text)):
        return True
    return opening in _OTHERS and _OPENS.match(text) is not None


def _is_whole_header(text: str) -> bool:
    """Whether it is a header whose line ends were lost."""
    return "FM " in text and _DATED.search(text) is not None


def _numbered(text: str) -> ClassLine | None:
    found = read_class_line(text) if text[:3].upper() in LEVELS else None
    return found if found and found.station and found.serial else None


def _begins_text(text: str) -> bool:
    mark = read_paragraph_mark(text)
    return mark is not None and bool(mark.marking or mark.pilcrow or mark.dotted)


def _with_line(heading: Heading, line: TextLine) -> Heading:
    """Return the heading with what a further line of it says."""
    label = read_label(line.text)
    if label is not None and label.field in _OF_PREFACE:
        return replace(heading, is_labelled=True, end=min(line.end, line.start + _LONGEST_LABELLED))
    if heading.number is not None or heading.is_labelled:
        return heading
    if found := _numbered(line.text):
        number = stations.canonical(found.station or ""), int(found.serial or 0)
        return replace(heading, number=number, section=found.section, end=line.end)
    dated, sender = _DATED.search(line.text), _SENDER.search(line.text)
    if dated and heading.date is None:
        heading = replace(heading, date=" ".join(dated.groups()), end=line.end)
    if sender and heading.sender is None:
        heading = replace(heading, sender=sender["name"], end=line.end)
    return heading
