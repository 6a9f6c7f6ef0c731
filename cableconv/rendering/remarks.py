"""Notes by their place: on the whole cable, on a field, before and after a block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

from cableconv.cable import AnyBlock, Cable
from cableconv.patterns import pattern
from cableconv.rendering.editorial import Note, doubts, editorial_notes

_FIELD = pattern(r"\w+")
_LABELS = {
    "origin": "From", "to": "To", "info": "Info", "date": "Date", "precedence": "Precedence",
    "classification": "Classification", "section": "Section", "captions": "Captions",
    "passing": "Passing", "notices": "Notices", "executive_order": "E.O.", "tags": "TAGS",
    "references": "References", "classified_by": "Classified by", "number": "Number",
    "distribution": "Distribution",
}  # fmt: skip
"""The fields in the message data, with their labels."""

_At = dict[int, list[str]]


class Remarks:
    """The notes on one cable; blocks are compared by identity.

    ``editorial`` selects the notes for every reader, ``notes`` the other doubts; each note is
    given once.
    """

    def __init__(self, cable: Cable | None = None, editorial: bool = False, notes: bool = False):
        self.whole: list[str] = []
        self.notes_on_whole: list[str] = []
        self._before: _At = defaultdict(list)
        self._after: _At = defaultdict(list)
        self._notes: _At = defaultdict(list)
        self._fields: dict[str, list[str]] = defaultdict(list)
        if cable is not None and (editorial or notes):
            self._place(cable, editorial, notes)

    def _place(self, cable: Cable, editorial: bool, notes: bool) -> None:
        must_know = list(editorial_notes(cable))
        shown, noted = (must_know, []) if editorial else ([], must_know)
        noted = [*noted, *doubts(cable)] if notes else []
        blocks = dict(cable.walk()) if any(note.path for note in (*shown, *noted)) else {}
        for note in shown:
            block = _block(note.path, blocks)
            if block is None:
                _add(note.text, self.whole)
            else:
                _add(note.text, (self._after if note.after else self._before)[id(block)])
        self._place_notes(noted, blocks)

    def _place_notes(self, noted: Iterable[Note], blocks: dict[str, AnyBlock]) -> None:
        for note in noted:
            block = _block(note.path, blocks)
            field = _FIELD.match(note.path or "")
            label = _LABELS.get(field[0]) if field else None
            if block is not None:
                _add(note.text, self._notes[id(block)])
            elif label is not None:
                _add(note.text, self._fields[label])
            else:
                _add(note.text, self.notes_on_whole)

    @property
    def are_on_blocks(self) -> bool:
        """Whether any block has a note."""
        return bool(self._before or self._after or self._notes)

    def before(self, block: AnyBlock) -> Iterable[str]:
        """Return the notes for every reader before the block."""
        return self._before.get(id(block), ())

    def after(self, block: AnyBlock) -> Iterable[str]:
        """Return the notes for every reader after the block."""
        return self._after.get(id(block), ())

    def notes_on(self, block: AnyBlock) -> Iterable[str]:
        """Return the doubts about the block."""
        return self._notes.get(id(block), ())

    def notes_on_field(self, label: str) -> Iterable[str]:
        """Return the doubts about the field with that label."""
        return self._fields.get(label, ())

    def notes_on_other_fields(self, shown: Container[str]) -> Iterator[str]:
        """The doubts about fields whose labels are not shown."""
        for label, texts in self._fields.items():
            if label not in shown:
                yield from texts


def _add(text: str, place: list[str]) -> None:
    """Add the note unless the place has it: several diagnostics may give the same."""
    if text not in place:
        place.append(text)


def _block(path: str | None, blocks: dict[str, AnyBlock]) -> AnyBlock | None:
    """Return the block at the path, or the innermost one that contains it."""
    while path:
        if path in blocks:
            return blocks[path]
        path = path.rpartition(".")[0]
    return None
