"""From bytes to text by byte-order mark, else UTF-8, else Windows-1252 (reported); no guessing."""

from __future__ import annotations

import codecs
from functools import cache

import msgspec
from msgspec.structs import replace

from cableconv.cable import Diagnostic
from cableconv.diagnostics.telegram import ENCODING_FALLBACK
from cableconv.errors import InputError, UsageError
from cableconv.input.binary_signatures import Binary, signed_binary, unsigned_binary
from cableconv.input.surrogates import without_surrogates

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_MARKED = tuple(_MARKS)

_USUAL_ENCODINGS = (
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "windows-1252", "latin-1", "ascii", "cp437",
    "cp850", "mac-roman", "windows-1250", "windows-1251", "koi8-r", "iso-8859-15",
)  # fmt: skip


class Decoded(msgspec.Struct, frozen=True):
    """A text, the name of its encoding, and diagnostics."""

    text: str
    encoding: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def known_encoding(name: str) -> str:
    """Return ``name`` if it is the name of a text encoding.

    Raises:
        UsageError: it is not.
    """
    try:
        b" ".decode(name)
    except UnicodeDecodeError:
        return name
    except (LookupError, ValueError):
        from difflib import get_close_matches

        nearest = get_close_matches(name.lower(), _USUAL_ENCODINGS, 1)
        hint = f"did you mean {nearest[0]}?" if nearest else "try utf-8 or windows-1252."
        raise UsageError(f"unknown encoding {name!r}: {hint}") from None
    return name


def decode(data: bytes, forced: str | None = None, name: str | None = None) -> Decoded:
    """Return the text of ``data``; ``name`` is used in messages.

    Raises:
        InputError: it is binary, or not in the forced encoding or that of its byte-order mark.
    """
    binary = _binary(data, forced)
    if binary:
        raise InputError(
            f"looks like {binary.kind}", path=name or "input", hint=f"{binary.advice}."
        )
    encoding = forced or marked_encoding(data)
    if encoding:
        text = _strictly(data, encoding, forced is not None, name)
        text, found = without_surrogates(text)
        return Decoded(text, encoding, found)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return Decoded(_windows_1252(data), "windows-1252", (_fallback(data, error.start),))


def marked_encoding(data: bytes) -> str | None:
    """Return the encoding of a byte-order mark, or None."""
    if not data.startswith(_MARKED):
        return None
    return next(name for mark, name in _MARKS.items() if data.startswith(mark))


def decode_stretch(text: str, encoding: str | None = "utf-8", first_line: int = 1) -> Decoded:
    """Decode part of a UTF-8 stream in which invalid bytes are surrogates (PEP 383)."""
    try:
        data = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        whole, lone = without_surrogates(text, first_line)
        return Decoded(whole, encoding, lone)
    at = next(index for index, char in enumerate(text) if "\udc80" <= char <= "\udcff")
    found = _fallback(data, len(text[:at].encode()))
    found = replace(found, line=(found.line or 1) + first_line - 1)
    return Decoded(_windows_1252(data), "windows-1252", (found,))


def decode_head(opening: bytes, forced: str | None = None) -> str:
    """Return the opening of a text, which may be cut inside a character; empty for binary."""
    if _binary(opening, forced):
        return ""
    encoding = forced or marked_encoding(opening) or "utf-8"
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(opening)
    except ValueError:
        text = _windows_1252(opening)
    return text.removeprefix("\ufeff")


def _binary(data: bytes, forced: str | None) -> Binary | None:
    """Recognise binary data by its signature, or by NUL bytes that no encoding explains."""
    signed = signed_binary(data)
    if signed or forced or marked_encoding(data):
        return signed
    return unsigned_binary(data)


def _strictly(data: bytes, encoding: str, forced: bool, name: str | None) -> str:
    if codecs.lookup(encoding).name == "cp1252":
        return _windows_1252(data)
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        who = "the encoding asked for" if forced else "the encoding of its byte-order mark"
        raise InputError(
            f"at byte offset {error.start} it is not {encoding}, {who} ({error.reason})",
            path=name or "input",
            hint="name another encoding (windows-1252 takes every byte).",
        ) from error
    except UnicodeError as error:
        raise InputError(f"is not {encoding} ({error}).", path=name or "input") from error


@cache
def _windows_1252_table() -> str:
    """Return a table in which undefined bytes (81 8D 8F 90 9D) are C1 controls, per WHATWG."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(256))


def _windows_1252(data: bytes) -> str:
    return codecs.charmap_decode(data, "strict", _windows_1252_table())[0]


def _fallback(data: bytes, at: int) -> Diagnostic:
    return ENCODING_FALLBACK.at(
        line=data.count(b"\n", 0, at) + 1,
        column=at - data.rfind(b"\n", 0, at),
        byte=f"0x{data[at]:02X}",
        offset=at,
    )
