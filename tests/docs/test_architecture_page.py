"""The tables of docs/architecture.md agree with the imports, and the tests it names exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from module_imports import names_imported

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "cableconv"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| ", re.MULTILINE)
FACE = {"__init__", "__main__"}
"""Not in the table: the public names, and the entry point of the process."""


def table(heading: str) -> list[str]:
    """Return the first column of the table below a heading."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return ROW.findall(section)


def members(package: Path) -> set[str]:
    """Return the names of the modules and packages directly inside a package."""
    folders = {path.parent.name for path in package.glob("*/__init__.py")}
    return folders | {path.stem for path in package.glob("*.py")}


def imports(package: Path) -> Iterator[tuple[str, str, Path]]:
    """Yield each import between two members of a package: importing, imported, and the file."""
    dotted = ".".join(package.relative_to(ROOT).parts)
    for file in package.rglob("*.py"):
        member = file.relative_to(package).parts[0].removesuffix(".py")
        for module, imported in names_imported(file):
            name = f"{module}.{imported}" if imported else module
            if name.startswith(f"{dotted}."):
                yield member, name.removeprefix(f"{dotted}.").partition(".")[0], file


def upward(package: Path, order: list[str]) -> set[str]:
    """Return the imports that contradict the order of a table."""
    return {
        f"{file.relative_to(ROOT)} imports {below}"
        for member, below, file in imports(package)
        if member in order and below in order and order.index(below) < order.index(member)
    }


def test_the_table_names_every_package() -> None:
    assert set(table("Packages")) == members(PACKAGE) - FACE
    assert set(table("Parser")) == members(PACKAGE / "parser") - FACE


def test_packages_import_downwards_only() -> None:
    assert upward(PACKAGE, table("Packages")) == set()


def test_parser_layers_import_downwards_only() -> None:
    assert upward(PACKAGE / "parser", table("Parser")) == set()


def test_exporters_import_neither_parser_nor_readers() -> None:
    known = {below for member, below, _ in imports(PACKAGE) if member == "exporters"}
    assert not known & {"parser", "readers", "cli", "pipeline", "library"}


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(test_\w+)`", PAGE))))
def test_every_test_named_on_the_page_exists(name: str) -> None:
    files = [*(ROOT / "tests").rglob("test_*.py"), *(ROOT / "plugins").rglob("test_*.py")]
    assert any(f"def {name}(" in file.read_text(encoding="utf-8") for file in files)


def test_every_statement_names_its_test() -> None:
    for section in ("Data flow", "Parser", "Plugins"):
        text = PAGE.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
        statements = re.split(r"^- ", text, flags=re.MULTILINE)[1:]
        assert statements
        assert all("`test_" in statement for statement in statements)
