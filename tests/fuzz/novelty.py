"""Which results of a check are new: a tree's features, compared in pairs with those seen before."""

from __future__ import annotations

from itertools import combinations

from cableconv.cable import Cable

Features = frozenset[str]
"""The fields, diagnostics and kinds of furniture and blocks of a result, or its error."""


REPORTED = "reported "
"""Before the code of a diagnostic, which exporters make little of."""


class Seen:
    """The pairs of features of all results so far.

    All features of a result at once would make every second input a new one.
    """

    def __init__(self) -> None:
        self._pairs: set[tuple[str, str]] = set()

    def take(self, features: Features) -> tuple[bool, bool]:
        """Add a result's features; return whether two of them occur together for the first time.

        The second value is the same without diagnostics: whether documents may be new.
        """
        pairs = set(combinations(sorted({"", *features}), 2)) - self._pairs
        self._pairs |= pairs
        return bool(pairs), any(not any(map(_is_report, pair)) for pair in pairs)


def _is_report(feature: str) -> bool:
    return feature.startswith(REPORTED)


def features_of(cable: Cable) -> Features:
    """Return the features of a tree."""
    fields = {name for name, value in cable.to_dict().items() if value}
    codes = {f"{REPORTED}{each.code}" for each in cable.diagnostics}
    furniture = {f"furniture {each.kind}" for each in cable.furniture}
    blocks = {f"{path.count('blocks')} {block.type}" for path, block in cable.walk()}
    roles = {f"{block.type} {block.role}" for _, block in cable.walk()}
    return frozenset(fields | codes | furniture | blocks | roles)
