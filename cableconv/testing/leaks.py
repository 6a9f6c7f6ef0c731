"""A search for words that must not be in an output, whatever its format hides them in.

``leaks(output, words)`` looks into files and folders, the members of zips, the columns of Parquet
(with pyarrow), and text as bare as a reader sees it: markup taken away, escapes and encodings
undone, line ends as blanks.
"""

from __future__ import annotations

import base64
import html
import quopri
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from cableconv.patterns import pattern

_TAG = pattern(r"<[^<>]*>")
_ESCAPE = pattern(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_BASE64 = pattern(rb"[A-Za-z0-9+/\r\n]{24,}={0,2}")
_PARQUET = b"PAR1"
_INVISIBLE = pattern("[\u00ad\u200b-\u200f\u2060\ufeff]")


def leaks(output: bytes | str | Path, words: Iterable[str]) -> list[tuple[str, str]]:
    """Each of the words that is still there, with the member and the form it was found in."""
    sought = [(word, bare(word)) for word in words]
    return [
        (word, where)
        for where, text in _texts(output)
        for word, letters in sought
        if letters in text
    ]


def bare(text: str) -> str:
    """Letters in one case, accents and invisible characters removed, every gap one space."""
    plain = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text)).casefold()
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def _texts(output: bytes | str | Path) -> Iterator[tuple[str, str]]:
    for name, data in _members(output):
        yield f"name of {name}", bare(name)
        for form, text in _forms(data):
            yield f"{name} {form}", bare(text)


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
    """Values of a Parquet file, which are compressed in it; ImportError without pyarrow."""
    from pyarrow import parquet

    return "\n".join(map(str, parquet.read_table(BytesIO(data)).to_pylist())).encode()


def _forms(data: bytes) -> Iterator[tuple[str, str]]:
    """The bytes as a program would read them, of whatever format they are."""
    printed = data.decode("utf-8", "replace")
    unescaped = _ESCAPE.sub(_unescaped, printed)
    yield "as it is", printed
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
