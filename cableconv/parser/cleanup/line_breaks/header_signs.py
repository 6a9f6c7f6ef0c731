"""The words with which a header's lines begin, anywhere in a line.

ACP 127 para 142 gives the order of the format lines; a word that is also an ordinary one (FM,
TO, INFO) counts only after the lines that precede it.
"""

from __future__ import annotations

import re

from cableconv.patterns import pattern

_DOUBLED = r"(?:(?<![A-Z])[CSU]\s?)?"  # the first letter may be doubled
_SPACED = (
    rf"{_DOUBLED}(?:T\sO\sP\s+)?(?:S\sE\sC\sR\sE\sT|C\s[O0]\sN\sF\s[I1]\sD\sE\sN\sT\s[I1]\sA\sL"
    r"|U\sN\sC\sL\sA\sS|L\sI\sM\sI\sT\sE\sD\s)(?![A-Za-z])"
)
_PLAIN = (
    rf"{_DOUBLED}(?:UNCLAS(?:SIFIED)?|(?:TOP\s)?SECRET|CONFIDENTIAL|LIMITED\sOFFICIAL\sUSE)"
    r"(?![A-Za-z])"
)
# The letters that follow are looked at first: most capitals end there.
# not the end of one name and the beginning of the next: BEIRUTRUEHC
_ROUTE = (
    r"R(?:[UH](?:(?!R[UH][A-Z]{2})[A-Z]){2,6}\s?/(?=\s?[A-Z\d])"
    r"|[ABCX](?<=[\s\d]R[ABCX])[A-Z]{2,6}/(?=[A-Z]))"
)
_NAME = (
    r"[AUS](?=[EIMS])(?:(?<=[\w)].)|(?<=[\w)]\s.)|(?<=[\w)]\s\s.))"
    r"(?:(?<=A)M(?:EMBASSY|CONSUL|CONGEN)\b|(?<=U)S(?:MISSION|INT)\b|(?<=S)ECSTATE\b"
    r"|(?<=A)IG(?=\s\d{2,5}\b))"
)
# WHITE HOUSE NSC and US DEPT OF are the beginnings of one name; INDIA WASH is no DIA
_AGENCY = (
    r"[CDFNS](?=[BEIS][ACIP])(?:(?<=[\w)]\s.)|(?<=[\w)]\s\s.)|(?<=DC.)|(?<=\s[A-Z]{2}.)"
    r"|(?<=[A-Z]{2}[FNS]))(?<!HOUSE\sN)(?<!US\sD)"
    r"(?:(?:(?<=[CD])IA|(?<=F)BI|(?<=N)SC|(?<=S)ECDEF)\sWASH|(?<=D)EPT\sOF\s)"
)
_PRECEDENCE = r"(?:PRIORITY|IMMEDIATE|ROUTINE|FLASH)"
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s\d\d?\s[A-Z][a-z]{2,8}\s\d{4}"
"""A day as printed on a newspaper's page, above its copy of a cable."""
_LEVEL = rf"(?=[CLSTU])(?:{_SPACED}(?P<spaced>)|{_PLAIN}(?P<plain>))"
SIGN = pattern(
    rf"""
      [VZ](?:(?<=V)Z|(?<=Z))CZC[A-Z]{{3}}\d{{3,4}} (?P<channel>)
    | [ZOPRY][ZOPRY](?<=ZZ|OO|PP|RR|YY)(?=\sR[A-Z]{{3}}) (?P<routing>)
    | DE(?=\sR[A-Z]{{3,7}}\s?\#) (?P<prepared>)
    | ZN[RY](?=\s[A-Z]{{5}}) (?P<security>)
    | (?:[ZOPRY](?:\s[ZOPRY])?\s?\d|\d(?<!\d\d))\d{{5}}Z(?=\s[A-Z][A-Za-z]{{2}}\s?\d\d) (?P<dated>)
    | FM(?=[\s:]\s*[A-Z]) (?P<origin>)
    | INFO(?<!USINFO)(?=\s+[A-Z]|R[UH][A-Z]{{2,6}}/) (?P<info>)
    | TO(?=\s+[A-Z]|R[UH][A-Z]{{2,6}}/) (?P<action>)
    | XMT(?<=[\s\d]XMT)(?=[\s/]) (?P<exempted>)
    | BT(?:(?<=\ABT)|(?<=[\s\d]BT))(?=\s*[CLSTU]) (?P<end>)
    | {_LEVEL}
    | {_ROUTE} (?P<route>)
    | ZEN/(?=[A-Z]) (?P<relayed>)
    | {_NAME} (?P<name>)
    | {_AGENCY} (?P<agency>)
    | (?:(?:{_PRECEDENCE}(?:\s\d{{1,7}})?|COLLECTIVE(?!\s*{_PRECEDENCE}))
          (?=\s*[A-Z]{{3}}|[A-Z]{{2}}\s|\sEU\s)
        |\d(?<=[A-Z]\s\d)\d{{3}}(?=\s*(?!{_PRECEDENCE})[A-Z]{{2}})
        |//(?=\s[A-Z]{{3}}[A-Z ]+//)) (?P<closed>)
    | (?:{DAY}|This\srecord\sis\sa\spartial\sextract) (?P<aside>)
    """,
    re.VERBOSE,
)
"""The sign of any format line's beginning; the last group's name identifies the line.

Groups are empty and stand behind the signs, since the first letters of alternatives are compared
before anything else only if no group begins there.
"""
LEVEL_SIGN = pattern(_LEVEL)
"""The sign of a class line alone: after the first one no other header line is searched for."""

# a number, and the first two characters of a sign; but not the Z of the number's own time
_NUMBER_BEFORE = pattern(
    r"\d(?!\d)\s?(?!Z\s\w{3}\s)(?:A[IM]|BT|C[0CO ]|DE|F[LM]|I[MN]|L[I ]|O[O \d]|P[PR \d]"
    r"|R[A-CHORUX \d]|S[ES ]|T[O ]|U[NSU ]|VZ|XM|Y[Y \d]|Z[CNZ \d])"
)
_CLOSERS = ("PRIORITY", "IMMEDIATE", "ROUTINE", "FLASH", "COLLECTIVE")
_NAMES = ("AMEMBASSY", "AMCONSUL", "AMCONGEN", "USMISSION", "SECSTATE", "AIG ")
_UNROUTED_NAMES = (
    *_NAMES, "USINT", "CIA WASH", "DIA WASH", "FBI WASH", "NSC WASH", "SECDEF WASH", "DEPT OF ",
)  # fmt: skip
_BEFORE_NAME = frozenset(("TO ", "FM ", "INFO "))
_BEHIND_DATE = 13  # characters: a line's precedence and date-time group before its Z
_LONGEST_WEEKDAY = 7  # characters before "day, " at a line's beginning
_AROUND_OFFICE = 2


def may_hold_level(text: str) -> bool:
    """Whether it has the letters common to all levels, spaced or not; few texts do."""
    return (
        " N F " in text
        or " E C R" in text
        or " N C " in text
        or " M I " in text
        or "UNCLAS" in text
        or "SECRET" in text
        or "CONFIDENTIAL" in text
        or "LIMITED" in text
    )


def may_hold_lines(text: str) -> bool:
    """Whether it may have another sign than the line's own; most lines are whole."""
    inside = text[2:]
    return (
        (text.count("/") > 1 and _has_two_routes(text))
        or "TO " in inside
        or "INFO " in inside
        or "FM " in inside
        or "XMT" in inside
        or "BT" in inside
        or may_hold_level(text)
        or text.find("Z ", _BEHIND_DATE) > 0
        or _NUMBER_BEFORE.search(inside) is not None
        or ("/" not in text and _is_of_lines_above(inside))
        or _has_name_inside(text)
        or ("R" in inside and _has_route_inside(text))
        or _goes_on_behind_entry(text)
    )


def _has_name_inside(text: str) -> bool:
    """Whether it has a name other than after its route or its label."""
    for name in _NAMES if "/" in text else _UNROUTED_NAMES:
        if name in text:
            at = text.rindex(name)
            if at and text[at - 1] != "/" and text[:at] not in _BEFORE_NAME:
                return True
    return False


def _has_route_inside(text: str) -> bool:
    """Whether a slash stands behind several words that are no label's; a section's has a digit."""
    slash = max(text.find("/"), 0)
    end = text.rfind(" ", 0, slash) + 1
    return end > 0 and text[:end] not in _BEFORE_NAME and not text[slash - 1].isdecimal()


def _goes_on_behind_entry(text: str) -> bool:
    """Whether words follow the end of an entry, except a number."""
    for closer in _CLOSERS:
        if closer in text:
            words = text.partition(closer)[2].strip(" 0123456789")
            if words and words not in _CLOSERS:
                return True
    return False


def _has_two_routes(text: str) -> bool:
    """Whether it has a slash apart from the route's own and those around an office."""
    offices = text.count("//")
    return text.count("/") - 2 * offices > 1 or offices > _AROUND_OFFICE


def _is_of_lines_above(inside: str) -> bool:
    """Whether it has a sign of format lines 1 to 5, or of a line about the copy."""
    return (
        "DE R" in inside
        or "ZNR " in inside
        or "ZNY " in inside
        or "ZCZC" in inside
        or "OO R" in inside
        or "PP R" in inside
        or "RR R" in inside
        or inside.find("day, ", _LONGEST_WEEKDAY) >= 0
        or "This re" in inside
    )
