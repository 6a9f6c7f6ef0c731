"""An addressee in the message data: name and office, precedence, number, route, in columns."""

from __future__ import annotations

from cableconv.cable import Addressee
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.text import BREAK, TAB, paragraph, run, wrapped

STOPS = (210, 300, 334)
"""Where precedence, number and route stand, in points: the tab stops of the style."""

_CAPITAL = 5.9  # points that a letter of the style takes, nearly all of them capitals
_UNSURE = 15  # so near to a stop the real width decides which side of it the name ends


def addressee(addressee: Addressee) -> str:
    """The addressee's paragraph, and one with those that are exempted from a collective."""
    name = " ".join(filter(None, (addressee.name, addressee.office)))
    line = wrapped(styles.ADDRESSEE, run(name) + _columns(addressee, len(name) * _CAPITAL))
    if addressee.exempted:
        line += paragraph(styles.ADDRESSEE, f"except {', '.join(addressee.exempted)}")
    return line


def _columns(addressee: Addressee, position: float) -> str:
    """What stands behind the name, each at its stop: on a new line where that may be passed."""
    runs = ""
    columns = (addressee.precedence, addressee.number, addressee.route)
    for stop, value in zip(STOPS, columns, strict=True):
        if not value:
            continue
        unsure = not runs and any(abs(position - each) < _UNSURE for each in STOPS)
        if unsure or position >= stop:
            runs, position = runs + BREAK, 0
        runs += TAB * sum(position < each <= stop for each in STOPS) + run(value)
        position = stop + len(value) * _CAPITAL
    return runs
