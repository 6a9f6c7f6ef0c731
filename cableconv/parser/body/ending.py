"""The end of a text beyond its author's words: trailers, and a post's address.

Posts closed with the address of their classified website; a dump's columns, its closing quotation
mark, or a scrape's date may follow the name.  All of it may be joined to the last sentence.
A legible address above the name is text.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.pilcrows import in_marked_paragraph
from cableconv.parser.lexer.shapes import ends_sentence, is_rule
from cableconv.patterns import pattern

_TRAILER = pattern(
    r"\s(?:0\s+\d\d/\d\d/\d{4}(?:\s+\d{4})?(?:\s+[A-Z]{2,4}(?:,\s?[A-Z]{2,4})*)?"
    r"|(?:[|–-]\s)?\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?"
    r"|\\\"?)$"
)
_NAME_BEFORE = pattern(r"\b[A-Z][A-Za-z'’-]{3,}$")
DATE = (
    r"(?:(?:\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|(?:\d{1,2}\s)?(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]{0,6}\.?"
    r"(?:\s\d{1,2},)?\s\d{4})(?:[T ,]+\d{1,2}:\d\d(?::\d\d)?\s?(?:Z|[AP]M)?)?"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d"
    r" (?:[+-]\d{4}|[A-Z]{3,4}) \d{4})"
)
"""A day as scrapes print it, in digits or with the month's name; the hour may follow."""
# a surname between marks, or behind what says that it signs
_NAME = r"(?P<name>(?!(?:END|BT|EOM|TEXT|NOTE|COMMENT|SUMMARY|REDACTED)\b)[A-Z][A-Za-z'’-]{3,}\.?)"
_SET_OFF = (
    pattern(
        rf"(?P<open>--?|//?|\*+|[(\[<])\s?{_NAME}\s?"
        r"(?:(?P=open)|(?<!\()(?<!\[)[)\]>])$"
    ),
    pattern(rf"(?:/[sS]/|(?i:signed):?|-)\s{_NAME}$"),
)
# a date in words or a quotation mark may belong to the text: only after a name alone
_BEHIND_NAME = pattern(
    rf"(?:^|[.!?][\"”)\]]?\s)\*?[A-Z](?:[A-Z'’-]{{3,}}|(?<=^.)[A-Za-z'’-]{{3,}})"
    rf"(?P<behind>\s{DATE}|\s?[\"”'’]+[,;]?)$"
)
_WEBSITE = pattern(
    r"(?:\b[Pp]lease\s+)?\b(?:Visit|VISIT|visit)\s.{1,60}?\s(?i:classified\s+(?:siprnet\s+)?web\s?site)"
    r"(?:\s+at)?[\s:;.]*"
)
# the address may contain a scrape's space, and a name may follow a crossed-out one
_ADDRESS = pattern(
    r"(?:at[:\s]+)?\(?(?:X{6,}(?:\s+f?m\b)?|(?:https?:|www\.)[^\s)]*?(?=\*{4}|[\s)]|$"
    r"|(?<=\.cfm|\.htm|html|aspx)[A-Z][A-Za-z'-]{3,}$))\)?"
    r"(?:\s+(?:[a-z][^\s._/:]*[._/:]\S+|[a-z]{1,4}(?=\s*$|\s+[A-Z]{4,}$)))*\s*"
)
_REST_OF_ADDRESS = pattern(r"[a-z][^\s._/:]*[._/:]\S+$")
_ALSO = pattern(r"You can also access this site.{0,90}?website\.?\s*|-{2,}\s*|\*{4,}\s*")
_NOTICE = pattern(r"(?<=[.!?\"”)]\s)(?:MINIMIZE CONSIDERED|Minimize considered)\.?\s+(?=\S+$)")
# a catalogue's row: its date, a length, TAGS; the cable's first paragraph may follow it
_CATALOGUE = pattern(r"0 \d\d/\d\d/\d{4} \d{2,6} [A-Z]{2,5}(?:,[A-Z]{2,5})*\b")
_CATALOGUED = 3  # lines after it
_COMPARED = 160  # characters of each
_QUOTES = frozenset('"”,;')
_LAST = _QUOTES | frozenset("'’0123456789ZM")
_STRUCK_OUT = "XXXXXX"
_DEEPEST = 8
_LONGEST_BELOW = 60
_FEWEST = 2


def trim_ending(lines: list[Line], account: Account) -> list[Line]:
    """Return the lines without what is below the author's text, with a name after it set apart."""
    if not lines:
        return lines
    lines = _without_catalogued(lines, account)
    last = _without_trailer(lines[-1], account)
    lines = _without_website([*lines[:-1], last], account)
    lines = _without_marks_around_name(lines, account)
    last = lines[-1]
    notice = _NOTICE.search(last.text) if "onsidered " in last.text or "ED " in last.text else None
    if notice:
        return [*lines[:-1], last.head(notice.start()), last.tail(notice.start())]
    return lines


def _without_catalogued(lines: list[Line], account: Account) -> list[Line]:
    """Return the lines without a catalogue's row that repeats part of the text."""
    for at in range(len(lines) - 2, max(len(lines) - 2 - _CATALOGUED, 0), -1):
        if lines[at].text.startswith("0 ") and _CATALOGUE.match(lines[at].text):
            above = "\n".join(line.text for line in lines[:at])
            below = lines[at + 1 :]
            if all(line.text[:_COMPARED] in above for line in below):
                account.mark_furniture("trailer", below)
                return lines[: at + 1]
    return lines


def _without_trailer(line: Line, account: Account) -> Line:
    """Return the last line without a dump's columns, date or quotation mark after a name."""
    while (start := _start_of_trailer(line.text)) is not None:
        account.mark_furniture("trailer", [line.tail(start)])
        line = line.head(start)
    return line


def _start_of_trailer(text: str) -> int | None:
    """Return the start of the trailer after a name."""
    if found := _TRAILER.search(text):
        start = found.start()
    elif text.endswith(' "') and text.count('"') % _FEWEST:
        start = len(text) - 1
    else:
        behind = _BEHIND_NAME.search(text) if text[-1] in _LAST else None
        balanced = behind is not None and text[-1] in _QUOTES and _is_balanced(text)
        return behind.start("behind") if behind and not balanced else None
    return start if _NAME_BEFORE.search(text[:start].rstrip(" .")) else None


def _without_marks_around_name(lines: list[Line], account: Account) -> list[Line]:
    """Return the lines with a surname bare that stands between marks, below the whole text."""
    for at in range(len(lines) - 1, max(len(lines) - _DEEPEST, 0), -1):
        line, above = lines[at], lines[at - 1].text
        found = next(filter(None, (form.match(line.text) for form in _SET_OFF)), None)
        if found and ends_sentence(above) and above[0] != line.text[0]:
            name = line.piece(*found.span("name"))
            for mark in (line.head(found.start("name")), line.tail(found.end("name"))):
                account.mark_furniture("trailer", [mark] if mark.text else [])
            name = replace(name, gap=line.gap, cut=line.cut)
            return [*lines[:at], name, *lines[at + 1 :]]
    return lines


def _is_balanced(text: str) -> bool:
    """Whether every quotation mark in the line has its counterpart there."""
    return text.count('"') % _FEWEST == 0 and text.count("“") == text.count("”")


def _without_website(lines: list[Line], account: Account) -> list[Line]:
    """Return the lines without one near the end that advertises a post's website."""
    for at in range(len(lines) - 1, max(len(lines) - _DEEPEST, 0) - 1, -1):
        text = lines[at].text
        if ("isit" not in text and "VISIT" not in text) or in_marked_paragraph(lines, at):
            continue
        found = next(reversed([*_WEBSITE.finditer(text)]), None)
        if found is not None and len(text) - found.end() < 4 * _LONGEST_BELOW:
            kept = list(_around_website(lines, at, found.start(), found.end(), account))
            return [*lines[:at], *kept] or lines
    return lines


def _around_website(
    lines: list[Line], at: int, start: int, end: int, account: Account
) -> Iterator[Line]:
    """Return the text before and after the advertisement, which begins in the line at ``at``."""
    line, below = lines[at], lines[at + 1 :]
    end = _end_of_address(line.text, end)
    mark = line.paragraph_mark
    advertisement = [line.tail(start).head(end - start)]
    rest = line.tail(end)
    if not rest.text:
        below = _below_address(below, advertisement)
    elif is_rule(rest.text):
        advertisement.append(rest)
    else:
        below = [_apart(rest), *below]
    numbered = mark is not None and not line.text[mark.end : start].strip()
    readable = _STRUCK_OUT not in advertisement[-1].text
    if numbered or (readable and not all(is_rule(each.text) for each in below)):
        yield from (line.head(end), *advertisement[1:])
    else:
        if start:
            yield line.head(start)
        account.mark_furniture("trailer", advertisement)
    if below:
        yield below[0] if is_rule(below[0].text) else _apart(below[0])
    yield from below[1:]


def _end_of_address(text: str, position: int) -> int:
    for form in (_ADDRESS, _ALSO):
        if found := form.match(text, position):
            position = found.end()
    return position


def _below_address(below: list[Line], advertisement: list[Line]) -> list[Line]:
    """Return the lines without the rest of an address, which joins the advertisement."""
    found = _ADDRESS.match(below[0].text) if below else None
    if below and not below[0].gap and "://" in advertisement[-1].text:
        found = found or _REST_OF_ADDRESS.match(below[0].text)
    if found:
        advertisement.append(below[0].head(found.end()))
        rest = below[0].tail(found.end())
        return [rest, *below[1:]] if rest.text else below[1:]
    return below


def _apart(line: Line) -> Line:
    return Line(line.start, line.text, line.indent, max(line.gap, 1), line.cut)
