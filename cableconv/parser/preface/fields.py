"""Puts the preface together from its fields' readers."""

from __future__ import annotations

from typing import NamedTuple

from cableconv.cable import ClassifiedBy, ExecutiveOrder, Reference
from cableconv.parser.account.ledger import Ledger
from cableconv.parser.account.passage import Passage
from cableconv.parser.lexer.labels import Field
from cableconv.parser.lexer.lines import Line
from cableconv.parser.preface.classifier.field import read_classified_by
from cableconv.parser.preface.executive_order import doubt_about, read_executive_order
from cableconv.parser.preface.layout import Layout, lay_out
from cableconv.parser.preface.references import read_references
from cableconv.parser.preface.subject import read_subject
from cableconv.parser.preface.tags.tag_line import read_tags
from cableconv.parser.preface.unlabelled_lines import Loose, LooseReader


class Preface(NamedTuple):
    """What stands between the class line and the body; ``body`` are the lines below it."""

    loose: Loose
    executive_order: ExecutiveOrder | None
    tags: tuple[str, ...]
    subject: str | None
    subject_marking: str | None
    references: tuple[Reference, ...]
    classified_by: ClassifiedBy | None
    body: list[Line]
    lines: list[Line]


def read_preface(
    lines: list[Line], rest: Line | None, year: str | None, notices: tuple[str, ...], ledger: Ledger
) -> Preface:
    """Read the lines below the class line; ``rest`` is what stood behind the number in it."""
    layout = lay_out(lines)
    loose = LooseReader(ledger, notices)
    if rest is not None:
        loose.take(rest)
    for line in layout.loose:
        loose.take(line)
    subject, marking = _subject(layout, ledger)
    return Preface(
        loose=loose.finish(),
        executive_order=_executive_order(layout, ledger),
        tags=_tags(layout, ledger),
        subject=subject,
        subject_marking=marking,
        references=_references(layout, year, ledger),
        classified_by=_classified_by(layout, ledger),
        body=layout.body,
        lines=lines[: len(lines) - len(layout.body)],
    )


def _blocks(layout: Layout, field: Field) -> list[list[Line]]:
    return layout.fields.get(field, [])


def _passage(layout: Layout, lines: list[Line]) -> tuple[Passage, int]:
    return Passage(lines), layout.labels[lines[0].start].value_start


def _doubt_label(layout: Layout, line: Line, name: str, ledger: Ledger) -> None:
    """Report a label that is misprinted or missing."""
    label = layout.labels[line.start]
    if label.doubt:
        printed = line.text[: label.value_start].strip()
        ledger.doubt(label.doubt, line, printed=printed, label=name)
        if label.value_start:
            ledger.furnish("misprinted-label", [line.head(label.value_start)])


def _executive_order(layout: Layout, ledger: Ledger) -> ExecutiveOrder | None:
    for lines in _blocks(layout, "executive_order"):
        span = ledger.claim_lines(lines, "executive_order")
        found = read_executive_order(Passage(lines).text, span)
        if code := doubt_about(found):
            ledger.doubt(code, lines[0], printed=found.text, date=found.declassify_on)
        return found
    return None


def _tags(layout: Layout, ledger: Ledger) -> tuple[str, ...]:
    found: list[str] = []
    for lines in _blocks(layout, "tags"):
        _doubt_label(layout, lines[0], "TAGS", ledger)
        found += read_tags(*_passage(layout, lines), ledger)
    return tuple(dict.fromkeys(found))


def _subject(layout: Layout, ledger: Ledger) -> tuple[str | None, str | None]:
    for lines in _blocks(layout, "subject"):
        _doubt_label(layout, lines[0], "SUBJECT", ledger)
        ledger.claim_lines(lines, "subject")
        return read_subject(*_passage(layout, lines))
    ledger.doubt("subject-missing", path="subject")
    return None, None


def _references(layout: Layout, year: str | None, ledger: Ledger) -> tuple[Reference, ...]:
    found: list[Reference] = []
    for lines in _blocks(layout, "references"):
        passage, start = _passage(layout, lines)
        new = read_references(passage, start, year, len(found), ledger)
        label_end = passage.offset(0) + start
        ledger.claim([(passage.offset(0), label_end)], "references")
        found += new
    return tuple(found)


def _classified_by(layout: Layout, ledger: Ledger) -> ClassifiedBy | None:
    blocks = _blocks(layout, "classified_by")
    if not blocks:
        return None
    lines = [line for block in blocks for line in block]
    span = ledger.claim_lines(lines, "classified_by")
    found = read_classified_by(lines, span)
    if not found.people:
        ledger.doubt("classifier-doubtful", lines[0], printed=found.text)
    return found
