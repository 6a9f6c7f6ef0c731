"""The project's own JSON: a tree that was exported comes back equal.

One document, a list of them, or JSON Lines (one a line, read one at a time, so a file of any
size takes little memory).  A document that is none costs no other: the rest is read first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from json import JSONDecodeError, loads
from typing import Any, NamedTuple

import msgspec

from cableconv.cable import Cable
from cableconv.content import Content
from cableconv.errors import InputError
from cableconv.plugins import hookimpl
from cableconv.plugins.descriptors import Reader, Sniff
from cableconv.readers.trees import tree_of
from cableconv.schema import VERSION_KEY

_OWN = re.compile(rf'\s*\[?\s*\{{\s*"(?:{VERSION_KEY}|span)"\s*:')
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*(?:"|\}|$)|\s*\[\s*\]\s*$')
_SHOWN = 5


class _Document(NamedTuple):
    """One document as written; ``where`` is for messages, ``line`` the one it begins on."""

    text: str | bytes
    where: str
    line: int = 1


def sniff(content: Content) -> Sniff:
    """Sure of what begins with a tree's version or first name; other JSON may be meant for one."""
    if _OWN.match(content.head):
        return Sniff.SURE
    return Sniff.MAYBE if _JSON.match(content.head) else Sniff.NO


def read(content: Content) -> Iterator[Cable]:
    """The tree of each document.

    Raises:
        InputError: after all that could be read: what was not, with line and column or path.
    """
    failures = []
    for document in _documents(content, content.name or "input"):
        try:
            cable = _cable(document, content.name or "input")
        except InputError as error:
            failures.append(str(error))
        else:
            yield cable
    if failures:
        more = len(failures) - _SHOWN
        rest = [f"... and {more} more that could not be read"] if more > 0 else []
        raise InputError("\n".join(failures[:_SHOWN] + rest))


def _documents(content: Content, name: str) -> Iterator[_Document]:
    """One a line where the first two lines that are not blank begin objects."""
    try:
        with content.text_stream() as stream:
            lines = ((number, line) for number, line in enumerate(stream, 1) if line.strip())
            opening = list(islice(lines, 2))
            if opening and all(line.lstrip().startswith("{") for _, line in opening):
                for number, line in chain(opening, lines):
                    yield _Document(line.rstrip(), f"{name}:{number}", number)
                return
    except UnicodeError as error:
        raise InputError(f"{name}: cannot be decoded: {error}; name its encoding.") from error
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror or error}.") from error
    yield from _of_one_text(content.text, name)


def _of_one_text(text: str, name: str) -> Iterator[_Document]:
    if not text.lstrip().startswith("["):
        if text.strip():
            yield _Document(text, name)
        return
    _decoded(_Document(text, name), name)
    for number, member in enumerate(msgspec.json.decode(text, type=list[msgspec.Raw]), 1):
        yield _Document(bytes(member), f"{name}: document {number} of the list")


def _cable(document: _Document, name: str) -> Cable:
    tree = _decoded(document, name)
    if not isinstance(tree, dict) or not tree.keys() & {VERSION_KEY, "body"}:
        raise InputError(
            f"{document.where}: JSON, but no cable's tree: it has neither {VERSION_KEY!r} "
            "nor 'body'; name another reader (--from)."
        )
    version = tree.pop(VERSION_KEY, None)
    return tree_of(tree, None if version is None else str(version), document.where)


def _decoded(document: _Document, name: str) -> Any:
    try:
        return msgspec.json.decode(document.text)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise InputError(_malformed(document, name, str(error))) from error
    except RecursionError as error:
        raise InputError(f"{document.where}: JSON nested too deep for a cable's tree.") from error


def _malformed(document: _Document, name: str, says: str) -> str:
    """What is wrong, and in which line and column."""
    try:
        loads(document.text)
    except JSONDecodeError as error:
        line, ends = document.line + error.lineno - 1, len(error.doc.rstrip())
        cut = error.pos >= ends or error.msg.startswith("Unterminated")
        advice = "the end may be missing: get the file anew" if cut else "mend it there"
        return f"{name}:{line}:{error.colno}: not JSON: {error.msg}; {advice}."
    except (ValueError, RecursionError):
        pass
    return f"{document.where}: not JSON: {says}."


reader = Reader(
    name="json",
    sniff=sniff,
    read=read,
    help="Trees as JSON: one, a list, or JSON Lines.",
    endings=(".json", ".jsonl", ".ndjson"),
    aliases=("jsonl",),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
