"""Data for the search: script files, since a page opened from a disk may load nothing else.

Each is a call with a name, and zlib data with their length as dense text.
"""

from __future__ import annotations

import zlib
from codecs import BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from cableconv_html.site.dense_text import bytes_of, dense
from cableconv_html.site.postings import Posting

_CONTINUES = 0x80


def write_data(folder: Path, name: str, data: bytes) -> None:
    """Write a file of that name, which the script loads by it."""
    packed = zlib.compress(data, 9)
    call = f'searchData("{name}",{len(packed)},"{dense(packed)}");\n'
    (folder / f"{name}.js").write_bytes(BOM_UTF16_LE + call.encode("utf-16-le"))


def write_json(folder: Path, name: str, value: object) -> None:
    """Write a value of JSON's types."""
    write_data(folder, name, msgspec.json.encode(value))


def read_data(file: Path) -> bytes:
    """Return what ``write_data`` has written."""
    _, number, text = file.read_text("utf-16").split(",")
    return zlib.decompress(bytes_of(text.split('"')[1], int(number)))


def pack(posting: Posting) -> bytes:
    """Return a word: its letters and a line end, how many entries, and the steps between them."""
    word, entries = posting
    steps = (here - last for last, here in zip((0, *entries), entries, strict=False))
    numbers = b"".join(map(_as_bytes, (len(entries), *steps)))
    return word.encode() + b"\n" + numbers


def unpacked(data: bytes) -> Iterator[Posting]:
    """Yield the words of a file."""
    at = 0
    while at < len(data):
        end = data.index(b"\n", at)
        word = data[at:end].decode()
        number, at = _number_at(data, end + 1)
        entries: list[int] = []
        for _ in range(number):
            step, at = _number_at(data, at)
            entries.append(step + (entries[-1] if entries else 0))
        yield word, entries


def _as_bytes(number: int) -> bytes:
    """Return a number in groups of 7 bits, the lowest first (LEB128)."""
    if number < _CONTINUES:
        return _SHORT[number]
    groups = bytearray()
    while number >= _CONTINUES:
        groups.append(number % _CONTINUES | _CONTINUES)
        number //= _CONTINUES
    return bytes((*groups, number))


def _number_at(data: Sequence[int], at: int) -> tuple[int, int]:
    """Return the number there, and the place behind it."""
    number = shift = 0
    while data[at] >= _CONTINUES:
        number += (data[at] - _CONTINUES) << shift
        shift += 7
        at += 1
    return number + (data[at] << shift), at + 1


_SHORT = [bytes((number,)) for number in range(_CONTINUES)]
