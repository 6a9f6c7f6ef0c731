"""From a document's plain values to the tree: checks version, names and types.

A document's ``provenance`` is not part of the tree and is ignored.

A document of a later minor version may have names that this version doesn't know: they are
left out and reported.  In any other document an unknown name is an error.
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
_LARGEST = 2**63 - 1  # the largest number that databases and columns of tables hold


class _NumberError(ValueError):
    """A number that no offset, line or paragraph has; its path is the argument."""


def tree_of(document: dict[str, Any], version: str | None, where: str) -> Cable:
    """Return the tree in ``document``; without a ``version`` it is of the current one.

    ``where`` (``name``, or ``name:line``) is for messages.

    Raises:
        InputError: it has another major version, or is not a tree; the message has the path.
    """
    document.pop(PROVENANCE_KEY, None)
    later = version is not None and _is_later(version, where)
    try:
        cable = msgspec.convert(document, Cable)
        unknown = tuple(_unknown(document, msgspec.to_builtins(cable), ""))
    except msgspec.ValidationError as error:
        raise InputError(f"not a cable's tree: {placed(error)}.", path=where) from error
    except _NumberError as error:
        raise InputError(
            f"not a cable's tree: the number at {error} is negative or has too many digits",
            path=where,
            hint="correct it there.",
        ) from error
    except RecursionError as error:
        raise too_deep(where) from error
    if unknown and not later:
        raise InputError(
            f"not a cable's tree: {unknown[0]} is not a field",
            path=where,
            hint="the schema lists the fields (cableconv schema json).",
        )
    return cable.replace(diagnostics=(*cable.diagnostics, *_left_out(version, unknown)))


def too_deep(where: str) -> InputError:
    """Return the error for blocks inside each other that exceed the interpreter's recursion."""
    return InputError("not a cable's tree: its blocks are nested too deep.", path=where)


def _is_later(version: str, where: str) -> bool:
    """Whether it is of a later minor version; InputError for another major one."""
    found = _VERSION.fullmatch(version)
    if found is None:
        raise InputError(
            f"{version!r} is not a version of a tree", path=where, hint=f"one is like {MAJOR}.0."
        )
    if int(found[1]) != MAJOR:
        advice = "a later cableconv reads it" if int(found[1]) > MAJOR else "write it again"
        raise InputError(
            f"a tree of version {version}, but only {MAJOR}.x can be read",
            path=where,
            hint=f"{advice}.",
        )
    return int(found[2]) > MINOR


def _unknown(value: Any, known: Any, path: str) -> Iterator[str]:
    """Yield the paths of values that the tree has no name for.

    Raises:
        _NumberError: a number is negative or too large.
    """
    if isinstance(value, dict) and isinstance(known, dict):
        for name, member in value.items():
            here = f"{path}.{name}" if path else name
            if name not in known:
                yield here
            elif known[name].__class__ is not str:
                yield from _unknown(member, known[name], here)
    elif isinstance(value, list) and isinstance(known, list | tuple):
        for index, (member, of) in enumerate(zip(value, known, strict=False)):
            yield from _unknown(member, of, f"{path}[{index}]")
    elif known.__class__ is int and not 0 <= known <= _LARGEST:
        raise _NumberError(path)


def _left_out(version: str | None, unknown: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    if not unknown:
        return ()
    return (TREE_OF_LATER_VERSION.at(version=version, names=", ".join(unknown)),)
