"""Searches an output for words that must not be in it, in whatever way its format hides them.

``leaks(output, words)`` searches files and folders, members of zips, columns of Parquet
(with pyarrow), and the plain text as a reader sees it: without markup, with escapes and
encodings decoded, line ends as spaces.
"""

from __future__ import annotations

import base64
import html
import quopri
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from cableconv.patterns import pattern

_TAG = pattern(r"<[^<>]*>")
_ESCAPE = pattern(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_BASE64 = pattern(rb"[A-Za-z0-9+/\r\n]{24,}={0,2}")
_PARQUET = b"PAR1"
_EMPTY = b"\0" * 64  # in a database's pages
_INVISIBLE = pattern("[\u00ad\u200b-\u200f\u2060\ufeff]")


def leaks(output: bytes | str | Path, words: Iterable[str]) -> list[tuple[str, str]]:
    """Return each word that is still present, with the member and the form it was found in."""
    sought = [(word, bare(word)) for word in words]
    return [
        (word, where)
        for where, text in readings(output)
        for word, letters in sought
        if letters in text
    ]


def bare(text: str) -> str:
    """Return letters in one case, without accents and invisible characters, single-spaced."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text))
        for mark in filter(unicodedata.combining, set(text)):
            text = text.replace(mark, "")
    return " ".join(text.casefold().split())


def readings(output: bytes | str | Path) -> Iterator[tuple[str, str]]:
    """Yield every plain text that an output can be read as, with its member and form.

    A text that a member has in two forms is listed once.
    """
    for name, data in _members(output):
        yield f"name of {name}", bare(name)
        for form, text in _read(data):
            yield f"{name} {form}", text


@lru_cache(maxsize=64)  # the common content of all documents of a format is read once
def _read(data: bytes) -> tuple[tuple[str, str], ...]:
    texts: dict[str, str] = {}
    for form, text in _forms(data):
        texts.setdefault(text, form)
    return tuple((form, bare(text)) for text, form in texts.items())


def _members(output: bytes | str | Path) -> Iterator[tuple[str, bytes]]:
    if isinstance(output, Path):
        files = sorted(output.rglob("*")) if output.is_dir() else [output]
        for file in filter(Path.is_file, files):
            yield from _unzipped(str(file.relative_to(output)), file.read_bytes())
    else:
        yield from _unzipped("", output.encode() if isinstance(output, str) else output)


def _unzipped(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, data
    if zipfile.is_zipfile(BytesIO(data)):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield f"{name}!comment", archive.comment
            for member in archive.infolist():
                yield f"{name}!{member.filename}!extra", member.comment + member.extra
                yield from _unzipped(f"{name}!{member.filename}", archive.read(member))
    elif data.startswith(_PARQUET):
        yield f"{name}!columns", _columns(data)


def _columns(data: bytes) -> bytes:
    """Return the values of a compressed Parquet file; ImportError without pyarrow."""
    from pyarrow import parquet

    return "\n".join(map(str, parquet.read_table(BytesIO(data)).to_pylist())).encode()


def _forms(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the bytes as texts, in whatever format they are."""
    data = data.replace(_EMPTY, b"")
    printed = data.decode("utf-8", "replace")
    unescaped = _ESCAPE.sub(_unescaped, printed)
    yield "as it is", printed
    if b"\0" in data:  # half of each Latin letter in UTF-16
        yield "as UTF-16", data.decode("utf-16-le", "replace")
    yield "unescaped", unescaped
    yield "without tags", html.unescape(_TAG.sub("", unescaped))
    yield "with blanks for tags", html.unescape(_TAG.sub(" ", unescaped))
    yield "unquoted", unquote(printed)
    yield "quoted-printable", quopri.decodestring(data).decode("utf-8", "replace")
    for found in _BASE64.finditer(data):
        letters = found[0].translate(None, b"\r\n=")
        whole = letters[: len(letters) // 4 * 4]
        yield "base64", base64.b64decode(whole).decode("utf-8", "replace")


def _unescaped(escape: re.Match[str]) -> str:
    if escape[1]:
        return chr(int(escape[1], 16))
    return {"n": "\n", "r": "\r", "t": "\t"}.get(escape[2], escape[2])
