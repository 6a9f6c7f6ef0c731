"""One telegram of several, section behind section, with the account of who gave what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from cableconv.cable import Diagnostic, Furniture, Span
from cableconv.corpus.portions import Portion
from cableconv.diagnostics import Code
from cableconv.diagnostics.telegram import JOINED, JOINED_WITHOUT
from cableconv.telegram import PageStart, Telegram

_COPY = "repeated-cable"
"""The kind of furniture that the parser makes of a copy in the same text, too."""


class Given(msgspec.Struct, frozen=True):
    """A telegram, and what it holds of the cable."""

    telegram: Telegram
    portion: Portion


class _Placed(msgspec.Struct, frozen=True):
    """A telegram that begins at ``offset`` of the joined text, on that line."""

    given: Given
    offset: int
    line: int


def joined(parts: Sequence[Given], others: Sequence[Given]) -> Telegram:
    """The telegram of ``parts`` in their order; behind it ``others``, which are not read.

    Lines of what is reported later are those of the joined text.
    """
    placed = list(_placed([*parts, *others]))
    first = parts[0].telegram
    return Telegram(
        text="".join(map(_text, (each.given for each in placed))),
        source=replace(first.source, sha256=None),
        surroundings=(
            *(piece for each in placed[: len(parts)] for piece in _surroundings(each)),
            *(_copy(each) for each in placed[len(parts) :]),
        ),
        pages=tuple(page for each in placed for page in _pages(each)),
        diagnostics=(
            *(_named(each, JOINED) for each in placed[: len(parts)]),
            *(_named(each, JOINED_WITHOUT) for each in placed[len(parts) :]),
            *(_without_place(each) for given in parts for each in given.telegram.diagnostics),
        ),
        container=first.container,
        complete=first.complete,
    )


def _placed(parts: Sequence[Given]) -> Iterator[_Placed]:
    offset, line = 0, 1
    for given in parts:
        yield _Placed(given, offset, line)
        text = _text(given)
        offset += len(text)
        line += text.count("\n")


def _text(given: Given) -> str:
    return given.telegram.text.rstrip("\r\n") + "\n\n"


def _surroundings(placed: _Placed) -> Iterator[Furniture]:
    for piece in placed.given.telegram.surroundings:
        span = piece.span and Span(piece.span.start + placed.offset, piece.span.end + placed.offset)
        yield msgspec.structs.replace(piece, span=span)


def _pages(placed: _Placed) -> Iterator[PageStart]:
    for page in placed.given.telegram.pages:
        yield page._replace(text=page.text + placed.offset)


def _copy(placed: _Placed) -> Furniture:
    """All of a telegram as a piece that the parser passes over, and keeps."""
    text = placed.given.telegram.text
    words = text.strip()
    start = placed.offset + text.index(words)
    return Furniture(kind=_COPY, text=words, span=Span(start, start + len(words)))


def _named(placed: _Placed, code: Code) -> Diagnostic:
    return code.at(line=placed.line, first=placed.line, **_about(placed.given))


def _about(given: Given) -> dict[str, Any]:
    source = given.telegram.source
    place = " ".join(filter(None, (source.name, source.member)))
    return {
        "what": _what(given.portion),
        "source": f"{place}, row {source.row}" if source.row else place,
        "sha256": source.sha256 or "unknown",
    }


def _what(portion: Portion) -> str:
    copy = ", a corrected copy," if portion.is_corrected else ""
    if portion.total == 1:
        return f"the telegram{copy}"
    numbers = ", ".join(map(str, sorted(portion.here)))
    return f"section {numbers} of {portion.total}{copy}"


def _without_place(found: Diagnostic) -> Diagnostic:
    """Its line is that of another file than the others'."""
    return replace(found, line=None, column=None)
