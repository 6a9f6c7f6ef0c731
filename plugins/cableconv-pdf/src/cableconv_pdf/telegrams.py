"""Divides a document into cables, each as a telegram."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cableconv import InputError
from cableconv.cable import Source
from cableconv.input.content import Content
from cableconv.telegram import Telegram

from cableconv_pdf.edges import BANNER
from cableconv_pdf.file import pages
from cableconv_pdf.own_pages import is_own_page, write_own
from cableconv_pdf.pages import laid_out
from cableconv_pdf.printed import Line, document_text, printed
from cableconv_pdf.transcript import Transcript

_NEAR = 30  # lines that hold a whole heading
_DTG = re.compile(r"(?:[ZOPRY] ){1,2}(\d{6}Z [A-Z]{3} \d\d)\b")
_CLASS = re.compile(
    r"(?:UNCLAS(?:SIFIED)?|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T"
    r"|LIMITED OFFICIAL USE)\b(?!.{0,80}\bPAGE \d\d\b)"
)
_NUMBER = re.compile(r"\b([A-Z]+) +0*(\d{1,8})$")
_LONGEST = 120  # characters of a line of a heading
_TITLE = re.compile(r"Telegram (\d\d[A-Z]+\d+)$")
_END = re.compile(r"(?:#\d{4}|N{3,4}|BT)$")
_OPENING = re.compile(r"(?:VZCZC|[ZOPRY]{2} R[A-Z]{3}|DE R[A-Z]{3}|(?:[ZOPRY] ){1,2}\d{6}Z )")


def telegrams(content: Content, reader: str) -> Iterator[Telegram]:
    """Yield each cable of a PDF file; ``reader`` is the name for the source.

    Raises:
        InputError: the file is damaged or encrypted, or a page is a picture without text.
    """
    name = content.name or "input"
    lines = printed(laid_out(pages(content.data, name)))
    if not lines:
        raise InputError("a PDF with blank pages only", path=name, hint="check the file.")
    text = document_text(lines)
    source = Source(reader=reader, name=content.file, member=content.member, sha256=content.sha256)
    for part in _cables(lines):
        transcript = Transcript(text, part[0].start)
        if is_own_page(part):
            write_own(part, transcript)
        else:
            for line in _with_first_level(part):
                transcript.copy(line)
        yield transcript.telegram(source, content.findings)


def _with_first_level(lines: Sequence[Line]) -> Iterator[Line]:
    """Leave the level above the first page to the parser, if no class line has one."""
    first, *others = lines
    near = (line.text.strip() for line in others[:_NEAR] if line.kind is None)
    is_classed = any(map(_CLASS.match, near))
    yield first._replace(kind=None) if first.kind == BANNER and not is_classed else first
    yield from others


def _cables(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the lines of each; a heading with another number at a page's top begins the next."""
    begins, known = 0, frozenset[str]()
    for index in _tops(lines):
        names = _names(lines[index : index + _NEAR])
        if known and names and not known & names:
            yield lines[begins:index]
            begins, known = index, names
        known = known | names
    yield lines[begins:]


def _tops(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the possible starts of cables: the first line of a page, and after an end mark."""
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else None
        if above is None or above.page != line.page:
            yield index
        elif _END.match(above.text.strip()) and _OPENING.match(line.text.strip()):
            yield index


def _names(lines: Sequence[Line]) -> frozenset[str]:
    """Return the cable's names in the heading at the top: number, or day and sender."""
    texts = [line.text.strip()[:_LONGEST] for line in lines if line.kind is None]
    found = set[str]()
    if not texts:
        return frozenset()
    if title := _TITLE.match(texts[0]):
        return frozenset((title[1],))
    if not (_OPENING.match(texts[0]) or _CLASS.match(texts[0])):
        return frozenset()
    for text in texts:
        if dtg := _DTG.match(text):
            found.add(dtg[1])
        elif _CLASS.match(text):
            number = _NUMBER.search(text)
            found.update((f"{number[1]} {number[2]}",) if number else ())
            break
    return frozenset(found)
