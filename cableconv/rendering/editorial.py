"""Editorial notes on a cable: what is lost, and where it comes from.

A reader who cites a page must know that the text breaks off in the source, that paragraphs or
sections are missing, that words were left out.  The notes are derived from the tree's diagnostics
and source; formats share their wording, and each has its own layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cableconv.cable import Cable, Diagnostic, Paragraph
from cableconv.rendering.sections import missing_sections

_QUOTED = 300
"""Characters of an unread passage that are quoted; a longer one is cut."""


NOTE_OPENING, NOTE_END = "[Editorial note: ", "]"
"""The delimiters of a note between the lines."""


class Note(NamedTuple):
    """A sentence for the reader; without a path it concerns the whole cable.

    ``after`` says that it follows the block it concerns instead of preceding it.
    """

    text: str
    path: str | None = None
    after: bool = False


class _Wording(NamedTuple):
    """The wording of a diagnostic, with its ``{message}`` and the ``{furniture}`` at its path."""

    text: str
    placed: bool = False
    after: bool = False


_AS_REPORTED = _Wording("{message}.")
_DAMAGED = _Wording("The source is damaged: {message}.")
_WORDINGS: Mapping[str, _Wording] = {
    "text-breaks-off": _Wording(
        "The text breaks off here in the source; the end may be missing.", placed=True, after=True
    ),
    "no-body": _Wording("The source has no text below the preface; it may be lost."),
    "paragraph-gap": _Wording("In the source {message}; text may be missing.", placed=True),
    "paragraph-repeated": _Wording("In the source {message}.", placed=True),
    "second-cable": _Wording("In the source another telegram follows here.", placed=True),
    "text-lost-in-archive": _Wording(
        "The archive states that it could not keep the text, or a part of it."
    ),
    "cable-repeated": _Wording("The source has the whole telegram twice; one copy is shown."),
    "unread": _Wording("Omitted, as it was not understood: “{furniture}”."),
    "quotes-lost": _Wording(
        "The source has lost apostrophes and quotation marks; commas, ampersands and eights stand"
        " for them."
    ),
    "line-breaks-lost": _Wording(
        "The source has lost its line breaks; headings and lists can no longer be recognised."
    ),
    "header-breaks-lost": _Wording("The source has lost the line breaks of its header."),
    "name-replaced": _Wording("Names of a list are replaced in this copy."),
    **dict.fromkeys(
        (
            *("archive-damaged", "page-cut-short", "dump-row-too-long", "dump-quote-not-closed"),
            *("message-too-long", "nul-bytes", "surrogates-replaced"),
        ),
        _DAMAGED,
    ),
    **dict.fromkeys(
        (
            *("no-cable", "parser-failed", "too-long", "docx-edited", "tree-of-later-version"),
            *("header-conflict", "header-around", "cables-glued", "witness-differs"),
            *("number-from", "number-repaired", "date-invalid", "date-doubtful"),
            *("redacted", "nothing-redacted", "classification-stands"),
        ),
        _AS_REPORTED,
    ),
}
"""The diagnostics that every reader of a page must know about."""


def editorial_notes(cable: Cable) -> Iterator[Note]:
    """Yield the notes for every reader, each once: on the whole cable, then by diagnostic."""
    yield from dict.fromkeys(_notes(cable))


def _notes(cable: Cable) -> Iterator[Note]:
    missing = missing_sections(cable)
    if missing:
        yield Note(missing)
    for found in cable.diagnostics:
        wording = _WORDINGS.get(found.code)
        if wording is not None:
            path = found.path if wording.placed else None
            yield Note(_worded(cable, found, wording), path, wording.after)


def bracketed(text: str) -> str:
    """Return a note between the lines, set apart from the cable's words as in editions."""
    return f"{NOTE_OPENING}{text}{NOTE_END}"


def doubts(cable: Cable) -> Iterator[Note]:
    """Yield every other warning, with its hint, which several about one field give once."""
    first: dict[tuple[str, str], str] = {}
    for found in cable.diagnostics:
        if found.severity != "info" and found.code not in _WORDINGS:
            hint = found.hint or ""
            about = (_field_of(found.path or ""), hint)
            is_first = first.setdefault(about, found.message) == found.message
            sentences = (_sentence(found.message), _sentence(hint) if is_first else "")
            yield Note(" ".join(filter(None, sentences)), found.path)


def _field_of(path: str) -> str:
    """Return the field of the message data at the path; a place in the body is by itself."""
    field = path.partition("[")[0]
    return path if field == "body" else field


def _worded(cable: Cable, found: Diagnostic, wording: _Wording) -> str:
    gap = _gap(cable, found.path) if found.code == "paragraph-gap" else ""
    return gap or _capitalised(
        wording.text.format(message=found.message, furniture=_furniture(cable, found.path))
    )


def _gap(cable: Cable, path: str | None) -> str:
    """Describe the missing numbers before the paragraph; empty if the numbers go back."""
    last = 0
    for n, block in enumerate(cable.body):
        number = block.number if isinstance(block, Paragraph) else None
        if path == f"body[{n}]":
            return _missing_paragraphs(last + 1, (number or 0) - 1)
        last = last if number is None else number
    return ""


def _missing_paragraphs(first: int, last: int) -> str:
    if first > last:
        return ""
    if first == last:
        return f"Paragraph {first} is not in the source, or has lost its number."
    return f"Paragraphs {first} to {last} are not in the source, or have lost their numbers."


def _furniture(cable: Cable, path: str | None) -> str:
    """Return the text of the piece of furniture at the path."""
    found = (piece.text for n, piece in enumerate(cable.furniture) if path == f"furniture[{n}]")
    text = " ".join(next(found, "").split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()} …"


def _sentence(words: str) -> str:
    return _capitalised(words) + "." if words else ""


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
