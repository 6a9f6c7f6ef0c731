"""The documents of a JSON file, one at a time, and the tree in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from json import JSONDecodeError, loads
from typing import Any, NamedTuple, TextIO

import msgspec

from cableconv.cable import Cable, Diagnostic
from cableconv.errors import InputError
from cableconv.input.content import Content
from cableconv.input.decoding import decode_stretch
from cableconv.input.surrogates import has_surrogates, replaced
from cableconv.patterns import pattern
from cableconv.readers.json.names_twice import name_that_stands_twice
from cableconv.readers.trees import tree_of
from cableconv.refusal.kinds import NAME_COLUMN
from cableconv.schema import VERSION_KEY

LONGEST = 64 * 1024 * 1024
"""Characters of a line of JSON Lines kept in memory; the longest trees have a thirtieth of this."""

_ESCAPES = pattern(
    r"\\u[Dd][89ABab]..\\u[Dd][C-Fc-f].. | (?P<lone>\\u[Dd][89A-Fa-f]..) | \\.",
    re.VERBOSE | re.DOTALL,
)


class Document(NamedTuple):
    """One document as written.

    ``where`` is for messages, ``name`` is the file's, ``line`` is its first line.
    """

    text: str
    name: str
    where: str
    line: int = 1
    diagnostics: tuple[Diagnostic, ...] = ()


def documents(content: Content) -> Iterator[Document]:
    """Yield the documents, one per line if the first two non-blank lines begin objects.

    Raises:
        InputError: the file cannot be read, is not in its encoding, or its list is not JSON.
    """
    name = content.name or "input"
    try:
        with content.text_stream() as stream:
            lines = (line for line in _lines(stream, name) if line.text)
            opening = list(islice(lines, 2))
            if opening and all(line.text.lstrip().startswith("{") for line in opening):
                yield from chain(opening, lines)
                return
    except UnicodeError as error:
        raise InputError(
            f"cannot be decoded: {error}", path=name, hint="name its encoding."
        ) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}.", path=name) from error
    yield from _of_one_text(content.text, name)


def cable_of(document: Document) -> Cable:
    """Return the document's tree; InputError if it is not one."""
    tree, document = _decoded(document)
    if not isinstance(tree, dict) or not tree.keys() & {VERSION_KEY, "body"}:
        raise InputError(
            f"JSON, but not a cable's tree: it has neither {VERSION_KEY!r} nor 'body'",
            path=document.where,
            hint=f"{NAME_COLUMN}.",
        )
    if twice := name_that_stands_twice(document.text, tree):
        raise InputError(
            f"not a cable's tree: {twice!r} occurs twice in one object",
            path=document.where,
            hint="remove the wrong one.",
        )
    version = tree.pop(VERSION_KEY, None)
    cable = tree_of(tree, None if version is None else str(version), document.where)
    return cable.replace(diagnostics=(*cable.diagnostics, *document.diagnostics))


def _lines(stream: TextIO, name: str) -> Iterator[Document]:
    number = 0
    while line := stream.readline(LONGEST):
        number += 1
        if len(line) == LONGEST and line.lstrip().startswith("{"):
            raise InputError(
                f"a line of more than {LONGEST // 2**20} Mi characters, but no cable is that long",
                path=name,
                line=number,
                hint="check that it is the right file.",
            )
        found: tuple[Diagnostic, ...] = ()
        if has_surrogates(line):
            decoded = decode_stretch(line, first_line=number)
            line, found = decoded.text, decoded.diagnostics
        yield Document(line.rstrip(), name, f"{name}:{number}", number, found)


def _of_one_text(text: str, name: str) -> Iterator[Document]:
    document = Document(text, name, name)
    if not text.lstrip().startswith("["):
        if text.strip():
            yield document
        return
    _, whole = _decoded(document)
    found = whole.diagnostics
    for number, member in enumerate(msgspec.json.decode(whole.text, type=list[msgspec.Raw]), 1):
        where = f"{name}: document {number} of the list"
        yield Document(bytes(member).decode(), name, where, diagnostics=found)
        found = ()


def _decoded(document: Document) -> tuple[Any, Document]:
    """Return its plain values, and the document with the necessary repairs."""
    try:
        return msgspec.json.decode(document.text), document
    except (msgspec.DecodeError, UnicodeError) as error:
        text, count = _without_lone_escapes(document.text)
        if not count:
            raise _malformed(document, str(error)) from error
        found = (*document.diagnostics, replaced(count))
        return _decoded(document._replace(text=text, diagnostics=found))
    except RecursionError as error:
        raise InputError("JSON nested too deep for a cable's tree.", path=document.where) from error


def _without_lone_escapes(text: str) -> tuple[str, int]:
    r"""Replace each escape of half a character (``\ud83d`` alone) by ``\ufffd``; count them."""
    count = 0

    def whole(escape: re.Match[str]) -> str:
        nonlocal count
        count += escape["lone"] is not None
        return r"\ufffd" if escape["lone"] else escape[0]

    return _ESCAPES.sub(whole, text), count


def _malformed(document: Document, says: str) -> InputError:
    """Return an error that states the problem, with line and column."""
    try:
        loads(document.text)
    except JSONDecodeError as error:
        line, ends = document.line + error.lineno - 1, len(error.doc.rstrip())
        cut = error.pos >= ends or error.msg.startswith("Unterminated")
        advice = "the end may be missing: get the file again" if cut else "correct it there"
        return InputError(
            f"not JSON: {error.msg}",
            path=document.name,
            line=line,
            column=error.colno,
            hint=f"{advice}.",
        )
    except (ValueError, RecursionError):
        pass
    return InputError(f"not JSON: {says}.", path=document.where)
