"""A page of Wikisource in its markup, or pages exported by MediaWiki (XML).

Templates and categories on separate lines belong to the wiki and become furniture; a template
inside a line is replaced by its last value.  ``<pre>`` and ``<nowiki>`` contain no markup.  The
template ``header`` (title, author) is compared with the telegram.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.telegram import Telegram
from cableconv.vocabulary.archive_ids import archive_id

if TYPE_CHECKING:
    from cableconv.readers.transcription import Transcription

_OPENS = pattern(r"\s*+\{\{\s*+(?:[\w ]{0,20}\bheader|header\b)", re.IGNORECASE)
_EXPORT = pattern(r"\s*+(?:<\?[^>]*+>\s*+)?<mediawiki[\s>]")
_WIKI = pattern(r"(?m)^\[\[Category:|^\{\{|^<(?:poem|pages)\b")
_INNER = r"(?:[^{}]++|\{(?!\{)|\}(?!\}))*+"
_TEMPLATE = (
    rf"\{{\{{{_INNER}(?:\{{\{{{_INNER}(?:\{{\{{{_INNER}\}}\}}{_INNER})*+\}}\}}{_INNER})*+\}}\}}"
)
_MARKUP = pattern(
    rf"""(?mx)
      (?P<apart>^[ \t]*(?:{_TEMPLATE}|\[\[[A-Za-z -]{{2,20}}:[^\[\]\n]*+\]\])[ \t]*(?:\r?\n|\Z))
    | (?P<template>{_TEMPLATE})
    | <!--(?:[^-<]|-(?!->)|<(?!!--))*+-->
    | (?P<verbatim><(?P<tag>pre|nowiki)\b[^<>]{{0,200}}(?<!/)>)
    | </?(?:poem|pre|nowiki|section|noinclude|includeonly|onlyinclude|pages|references|div|span
        |center|small|big|br|p|b|i|u|tt|code|blockquote|font)\b[^<>]{{0,400}}>
    | \[\[(?:[^\[\]|\n]*+\|)?(?P<link>[^\[\]|\n]*+)\]\]
    | \[https?://[^\s\]]*+[ ](?P<named>[^\]\n]*+)\]
    | '''?
    | ^(?P<heading>={{2,6}})[ \t]*(?P<title>[^=\n]++)(?P=heading)[ \t]*(?=\r?$)
    | ^[:*]++[ \t]*
    """
)
_VERBATIM_END = pattern(r"</(?:pre|nowiki)\s*>", re.IGNORECASE)
_VALUE = pattern(
    r"^[ \t]*\|[ \t]*([a-z_]{1,30})[ \t]*=[ \t]*((?:[^|\n]|\|(?![ \t]*[a-z_]+[ \t]*=))*+)",
    re.IGNORECASE | re.MULTILINE,
)
_OF_THE_PAGE = frozenset(
    ("header", "headers", "heading", "body", "text", "full text", "message", "cable", "telegram",
     "content", "contents", "raw content")
)  # fmt: skip
"""Headings that name a part of the wiki's page, not of the cable."""
_BELOW_THE_TEXT = frozenset(("see also", "notes", "references", "external links", "sources"))
"""Headings of sections below the text of a wiki's page."""
_NEXT_HEADING = pattern(r"^={2,6}[ \t]*[^=\s]", re.MULTILINE)
_NUMBER = pattern(r"\b(?:19|20)?\d\d ?[A-Z][A-Z ]*? ?\d+\b")
_SHOWS = pattern(  # a line with formatting
    r"\s*+\{\{\s*+(?:right|left|center|centre|c|indent|nop|small(?:er)?|large(?:r)?|x+-larger|sc"
    r"|small-?caps|uc|lc|block[ ]right|float[ ]right|gap|tooltip|sic|u|b|i|bold|larger)\s*+\|",
    re.IGNORECASE,
)
_LINK = pattern(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")


def sniff(content: Content) -> Sniff:
    """Return SURE for the template ``header`` at the top, and for an export."""
    head = content.head
    opening = head.lstrip()[:2]
    if opening[:1] == "<":
        return Sniff.SURE if _EXPORT.match(head) else Sniff.NO
    if opening != "{{":
        return Sniff.NO
    if _OPENS.match(head):
        return Sniff.SURE
    return Sniff.LIKELY if _WIKI.search(head) else Sniff.NO


def read(content: Content) -> Iterator[Telegram | Content]:
    """Yield the telegram of the page, or each page of an export as a separate content.

    Raises:
        InputError: an export is not well-formed, or has a document type.
    """
    if _EXPORT.match(content.head):
        yield from _pages(content)
    elif content.text.strip():
        transcription = _transcribed(content.text)
        yield transcription.telegram(content, reader.name, **_witnesses(content.text))


def _pages(content: Content) -> Iterator[Content]:
    from cableconv.input.safe_xml import elements, refuse_document_type

    where = content.name or "input"
    refuse_document_type(content.head, where)
    encoding = "utf-8" if content.is_text else None
    with content.stream() as stream:
        for event, page in elements(stream, where, "{*}page", encoding):
            if event == "end":
                title = page.findtext("{*}title") or "page"
                text = page.findtext("{*}revision/{*}text") or ""
                page.clear()
                if text.strip():
                    yield content.within(text, title)


def _transcribed(text: str) -> Transcription:
    from cableconv.readers.transcription import Transcription

    transcription = Transcription(text)
    done = 0
    while found := _MARKUP.search(text, done):
        transcription.copy(done, found.start())
        done = found.end()
        if found["apart"] and not _SHOWS.match(found["apart"]):
            transcription.set_apart("wiki", found.span())
        elif found["verbatim"]:
            end = _VERBATIM_END.search(text, done)
            transcription.copy(done, end.start() if end else len(text))
            done = end.end() if end else len(text)
        elif template := found["template"] or found["apart"]:
            line_end = "\n" if found["apart"] else ""
            transcription.write(_last_value(template.strip()) + line_end, found.start())
        elif (title := (found["title"] or "").strip().lower()) in _OF_THE_PAGE:
            transcription.set_apart("wiki", found.span("title"))
        elif title in _BELOW_THE_TEXT:
            after = _NEXT_HEADING.search(text, done)
            done = after.start() if after else len(text)
            transcription.set_apart("wiki", (found.start("title"), done))
        else:
            kept = next((n for n in ("link", "named", "title") if found[n]), None)
            if kept:
                transcription.copy(*found.span(kept))
    transcription.copy(done, len(text))
    return transcription


def _last_value(template: str) -> str:
    """Return the value that ``{{center|CONFIDENTIAL}}`` shows; empty without a value."""
    _, bar, value = template[2:-2].rpartition("|")
    return value.rpartition("=")[2] if bar else ""


def _witnesses(text: str) -> dict[str, str | None]:
    opening = _MARKUP.match(text.lstrip())
    values = dict(_VALUE.findall(opening[0])) if opening and opening["apart"] else {}
    said = {name.lower().strip(): _LINK.sub(r"\1", value).strip() for name, value in values.items()}
    number = _NUMBER.search(said.get("title", ""))
    return {
        "id": archive_id(number[0].replace(" ", "")) if number else None,
        "office": said.get("author") or None,
    }


reader = Reader(
    name="wikisource",
    sniff=sniff,
    read=read,
    help="A page of Wikisource in its markup, or pages as MediaWiki exports them.",
    endings=(".wiki", ".mediawiki"),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
