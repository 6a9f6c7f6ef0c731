"""What a format does not hold of a cable.

An exporter declares it in two ways: ``omits`` (or ``holds``) names the parts of any tree that
the format cannot hold; ``losses`` finds what it had to change in this cable.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cableconv.cable import Cable, Diagnostic
from cableconv.diagnostics.formats import FORMAT_OMITS, LOSSES_UNDECLARED
from cableconv.plugins.api import ANY_NODE, Collector, Exporter, Omission
from cableconv.tree_values import count_values


def losses(
    chosen: Exporter | Collector, cable: Cable, options: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    """Return a note for each omitted part that this cable has, then the changes."""
    if isinstance(chosen, Exporter):
        yield from _declared(chosen, cable, options)
    if chosen.losses is not None:
        yield from chosen.losses(cable)


def _declared(exporter: Exporter, cable: Cable, options: Mapping[str, Any]) -> Iterator[Diagnostic]:
    if (omissions := exporter.omissions) is None:
        yield LOSSES_UNDECLARED.at(format=exporter.name)
    else:
        yield from _omitted(exporter, omissions, cable, options)


def _omitted(
    exporter: Exporter,
    omissions: tuple[Omission, ...],
    cable: Cable,
    options: Mapping[str, Any],
) -> Iterator[Diagnostic]:
    standing = [each for each in omissions if not any(map(options.get, each.kept_by))]
    counts = count_values(cable) if standing else {}
    for omission in standing:
        if number := _number(omission.path, counts):
            what = _named(omission.path, number)
            hint = _hint(omission)
            yield FORMAT_OMITS.at(omission.path, format=exporter.name, what=what, hint=hint)


def _number(path: str, counts: Mapping[str, int]) -> int:
    """Return the number of values in the tree at an omission's path."""
    if not path.startswith(ANY_NODE):
        return counts.get(path, 0)
    name = path.removeprefix(ANY_NODE)
    return sum(n for each, n in counts.items() if each.rpartition(".")[2] == name)


def _named(path: str, number: int) -> str:
    part = f"every node's {path.removeprefix(ANY_NODE)}" if path.startswith(ANY_NODE) else path
    return part if number == 1 else f"{part} ({number:,})"


def _hint(omission: Omission) -> str:
    """Return a hint on how to keep the part."""
    settings = " or ".join(f"-O {name}=yes" for name in omission.kept_by)
    return f"{settings} keeps it" if settings else "json and xml hold the whole tree"
