"""The table of message data: who wrote to whom, when, under which rules, about what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cableconv.cable import Addressee, Cable, ExecutiveOrder, Origin, PrecedencePair
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.banner import marking
from cableconv.exporters.docx.dates import in_words
from cableconv.exporters.docx.paper import TEXT_WIDTH
from cableconv.exporters.docx.tables import grid, table_properties
from cableconv.exporters.docx.text import TAB, paragraph, run, wrapped

_LABEL_WIDTH = 1560
_WIDTHS = (_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH)


def message_data(cable: Cable, references: str) -> str:
    """The table, one row a field that the cable has; nothing where it has none.

    ``references`` is the finished reference list.
    """
    return named_values("Message data", _fields(cable, references))


def named_values(title: str, rows: Iterable[tuple[str, str]]) -> str:
    """A table of names and what goes by them; rows without a value are left out."""
    content = "".join(_row(label, values) for label, values in rows if values)
    if not content:
        return ""
    properties = table_properties(styles.MESSAGE_DATA, TEXT_WIDTH, "firstColumn", title)
    return f"<w:tbl>{properties}{grid(_WIDTHS)}{content}</w:tbl>{wrapped(styles.TABLE_SPACE, '')}"


def _row(label: str, values: str) -> str:
    name = wrapped(styles.MESSAGE_LABEL, run(label))
    cells = zip(_WIDTHS, (name, values), strict=True)
    return f"<w:tr>{''.join(_cell(width, content) for width, content in cells)}</w:tr>"


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _fields(cable: Cable, references: str) -> Iterator[tuple[str, str]]:
    yield "From", _values(_sender(cable.origin))
    yield "To", "".join(map(_addressee, cable.to))
    yield "Info", "".join(map(_addressee, cable.info))
    yield "Date", _values(_dates(cable))
    yield "Precedence", _values(_precedence(cable.precedence))
    yield "Classification", _values([marking(cable)])
    yield "Section", _values(_section(cable))
    yield "Captions", _values([", ".join(cable.captions)] if cable.captions else ())
    yield "Passing", _values(cable.passing)
    yield "Notices", _values(cable.notices)
    yield "E.O.", _values(_order(cable.executive_order))
    yield "Declassify on", _values(_declassification(cable.executive_order))
    yield "TAGS", _values(["; ".join(cable.tags)] if cable.tags else ())
    yield "References", references
    yield "Classified by", _values([cable.classified_by.text] if cable.classified_by else ())
    yield "Drafted by", _values([cable.drafted_by])
    yield "Approved by", _values([cable.approved_by])
    yield "Cleared by", _values([cable.cleared_by])
    yield "Distribution", _values([cable.distribution])


def _values(values: Iterable[str | None]) -> str:
    return "".join(paragraph(styles.MESSAGE_VALUE, value) for value in values if value)


def _sender(origin: Origin | None) -> Iterator[str]:
    if origin is not None:
        name = origin.name or origin.post
        yield " ".join(filter(None, (name, origin.route and f"({origin.route})")))


def _addressee(addressee: Addressee) -> str:
    """Name and office, precedence, number, route: the columns of the style's tab stops."""
    name = " ".join(filter(None, (addressee.name, addressee.office)))
    columns = [name, addressee.precedence, addressee.number, addressee.route]
    while len(columns) > 1 and not columns[-1]:
        columns.pop()
    line = wrapped(styles.ADDRESSEE, TAB.join(run(column or "") for column in columns))
    if addressee.exempted:
        line += paragraph(styles.ADDRESSEE, f"except {', '.join(addressee.exempted)}")
    return line


def _dates(cable: Cable) -> Iterator[str]:
    sent = next((sent.dtg for sent in cable.transmissions if sent.dtg), None)
    words = in_words(cable.date) if cable.date else None
    yield f"{words} ({sent})" if words and sent else words or sent or ""


def _precedence(pair: PrecedencePair) -> Iterator[str]:
    kinds = {"action": pair.action, "information": pair.info}
    known = {kind: word for kind, word in kinds.items() if word}
    if len(known) == 1 and pair.action:
        yield pair.action
    else:
        yield ", ".join(f"{word} ({kind})" for kind, word in known.items())


def _section(cable: Cable) -> Iterator[str]:
    if cable.section is not None:
        yield f"{cable.section.number} of {cable.section.total}"


def _order(order: ExecutiveOrder | None) -> Iterator[str]:
    if order is not None:
        yield ": ".join(filter(None, (order.order, order.text)))


def _declassification(order: ExecutiveOrder | None) -> Iterator[str]:
    if order is not None:
        day = in_words(order.declassify_on) if order.declassify_on else None
        yield "; ".join(filter(None, (day, order.declassify_event, order.exemption)))
