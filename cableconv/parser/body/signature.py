"""The signature, and what stands below it: end marks, banners, trailers."""

from __future__ import annotations

import re

from cableconv.parser.body.shapes import ends_sentence, is_finished, is_rule
from cableconv.parser.ledger import Ledger
from cableconv.parser.lines import Line
from cableconv.parser.preface.captions import captions_of

_NAME = re.compile(r"[A-Z][A-Za-z'’-]+(?:[ .]{1,2}[A-Z][A-Za-z'’.-]+){0,2}(?:,? JR\.?)?\s?[.*]?$")
_END_MARK = re.compile(
    r"\W+$|N{2,}\w{0,14}$|BT$|#\d{3,4}$|<+ ?END OF DOCUMENT ?>+$|SELECT \* FROM\b"
    r"|(?:DECL:? )?(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE|NOFORN|SENSITIVE)(?:[ /]+[A-Z]+)*$"
    r"|NOTE: .{0,80}(?:ADDRESSEE|PASSED)|MINIMIZE CONSIDERED$|\d{1,4}$"
)
_GLUED = re.compile(
    r"(?:[.!?][\"”')]*|https?:\S+(?:\s\S+)?)\s+(?P<name>[A-Z](?:[A-Z'’-]{2,}|[a-z]{3,}))$"
)
_WORDS = frozenset("COMMENT SUMMARY CONFIDENTIAL SECRET UNCLASSIFIED BACKGROUND CONCLUSION TEXT NOTE ANNEX END".split())
_DEEPEST = 6


def take_signature(lines: list[Line], ledger: Ledger) -> tuple[list[Line], tuple[str, ...]]:
    """The lines without signature and end marks, and the names as printed."""
    end = len(lines)
    while end and len(lines) - end < _DEEPEST and _END_MARK.match(lines[end - 1].text) \
            and not is_rule(lines[end - 1].text):  # fmt: skip
        end -= 1
    if end and _is_signature(lines, end - 1):
        name = lines[end - 1].text.rstrip(" .*")
        ledger.claim_lines([lines[end - 1]], "signed_by[0]")
        _furnish(lines[end:], ledger)
        return lines[: end - 1], (name,)
    if end and (found := _GLUED.search(lines[end - 1].text)) and found["name"].upper() not in _WORDS:
        _furnish(lines[end:], ledger)
        last = lines[end - 1]
        ledger.claim([(last.start + found.start("name"), last.end)], "signed_by[0]")
        ledger.doubt("signature-glued", last.start + found.start("name"), name=found["name"])
        return [*lines[: end - 1], last.head(found.start("name"))], (found["name"],)
    while end < len(lines) and not _surely_ends(lines[end].text):
        end += 1
    _furnish(lines[end:], ledger)
    return lines[:end], ()


def _surely_ends(text: str) -> bool:
    return text.startswith(("NNN", "#", "<", "SELECT", "BT"))


def _furnish(lines: list[Line], ledger: Ledger) -> None:
    for line in lines:
        ledger.furnish("end-mark", [line])


def _is_signature(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if len(line.text) > 40 or not _NAME.match(line.text) or captions_of(line.text):
        return False
    words = line.text.upper().strip(" .*").split()
    if words[0] in _WORDS or not (line.text.isupper() or len(words) < 3):
        return False
    if index == 0:
        return False
    before = lines[index - 1].text
    if line.gap or line.cut or is_rule(before):
        return True
    return ends_sentence(before) or is_finished(before) or before.startswith("http") or line.text.isupper()
