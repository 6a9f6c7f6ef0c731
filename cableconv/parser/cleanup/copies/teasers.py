"""A page that shows the beginning of a cable (a teaser), and then the whole cable.

The teaser breaks off, usually in three dots.  The text after it begins with a class
line of the same station and number, with the archive's row and a header, or with a repeated
label.  The last whole copy is the cable; the teaser is furniture of its own kind.  If no text
follows the dots, what is above them is all of the cable that the page has.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from cableconv.diagnostics.telegram import HEADER_CONFLICT, TEASER, TEASER_DIFFERS
from cableconv.parser.account.account import Account
from cableconv.parser.cleanup.container.archive_rows import ROW
from cableconv.parser.cleanup.copies.teaser_fields import (
    DOTS,
    LONGEST_TEASER,
    fields_left_out,
    labels_of,
)
from cableconv.parser.lexer.class_line import ClassLine, read_class_line, same_cable
from cableconv.parser.lexer.facts import CLASS_LINE, NUMBER
from cableconv.parser.lexer.header_start import begins_header
from cableconv.parser.lexer.labels import read_label
from cableconv.parser.lexer.limits import FARTHEST_CLASS_LINE
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.parser.lexer.marked_paragraph import begins_marked_paragraph
from cableconv.patterns import pattern
from cableconv.vocabulary.notices import is_notice

_LONGEST_CUT_PARAGRAPH = 8
_SHORTEST_CUT = 8  # characters: a shorter line may begin like the next one
_LAST = 4  # lines of the copy: a page may show the signature below the dots
_SENDER = pattern(r"FM\s+[A-Z]")
_SENT = pattern(r"DE R[A-Z]{3,7} (#\d{4})")


def take_teaser(lines: Lines, account: Account) -> Lines:
    """Return the lines of the last whole copy, with the page's header if it has none of its own.

    A field of the teaser alone also belongs to the cable: some pages omit it below.
    """
    first = _first_class_line(lines)
    if first is None:
        return lines
    at, classed = first
    again = _class_line_again(lines, at, classed)
    teaser: Lines = []
    if again is None:
        lines = _without_teaser_of_labels(lines, at, account)
        again = at
        begins = next((i for i, line in enumerate(lines[:at]) if i and line.cut == ROW), at)
        if begins == at:
            return lines
    else:
        begins = _beginning(lines, at, again)
        teaser = lines[at:begins]
        if _lacks_text(lines[begins:], teaser):
            account.mark_furniture("repeated-header", lines[begins:])
            return lines[:begins]
    header, labelled = _header(lines[: min(at, begins)], lines[begins:again], account)
    if not (teaser or labelled):
        return [*header, *lines[again:]]
    length = 1 if read_numbered(lines[again].text) else 2
    class_line, below = lines[again : again + length], lines[again + length :]
    kept = fields_left_out([*teaser, *labelled], labels_of(class_line[0], below))
    _mark([line for line in teaser if line not in kept], lines[again:], account)
    account.mark_furniture("repeated-header", [line for line in labelled if line not in kept])
    if kept and below:
        below[0] = below[0].with_gap(1)
    return [*header, *class_line, *kept, *below]


def _lacks_text(copy: Sequence[Line], teaser: Sequence[Line]) -> bool:
    """Whether a page has less below the teaser than in it, and no paragraph."""
    shorter = sum(len(line.text) for line in copy) < sum(len(line.text) for line in teaser)
    return shorter and not any(map(begins_marked_paragraph, copy))


def _first_class_line(lines: Sequence[Line]) -> tuple[int, ClassLine] | None:
    for index, line in enumerate(lines[:FARTHEST_CLASS_LINE]):
        if line.facts & CLASS_LINE and (found := _numbered(lines, index)):
            return index, found
        if begins_marked_paragraph(line):
            return None
    return None


def _numbered(lines: Sequence[Line], index: int) -> ClassLine | None:
    """Return the class line at a line, perhaps with its number on the next one."""
    line = lines[index]
    if not line.facts & CLASS_LINE:
        return None
    if found := read_numbered(line.text):
        return found
    if index + 1 == len(lines) or lines[index + 1].gap:
        return None
    return read_numbered(f"{line.text} {lines[index + 1].text}")


def read_numbered(text: str) -> ClassLine | None:
    """Return a class line with station and number, or None."""
    found = read_class_line(text)
    return found if found and found.serial and found.station else None


def _class_line_again(lines: Sequence[Line], at: int, classed: ClassLine) -> int | None:
    """Return the last class line of the same cable above its first whole paragraph.

    Without markings, the second paragraph shows that the first one is whole.
    """
    last = None
    for index in range(at + 1, min(at + LONGEST_TEASER + FARTHEST_CLASS_LINE, len(lines))):
        line = lines[index]
        begins = begins_marked_paragraph(line) or _begins_second(line)
        if begins and not _breaks_off(lines, index):
            return last
        found = _numbered(lines, index) if line.facts & CLASS_LINE else None
        if found and found.section in (None, 1, classed.section) and same_cable(found, classed):
            last = index
    return last


def _begins_second(line: Line) -> bool:
    """Whether it begins paragraph 2, set apart; entries of a field are not."""
    mark = line.paragraph_mark if line.gap and line.facts & NUMBER else None
    return mark is not None and mark.dotted and mark.digits == "2"


def _breaks_off(lines: Sequence[Line], index: int) -> bool:
    """Whether the paragraph that begins here ends in three dots, and another copy follows."""
    for at in range(index, min(index + _LONGEST_CUT_PARAGRAPH, len(lines) - 1)):
        if lines[at].text.endswith(DOTS):
            below = lines[at + 1]
            return below.cut == ROW or bool(begins_header(below.text) or _numbered(lines, at + 1))
    return False


def _beginning(lines: Sequence[Line], at: int, again: int) -> int:
    """Return the beginning of the copy whose class line is at ``again``."""
    for index in range(at + 1, again):
        if lines[index].cut == ROW or begins_header(lines[index].text):
            return index
    return again


def _header(page: Lines, own: Lines, account: Account) -> tuple[Lines, Lines]:
    """Return the copy's own header, or the page's if that agrees, and fields that follow it."""
    labelled_at = next((i for i, line in enumerate(own) if read_label(line.text)), len(own))
    own, labelled = own[:labelled_at], own[labelled_at:]
    if not any(_SENDER.match(line.text) for line in page):
        return [*page, *own], labelled
    known = [_squeezed(line) for line in page]
    new = [line for line in own if not _consists_of(_squeezed(line), known)]
    if len(new) * 4 <= len(own) or not any(_SENDER.match(line.text) for line in own):
        account.mark_furniture("repeated-header", [line for line in own if line not in new])
        return [*page, *new], labelled
    _report_other_number(page, own, account)
    notices = [line for line in page if is_notice(line.text)]
    account.mark_furniture("repeated-header", [line for line in page if line not in notices])
    return [*notices, *own], labelled


def _consists_of(text: str, known: Sequence[str]) -> bool:
    """Whether it is one of those texts, or several of them joined in their order."""
    begins = text.startswith(tuple(filter(None, known)))
    return text in known or (begins and text in "".join(known))


def _report_other_number(page: Lines, own: Lines, account: Account) -> None:
    """Report that the page's header is another cable's than the copy's."""
    around, kept = (
        next((found[1] for line in lines if (found := _SENT.match(line.text))), None)
        for lines in (page, own)
    )
    if around and kept and around != kept:
        place = "the header above it"
        account.report(HEADER_CONFLICT, page[0], place=place, printed=around, kept=kept)


def _without_teaser_of_labels(lines: Lines, at: int, account: Account) -> Lines:
    """Remove the text between a label and three dots, if the label is repeated after them.

    Without a label, the line with the dots is repeated in full; it may begin paragraph 1.
    """
    above = lines[at + 1 : at + LONGEST_TEASER]
    above = list(takewhile(lambda line: not begins_marked_paragraph(line), above))
    end = at + 1 + len(above)
    if not any(line.text.endswith(DOTS) for line in lines[at + 1 : end + 1]):
        return lines
    seen: dict[str, int] = {}
    for index in range(at + 1, min(end + 2, len(lines))):
        text, before = lines[index].text, lines[index - 1].text
        label = read_label(text)
        begins = seen.get(label.field) if label else index - 1 if _is_cut(before, text) else None
        if begins is not None and before.endswith(DOTS):
            _mark(lines[begins:index], lines[index:], account)
            return [*lines[:begins], *lines[index:]]
        if label:
            seen.setdefault(label.field, index)
    return lines


def _is_cut(text: str, below: str) -> bool:
    """Whether ``text`` is the beginning of the line below it, with dots for the rest."""
    beginning = text.rstrip(".…")
    return len(beginning) >= _SHORTEST_CUT and below.startswith(beginning)


def _mark(teaser: Sequence[Line], copy: Sequence[Line], account: Account) -> None:
    """Keep the teaser as furniture, and report differences from the copy.

    Class lines belong to the same cable, however they print its number; a lone one proves nothing.
    """
    told = [line for line in teaser if read_numbered(line.text) is None]
    if not told:
        account.mark_furniture("envelope", teaser)
        return
    account.report(TEASER, teaser[0])
    account.mark_furniture("teaser", teaser)
    above = copy[: len(teaser) + FARTHEST_CLASS_LINE]
    whole = "".join(map(_squeezed, [*above, *copy[-_LAST:]]))
    for line in told:
        if (words := _squeezed(line).rstrip(".…")) and words not in whole:
            account.report(TEASER_DIFFERS, line, printed=line.text)
            return


def _squeezed(line: Line) -> str:
    return "".join(filter(str.isalnum, line.text)).upper()
