"""The cable as a page for people: banner, title, message data in columns, body, signature."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Addressee, Cable, EmbeddedCable, Reference
from cableconv.exporters.text.body import separated
from cableconv.exporters.text.page_body import MARGIN, PageBody
from cableconv.exporters.text.wrapping import ANYWHERE, WIDTH, wrap
from cableconv.rendering.mentions import notes_of
from cableconv.rendering.message_data import Field, marking, message_data

_LABEL_WIDTH = 16
_TITLE = 3 / 4
"""The share of the width that a line of the title may take."""


def page(cable: Cable, width: int) -> str:
    """Return the whole page without trailing spaces; it ends with a line feed."""
    text = "\n".join(page_lines(cable, width))
    return "\n".join(map(str.rstrip, text.split("\n"))) + "\n"


def page_lines(cable: Cable, width: int) -> list[str]:
    """Return the page's lines, with the banner above and below everything (5 FAH-1 H-132)."""
    banner = [_centered(words, width)] if (words := marking(cable)) else []
    groups = [
        banner,
        list(_title(cable, width)),
        list(_columns(cable, width)),
        PageBody(width, _embedded_lines).blocks(cable.body),
        [MARGIN + name for name in cable.signed_by],
        banner,
    ]
    return separated(groups)


def _embedded_lines(block: EmbeddedCable, width: int) -> list[str]:
    return page_lines(block.cable, width)


def _centered(line: str, width: int) -> str:
    return line.center(min(width, WIDTH)).rstrip()


def _title(cable: Cable, width: int) -> Iterator[str]:
    """Yield the subject with its marking, underlined."""
    if not cable.subject:
        return
    text = f"({cable.subject_marking}) {cable.subject}" if cable.subject_marking else cable.subject
    lines = wrap(text, int(min(width, WIDTH) * _TITLE), fit=ANYWHERE)
    for line in [*lines, "=" * max(map(len, lines))]:
        yield _centered(line, width)


def _columns(cable: Cable, width: int) -> Iterator[str]:
    """Yield labels in one column, values in another."""
    for label, values in (Field("Cable", (cable.id,) if cable.id else ()), *message_data(cable)):
        lead = label.ljust(_LABEL_WIDTH)
        for value in values:
            for line in _in_words(value).splitlines():
                yield from wrap(line, width, lead, " " * _LABEL_WIDTH, ANYWHERE)
                lead = " " * _LABEL_WIDTH


def _in_words(value: str | Addressee | Reference) -> str:
    match value:
        case Addressee():
            return _addressee(value)
        case Reference():
            label = f"{value.label}. " if value.label else ""
            notes = (f" ({note})" for note in notes_of(value))
            return label + value.text + "".join(notes)
        case _:
            return value


def _addressee(addressee: Addressee) -> str:
    """Return ``SECSTATE WASHDC, POL (PRIORITY 0101), except AMEMBASSY OSLO``."""
    name = ", ".join(filter(None, (addressee.name, addressee.office)))
    sent = " ".join(filter(None, (addressee.precedence, addressee.number)))
    exempted = f", except {', '.join(addressee.exempted)}" if addressee.exempted else ""
    return name + (f" ({sent})" if sent else "") + exempted
