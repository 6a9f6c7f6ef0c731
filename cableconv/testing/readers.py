"""Checks of a reader: it recognises its own files, gives positions, and raises only InputError."""

from __future__ import annotations

from cableconv.cable import Cable
from cableconv.errors import CableconvError
from cableconv.input.content import Content
from cableconv.parser import parse_telegram
from cableconv.plugins.api import Reader, Sniff
from cableconv.plugins.options import options_for
from cableconv.telegram import Telegram
from cableconv.testing.findings import Findings

_STRANGE = {
    "nothing": b"",
    "zeros": b"\x00" * 1000,
    "no text": b"PK\x03\x04\xff\xfe\x00\xd8" * 50,
    "a page": b"<!DOCTYPE html><html><body>Fog</body></html>",
    "a list": b'[{"subject": "FOG"}, 1, null]',
    "a long line": b"A" * 100_000,
    "a byte-order mark": b"\xef\xbb\xbf",
}
"""Contents of other forms."""


def examine(reader: Reader, contents: tuple[bytes, ...], findings: Findings) -> None:
    """Run all checks, and add violations to the findings."""
    for name, data in _STRANGE.items():
        _sniffed(reader, data, f"sniffing {name}", findings)
        _read(reader, data, f"reading {name}", findings, mildly=True)
    for number, data in enumerate(contents, 1):
        where = f"content {number}"
        if _sniffed(reader, data, where, findings) is Sniff.NO:
            findings.add(
                "sniff returns NO; return SURE or MAYBE for contents that read accepts", where
            )
        found = _read(reader, data, where, findings)
        if found == []:
            findings.add("read returns nothing", where)
        if _values(found) != _values(_read(reader, data, where, findings)):
            findings.add("a second call returns something else", where)
        _read(reader, data[: len(data) // 2], f"half of {where}", findings, mildly=True)


def _sniffed(reader: Reader, data: bytes, where: str, findings: Findings) -> Sniff | None:
    level = findings.attempt(where, lambda: Sniff(reader.sniff(Content(data))))
    if level is Sniff.SURE and data in _STRANGE.values():
        findings.add("sniff returns SURE for a foreign content; check more, or return MAYBE", where)
    return level


def _read(
    reader: Reader, data: bytes, where: str, findings: Findings, mildly: bool = False
) -> list[Telegram | Cable | Content] | None:
    """Return what the reader finds; foreign contents may raise an error of the project."""
    allowed = (CableconvError,) if mildly else ()
    found = findings.attempt(
        where, lambda: list(reader.read(Content(data), **options_for(reader, {}))), allowed=allowed
    )
    for each in found or ():
        if isinstance(each, Telegram):
            _examine_telegram(each, where, findings)
        elif not isinstance(each, Cable | Content):
            findings.add(f"returns {type(each).__name__}, not Telegram, Cable or Content", where)
    return found


def _values(found: list[Telegram | Cable | Content] | None) -> list[object]:
    """Return the results as comparable values, inner files by names and bytes."""
    return [(each.name, each.data) if isinstance(each, Content) else each for each in found or ()]


def _examine_telegram(telegram: Telegram, where: str, findings: Findings) -> None:
    offsets = [anchor.text for anchor in telegram.anchors]
    if offsets[:1] != [0] or offsets != sorted(offsets):
        findings.add("anchors must begin with offset 0 of the text and be in order", where)
    if telegram.source.reader is None:
        findings.add("source names no reader: use source=content.source(NAME)", where)
    end = len(telegram.text if telegram.file_text is None else telegram.file_text)
    if any(telegram.file_offset(offset) > end for offset in offsets):
        findings.add("an anchor is beyond the end of file_text", where)
    findings.attempt(f"parsing {where}", lambda: parse_telegram(telegram))
