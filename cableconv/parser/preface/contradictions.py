"""Two cables joined in one text: a second TAGS or SUBJECT line that contradicts the first.

A copy of the cable repeats the lines, and a teaser their beginning.  Two TAGS lines without a
common tag, or two subjects without a common word, belong to two cables.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile
from operator import attrgetter

from cableconv.diagnostics.telegram import CABLES_GLUED
from cableconv.parser.account.account import Account
from cableconv.parser.lexer.labels import Field, Label, read_label
from cableconv.parser.lexer.lines import Line
from cableconv.parser.preface.layout import Layout
from cableconv.patterns import pattern
from cableconv.vocabulary.tag_words import codes_in

_WORD = pattern(r"[^\W_]{2,}")
_TWO = 2
_FEWEST = 2  # words: with fewer, two cables need not share any
_FARTHEST = 20  # lines above paragraph 1 that were read as body
_NAMES: dict[Field, str] = {"tags": "TAGS", "subject": "SUBJECT"}


def report_contradictions(layout: Layout, account: Account) -> None:
    """Report the first line of a field that contradicts the field's own."""
    first = min((*layout.labels, *(line.start for line in layout.loose)), default=0)
    end = layout.body[-1].end if layout.body else len(account.text)
    for field, name in _NAMES.items():
        if account.text.count(name, first, end) < _TWO:
            continue
        own: tuple[str, ...] = ()
        for line, words in _printed(layout, field):
            if min(len(own), len(words)) >= _FEWEST and not set(own) & set(words):
                account.report(CABLES_GLUED, line, label=name, printed=line.text)
                return
            own = own or words


def _printed(layout: Layout, field: Field) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """Yield the lines above paragraph 1 with the field's label, and the words after it.

    Below a line of tags the label may be repeated on the continuation line.
    """
    blocks = [block for blocks in layout.fields.values() for block in blocks]
    lines = [line for block in [*blocks, *layout.repeated, layout.loose] for line in block]
    above = takewhile(lambda line: line.paragraph_mark is None, layout.body)
    before: Field | None = None
    for line in sorted([*lines, *islice(above, _FARTHEST)], key=attrgetter("start")):
        label = layout.labels.get(line.start) or read_label(line.text)
        goes_on = field == before == "tags" and not line.gap
        before = label.field if label else None
        if label and label.field == field and not goes_on:
            yield line, _words(line, label)


def _words(line: Line, label: Label) -> tuple[str, ...]:
    """Return the tags, or the words of a subject."""
    words = (found[0].upper() for found in _WORD.finditer(line.text, label.value_start))
    return tuple(word for word in words if label.field != "tags" or codes_in(word))
