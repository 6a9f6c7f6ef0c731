"""An archive's own data on a cable, in a row on the same page as the telegram.

Three forms are known: a record of fields (``refid: 08OSLO1``), a row with one column per
line, and a row on one line (CSV, or PostgreSQL's COPY with tabs).  The text around them is the
telegram, or a second copy of it.  ``Cable dated:`` is such a row with one column, and
``2001OSLO00017 - UNCLASSIFIED`` one of the Department's archive (NARA FAQ I.12).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from cableconv.diagnostics.body import LINE_BREAK_LOST
from cableconv.parser.account.account import Account
from cableconv.parser.cleanup.container.joined_rows import DATE, cut_at_rows
from cableconv.parser.cleanup.container.own_row import RowText, keep_own_row
from cableconv.parser.lexer.limits import FARTHEST_CLASS_LINE
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern
from cableconv.vocabulary.archive_dates import iso_date
from cableconv.vocabulary.archive_ids import archive_id, ids_by_number

ROW = "archive-row"
"""The kind of furniture for such rows."""

_FEWEST_FIELDS = 3
_NAMES_OF_ID = ("refid", "reference id", "id", "key", "identifier")
_NAMES_OF_VALUES = ("refid", "reference id", "key", "identifier", "origin", "source")
ARCHIVE_ID = r"\d\d[A-Z][A-Z.'-]+\d+[A-Z]?"
LEVEL = (
    r"(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE)"
    r"(?://(?:FOR OFFICIAL USE ONLY|[A-Z]+))?"
)
_IDS = rf"{ARCHIVE_ID}(?:[|,;]\s?{ARCHIVE_ID})*"
_SEPARATOR = r'"?[ ]?[,;]?[ ]*"?'
_PRINTED = rf"(?P<id>(?:19|20)\d\d[A-Z]{{2,6}}\d{{5}}) - (?P<classification>{LEVEL})$"
_SIGN = pattern(
    rf'"?(?:\d{{1,7}}["\s,;]+)?{DATE}|{ARCHIVE_ID}$|\d{{4,7}}\s+Cable dated:'
    r"|(?:19|20)\d\d[A-Z]+\d{5} - "
)
_OPENERS = frozenset('"0123456789')
_WORD = pattern(  # begins with a sign: fast
    r":(?:(?<=id:)|(?<=ID:)|(?<=Key:)|(?<=Identifier:)|(?<=Cable dated:))"
)
_LAST_WORDS = "header ends"
# what the columns behind the archive's own hold: header or body
_TELEGRAM = (
    r"(?=$|V?ZCZC|[ZOPRY]{2} R|[ZOPR] (?:[ZOPR] )?\d{6}Z|DE R|FM |This record"
    r"|(?:ACTION|INFO)\s+[A-Z]+-\d\d\b|[CSU] [OEN] [NC]|UNCLAS|CONFID|SECRET)"
)
_ONE_LINE = pattern(
    rf'"?(?:(?P<row>\d{{1,7}}){_SEPARATOR})?(?P<date>{DATE}){_SEPARATOR}(?P<id>{ARCHIVE_ID})\b{_SEPARATOR}'
    rf'(?:(?P<office>[A-Z][^",|]{{2,50}}?){_SEPARATOR})??(?P<classification>{LEVEL})\b{_SEPARATOR}'
    rf'(?P<references>\d\d[A-Z][^"]*?)??{_SEPARATOR}{_TELEGRAM}'
)
ROW_BEGINS = pattern(rf'"?(?:\d{{1,7}}{_SEPARATOR})?{DATE}{_SEPARATOR}{ARCHIVE_ID}\b')
_DATED = pattern(rf"(?:\d{{4,7}}\s+)?(?:Cable dated:\s*(?P<date>{DATE})|{DATE}(?=\s[CSUL][ NO]))")
_OF_DEPARTMENT = pattern(_PRINTED)
_NAMED = pattern(
    r"(?:(?P<name>id|refid|key|identifier|reference id|date|created|released|source|origin"
    r"|class(?:ification)?|subject|title|tags|destination|references?|misc|redacted|wikileaks)"
    r"\s*:\s*(?P<value>.*)|(?:header|body)\s*:)$",
    re.IGNORECASE,
)
_END = pattern(r"[-=]{4,} ?header ends ?[-=]{4,}$", re.IGNORECASE)
_ONLY = {name: pattern(rf"{form}$") for name, form in
         (("row", r"\d{1,7}"), ("date", DATE), ("id", ARCHIVE_ID), ("classification", LEVEL),
          ("references", _IDS))}  # fmt: skip
VALUES = {name: _ONLY[name] for name in ("id", "date", "classification")}
"""The forms of an archive's values."""
_AROUND_CELL = '",'
_SAID = ("id", "date", "office", "classification")
_MOST_LINES = 4
_LONGEST_OFFICE = 50


class _Row(msgspec.Struct, frozen=True):
    """A row that begins at a line: its number of lines, and the rest of the last one.

    ``cites`` are the ids in its column of references.
    """

    length: int
    said: dict[str, str]
    rest: int | None = None
    cites: str = ""


def take_archive_rows(lines: Lines, account: Account) -> Lines:
    """Return the lines without such rows; their data are kept by the fields of ``Source``.

    The line after a row is marked ``cut``: another copy of the telegram may begin there.
    """
    lines = cut_at_rows(lines, account.text)
    if not _may_hold_row(lines, account.text):
        return lines
    kept: Lines = []
    texts: list[RowText] = []
    index = 0
    cut = False
    while index < len(lines):
        line = lines[index]
        row = _row_at(lines, index, index < FARTHEST_CLASS_LINE)
        if row is None and _END.match(line.text):
            row = _Row(1, {})
        if row is None:
            kept.append(replace(line, cut=ROW) if cut else line)
            cut = False
            index += 1
            continue
        if kept and _is_title_of(kept[-1], line):
            account.mark_furniture(ROW, [kept.pop()])
        if len(row.said) > 1 and "id" in row.said:  # an id alone is a title, without text
            is_quoted = '"' in line.text
            texts.append(RowText(row.said["id"], len(kept), is_quoted))
        kept += _take(lines[index : index + row.length], row.rest, account)
        cut = row.rest is None
        account.rows += [row.said] if row.said else []
        account.cited.update(ids_by_number(row.cites))
        index += row.length
    return keep_own_row(kept, texts, account)


def _is_title_of(above: Line, first: Line) -> bool:
    """Whether a line between an empty one and a record is its title; only one kind has any."""
    named = _NAMED.match(first.text)
    begins = named is not None and (named["name"] or "").lower() == "class"
    return begins and above.gap > 0 and not first.gap and above.paragraph_mark is None


def _may_hold_row(lines: Lines, text: str) -> bool:
    """Whether it has a word of a record anywhere, or a date or an id at the start of a line."""
    near = (line.text for line in lines[:FARTHEST_CLASS_LINE] if line.text[0] in _OPENERS)
    return bool(_WORD.search(text)) or _LAST_WORDS in text or any(map(_SIGN.match, near))


def _take(lines: Lines, rest: int | None, account: Account) -> Lines:
    """Mark a row as furniture; the rest of its last line belongs to the telegram."""
    whole = list(lines) if rest is None else [*lines[:-1], lines[-1].head(rest)]
    for line in whole:
        account.mark_furniture(ROW, [line])
    if rest is None:
        return []
    telegram = replace(lines[-1].tail(rest), cut=ROW)
    if lines[-1].text[rest - 1 : rest + 1].isalnum():  # nothing between
        account.report(LINE_BREAK_LOST, telegram)
    return [telegram]


def _row_at(lines: Sequence[Line], index: int, is_near: bool) -> _Row | None:
    """Return the row at a line; far below the top only one on a line of its own."""
    first = lines[index].text
    if not is_near:
        begins = first[0] in '"123456789' and ROW_BEGINS.match(first)
        return _wrapped_row(lines, index) if begins else None
    if first[0].isdecimal() or first[0] == '"' or first[:5] == "Cable":
        return _on_one_line(lines, index) or _column_a_line(lines, index)
    return _record(lines, index) if ":" in first[:16] else None


def _on_one_line(lines: Sequence[Line], index: int) -> _Row | None:
    """Return a row on one line, or on several if its cells were wrapped."""
    text = lines[index].text
    if ROW_BEGINS.match(text) and (row := _wrapped_row(lines, index)):
        return row
    if (" - " in text) and (found := _OF_DEPARTMENT.match(text)):
        return _Row(1, {"id": archive_id(found["id"]), "classification": found["classification"]})
    dated = _DATED.match(text)
    if dated is None:
        return None
    said = {"date": iso_date(dated["date"])} if dated["date"] else {}
    return _Row(1, said, dated.end() if dated.end() < len(text) else None)


def _wrapped_row(lines: Sequence[Line], index: int) -> _Row | None:
    """Return the row up to header or body, perhaps on a later line."""
    whole: _Row | None = None
    text = ""
    for length, line in enumerate(lines[index : index + _MOST_LINES], 1):
        before = len(text) + 1 if text else 0
        text = f"{text} {line.text}" if text else line.text
        found = _ONE_LINE.match(text)
        if found and found.end() < len(text):
            rest = max(found.end() - before, 0) or None
            return _row(found, length if rest else length - 1, rest)
        whole = whole or (_row(found, length) if found else None)
    return whole


def _row(found: re.Match[str], length: int, rest: int | None = None) -> _Row:
    said = {name: " ".join(found[name].split()) for name in _SAID if found[name]}
    return _Row(length, {**said, "date": iso_date(said["date"])}, rest, found["references"] or "")


def _column_a_line(lines: Sequence[Line], index: int) -> _Row | None:
    """Read row, date, id, office, classification and references, one per line, some missing."""
    said: dict[str, str] = {}
    at = index
    for name in ("row", "date", "id", "office", "classification", "references"):
        if at == len(lines):
            break
        text = lines[at].text.strip(_AROUND_CELL)
        if name == "office" and "id" in said:
            fits = text[:1].isalpha() and len(text) <= _LONGEST_OFFICE
            below = lines[at + 1].text.strip(_AROUND_CELL) if at + 1 < len(lines) else ""
            fits = fits and _ONLY["classification"].match(below) is not None
        else:
            fits = name in _ONLY and _ONLY[name].match(text) is not None
        if fits:
            said[name] = text
            at += 1
    is_lone = index == 0 and len(said) == 1  # the page's title, above the whole telegram
    if "id" not in said or not (is_lone or "date" in said or "classification" in said):
        return None
    if "date" in said:
        said["date"] = iso_date(said["date"])
    known = {name: value for name, value in said.items() if name in _SAID}
    return _Row(at - index, known, cites=said.get("references", ""))


def _record(lines: Sequence[Line], index: int) -> _Row | None:
    """Read named fields, one per line, up to ``header:``."""
    said: dict[str, str] = {}
    at = index
    while at < len(lines) and (found := _NAMED.match(lines[at].text)):
        if found["name"]:
            said[found["name"].lower()] = found["value"].strip()
        at += 1
    if at - index < _FEWEST_FIELDS or said.keys().isdisjoint(_NAMES_OF_ID):
        return None
    level = said.get("classification") or said.get("class")
    known = {"classification": level} if level else {}
    if date := iso_date(said.get("date", said.get("created", ""))):
        known["date"] = date
    for value in filter(None, map(said.get, _NAMES_OF_VALUES)):
        known.setdefault("id" if _ONLY["id"].match(value) else "office", value)
    cites = " ".join(said.get(name, "") for name in ("destination", "reference", "references"))
    return _Row(at - index, known, cites=cites)
