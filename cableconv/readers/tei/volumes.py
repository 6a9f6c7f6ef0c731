"""A volume as a stream of documents: each is released after it has been read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from lxml.etree import _Element
from msgspec.structs import replace

from cableconv.diagnostics.container import DOCUMENTS_NOT_READ
from cableconv.errors import InputError, NoCableError
from cableconv.input.content import Content
from cableconv.input.safe_xml import elements, refuse_document_type
from cableconv.readers.tei.document import is_telegram, telegram_of
from cableconv.readers.tei.names import DIV, XML_ID, in_namespace
from cableconv.telegram import Telegram


def telegrams(content: Content) -> Iterator[Telegram]:
    """Yield each telegram; the last one reports the number of other documents."""
    where = content.name or "input"
    refuse_document_type(content.head, where)
    others, held = 0, None
    for document, volume in _documents(content, where):
        if not is_telegram(document):
            others += 1
            continue
        if held:
            yield held
        held = telegram_of(document, volume, content)
    if held is None:
        raise NoCableError(
            f"TEI, but none of its {others} documents is a telegram"
            if others
            else "TEI without a document (<div type='document'>)",
            path=where,
            hint="the head of a telegram says so: Telegram From ... to ...",
        )
    found = [DOCUMENTS_NOT_READ.at(number=others)] if others else []
    yield replace(held, diagnostics=(*held.diagnostics, *content.findings, *found))


def _documents(content: Content, where: str) -> Iterator[tuple[_Element, str | None]]:
    """Yield each complete document with the volume's name; nested ones belong to it."""
    outer: _Element | None = None
    volume: str | None = None
    encoding = "utf-8" if content.is_text else None
    try:
        with content.stream() as stream:
            for event, div in elements(stream, where, DIV, encoding):
                if event == "start":
                    volume = volume or _volume(div, content)
                    outer = div if outer is None and div.get("type") == "document" else outer
                elif outer is None or div is outer:
                    if div is outer:
                        yield in_namespace(div), volume
                        outer = None
                    _let_go(div)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}.", path=where) from error


def _volume(div: _Element, content: Content) -> str | None:
    """Return the volume's name: that of its root, or of its file."""
    root = div.getroottree().getroot()
    named = root.get(XML_ID) if root is not div else None
    return named or (PurePath(content.file).stem if content.file else None)


def _let_go(div: _Element) -> None:
    """Clear an element that has been read, except its name."""
    tail = div.tail
    div.clear()
    div.tail = tail
    parent = div.getparent()
    while parent is not None and (before := div.getprevious()) is not None:
        parent.remove(before)
