"""The imports of a Python file, read without importing it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path


@cache
def names_imported(file: Path, for_types: bool = False) -> tuple[tuple[str, str | None], ...]:
    """Return each import as module and name; the name is None for ``import module``.

    Imports inside functions count, those for type checkers alone only with ``for_types``.
    """
    return tuple(_names_imported(file, for_types))


def _names_imported(file: Path, for_types: bool) -> Iterator[tuple[str, str | None]]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree) if for_types else _running(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a tree without ``if TYPE_CHECKING`` blocks."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield child
            yield from _running(child)
