"""Reads the body: removes the signature, finds numbering, builds blocks, assigns roles."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec

from cableconv.cable import AnyBlock
from cableconv.diagnostics.preface import STRAY_CAPTION
from cableconv.parser.account.account import Account, ReadEnclosed
from cableconv.parser.body.building import Builder
from cableconv.parser.body.drafts import Draft, freeze_all
from cableconv.parser.body.ending.signature import take_signature
from cableconv.parser.body.numbers.false_marks import drop_false_marks
from cableconv.parser.body.numbers.numbering import number_lines
from cableconv.parser.body.roles import assign_roles
from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern
from cableconv.vocabulary.kept_lines import announces_people, are_people, is_list

_LONGEST_PARTY = 40  # characters
_WIDEST = 69  # characters in a teleprinter's line (ACP 127)
_CAPTION = " SIPDIS "  # the only one that machines put between the lines of a text
_CAPTION_INSIDE = pattern(
    r"SIPDIS(?:(?<=[a-z,;)] SIPDIS)(?= [a-zA-Z])|(?= [a-z]))(?! (?i:captio|distri|design|handl))"
)
_USUAL = 62  # characters of a line (5 FAH-1 H-246)
_NARROWEST = 40  # characters: texts of only short lines do not show the width


class Body(msgspec.Struct, frozen=True):
    """The parts of the body."""

    blocks: tuple[AnyBlock, ...]
    signed_by: tuple[str, ...]


def read_body(lines: list[Line], read_enclosed: ReadEnclosed, account: Account) -> Body:
    """Read the lines below the preface; ``read_enclosed`` reads a whole cable among them."""
    lines, signed_by = take_signature(lines, account)
    numbered = number_lines(lines, account)
    lines, numbered = drop_false_marks(lines, numbered, account)
    _report_captions_inside(lines, account)
    width = _width(lines)
    drafts = Builder(lines, numbered, width, account).build()
    _keep_short_lines(drafts, width)
    assign_roles(drafts)
    return Body(freeze_all(drafts, "body", read_enclosed, account), signed_by)


def _report_captions_inside(lines: Sequence[Line], account: Account) -> None:
    """Report captions between words, where a scrape joined the lines around them."""
    if _CAPTION not in account.text:
        return
    for line in lines:
        if _CAPTION in line.text:
            for found in _CAPTION_INSIDE.finditer(line.text):
                account.report(STRAY_CAPTION, line.start + found.start(), caption=found[0])


def _width(lines: Sequence[Line]) -> int:
    """Return the width of the text: nearly all lines that continue are no longer.

    A text that is wider than usual fills the teleprinter's line, though no line has to.
    """
    lengths = [len(line.text) for line, after in itertools.pairwise(lines) if not after.gap]
    if not lengths:
        return _WIDEST
    lengths.sort()
    if lengths[-1] < _NARROWEST and _are_listed(lines):
        return _WIDEST
    measured = max(lengths[len(lengths) * 4 // 5], _NARROWEST)
    return measured if measured <= _USUAL else _WIDEST


def _are_listed(lines: Sequence[Line]) -> bool:
    """Whether no line goes on with the one above it: a capital or a digit begins each."""
    below = (line.text for line in lines[1:] if not line.gap)
    return not any(text[0].islower() or text.isupper() for text in below)


def _keep_short_lines(drafts: Sequence[Draft], width: int) -> None:
    """Keep the line breaks of a list of short lines (participants, an address) or a record."""
    waiting = [("", drafts)]
    while waiting:
        above, blocks = waiting.pop()
        announced = announces_people(above)
        for draft in blocks:
            last = draft.lines[-1].text if draft.lines else ""
            if draft.blocks:
                waiting.append((last, draft.blocks))
            elif _may_be_list(draft):
                texts = [line.text for line in draft.lines]
                if is_list(above, texts, width) or (announced and are_people(texts, width)):
                    draft.kind = "preformatted"
            announced = announces_people(last) or (announced and _is_of_participants(draft))
            above = draft.closing[-1].text if draft.closing else last


def _is_of_participants(draft: Draft) -> bool:
    """Whether it is a list, or the name of a party above one: ``Norway``."""
    is_name = draft.number is None and len(draft.lines) == 1
    return draft.kind == "preformatted" or (is_name and len(draft.lines[0].text) <= _LONGEST_PARTY)


def _may_be_list(draft: Draft) -> bool:
    """Whether it is an unnumbered paragraph of several lines, none of which a page mark cut."""
    return (
        draft.kind == "paragraph"
        and draft.number is None
        and len(draft.lines) > 1
        and not draft.is_running
        and not any(line.cut and line.text[0].islower() for line in draft.lines[1:])
    )
