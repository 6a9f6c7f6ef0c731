r"""The Markdown scrape: a page whose links and lists a converter turned into Markdown.

On the page every pilcrow and every TAG was a link; the scrape has ``[1](#)`` and
``[PGOV](#)`` instead, other converters kept the addresses (``[PGOV](/tag/PGOV_0.html)``).
Lines that begin with a lettered pilcrow became list items:
``- [1](#)B. 06 ASTANA 585``, or ``- 1B.`` where the link was lost as well.  The page put a
pilcrow before every number or letter with a full stop at the start of a line, so if none is
without one, such a 1 is a pilcrow (this holds for all of 1,533 in 421 scrapes).

Only Markdown is removed: links become their text (``[1](#)`` the pilcrow it stands for),
added dashes vanish, escapes (``\-``) become their character, hard breaks (``\`` at a line's
end) nothing.  Where the converter joined lines, a linked paragraph number inside
a line shows where the break was; it is restored and reported.  A year or a day there had a
pilcrow too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cableconv.diagnostics.telegram import LINE_BREAK_RESTORED, PILCROW_RESTORED
from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.telegram import Telegram
from cableconv.vocabulary.months import MONTHS

if TYPE_CHECKING:
    from cableconv.readers.transcription import Transcription

_ADDRESS = "]("
_LINK = pattern(r"\[(?:1|[A-Z]{2,})\]\(#\)")
_WHERE_THE_PAGE_HAD_IT = pattern(
    r"""
      ^[ \t]*+(?:[-*+][ \t]++)?\[1\]\(\#\)[\dA-Z]
    | \[1\]\(\#\)\d{1,3}\.[ \t]*+\([A-Z]
    | ^[ \t]*+\[¶(?:\]\(\S{1,200}\)[\dA-Z]|\d{1,3}\.?\]\(\S)
    | TAGS?:?[ \t]*+\[[A-Z]{2,}\]\((?:\#|\S{0,200}\btag/)
    """,
    re.VERBOSE | re.MULTILINE,
)

_PLAIN_NUMBER = pattern(r"^[ \t]*+(?:1|[2-9]\d{0,3})\.(?:[ \t]|$)", re.MULTILINE)
# May 115. is the 15th: no month has so many days
_DAY = "|".join(rf"(?<={name}[ ])" for month in MONTHS for name in (month, month.upper()))
_MARKUP = pattern(
    rf"""
      (?P<dash>   ^[ \t]*[-*+][ \t]+(?=\[1\]\(\#|\[¶\]\(\S|1[A-Z]\.[ \t])(?P<listed>1?) )
    | (?P<joined> (?<=\S)[ \t]+(?:-[ \t]+)?(?=\[1\]\(\#\)\d{{1,3}}\.[ \t]*\([A-Z]) )
    | (?P<pilcrow>\[1\]\(\#[^()\s]*\) )
    | (?P<scar>   ^[ \t]*1(?=(?:\d{{1,12}}|[A-Z])\.(?:[ \t]|\r?$))
                | (?<=\S[ ])1(?=(?:19|20)\d\d\.[ ])
                | (?:{_DAY})1(?=[0-3]\d\.[ ]) )
    | \[(?P<text> [^\[\]\n]+)\]\((?:\#|\.{{0,2}}/|[\w-]+/|mailto:|https?://)[^()\s]*\)
    | (?P<break>  \\(?=\r?\n) )
    | \\(?P<escaped>[-\\`*_{{}}\[\]()<>\#+.!|~] )
    """,
    re.VERBOSE | re.MULTILINE,
)

_JOINED = LINE_BREAK_RESTORED.at()
_SCAR = PILCROW_RESTORED.at()


def sniff(content: Content) -> Sniff:
    """Return SURE if a link replaces a pilcrow or a TAG as on the page; else LIKELY."""
    # a character is found several times faster than two, and this one is rare
    if "]" not in content.head or _ADDRESS not in content.head:
        return Sniff.NO
    if _WHERE_THE_PAGE_HAD_IT.search(content.head):
        return Sniff.SURE
    return Sniff.LIKELY if _LINK.search(content.head) else Sniff.NO


def read(content: Content) -> Iterator[Telegram]:
    """Yield the telegram without its Markdown; nothing for a blank text."""
    if content.text.strip():
        telegram = _without_markup(content.text).telegram(content, reader.name)
        yield replace(telegram, is_plain=True)


def _without_markup(text: str) -> Transcription:
    from cableconv.readers.transcription import Transcription

    transcription = Transcription(text)
    scarred = _PLAIN_NUMBER.search(text) is None
    done = 0
    for markup in _MARKUP.finditer(text):
        transcription.copy(done, markup.start())
        if scar := markup["scar"] or markup["listed"]:
            _write_scar(transcription, scar, markup.end() - len(scar), scarred)
        if markup["pilcrow"]:
            transcription.write("¶", markup.start())
        if markup["joined"]:
            transcription.write("\n", markup.start())
            transcription.report(_JOINED)
        for kept in ("text", "escaped"):
            if markup[kept]:
                transcription.copy(*markup.span(kept))
        done = markup.end()
    transcription.copy(done, len(text))
    return transcription


def _write_scar(transcription: Transcription, scar: str, at: int, scarred: bool) -> None:
    """Write a line's first digit 1 as the pilcrow that it was, if every number has one."""
    blanks = len(scar) - 1
    transcription.copy(at, at + blanks)
    if not scarred:
        transcription.copy(at + blanks, at + len(scar))
        return
    transcription.report(_SCAR)
    transcription.write("¶", at + blanks)


reader = Reader(
    name="markdown",
    sniff=sniff,
    read=read,
    help="The Markdown scrape, in which pilcrows and TAGS are links.",
    endings=(".md", ".markdown"),
    aliases=("md",),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
