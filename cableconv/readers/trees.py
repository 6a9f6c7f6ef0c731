"""From a document's plain values to the tree: its version, names and types are checked.

What a document says of its own making (``provenance``) is no part of the tree and passed over.

A document of a later minor version may hold names that this version doesn't know: they are
left out and reported.  In any other document an unknown name is a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from cableconv.cable import Cable, Diagnostic
from cableconv.diagnostics.telegram import TREE_OF_LATER_VERSION
from cableconv.errors import InputError
from cableconv.patterns import pattern
from cableconv.schema import MAJOR, MINOR, PROVENANCE_KEY
from cableconv.schema.faults import placed

_VERSION = pattern(r"(\d{1,9})\.(\d{1,9})")


def tree_of(document: dict[str, Any], version: str | None, where: str) -> Cable:
    """The tree that ``document`` holds; without a ``version`` it is of the present one.

    ``where`` (``name``, or ``name:line``) is for messages.

    Raises:
        InputError: it is of another major version, or not a tree; the message has the path.
    """
    document.pop(PROVENANCE_KEY, None)
    later = version is not None and _is_later(version, where)
    try:
        cable = msgspec.convert(document, Cable)
        unknown = tuple(_unknown(document, msgspec.to_builtins(cable), ""))
    except msgspec.ValidationError as error:
        raise InputError(f"not a cable's tree: {placed(error)}.", path=where) from error
    except RecursionError as error:
        raise InputError("not a cable's tree: its blocks lie too deep.", path=where) from error
    if unknown and not later:
        raise InputError(
            f"not a cable's tree: {unknown[0]} is no name of it",
            path=where,
            hint="the schema has them all (cableconv schema json).",
        )
    return cable.replace(diagnostics=(*cable.diagnostics, *_left_out(version, unknown)))


def _is_later(version: str, where: str) -> bool:
    """Whether it is of a later minor version. InputError for another major one."""
    found = _VERSION.fullmatch(version)
    if found is None:
        raise InputError(
            f"{version!r} is no version of a tree", path=where, hint=f"one is like {MAJOR}.0."
        )
    if int(found[1]) != MAJOR:
        advice = "a later cableconv reads it" if int(found[1]) > MAJOR else "make it again"
        raise InputError(
            f"a tree of version {version}, and only {MAJOR}.x is read here",
            path=where,
            hint=f"{advice}.",
        )
    return int(found[2]) > MINOR


def _unknown(value: Any, known: Any, path: str) -> Iterator[str]:
    """The paths of what the tree made from ``value`` has no name for."""
    if isinstance(value, dict) and isinstance(known, dict):
        for name, member in value.items():
            here = f"{path}.{name}" if path else name
            if name in known:
                yield from _unknown(member, known[name], here)
            else:
                yield here
    elif isinstance(value, list) and isinstance(known, list | tuple):
        for index, (member, of) in enumerate(zip(value, known, strict=False)):
            yield from _unknown(member, of, f"{path}[{index}]")


def _left_out(version: str | None, unknown: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    if not unknown:
        return ()
    return (TREE_OF_LATER_VERSION.at(version=version, names=", ".join(unknown)),)
