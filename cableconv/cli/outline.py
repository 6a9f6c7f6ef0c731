"""A cable's tree as an outline for the terminal: message data, addressees, text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import click

from cableconv import cable as tree
from cableconv.cable import AnyBlock, Cable
from cableconv.cli.wording import COLOURS, LONGEST, count, listed, printable, tally
from cableconv.rendering.blocks import BlockWriter

LABEL = 13
"""Width of the label column."""


def outline(cable: Cable, width: int) -> Iterator[str]:
    """Yield the outline's lines, none longer than ``width`` columns."""
    yield click.style(_clip(_title(cable), width), bold=True)
    yield _clip(_flat(cable.subject or "(no subject)"), width)
    yield ""
    for label, values in _data(cable):
        yield from _rows(label, values, width)
    yield ""
    for block in cable.body:
        yield from _block(block, width, "  ")
    if cable.diagnostics:
        yield ""
        yield f"  {_doubts(cable)}"


def _title(cable: Cable) -> str:
    when = cable.date and cable.date.replace("T", " ").removesuffix(":00Z") + " UTC"
    parts = (cable.key or "(no id)", _classification(cable), when or "(no date)")
    return "   ".join(parts)


def _classification(cable: Cable) -> str:
    printed = cable.classification
    if printed is None:
        return "(no classification)"
    return "//".join((printed.level, *printed.caveats)) if printed.level else printed.text


def _data(cable: Cable) -> Iterator[tuple[str, list[str]]]:
    """Yield labels and values of the fields that the cable has, in the order of a telegram."""
    origin = cable.origin
    yield "Precedence", [_precedence(cable)]
    yield "From", [_named(origin.name, origin.route)] if origin else []
    yield "To", [_addressee(addressee) for addressee in cable.to]
    yield "Info", [_addressee(addressee) for addressee in cable.info]
    yield "Captions", [", ".join(cable.captions)]
    yield "Passing", list(cable.passing)
    yield "Notices", list(cable.notices)
    yield "Tags", [("; " if any(" " in tag for tag in cable.tags) else " ").join(cable.tags)]
    yield "References", [_reference(reference) for reference in cable.references]
    yield "Classified by", [_classified_by(cable)]
    order = cable.executive_order
    yield "Declassify", [order.declassify_on or order.declassify_event or ""] if order else []
    yield "Signed", [", ".join(cable.signed_by)]


def _precedence(cable: Cable) -> str:
    action, info = cable.precedence.action, cable.precedence.info
    return listed((action or "", f"{info} for information" if info else ""))


def _named(name: str | None, route: str | None) -> str:
    return listed((name or "", route or ""))


def _addressee(addressee: tree.Addressee) -> str:
    office = f" //{addressee.office}//" if addressee.office else ""
    more = (addressee.route or "", addressee.precedence or "", addressee.number or "")
    exempted = f", except {', '.join(addressee.exempted)}" if addressee.exempted else ""
    return listed((f"{addressee.name}{office}", *more)) + exempted


def _reference(reference: tree.Reference) -> str:
    label = f"{reference.label}. " if reference.label else ""
    return f"{label}{reference.id or reference.text}"


def _classified_by(cable: Cable) -> str:
    by = cable.classified_by
    if by is None:
        return ""
    people = (listed((person.name, person.title or "")) for person in by.people)
    return "; ".join(part for part in (*people, ", ".join(by.reasons)) if part) or by.text


def _rows(label: str, values: list[str], width: int) -> Iterator[str]:
    for value in filter(None, values):
        named = click.style(f"{label:<{LABEL}}", dim=True)
        yield f"  {named}  {_clip(_flat(value), width - LABEL - 4)}"
        label = ""


def _block(block: AnyBlock, width: int, indent: str) -> Iterator[str]:
    """Yield a line for the block, then indented lines for the blocks inside it."""
    entry = _ENTRIES.write(block)
    line = _clip(f"{indent}{entry.number}{_flat(entry.text)}", width)
    yield click.style(line, bold=True) if isinstance(block, tree.Heading) else line
    for inner in entry.inside:
        yield from _block(inner, width, indent + "    ")


class _Entry(NamedTuple):
    """A block's type and opening words; a paragraph's number, or spaces instead."""

    text: str
    inside: tuple[AnyBlock, ...] = ()
    number: str = ""


class _Entries(BlockWriter[_Entry]):
    """Summarizes a block."""

    def heading(self, block: tree.Heading) -> _Entry:
        return _Entry(f"{_marking(block.marking)}{block.text}")

    def paragraph(self, block: tree.Paragraph) -> _Entry:
        number = "    " if block.number is None else f"{block.number:>2}. "
        text = f"{_marking(block.marking)}{_role(block)}{block.text}"
        return _Entry(text, block.blocks, number)

    def item(self, block: tree.Item) -> _Entry:
        text = f"{block.label} {_marking(block.marking)}{_role(block)}{block.text}"
        return _Entry(text, block.blocks)

    def table(self, block: tree.Table) -> _Entry:
        return _Entry(f"[table] {count(len(block.rows), 'row')}: {block.text}")

    def preformatted(self, block: tree.Preformatted) -> _Entry:
        return _Entry(f"[as printed] {block.text}")

    def quote(self, block: tree.Quote) -> _Entry:
        return _Entry(f"[quote] {block.opening or ''}", block.blocks)

    def embedded(self, block: tree.EmbeddedCable) -> _Entry:
        return _Entry(f"[cable] {_title(block.cable)}", block.cable.body)


_ENTRIES = _Entries()


def _role(block: AnyBlock) -> str:
    return f"[{block.role}] " if block.role else ""


def _marking(marking: str | None) -> str:
    return f"({marking}) " if marking else ""


def _doubts(cable: Cable) -> str:
    severities = {diagnostic.severity for diagnostic in cable.diagnostics}
    worst = next(key for key in COLOURS if key in severities)
    how = "check -v" if worst == "info" else "check"
    return f"{click.style(tally(cable.diagnostics), COLOURS[worst])}; cableconv {how} lists them"


def _flat(text: str) -> str:
    """Return the beginning of a text on one line, however long or broken the text is."""
    return " ".join(text[:LONGEST].split())


def _clip(text: str, width: int) -> str:
    line = printable(text)
    return line if len(line) <= width else line[: width - 1] + "…"
