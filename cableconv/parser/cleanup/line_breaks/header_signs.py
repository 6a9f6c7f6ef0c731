"""The words with which a header's lines begin, wherever they stand in a line.

ACP 127 para 142 gives the order of the format lines; a word that is also one of the language (FM,
TO, INFO) counts only behind the lines that come before it.
"""

from __future__ import annotations

import re

from cableconv.patterns import pattern

_DOUBLED = r"(?:(?<![A-Z])[CSU]\s?)?"  # the first letter may stand twice
_SPACED = (
    rf"{_DOUBLED}(?:T\sO\sP\s+)?(?:S\sE\sC\sR\sE\sT|C\sO\sN\sF\sI\sD\sE\sN\sT\sI\sA\sL"
    r"|U\sN\sC\sL\sA\sS|L\sI\sM\sI\sT\sE\sD\s)(?![A-Za-z])"
)
_PLAIN = (
    rf"{_DOUBLED}(?:UNCLAS(?:SIFIED)?|(?:TOP\s)?SECRET|CONFIDENTIAL|LIMITED\sOFFICIAL\sUSE)"
    r"(?![A-Za-z])"
)
# a routing indicator is not the end of a name and the next one's beginning: BEIRUTRUEHC
_ROUTE = (
    r"R[UH](?:(?!R[UH][A-Z]{2})[A-Z]){2,6}\s?/(?=\s?[A-Z])"
    r"|(?<=[\s\d])R[ABCX][A-Z]{2,6}/(?=[A-Z])"
)
_NAME = r"(?:AMEMBASSY|AMCONSUL|AMCONGEN|USMISSION|SECSTATE)\b"
_PRECEDENCE = r"(?:PRIORITY|IMMEDIATE|ROUTINE|FLASH)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s\d\d?\s[A-Z][a-z]{2,8}\s\d{4}"
SIGN = pattern(
    rf"""
      (?P<channel> V?ZCZC[A-Z]{{3}}\d{{3,4}} )
    | (?P<routing> (?:ZZ|OO|PP|RR|YY)(?=\sR[A-Z]{{3}}) )
    | (?P<prepared> DE(?=\sR[A-Z]{{3,7}}\s?\#) )
    | (?P<security> ZN[RY](?=\s[A-Z]{{5}}) )
    | (?P<dated> (?:(?:[ZOPRY]\s)?[ZOPRY]\s?)?(?<!\d)\d{{6}}Z(?=\s[A-Z]{{3}}\s?\d\d) )
    | (?P<origin> FM(?=[\s:]\s*[A-Z]) )
    | (?P<info> (?<!US)INFO(?=\s+[A-Z]|R[UH][A-Z]{{2,6}}/) )
    | (?P<action> TO(?=\s+[A-Z]|R[UH][A-Z]{{2,6}}/) )
    | (?P<exempted> (?<=[\s\d])XMT(?=[\s/]) )
    | (?P<end> (?<=[\s\d])BT(?=\s*(?:{_SPACED}|{_PLAIN})) )
    | (?P<spaced> {_SPACED} )
    | (?P<plain> {_PLAIN} )
    | (?P<route> {_ROUTE} )
    | (?P<name> (?<=[\w)]){_NAME} | (?<=[\w)]\s){_NAME} )
    | (?P<closed> (?:{_PRECEDENCE}(?:\s\d{{1,7}})?|COLLECTIVE(?!\s*{_PRECEDENCE}))
        (?=\s*[A-Z]{{3}})
        | (?<=[A-Z]\s)\d{{4}}(?=\s*(?!{_PRECEDENCE})[A-Z]{{2}}) | //(?=\s[A-Z]{{3}}[A-Z ]+//) )
    | (?P<aside> {_DAY} | This\srecord\sis\sa\spartial\sextract )
    """,
    re.VERBOSE,
)
"""One sign of a format line's beginning; the group's name says which line it is."""

_BEHIND_NUMBER = pattern(r"\d\s?[A-Z]")
_BEHIND_ENTRY = pattern(
    rf"(?:{_PRECEDENCE}(?:\s\d{{1,7}})?|COLLECTIVE(?!\s*{_PRECEDENCE}))\s*[A-Z]"
)
_INNER = ("FM ", "TO ", "INFO ", "DE R", "ZNR ", "ZNY ", "ZCZC", "XMT", "BT", "day, ", "This re",
          "OO R", "PP R", "RR R")  # fmt: skip
_NAMES = ("AMEMBASSY", "AMCONSUL", "AMCONGEN", "USMISSION", "SECSTATE")
_LAST = ("PRIORITY", "IMMEDIATE", "ROUTINE", "COLLECTIVE")
_LABELLED = 6  # characters before which the line's own first name stands: INFO and a blank


def may_hold_level(text: str) -> bool:
    """Whether letters stand in it that are in each level, spaced or not; few texts have them."""
    return (
        " N F " in text
        or " E C " in text
        or " N C " in text
        or " M I " in text
        or "UNCLAS" in text
        or "SECRET" in text
        or "CONFIDENTIAL" in text
        or "LIMITED" in text
    )


def may_hold_lines(text: str) -> bool:
    """Whether another sign than the line's own may stand in it; most lines are whole."""
    inside = text[2:]
    return (
        any(sign in inside for sign in _INNER)
        or text.count("/") > 1
        or may_hold_level(text)
        or _BEHIND_NUMBER.search(inside) is not None
        or any(name in text[_LABELLED:] and f"/{name}" not in text for name in _NAMES)
        or (any(last in text for last in _LAST) and _BEHIND_ENTRY.search(text) is not None)
    )
