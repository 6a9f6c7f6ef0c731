"""Front matter: settings of a page between two lines of dashes, above the telegram.

Static site generators and note programs write them (YAML).  Tags and a title there are the page's.
"""

from __future__ import annotations

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Lines
from cableconv.patterns import pattern

_RULE = "---"
_ENDS = frozenset((_RULE, "..."))
_SETTING = pattern(r"[\w .-]{1,40}:(?:\s|$)|- |#")
_MOST = 60  # lines


def take_front_matter(lines: Lines, account: Account) -> Lines:
    """The lines below it, where the text begins with it."""
    if len(lines) <= 1 or lines[0].text != _RULE:
        return lines
    for at, line in enumerate(lines[1:_MOST], 1):
        if line.text in _ENDS:
            account.mark_furniture("front-matter", lines[: at + 1])
            return lines[at + 1 :]
        if not (_SETTING.match(line.text) or line.indent):
            break
    return lines
