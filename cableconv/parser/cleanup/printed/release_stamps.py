"""Marks of a Freedom of Information release on the pages: stamps, exemptions, case numbers.

``RELEASED IN PART``, ``B1``, ``1.4(D)`` were printed beside removed text (5 U.S.C. 552(b), E.O.
13526 sec. 1.4); the case's line was at each page's foot, and a scan may have joined it to the
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.facts import STAMP
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern
from cableconv.vocabulary.notices import is_notice

KIND = "release-stamp"
_LEVEL = r"(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|SENSITIVE BUT UNCLASSIFIED)"
_EXEMPTION = r"(?:B[1-9](?:\([A-F]\))?|\(b\)\(\d\)(?:\([A-F]\))?|1\.[45]\s?\([A-H]\)|NR)"
_CASE_NUMBER = r"Case No\.?:?\s*[A-Z]{1,3}-\d{4}-\d{3,}"
_DOCUMENT = r"Doc(?:ument)? No\.?:?\s*[A-Z]?\d{6,}"
_DAY = r"Date:\s*\d{1,2}/\d{1,2}/\d{4}"
_STAMP = pattern(
    rf"(?:{_EXEMPTION}[\s,;]*)+$"
    rf"|(?:RELEASED?|DENIED|EXCISED) IN (?:FULL|PART)\.?(?:[\s,;-]*{_EXEMPTION})*$"
    r"|REVIEW AUTHORITY:.{0,80}$|DATE/CASE ID:.{0,40}$|(?:PAGE )?DENIED$"
    # the National Archives' stamp at each page's foot, on one line or several
    r"|Declassified/Released\b.{0,90}$|EO Systematic Review\b.{0,20}$"
)
_REASON = pattern(r"[B(1N]")
"""The beginning of an exemption, which may also be a reason for the classification."""
_CASE = pattern(
    rf"(?:{_LEVEL}\s+)?(?:U\.?S\.? Department of State\s+)?{_CASE_NUMBER}"
    rf"(?:\s+{_DOCUMENT})?(?:\s+{_DAY})?(?:\s+{_LEVEL}$)?"
)
_BESIDE_CASE = pattern(
    r"(?:U\.?S\.? Department of State|UNITED STATES DEPARTMENT OF STATE"
    rf"|{_DOCUMENT}|{_DAY}|{_LEVEL})$"
)
_REVIEWED = ("REVIEW AUTHORITY:", "DATE/CASE ID:")
_MOST = 6  # lines of a case's mark
_LONGEST_PAGE = 6000  # characters: each printed page has a stamp, so the first one too
_OPEN = pattern(
    r"(?:\b(?:by|for|under|reasons?|section|sec|and|or|e\.o\. \d{5})|[,:;(])\s*[:.]?$",
    re.IGNORECASE,
)


def take_release_stamps(lines: Lines, account: Account) -> Lines:
    """Return the lines without stamps; a line after one is marked ``cut``."""
    stamps = [line for line in lines if line.facts & STAMP and _is_whole_stamp(line.text)]
    if not stamps and account.text.find("Case No", 0, _LONGEST_PAGE) < 0:
        return lines
    kept: Lines = []
    cut = below = False
    for index, line in enumerate(lines):
        below = below or line.paragraph_mark is not None
        if (is_notice(line.text) and not below) or not _is_stamp(lines, index, kept, cut):
            pieces = list(_without_case(line, account))
            kept += [pieces[0].with_cut("page-mark") if cut and kept else pieces[0], *pieces[1:]]
            cut = False
            continue
        account.mark_furniture(KIND, [line])
        cut = True
    return kept


def _is_whole_stamp(text: str) -> bool:
    is_page_mark = text.startswith("PAGE ") and "DENIED" not in text
    return not is_page_mark and _STAMP.match(text) is not None


def _is_stamp(lines: Lines, index: int, kept: Lines, below_stamp: bool) -> bool:
    """Whether the whole line is a stamp; a wrapped reason is below the words before it."""
    text = lines[index].text
    if _STAMP.match(text):
        is_reason = _REASON.match(text) is not None and not below_stamp
        return not (is_reason and kept and _OPEN.search(kept[-1].text))
    if (case := _CASE.match(text)) and case.end() == len(text):
        return True
    return _BESIDE_CASE.match(text) is not None and _is_beside_case(lines, index)


def _is_beside_case(lines: Lines, index: int) -> bool:
    """Whether a case number is near, with only similar lines between."""
    for step in (1, -1):
        at = index + step
        while abs(at - index) < _MOST and 0 <= at < len(lines) and _is_part(lines[at]):
            at += step
        if 0 <= at < len(lines) and _names_case(lines[at].text):
            return True
    return False


def _names_case(text: str) -> bool:
    return text.startswith(_REVIEWED) or _CASE.match(text) is not None


def _is_part(line: Line) -> bool:
    return _BESIDE_CASE.match(line.text) is not None


def _without_case(line: Line, account: Account) -> Iterator[Line]:
    """Yield the text before and after a case's line that was joined to it."""
    found = _CASE.search(line.text) if "Case No" in line.text else None
    if found is None:
        yield line
        return
    account.mark_furniture(KIND, [line.head(found.end()).tail(found.start())])
    if found.start():
        yield line.head(found.start())
    if line.text[found.end() :].strip():
        yield line.tail(found.end()).with_cut("page-mark")
