"""A telegram's text as ``show --source`` prints it: before each stretch what it was read as."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import click

from cableconv.cable import Cable
from cableconv.rendering.account import UNREAD, Stretch, stretches
from cableconv.shown import shown_in_one_line

_WIDEST_LABEL = 22
"""Columns of a label; a longer one is cut."""

_GAP = "  "
"""Between a label and its line, and before what does not fit on the line."""

_COLOURS = {"field": "cyan", "block": "green", "furniture": "yellow", UNREAD: "red"}


def labelled(cable: Cable, text: str, width: int | None) -> Iterator[str]:
    """The lines of the text, those of one stretch below its label.

    ``width`` are the columns to which lines are wrapped; without, they stay as they are.
    """
    labels = [
        (shown_in_one_line(each.label)[:_WIDEST_LABEL], each) for each in stretches(cable, text)
    ]
    column = max((len(label) for label, _ in labels), default=0)
    room = None if width is None else width - column - len(_GAP)
    for label, stretch in labels:
        yield from _lines(label.ljust(column), stretch, room)


def _lines(label: str, stretch: Stretch, room: int | None) -> Iterator[str]:
    lines = stretch.text.splitlines()
    if not stretch.role:
        yield from [""] * (stretch.text.count("\n") - 1)  # an empty line stays one
        return
    lead = click.style(label, _COLOURS[stretch.role])
    pieces = (piece for line in lines for piece in _pieces(line, room))
    for number, piece in enumerate(pieces):
        shown = shown_in_one_line(piece)
        words = click.style(shown, "red") if stretch.role == UNREAD else shown
        yield f"{' ' * len(label) if number else lead}{_GAP}{words}".rstrip()


def _pieces(line: str, room: int | None) -> list[str]:
    if room is None:
        return [line.expandtabs()]
    return wrap(line, max(room, 2 * len(_GAP)), subsequent_indent=_GAP) or [""]
