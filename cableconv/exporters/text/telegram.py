"""Writes a clean telegram: heading, preface, body, signature."""

from __future__ import annotations

from cableconv.cable import Cable, EmbeddedCable
from cableconv.exporters.text.body import BodyWriter, separated
from cableconv.exporters.text.counts import is_count_doubtful
from cableconv.exporters.text.heading import archive_lines, heading_lines
from cableconv.exporters.text.labels import PILCROW
from cableconv.exporters.text.preface import preface_groups


def telegram(cable: Cable, width: int) -> str:
    """Return the whole telegram without trailing spaces; it ends with a line feed."""
    lines = [*map(str.rstrip, telegram_lines(cable, width))]
    if "\n" in "".join(lines):  # a field has line feeds of its own
        lines = [*map(str.rstrip, "\n".join(lines).split("\n"))]
    return "\n".join(lines) + "\n"


def telegram_lines(cable: Cable, width: int) -> list[str]:
    """Return the telegram's lines."""
    groups = [
        list(archive_lines(cable)),
        list(heading_lines(cable, width)),
        *preface_groups(cable, width),
        *_body_groups(cable, width),
    ]
    return separated(groups)


def _body_groups(cable: Cable, width: int) -> list[list[str]]:
    """Return the body and the signature, which stands above a cable that nothing closes."""
    mark = PILCROW if is_count_doubtful(cable.body) else ""
    writer = BodyWriter(width, _embedded_lines, mark)
    last = cable.body[-1] if cable.body else None
    if cable.signed_by and isinstance(last, EmbeddedCable) and not last.closing:
        text = writer.blocks(cable.body[:-1])
        return [text, list(cable.signed_by), writer.blocks((last,))]
    return [writer.blocks(cable.body), list(cable.signed_by)]


def _embedded_lines(block: EmbeddedCable, width: int) -> list[str]:
    return telegram_lines(block.cable, width)
