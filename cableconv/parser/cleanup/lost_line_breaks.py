"""Telegrams whose line breaks are lost: the format's own words say where they were."""

from __future__ import annotations

import re
from itertools import pairwise

from cableconv.diagnostics.body import LINE_BREAKS_LOST
from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.patterns import pattern

_CLASS = (
    r"(?:C\sO\sN\sF\sI\sD\sE\sN\sT\sI\sA\sL|S\sE\sC\sR\sE\sT|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET)"
)
_BREAK = pattern(
    rf"""\s(?=
    FM\s[A-Z] | TO\s[A-Z] | INFO\s[A-Z] | {_CLASS}\s(?:SECTION\s\d|[A-Z][A-Z ]+\s\d{{3,8}}\b)
    | SIPDIS\b | NOFORN\b | E\.?O\.?\s?\d{{5}} | TAGS:?\s | SUBJECT: | REFS?:
    | [Cc]lassified\s[Bb]y\b
    | ¶?\d{{1,2}}\.\s\((?:C|S|U|SBU)\) )""",
    re.VERBOSE,
)
_NUMBER = pattern(r"¶?\d")
_LONGEST_TELEGRAM = 3  # lines: a telegram with its breaks has a dozen at least
_FEWEST = 5  # places in one line: fewer words of the format may be the text's


def restore_breaks(lines: Lines, account: Account) -> Lines:
    """The lines, a few long ones cut where the header, the labels and the paragraphs begin."""
    if len(lines) > _LONGEST_TELEGRAM:
        return lines
    restored: Lines = []
    for line in lines:
        cuts = [found.end() for found in _BREAK.finditer(line.text)]
        if len(cuts) < _FEWEST:
            restored.append(line)
            continue
        account.report(LINE_BREAKS_LOST, line)
        for start, end in pairwise((0, *cuts, len(line.text))):
            text = line.text[start:end].rstrip()
            restored.append(Line(line.start + start, text, gap=1 if _NUMBER.match(text) else 0))
    return restored
