"""Reads the preface field by field."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from cableconv.cable import ClassifiedBy, ExecutiveOrder, Reference
from cableconv.diagnostics.preface import CLASSIFIER_DOUBTFUL, SUBJECT_MISSING
from cableconv.parser.account.account import Account
from cableconv.parser.account.passage import Passage
from cableconv.parser.lexer.cut_labels import field_of_cut_label
from cableconv.parser.lexer.labels import Field
from cableconv.parser.lexer.lines import Line, without_empty
from cableconv.parser.preface.classifier.field import read_classified_by
from cableconv.parser.preface.contradictions import report_contradictions
from cableconv.parser.preface.executive_order import problem_of, read_executive_order
from cableconv.parser.preface.layout import Layout, lay_out
from cableconv.parser.preface.references import read_references
from cableconv.parser.preface.subject import read_subject
from cableconv.parser.preface.tags.tag_line import read_tags
from cableconv.parser.preface.unlabelled_lines import UnlabelledLines, UnlabelledReader


class Preface(msgspec.Struct, frozen=True):
    """The parts between class line and body; ``body`` are the lines below."""

    loose: UnlabelledLines
    executive_order: ExecutiveOrder | None
    tags: tuple[str, ...]
    subject: str | None
    subject_marking: str | None
    references: tuple[Reference, ...]
    classified_by: ClassifiedBy | None
    body: list[Line]
    lines: list[Line]


def read_preface(
    lines: list[Line],
    rest: Line | None,
    year: str | None,
    notices: tuple[str, ...],
    account: Account,
) -> Preface:
    """Read the lines below the class line; ``rest`` is the text after the number on it."""
    layout = lay_out(lines, rest)
    _take_cut_label(layout, account)
    _prefer_whole_subject(layout)
    report_contradictions(layout, account)
    loose = UnlabelledReader(account, notices)
    for line in layout.loose:
        loose.take(line)
    for repeated in layout.repeated:
        account.mark_furniture("repeated-field", repeated)
    subject, marking = _subject(layout, account)
    return Preface(
        loose=loose.finish(),
        executive_order=_executive_order(layout, account),
        tags=_tags(layout, account),
        subject=subject,
        subject_marking=marking,
        references=_references(layout, year, account),
        classified_by=_classified_by(layout, account),
        body=layout.body,
        lines=lines[: len(lines) - len(layout.body)],
    )


def _take_cut_label(layout: Layout, account: Account) -> None:
    """Mark a label that breaks off as furniture: its field has no words."""
    for field, blocks in layout.fields.items():
        if len(blocks[-1]) == 1 and field_of_cut_label(blocks[-1][0].text) == field:
            account.mark_furniture("teaser", blocks.pop())


def _prefer_whole_subject(layout: Layout) -> None:
    """Exchange a subject that a wider page printed once more, below the line where it was wrapped.

    The wrapped line is then the repetition, as the other one begins with all its words.
    """
    wrapped = _blocks(layout, "subject")[:1]
    for at, lines in enumerate(layout.repeated):
        if wrapped and layout.labels[lines[0].start].field == "subject":
            first, second = (" ".join(line.text for line in block) for block in (wrapped[0], lines))
            if len(second) > len(first) and second.startswith(first):
                layout.fields["subject"][0], layout.repeated[at] = lines, wrapped[0]
            return


def _blocks(layout: Layout, field: Field) -> list[list[Line]]:
    return layout.fields.get(field, [])


def _passage(layout: Layout, lines: list[Line]) -> tuple[Passage, int]:
    return Passage(lines), layout.labels[lines[0].start].value_start


def _report_label(layout: Layout, lines: list[Line], name: str, account: Account) -> Sequence[Line]:
    """Report a label that is misprinted or missing; return the lines that stay the field's.

    A misprinted label is furniture, unless it is all that the field has.
    """
    line = lines[0]
    label = layout.labels[line.start]
    start = label.value_start
    if not label.problem:
        return lines
    account.report(label.problem, line, printed=line.text[:start].strip(), label=name)
    if not start or (len(lines) == 1 and start >= len(line.text)):
        return lines
    account.mark_furniture("misprinted-label", [line.head(start)])
    return without_empty([line.tail(start), *lines[1:]])


def _executive_order(layout: Layout, account: Account) -> ExecutiveOrder | None:
    for lines in _blocks(layout, "executive_order"):
        span = account.claim_lines(lines, "executive_order")
        found = read_executive_order(Passage(lines).text, span)
        if code := problem_of(found):
            account.report(code, lines[0], printed=found.text, date=found.declassify_on)
        return found
    return None


def _tags(layout: Layout, account: Account) -> tuple[str, ...]:
    found: list[str] = []
    for lines in _blocks(layout, "tags"):
        _report_label(layout, lines, "TAGS", account)
        found += read_tags(*_passage(layout, lines), account)
    return tuple(dict.fromkeys(found))


def _subject(layout: Layout, account: Account) -> tuple[str | None, str | None]:
    for lines in _blocks(layout, "subject"):
        account.claim_lines(_report_label(layout, lines, "SUBJECT", account), "subject")
        return read_subject(*_passage(layout, lines))
    account.report(SUBJECT_MISSING, path="subject")
    return None, None


def _references(layout: Layout, year: str | None, account: Account) -> tuple[Reference, ...]:
    found: list[Reference] = []
    printed: set[str] = set()
    for lines in _blocks(layout, "references"):
        _report_label(layout, lines, "REF", account)
        words = _words(lines)
        if words in printed:
            account.mark_furniture("repeated-field", lines)
            continue
        printed.add(words)
        passage, start = _passage(layout, lines)
        new = read_references(passage, start, year, len(found), account)
        if start:  # a page may have lost the label
            account.claim([(passage.offset(0), passage.offset(0) + start)], "references")
        found += new
    return tuple(found)


def _words(lines: list[Line]) -> str:
    """Return the words without white space, in which two copies of a field may differ."""
    return "".join("".join(line.text.split()) for line in lines)


def _classified_by(layout: Layout, account: Account) -> ClassifiedBy | None:
    blocks = _blocks(layout, "classified_by")
    if not blocks:
        return None
    lines: list[Line] = []
    printed: set[str] = set()
    for block in blocks:
        words = _words(block)
        if words in printed:
            account.mark_furniture("repeated-field", block)
        else:
            printed.add(words)
            lines += block
    span = account.claim_lines(lines, "classified_by")
    found = read_classified_by(lines, span)
    if not found.people:
        account.report(CLASSIFIER_DOUBTFUL, lines[0], printed=found.text)
    return found
