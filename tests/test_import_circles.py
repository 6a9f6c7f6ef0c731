"""No two modules import each other, directly or indirectly."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from module_imports import names_imported

ROOT = Path(__file__).parents[1]
SOURCES = [ROOT, *sorted(ROOT.glob("plugins/*/src"))]


def modules(source: Path) -> dict[str, Path]:
    """Map the dotted names of the modules below a source folder to their files."""
    packages = [path.parent for path in source.glob("*/__init__.py") if path.parent.name != "tests"]
    files = [file for package in packages for file in package.rglob("*.py")]
    return {
        ".".join(file.relative_to(source).with_suffix("").parts).removesuffix(".__init__"): file
        for file in files
    }


def imports(file: Path, known: dict[str, Path]) -> Iterator[str]:
    """Yield the known modules that a file imports, also inside functions and for types."""
    for module, imported in names_imported(file, for_types=True):
        inside = f"{module}.{imported}"
        name = inside if inside in known else module
        if name in known:
            yield name


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.name)
def test_there_are_no_import_circles(source: Path) -> None:
    known = modules(source)
    assert known
    graph = {name: {*imports(file, known)} - {name} for name, file in known.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))
