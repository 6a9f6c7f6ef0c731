"""Where another telegram begins: its heading contradicts the first one's, below its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from cableconv.parser.concatenation.headings import Heading, Mark, headings_and_marks
from cableconv.parser.concatenation.lead_in import announces, lead_in
from cableconv.parser.concatenation.text_lines import text_lines
from cableconv.vocabulary import stations

_LEAST_TEXT = 1
"""Lines below the labels of a telegram with a text; a heading alone is another one's envelope."""
_LEAST_UNLABELLED = 6
"""The same without labels, where captions and passing lines follow the class line."""
_FARTHEST = 800
"""Characters between BEGIN TEXT and the heading of a quoted telegram: a title, or a remark."""
_LONGEST_QUOTED = 40_000
"""Characters of a telegram between others in one quotation."""
_DOTS = ("...", "…")


def beginnings(text: str) -> Iterator[int]:
    """Yield the offset at which each further telegram of a text begins."""
    known: list[Heading] = []
    for heading, is_quoted in _with_quotation(list(headings_and_marks(text))):
        if known and _is_another(heading, known) and _has_text(text, known[-1], heading):
            begins = lead_in(text, known[-1].end, heading.start)
            if is_quoted or announces(text, known[-1].end, begins):
                continue
            yield begins
            known = []
        is_labelled = heading.is_labelled or any(each.is_labelled for each in known)
        known.append(replace(heading, is_labelled=is_labelled))


def _with_quotation(found: Sequence[Heading | Mark]) -> Iterator[tuple[Heading, bool]]:
    """Yield each heading, and whether the marks around it open and close a quotation."""
    closes: list[bool] = []
    is_closed = False
    for each in reversed(found):
        is_closed = not each.opens if isinstance(each, Mark) else is_closed
        closes.append(is_closed)
    quoted_until = -1
    for each, is_closed in zip(found, reversed(closes), strict=True):
        if isinstance(each, Mark):
            quoted_until = each.end + _FARTHEST if each.opens else -1
        else:
            is_quoted = is_closed and each.start <= quoted_until
            yield each, is_quoted
            quoted_until = each.end + _LONGEST_QUOTED if is_quoted else -1


def _is_another(heading: Heading, known: Sequence[Heading]) -> bool:
    """Whether it contradicts all headings of the telegram above; a section's also by its date."""
    is_later_section = heading.section not in (None, 1)
    if is_later_section and not all(_differ_in_date(heading, each) for each in known):
        return False
    return all(_contradict(heading, each) for each in known)


def _differ_in_date(one: Heading, other: Heading) -> bool:
    return bool(one.date and other.date and one.date != other.date)


def _contradict(one: Heading, other: Heading) -> bool:
    if one.number and other.number:
        is_same_year = not (one.date and other.date) or one.date[-2:] == other.date[-2:]
        return one.number != other.number or not is_same_year
    if one.date and other.date:
        return one.date != other.date
    numbered, dated = (one, other) if one.number else (other, one)
    if numbered.number is None or dated.sender is None:
        return False
    return numbered.number[0] not in _squeezed(dated.sender)


def _squeezed(name: str) -> str:
    return stations.canonical(name) + "".join(filter(str.isalpha, name))


def _has_text(text: str, above: Heading, heading: Heading) -> bool:
    """Whether there is a text between two headings, and not just a page's teaser."""
    lines = text_lines(text, above.end, heading.start)
    first = [line.text for line in islice(lines, _LEAST_UNLABELLED)]
    if len(first) == _LEAST_UNLABELLED:
        return True
    return above.is_labelled and len(first) >= _LEAST_TEXT and not first[-1].endswith(_DOTS)
