"""Random changes of an input's bytes, lines and words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

LONGEST = 60_000
"""Bytes: longer results are cut, so that each input is read quickly."""
_WORDS = (
    "\n", "\n\n", "\r\n", "\t", "(C) ", "1. (C) ", "¶2. ", "SUBJECT: ", "REF: A. OSLO 77 ",
    "TAGS: ", "E.O. 12958: DECL: 05/13/2018\n", "Classified By: ",
    "C O N F I D E N T I A L OSLO 000123\n", "FM AMEMBASSY OSLO\n", "TO SECSTATE WASHDC\n",
    "R 131205Z MAY 08\n", "BEGIN TEXT\n", "END TEXT\n", "SIPDIS\n", "SECTION 01 OF 02 ",
    "PAGE 02 RUEHNY 00123\n", "----\n", "| a | b |\n", "<p>", "</p>", "<![CDATA[", "]]>", "<!--",
    "&amp;", "&#0;", "&#x110000;", '"', "''", ",", ";", "{", "}", "[", "]", "\\", "\\u0000",
    "\\ud800", "null", "1e999", "-1", "9" * 30, "²", "İ", "ſ", "\0", "\ufeff", "\u2028", "\u202e",
    "\x85", "\x1c", "From x\n", "Content-Type: multipart/mixed; boundary=x\n", "=?utf-8?q?=00?=",
    "--x\n", "INSERT INTO cable VALUES (", "\\N", "COPY cable (id) FROM stdin;\n",
)  # fmt: skip
WORDS = tuple(word.encode("utf-8", "surrogatepass") for word in _WORDS)
BYTES = (b"\xff", b"\xfe\xff", b"\xed\xa0\x80", b"\xc0", b"\x92", b"PK\x03\x04", b"\x1f\x8b")

Change = Callable[[bytes, Random, Sequence[bytes]], bytes]
_DIGITS = re.compile(rb"\d+")
_VALUES = re.compile(
    rb"""(?<=:)\s?(?:"(?:[^"\\]|\\.)*+"|null|true|false|-?\d+|\[\]|\{\})  # in JSON
    | (?<=>)[^<>]*+(?=<) | (?<==")[^"]*+(?=")                            # in XML and HTML""",
    re.VERBOSE,
)
_OTHER_VALUES = (b"null", b"[]", b"{}", b'""', b'"x"', b"0", b"7", b"x", b"", b"[[0,1]]", b"SECRET")


def changed(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    """Return the input after one to five changes; ``others`` are inputs to take parts from.

    Half of the documents that are JSON or markup stay well-formed.
    """
    kinds = CHANGES
    if data.lstrip().startswith((b"{", b"<")):
        kinds = random.choice([CHANGES, (_with_value,)])
    for _ in range(random.randint(1, 5)):
        data = random.choice(kinds)(data, random, others)[:LONGEST]
    return data


def _places(data: bytes, random: Random) -> tuple[int, int]:
    """Return two offsets, often close to each other."""
    first = random.randint(0, len(data))
    second = first + random.choice([1, 8, 64, len(data)])
    return first, min(second, len(data))


def _without(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    start, end = _places(data, random)
    return data[:start] + data[end:]


def _doubled(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    start, end = _places(data, random)
    return data[:end] + data[start:end] * random.choice([1, 2, 50]) + data[end:]


def _with_word(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    at, _end = _places(data, random)
    word = random.choice((*WORDS, *BYTES)) * random.choice([1, 1, 1, 2, 500])
    return data[:at] + word + data[at:]


def _with_byte(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    at, _end = _places(data, random)
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _with_part(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    other = random.choice(others)
    start, end = _places(other, random)
    at, until = _places(data, random)
    return data[:at] + other[start:end] + data[random.choice([at, until]) :]


def _with_lines_moved(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    lines = data.splitlines(keepends=True)
    if len(lines) < 2:
        return data
    line = lines.pop(random.randrange(len(lines)))
    lines.insert(random.randint(0, len(lines)), line)
    return b"".join(lines)


def _with_lines_joined(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    between = random.choice([b"", b" ", b"\r"])
    return data.replace(b"\n", between, random.choice([1, 5, -1]))


def _with_numbers(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    found = list(_DIGITS.finditer(data))
    if not found:
        return data
    start, end = random.choice(found).span()
    number = random.choice([b"0", b"1", b"11", b"99", b"-1", b"2008", "²".encode(), b"9" * 5000])
    return data[:start] + number + data[end:]


def _with_value(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    """Replace a value of JSON or markup by another, so that the document stays well-formed."""
    found = list(_VALUES.finditer(data))
    if not found:
        return data
    chosen = random.choice(found)
    alike = [each[0] for each in found if each[0].lstrip()[:1] == chosen[0].lstrip()[:1]]
    value = random.choice([*random.choices(alike, k=3), random.choice(_OTHER_VALUES)])
    return data[: chosen.start()] + value + data[chosen.end() :]


CHANGES: tuple[Change, ...] = (
    _without, _doubled, _with_word, _with_byte, _with_part, _with_lines_moved,
    _with_lines_joined, _with_numbers, _with_value,
)  # fmt: skip
"""All kinds of change."""
