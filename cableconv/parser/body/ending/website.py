"""The address of a post's website, which posts advertised at the end of a telegram.

One below the name, or with a crossed-out address, is no text of the author; a legible address
above the name is.  It may stand between rules or be joined to the last sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.parser.account.account import Account
from cableconv.parser.body.ending.trailing import ends_message
from cableconv.parser.lexer.lines import Line
from cableconv.parser.lexer.pilcrows import in_marked_paragraph
from cableconv.parser.lexer.shapes import is_rule
from cableconv.patterns import pattern

_BEGINS = r"\(?(?:(?i:https?:|www\.)|X{6,})"
_CLASSIFIED = pattern(
    r"(?:\b(?i:for\s(?:more|further|additional))\s[^.]{1,90}?[\s,])?(?:\b(?i:please)\s+)?\b(?i:visit)\s.{1,60}?\s(?i:classified\s+(?:siprnet\s+)?web\s?site)"
    r"(?:\s+(?i:at))?[\s:;.]*"
)
# sites under another name, only before an address
_OTHER = pattern(
    rf"""(?:^|(?<=[.!?*"”)-]\s)|(?<=[.!?*"”)]\s\s))["“]?(?:\(U\)\s)?
    (?:(?i:please\s)?(?i:visit|see|track|follow)\s[^.:]{{1,90}}?
      | (?i:for|to)\s(?i:more|further|additional|view|read|see)\s[^.]{{1,140}}?
      | (?i:this)\s(?i:report|cable|message)\s[^.]{{1,60}}\s(?i:found|viewed|read)\s[^.]{{1,90}}?
      | [A-Z][^.:]{{2,60}}?\s(?i:(?:web\s?)?(?:site|page|portal))
    )(?i:\s+at)?[\s:;,]*(?={_BEGINS}|$)""",
    re.VERBOSE,
)
_OWN = pattern(
    r"classified|siprnet|intranet|intelink|sgov|reporting|embassy|consulate|smart message"
    r"|['’]s?\s(?:\w+\s)?(?:web\s?)?(?:site|page|portal)\b|\bour\b",
    re.I,
)
# the address may contain a scrape's space, and a name may follow a crossed-out one
_ADDRESS = pattern(
    r"(?:(?i:at)[:\s]+)?\(?(?:X{6,}(?:\s+f?m\b)?|(?i:https?:|www\.)[^\s)]*?(?=\*{4}|[\s)]|$"
    r"|(?<=\.cfm|\.htm|html|aspx)[A-Z][A-Za-z'-]{3,}$))\)?"
    r"(?:\s+(?:[a-z][^\s._/:]*[._/:]\S+|FM\b|/(?=\s|$)"
    r"|[a-z]{1,4}\.?(?=\s*$|\s+[A-Z][A-Za-z]{3,}$)))*\s*"
)
_REST_OF_ADDRESS = pattern(r"[a-z][^\s._/:]*[._/:]\S+$|[a-z]{1,3}\b[._/:]?\S*$")
_ALSO = pattern(r"You can also access this site.{0,90}?website\.?\s*|-{2,}\s*|\*{4,}\s*")
_STRUCK_OUT = "XXXXXX"
_DEEPEST = 8  # lines at the end of a text
_LONGEST_LINE = 400  # characters at a line's end
_LONGEST_BELOW = 240  # characters after the advertisement in its own line


def without_website(lines: list[Line], account: Account) -> list[Line]:
    """Return the lines without one near the end that advertises a post's website."""
    for at in range(len(lines) - 1, max(len(lines) - _DEEPEST, 0) - 1, -1):
        if not _may_advertise(lines, at) or in_marked_paragraph(lines, at):
            continue
        found = _advertisement(lines, at)
        if found is not None:
            kept = list(_around(lines, at, found.start(), found.end(), account))
            above = lines[:at] if kept else _without_rules(lines[:at], account)
            return [*above, *kept] or lines
    return lines


def _may_advertise(lines: list[Line], at: int) -> bool:
    """Whether the line invites a visit, or an address is in it or begins the next line."""
    text = lines[at].text
    below = lines[at + 1].text[:5].lower() if at + 1 < len(lines) else ""
    invites = "isit" in text or "VISIT" in text
    addressed = "//" in text or "www." in text or _STRUCK_OUT in text
    return invites or addressed or below in ("http:", "https", "www.")


def _advertisement(lines: list[Line], at: int) -> re.Match[str] | None:
    text = lines[at].text
    every = [*_CLASSIFIED.finditer(text)] if "CLASSIFIED" in text.upper() else []
    if every:
        found = every[-1]
        return found if len(text) - found.end() < _LONGEST_BELOW else None
    for found in _OTHER.finditer(text, max(len(text) - _LONGEST_LINE, 0)):
        address = text[found.end() :]
        if not address and at + 1 < len(lines):
            address = lines[at + 1].text
        if _ADDRESS.match(address) and _OWN.search(found[0] + address):
            return found
    return None


def _around(lines: list[Line], at: int, start: int, end: int, account: Account) -> Iterator[Line]:
    """Yield the text before and after the advertisement, which begins in the line at ``at``."""
    line, below = lines[at], lines[at + 1 :]
    end = _end_of_address(line.text, end)
    advertisement = [line.tail(start).head(end - start)]
    rest = line.tail(end)
    if not rest.text:
        below = _below_address(below, advertisement)
    elif is_rule(rest.text):
        advertisement.append(rest)
    else:
        below = [_apart(rest), *below]
    mark = line.paragraph_mark
    numbered = mark is not None and not line.text[mark.end : start].strip()
    readable = _STRUCK_OUT not in advertisement[-1].text
    if numbered or (readable and not all(_frames(each) for each in below)):
        yield from (line.head(end), *advertisement[1:])
    else:
        if start:
            yield line.head(start)
        account.mark_furniture("trailer", advertisement)
        below = _without_rules(below, account)
    if below:
        yield below[0] if is_rule(below[0].text) else _apart(below[0])
    yield from below[1:]


def _frames(line: Line) -> bool:
    """Whether it is a rule or the mark of the message's end, and so no name."""
    return is_rule(line.text) or ends_message(line.text)


def _without_rules(lines: list[Line], account: Account) -> list[Line]:
    """Return the lines without the rules that end them, which framed the advertisement."""
    end = len(lines)
    while end and is_rule(lines[end - 1].text):
        end -= 1
    account.mark_furniture("rule", lines[end:])
    return lines[:end]


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
    return _without_head(below, found.end(), advertisement) if found else below


def _without_head(lines: list[Line], end: int, advertisement: list[Line]) -> list[Line]:
    """Return the lines without the first one's head, which joins the advertisement."""
    advertisement.append(lines[0].head(end))
    rest = lines[0].tail(end)
    return [rest, *lines[1:]] if rest.text else lines[1:]


def _apart(line: Line) -> Line:
    return Line(line.start, line.text, line.indent, max(line.gap, 1), line.cut)
