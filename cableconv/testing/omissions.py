"""Finds which values of a tree affect a document, by changing each in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from cableconv.cable import Cable
from cableconv.testing.full_trees import full_tree

Place = tuple[str | int, ...]
"""Names and indices that lead to a value of a dict."""

READ_OUT_OF = {
    "body.text": ("summary", "body.role", "body.rows"),
    "classification.text": ("classification.level", "classification.caveats"),
    "classified_by.text": ("classified_by.people", "classified_by.reasons"),
    "executive_order.text": (
        *("executive_order.order", "executive_order.exemption"),
        *("executive_order.declassify_on", "executive_order.declassify_event"),
    ),
    "number.text": ("number.station", "number.serial", "id"),
    "origin.name": ("origin.post", "origin.country"),
    "references.text": ("references.id", "references.kind", "references.notes"),
    "transmissions.dtg": ("date",),
}
"""Fields that are derived from printed words: showing the words shows the fields."""


def heard(encode: Callable[[Cable], object]) -> dict[str, bool]:
    """Return every path of a tree, by field names, and whether a value there has an effect."""
    tree, other = full_tree(0), full_tree(1)
    document = encode(Cable.from_dict(tree))
    paths: dict[str, bool] = {}
    for place in _leaves(tree, ()):
        path = _path(place)
        if not paths.get(path):
            changed = Cable.from_dict(_with(tree, place, _at(other, place)))
            paths[path] = encode(changed) != document
    return paths


def lost(shown: Mapping[str, bool]) -> set[str]:
    """Return the paths of ``heard`` without effect that cannot be derived from visible words."""
    words = [path for path, is_heard in shown.items() if is_heard]
    found = {field for path in words for field in READ_OUT_OF.get(path, ())}
    return {path for path, is_heard in shown.items() if not (is_heard or covered(path, found))}


def in_few_words(paths: Iterable[str], shown: Mapping[str, bool]) -> list[str]:
    """Return the same with the fewest names: a whole field if none of its values has an effect."""
    names = {next(name for name in _names(path) if _is_silent(name, shown)) for path in paths}
    return sorted(names)


def covered(path: str, by: Iterable[str]) -> bool:
    """Whether a path, a parent of it, or its field in every node is among those given."""
    steps = path.split(".")
    above = {".".join(steps[:length]) for length in range(1, len(steps) + 1)}
    return not above.isdisjoint(by) or f"*.{steps[-1]}" in by


def _names(path: str) -> Iterator[str]:
    """Yield the names by which a path can be declared, the widest first."""
    steps = path.split(".")
    if steps[-1] == "span":
        yield "*.span"
    yield from (".".join(steps[:length]) for length in range(1, len(steps) + 1))


def _is_silent(name: str, shown: Mapping[str, bool]) -> bool:
    return not any(is_heard for path, is_heard in shown.items() if covered(path, {name}))


def _leaves(value: Any, place: Place) -> Iterator[Place]:
    if value is None or place[-1:] == ("type",):
        return
    if place[-1:] == ("span",):
        yield place
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from _leaves(member, (*place, name))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _leaves(member, (*place, index))
    else:
        yield place


def _at(tree: Any, place: Place) -> Any:
    for step in place:
        tree = tree[step]
    return tree


def _with(tree: Any, place: Place, value: Any) -> Any:
    if not place:
        return value
    copy: Any = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[place[0]] = _with(tree[place[0]], place[1:], value)
    return copy


def _path(place: Place) -> str:
    return ".".join(step for step in place if isinstance(step, str))
