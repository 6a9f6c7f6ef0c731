"""Guesses the kind of a text without a cable from its beginning, with one rule per kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import msgspec

from cableconv.patterns import pattern
from cableconv.refusal import kinds
from cableconv.refusal.kinds import Kind
from cableconv.refusal.programs import opens_as_program

_LOOKED_AT = 20_000
_LINES = 200
_HEADERS = 3
"""The least number of headers of a mail."""
_FEW = 20
"""Fewer words than this are not prose, and fewer pieces not noise."""

_CONTROL = pattern(r"[\x00-\x08\x0b\x0e-\x1f\ufffd]")
_POSTMARK = pattern(r"^From \S++ .*\d\d:\d\d", re.MULTILINE)
_MAIL_HEADER = pattern(
    r"^(From|To|Cc|Date|Sent|Subject|Message-ID|References|In-Reply-To|Received|Return-Path"
    r"|MIME-Version|Content-Type|Reply-To|X-[\w-]++):",
    re.IGNORECASE | re.MULTILINE,
)
_SQL = pattern(
    r"^[ \t]*(?:INSERT INTO|CREATE (?:TABLE|DATABASE)|DROP TABLE|SELECT\b.*\bFROM|COPY\b.*\bFROM"
    r"|BEGIN TRANSACTION)\b",
    re.MULTILINE,
)
_MARKUP = pattern(r"\s*+<[!?\w]")
_JSON = pattern(r"""\s*+(?:\{\s*+["}]|\[\s*+[\[{"\d\]])""")
_BULLETIN = pattern(  # WMO-No. 386: the heading; ICAO Annex 10: the priority and addressees
    r"^(?:ZCZC\b.*|[A-Z]{4}\d\d [A-Z]{4} \d{6}(?: [A-Z]{3})?|(?:FF|GG|DD|SS|KK) [A-Z]{8}\b.*"
    r"|(?:METAR|SPECI|TAF)(?: (?:AMD|COR))? [A-Z]{4} \d{6}Z.*|\(?[A-Z]\d{4}/\d\d NOTAM[NRC].*)$",
    re.MULTILINE,
)
_OPENINGS = (
    (kinds.CALENDAR, pattern(r"\s*+BEGIN:V(?:CALENDAR|CARD|EVENT|TODO)\b")),
    (kinds.SUBTITLES, pattern(r"\s*+(?:WEBVTT\b|\d+\s+\d\d:\d\d:\d\d[,.]\d{3} --> )")),
    (kinds.PATCH, pattern(r"(?:diff |Index: .*\n=+\n|--- \S+.*\n\+\+\+ \S)")),
    (kinds.ENCRYPTED, pattern(r"\s*+-----BEGIN [A-Z ]+-----")),
    (kinds.ANSWER, pattern(r"HTTP/\d(?:\.\d)? \d{3}\b")),
    (kinds.BIBLIOGRAPHY, pattern(r"\s*+(?:@[A-Za-z]+\{\S+,|TY  - [A-Z]+\s)")),
    (kinds.WEB_ARCHIVE, pattern(r"WARC/")),
    (kinds.SETTINGS, pattern(r"---\s*\n[\w .-]{1,40}:\s")),
)
"""Kinds that their own first words tell."""
_ENCODED = pattern(r"[A-Za-z0-9+/]{40,}={0,2}$")
_NUMBER = pattern(r"(?:19)?\d\d[A-Z]{3,}\d{1,7}(?:_[a-z])?$")
_TIMED = pattern(r"\W{0,2}(?:\d{4}-\d\d-\d\d|\w{3} [ \d]\d|\d\d/\w{2,3}/\d{4})[T: ]+\d\d:\d\d")
_SETTING = pattern(r"(?:[\w.-]++(?: [\w.-]++)?\s*+[:=](?:\s|$)|\[[\w. -]++\]$|[#;])")
_CODE = pattern(
    r"(?:def|class|import|from \S++ import|return|async|var|let|const|function|public|private"
    r"|static|package|use|my|sub|struct|elif|else|try|except|with)\b.*[:;({]?$|#(?:include|define|!)"
    r"|(?:if|for|while|switch)\b.*[:{;)]$|//|/\*|\"\"\"|@\w|[\]})]+[,;]?$|.*[;{}]$"
    r"|[\w.]++(?:\[\w*+\])?\s*+(?:: [\w\[\], ]++)?[+-]?=\s|[\w.]++\(.*\)[,:]?$"
)
_FENCE = pattern(r"^(?:```|~~~)", re.MULTILINE)
_WORD = pattern(r"[^\W\d_]{3,}")


class _Look(msgspec.Struct, frozen=True):
    head: str
    lines: tuple[str, ...]

    def share(self, rule: re.Pattern[str]) -> float:
        """Return the share of lines that begin like this, from 0 to 1."""
        return sum(rule.match(line) is not None for line in self.lines) / len(self.lines)


def guess(text: str) -> Kind:
    """Return the probable kind of a text without a cable."""
    head = text[:_LOOKED_AT]
    lines = [stripped for line in head.splitlines() if (stripped := line.strip())][:_LINES]
    if not lines:
        return kinds.NOTHING
    look = _Look(head, tuple(lines))
    return next((kind for kind, applies in _RULES if applies(look)), kinds.FEW_WORDS)


def may_quote_cables(kind: Kind) -> bool:
    """Whether it is a program or documentation, which has cables as examples."""
    return kind in (kinds.CODE, kinds.DOCUMENTATION)


def _opens(kind: Kind, form: re.Pattern[str]) -> tuple[Kind, Callable[[_Look], bool]]:
    return kind, lambda look: form.match(look.head) is not None


def _is_binary(look: _Look) -> bool:
    return len(_CONTROL.findall(look.head)) * 20 > len(look.head)


def _is_mailbox(look: _Look) -> bool:
    return len(_POSTMARK.findall(look.head)) > 1 and _MAIL_HEADER.search(look.head) is not None


def _is_mail(look: _Look) -> bool:
    return len({name.lower() for name in _MAIL_HEADER.findall(look.head)}) >= _HEADERS


def _is_table(look: _Look) -> bool:
    return any(_is_cut_at(mark, look.lines) for mark in "\t;|,")


def _is_cut_at(mark: str, lines: tuple[str, ...]) -> bool:
    """Whether nearly all lines have the most frequent number of fields; prose has commas too."""
    counts = Counter(line.count(mark) for line in lines)
    fields, often = counts.most_common(1)[0]
    return fields > (mark == ",") and often > 1 and often * 10 >= len(lines) * 9


def _is_figures(look: _Look) -> bool:
    digits, letters = (sum(map(test, look.head)) for test in (str.isdecimal, str.isalpha))
    return digits > 2 * letters


def _is_documentation(look: _Look) -> bool:
    return look.head.lstrip().startswith("# ") and len(_FENCE.findall(look.head)) > 1


def _is_code(look: _Look) -> bool:
    """Whether many lines are statements; fewer suffice if the text begins like a program."""
    opens = opens_as_program(look.head)
    return look.share(_CODE) > (0.15 if opens else 0.35)


def _is_noise(look: _Look) -> bool:
    """Whether less than half of the visible characters are in words."""
    pieces = look.head.split()
    printed = sum(map(len, pieces))
    return len(pieces) >= _FEW and sum(map(len, _WORD.findall(look.head))) * 2 < printed


def _is_prose(look: _Look) -> bool:
    return len(_WORD.findall(look.head)) >= _FEW


_RULES: tuple[tuple[Kind, Callable[[_Look], bool]], ...] = (
    (kinds.CONTROL_CHARACTERS, _is_binary),
    *(_opens(kind, form) for kind, form in _OPENINGS),
    (kinds.ENCODED, lambda look: look.share(_ENCODED) > 0.9),
    (kinds.NUMBERS, lambda look: look.share(_NUMBER) > 0.9),
    (kinds.MAILBOX, _is_mailbox),
    (kinds.MAIL, _is_mail),
    (kinds.DOCUMENTATION, _is_documentation),
    (kinds.SQL, lambda look: _SQL.search(look.head) is not None),
    (kinds.MARKUP, lambda look: _MARKUP.match(look.head) is not None),
    (kinds.JSON, lambda look: _JSON.match(look.head) is not None),
    (kinds.BULLETIN, lambda look: _BULLETIN.search(look.head) is not None),
    (kinds.LOG, lambda look: look.share(_TIMED) > 0.5),
    (kinds.TABLE, _is_table),
    (kinds.FIGURES, _is_figures),
    (kinds.SETTINGS, lambda look: look.share(_SETTING) > 0.7),
    (kinds.CODE, _is_code),
    (kinds.NOISE, _is_noise),
    (kinds.PROSE, _is_prose),
)
"""In the order of testing: the clearest marks come first."""
