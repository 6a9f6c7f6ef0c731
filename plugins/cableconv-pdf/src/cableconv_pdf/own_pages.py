"""Printed documents of cableconv: title, table of message data, text.

The table has the data of a telegram's heading in other words, so it is written as a heading;
its additional data (the day in words, the number in the title) are set apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cableconv_pdf.own_edition import without_edition
from cableconv_pdf.own_heading import FORM, Field, heading
from cableconv_pdf.printed import Line
from cableconv_pdf.transcript import Transcript

_TITLE = re.compile(r"Telegram(?: \S.{0,80})?$")
_LABEL = re.compile(
    r"(From|To|Info|Date|Precedence|Number|Classification|Section|Captions|Passing|Notices"
    r"|E\.O\.|Declassify on|TAGS|References|Classified by|Drafted by|Approved by|Cleared by"
    r"|Distribution)(?: |$)"
)
_CAPTION = re.compile(r"Table \d+$")
_LARGER = 1.15
_BESIDE = 3.0  # points by which the text of one column may be off
_MOST = 60  # lines in which the table begins


class _Parts(NamedTuple):
    """The lines of a document, in order; those of page heads and feet in ``apart``."""

    title: list[Line]
    subject: list[Line]
    fields: list[Field]
    body: list[Line]
    apart: list[Line]


def is_own_page(lines: Sequence[Line]) -> bool:
    """Whether the title and the table of a cableconv document are at the top."""
    texts = [line.text for line in lines[:_MOST] if line.kind is None]
    labels = sum(_LABEL.match(text.strip()) is not None for text in texts)
    return bool(texts) and _TITLE.match(texts[0].strip()) is not None and labels > 1


def write_own(lines: Sequence[Line], transcript: Transcript) -> None:
    """Write the document as a telegram."""
    parts = _parts(list(without_edition(_without_captions(lines))))
    for line in (*parts.title, *parts.apart):
        transcript.copy(line._replace(kind=line.kind or FORM, gap=0))
    for line in heading(parts.title, parts.subject, parts.fields):
        transcript.copy(line)
    transcript.write("\n", lines[-1].start)
    for line in parts.body:
        transcript.copy(line)


def _parts(lines: Sequence[Line]) -> _Parts:
    parts = _Parts([], [], [], [], [])
    column: float | None = None
    for line in lines:
        if line.kind == FORM or (line.kind and not parts.body):
            parts.apart.append(line)
        elif line.kind or line.row is None or parts.body:
            parts.body.append(line)
        elif label := _label(line, parts):
            column = column or _second(line)
            value = line.row.text[len(label) :].strip()
            parts.fields.append(Field(label, [(value, line)]))
        elif not parts.fields:
            (parts.subject if _is_subject(line, lines) else parts.title).append(line)
        elif column is not None and line.row.left > column - _BESIDE:
            parts.fields[-1].values.append((line.row.text, line))
        else:
            parts.body.append(line)
    return parts


def _label(line: Line, parts: _Parts) -> str | None:
    """Return the label at the beginning of a row of the table."""
    found = _LABEL.match(line.row.text) if line.row else None
    if found is None or not parts.title or line.row is None:
        return None
    first = parts.fields[0].values[0][1].row if parts.fields else None
    if first and abs(line.row.left - first.left) > _BESIDE:
        return None
    return found[1]


def _second(line: Line) -> float | None:
    pieces = line.row.pieces if line.row else ()
    return pieces[1].left if len(pieces) > 1 else None


def _is_subject(line: Line, lines: Sequence[Line]) -> bool:
    """Whether it is set larger than the table."""
    table = next((each.row for each in lines if each.row and _LABEL.match(each.row.text)), None)
    is_title = _TITLE.match(line.text.strip()) is not None
    return bool(table and line.row and line.row.size > _LARGER * table.size) and not is_title


def _without_captions(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, with captions and repeated headings of tables marked as the form's."""
    heads = set[str]()
    above: Line | None = None
    for line in lines:
        words = " ".join(line.text.split())
        if line.kind is None and _CAPTION.match(words):
            yield line._replace(kind=FORM)
        elif above and above.kind and words in heads:
            yield line._replace(kind=FORM)
        else:
            if above and _CAPTION.match(above.text.strip()):
                heads.add(words)
            yield line
        above = line
