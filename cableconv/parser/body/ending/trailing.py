"""What follows a cable's text: one row per kind of line, and per kind of end of the name's line.

The text is read from its end upwards: whatever is of one of these kinds is taken off, until a line
is of none.  A new kind is a new row.
"""

from __future__ import annotations

import re

import msgspec

from cableconv.parser.body.ending.signature_name import title_start
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.parser.lexer.shapes import is_rule
from cableconv.patterns import pattern

_DAY = (
    r"(?:(?:\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|(?:\d{1,2}\s)?(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]{0,6}\.?"
    r"(?:\s\d{1,2},)?\s\d{4})(?:[T ,]+\d{1,2}:\d\d(?::\d\d)?\s?(?:Z|[AP]M)?)?"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d"
    r" (?:[+-]\d{4}|[A-Z]{3,4}) \d{4})"
)
"""A day as scrapes print it, in digits or with the month's name; the hour may follow."""
_LEVEL = (
    r"(?:TOP SECRET|SECRET|CONFIDENTIAL|(?:SENSITIVE BUT )?UNCLASSIFIED|UNCLAS"
    r"|LIMITED OFFICIAL USE)"
)
_MESSAGE = r"(?:CABLE|MESSAGE|TELEGRAM|DOCUMENT|TRANSMISSION)"
# format lines 1 to 7 (ACP 127), where a page printed its header once more
_HEADER = (
    r"(?:VZCZC\w+|[ZOPR]{2}(?:\sR[A-Z]{3,7})+|DE\sR[A-Z]{3,7}\s#\d.*|ZN[RY]\s[A-Z]{5}\b.*"
    r"|[ZOPR](?:\s[ZOPR])*\s\d{6}Z\s[A-Z]{3}\s\d\d\b.*|FM\s[A-Z].*"
    r"|(?:TO\s|INFO\s)?R[A-Z]{4,7}/[A-Z].*)"
)
_MARKS = (
    rf"(?:(?:BT|END(?:\sOF\s(?:{_MESSAGE}|TEXT))?|End\sCable\sText|UNQUOTE|[#]\d{{3,4}}|N{{4}})"
    r"(?:\s|$)){1,4}"
)
_COLUMNS = r"0\s+\d\d/\d\d/\d{4}(?:\s+\d{4})?(?:\s+[A-Z]{2,4}(?:,\s?[A-Z]{2,4})*)?"
_TIME = r"(?:[|–-]\s)?\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?"
_NAME = r"\b[A-Z][A-Za-z'’-]{3,}"
# a day in words or a quotation mark may belong to the text: only after a name alone
_LONE_NAME = r"(?:^|[.!?][\"”)\]]?\s)\*?[A-Z](?:[A-Z'’-]{3,}|(?<=^.)[A-Za-z'’-]{3,})"
_MOST_LINES = 16  # such as the slashes of a form
_MOST_TAILS = 16  # of one line
_LONGEST_TAIL = 100  # characters, with the name before it
_NO_TAIL = frozenset(".)?!:")  # ends a sentence
_CLOSING = frozenset('"”,;')
_FIGURES = tuple("0123456789")


class Kind(msgspec.Struct, frozen=True):
    """A kind of text below or after the name, and the kind of furniture that it becomes.

    One that ``ends`` the message is not part of the text, even without a name above it.
    It has one of the ``signs``, if there are any, which are quicker to look for than the form.
    It has at most ``longest`` characters, if that is not 0.
    A ``quotation`` mark belongs to the text if it closes what the line opened.
    """

    name: str
    form: str
    becomes: str = "end-mark"
    ends: bool = False
    signs: tuple[str, ...] = ()
    quotation: bool = False
    longest: int = 0


LINES = (
    Kind("four letters N", r"(?:NN|[Nn]{3})\w{0,14}", ends=True, signs=("NN", "nn", "nN")),
    Kind("break", r"BT", ends=True, signs=("BT",)),
    Kind("channel's number", r"#\d{3,4}", ends=True, signs=("#",)),
    Kind("end of document", r"<+ ?END OF DOCUMENT ?>+", ends=True, signs=("END OF DOCUMENT",)),
    Kind("end of cable", r"=+ ?CABLE ENDS ?=+", ends=True, signs=("CABLE ENDS",)),
    Kind(
        "end in words",
        rf"\W*(?i:END(?:\s(?:OF\s)?{_MESSAGE}(?:\sTEXT)?)?|EOM)\W*",
        signs=("ND", "nd", "OM", "om"),
    ),
    Kind(
        "message ends",
        r"\W*(?i:(?:CABLE|MESSAGE|TELEGRAM)\sENDS)\W*",
        signs=("NDS", "nds"),
    ),
    Kind("notice", r"(?i:MINIMIZE CONSIDERED)\.?", signs=("NIMIZE", "nimize")),
    Kind("banner", rf"{_LEVEL}(?:[ /]+[A-Z]+)*", signs=("SECRET", "CONFID", "UNCLAS", "LIMITED")),
    Kind("declassified", r"DECLASSIFIED(?:\sIN\s(?:PART|FULL))?", signs=("DECLASSIFIED",)),
    Kind("page's number", r"\d{1,4}", signs=_FIGURES),
    Kind("day", _DAY, signs=_FIGURES, longest=50),
    Kind("row of a dump", r"0 \d\d/\d\d/\d{4}\b.*", signs=("0 ",)),
    Kind(
        "entry of a list",
        r"(?:>\s*)?(?:19|20)\d\d[A-Z]{2,6}\d{5,6}\s+-\s+[A-Z].*",
        signs=("19", "20"),
    ),
    Kind("separator of a dump", r">?\s*@{3}\w+@{3}", signs=("@@@",)),
    Kind("note of a printer", r"Track impresi[oó]n: .*", signs=("Track",)),
    Kind("id", r"ID:\s+\d{4,6}", signs=("ID:",)),
    Kind("query", r"SELECT \* FROM .*", signs=("SELECT",)),
    Kind("address", r"https?://\S+", signs=("http",)),
    Kind(
        "header",
        _HEADER,
        "repeated-header",
        signs=("VZCZC", "DE R", "ZNR ", "ZNY ", "Z ", "FM ", "/", "ZZ", "OO", "PP", "RR"),
    ),
    Kind("punctuation", r"\W+"),
)
"""Whole lines."""
_WORDS = frozenset(
    ("BT", "CONFIDENTIAL", "DECLASSIFIED", "END", "EOM", "SECRET", "UNCLAS", "UNCLASSIFIED")
)
"""Those that are one word."""
TAILS = (
    Kind(
        "end marks",
        rf"[A-Z][A-Za-z'’-]{{2,}}[.)\]*/\\]*(?P<tail>\s{_MARKS})",
        signs=("BT", "END", "End", "UNQUOTE", "#", "NNNN"),
    ),
    Kind("break joined to the name", r"^[A-Z][A-Z'-]{2,}(?P<tail>BT|NNNN)", signs=("BT", "NNNN")),
    Kind("level", rf"{_LONE_NAME}(?P<tail>\s{_LEVEL})", signs=("SECRET", "CONFID", "UNCLAS")),
    Kind("name again", rf"(?P<once>{_NAME})(?P<tail>\s+(?i:(?P=once)))", "trailer"),
    Kind("columns of a dump", rf"{_NAME}[ .]*(?P<tail>\s{_COLUMNS})", "trailer", signs=("/",)),
    Kind("time", rf"{_NAME}[ .]*(?P<tail>\s{_TIME})", "trailer", signs=("-",)),
    Kind("day", rf"{_LONE_NAME}(?P<tail>\s{_DAY})", "trailer", signs=_FIGURES),
    Kind("escape", rf"{_NAME}[ .]*(?P<tail>\s\\\"?)", "trailer", signs=("\\",), quotation=True),
    Kind(
        "quotation mark after a space",
        rf"{_NAME}[ .]*(?P<tail>\s\")",
        "trailer",
        signs=('"',),
        quotation=True,
    ),
    Kind("end of SQL", rf"{_NAME}[ .]*(?P<tail>'\);)", "trailer", signs=("');",)),
    Kind(
        "quotation mark",
        rf"{_LONE_NAME}(?P<tail>\s?[\"”'’]+[,;]?)",
        "trailer",
        signs=tuple("\"”'’"),
        quotation=True,
    ),
)
"""The ends of a line after a name."""
_NOTICE = pattern(
    r"(?:^|(?<=[.!?\"”)]\s))(?:MINIMIZE CONSIDERED|Minimize considered)\.?\s+(?=\S+$)"
)
_NOTICE_KIND = Kind("notice", "")
_END_OF_MESSAGE = "NNNN"  # format line 16
_TITLE = Kind("title", "", "trailer")
_BELOW_END = Kind("below the end", "", "trailer")

_LINES = tuple((kind, pattern(f"{kind.form}$")) for kind in LINES)
_TAILS = tuple((kind, pattern(f"{kind.form}$")) for kind in TAILS)


class Trailing(msgspec.Struct, frozen=True):
    """The lines of a text, and what follows it or its name, with the kinds of furniture.

    ``twice``: the name is printed a second time after it.
    """

    text: Lines
    rest: list[tuple[Line, Kind]]

    @property
    def twice(self) -> bool:
        """Whether the name is printed a second time."""
        return any(kind.name == "name again" for _, kind in self.rest)


def read_upwards(lines: Lines) -> Trailing:
    """Take off, from the end upwards, whatever is of a kind above."""
    end = _end_of_message(lines)
    rest = [(line, kind_of(line.text) or _BELOW_END) for line in reversed(lines[end:])]
    while end and len(lines) - end < _MOST_LINES and (kind := kind_of(lines[end - 1].text)):
        end -= 1
        rest.append((lines[end], kind))
    text = lines[:end]
    most = len(rest) + _MOST_TAILS
    while text and len(rest) < most and (found := _tail_of(text[-1].text)):
        start, kind = found
        rest.append((text[-1].tail(start), kind))
        text[-1] = text[-1].head(start)
    if text and (start := title_start(text[-1])):
        rest.append((text[-1].tail(start), _TITLE))
        text[-1] = text[-1].head(start)
    if text and (notice := _notice_in(text[-1])):
        last = text.pop()
        rest.append((last.tail(notice.start()).head(len(notice[0])), _NOTICE_KIND))
        text += [line for line in (last.head(notice.start()), last.tail(notice.end())) if line.text]
    return Trailing(text, rest)


def _end_of_message(lines: Lines) -> int:
    """Return the place of the last lines that say so, or the end; other lines may be below."""
    for at in range(len(lines) - 1, max(len(lines) - _MOST_LINES, 0) - 1, -1):
        if lines[at].text == _END_OF_MESSAGE:
            return at
    return len(lines)


def _notice_in(line: Line) -> re.Match[str] | None:
    """Return the notice before a name at the line's end; not all of a numbered paragraph."""
    text = line.text
    found = _NOTICE.search(text) if "ED " in text or "onsidered" in text else None
    mark = line.paragraph_mark if found else None
    is_whole = mark is not None and found is not None and found.start() <= mark.end
    return None if is_whole else found


def kind_of(text: str) -> Kind | None:
    """Return the kind of a whole line; None for a line of text or a name."""
    if _is_name(text):
        return None
    for kind, form in _LINES:
        if _may_be(kind, text) and form.match(text):
            return None if is_rule(text) and text != "..." else kind
    return None


def ends_message(text: str) -> bool:
    """Whether a whole line surely ends a message."""
    kind = kind_of(text)
    return kind is not None and kind.ends


def _may_be(kind: Kind, text: str) -> bool:
    """Whether the text has a sign of the kind, and is not too long for it."""
    if kind.longest and len(text) > kind.longest:
        return False
    return not kind.signs or bool([sign for sign in kind.signs if sign in text])


def _is_name(text: str) -> bool:
    """Whether a line is one word in capitals of ASCII, and of none of the kinds."""
    is_word = text.isascii() and _is_word(text) and text.isupper()
    return is_word and text not in _WORDS and text[:2] != "NN"


def _is_word(text: str) -> bool:
    """Whether it has nothing but letters, and hyphens between them."""
    return text.replace("-", "").isalpha() and text[0] != "-" != text[-1]


def _tail_of(text: str) -> tuple[int, Kind] | None:
    """Return the start and the kind of a line's end after a name."""
    if (_is_word(text) and not text.endswith(("BT", "NNNN"))) or text[-1] in _NO_TAIL:
        return None
    first = max(len(text) - _LONGEST_TAIL, 0)
    for kind, form in _TAILS:
        found = form.search(text, first) if _may_be(kind, text) else None
        if found and not (kind.quotation and _is_balanced(text)):
            return found.start("tail"), kind
    return None


def _is_balanced(text: str) -> bool:
    """Whether the last quotation mark, or a comma after it, closes what the line opened."""
    return text[-1] in _CLOSING and text.count('"') % 2 == 0 and text.count("“") == text.count("”")
