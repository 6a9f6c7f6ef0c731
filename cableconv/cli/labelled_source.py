"""A telegram's text as ``show --source`` prints it: before each stretch what it was read as."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import click

from cableconv.cable import Cable
from cableconv.rendering.account import UNREAD, Stretch, stretches
from cableconv.shown import shown_in_one_line

_LABEL = 24
"""Columns of the labels."""

_COLOURS = {"field": "cyan", "block": "green", "furniture": "yellow", UNREAD: "red"}


def labelled(cable: Cable, text: str, width: int | None) -> Iterator[str]:
    """The lines of the text, those of one stretch below its label.

    ``width`` are the columns to which lines are wrapped; without, they stay as they are.
    """
    room = None if width is None else width - _LABEL
    for stretch in stretches(cable, text):
        yield from _lines(stretch, room)


def _lines(stretch: Stretch, room: int | None) -> Iterator[str]:
    lines = stretch.text.splitlines()
    if not stretch.role:
        yield from [""] * (stretch.text.count("\n") - 1)  # an empty line stays one
        return
    colour = _COLOURS[stretch.role]
    label = click.style(shown_in_one_line(stretch.label)[: _LABEL - 1].ljust(_LABEL), colour)
    pieces = (piece for line in lines for piece in _pieces(line, room))
    for number, piece in enumerate(pieces):
        shown = shown_in_one_line(piece)
        words = click.style(shown, "red") if stretch.role == UNREAD else shown
        yield f"{label if not number else ' ' * _LABEL}{words}".rstrip()


def _pieces(line: str, room: int | None) -> list[str]:
    return [line.expandtabs()] if room is None else wrap(line, room) or [""]
