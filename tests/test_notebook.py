"""The notebook of the examples runs without errors and shows the expected output."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "examples" / "notebooks"


@pytest.fixture(scope="module")
def nbformat() -> Any:
    return pytest.importorskip("nbformat")


@pytest.fixture(scope="module")
def shown(nbformat: Any) -> dict[str, dict[str, str]]:
    """Return the output of each code cell, by media type."""
    nbclient = pytest.importorskip("nbclient")
    for needed in ("ipykernel", "matplotlib", "pandas"):
        if find_spec(needed) is None:
            pytest.skip(f"{needed} is not installed")
    notebook = nbformat.read(FOLDER / "archive.ipynb", as_version=4)
    resources = {"metadata": {"path": str(FOLDER)}}
    nbclient.NotebookClient(notebook, timeout=120, resources=resources).execute()
    return {cell.id: outputs(cell) for cell in notebook.cells if cell.cell_type == "code"}


def outputs(cell: Any) -> dict[str, str]:
    """Return a cell's output, by media type."""
    found: dict[str, str] = {}
    for output in cell.outputs:
        found |= output.get("data", {})
    return found


def test_a_cable_is_shown(shown: dict[str, dict[str, str]]) -> None:
    assert "08VALLETTA112" in shown["look"]["text/plain"]
    page = shown["look"].get("text/html")
    assert page is None or "<iframe" in page


def test_cables_are_rows(shown: dict[str, dict[str, str]]) -> None:
    assert "08VALLETTA112" in shown["frame"]["text/html"]


def test_the_archive_is_shown_as_a_chart(shown: dict[str, dict[str, str]]) -> None:
    assert shown["plot"]["image/png"]


def test_the_notebook_is_kept_without_outputs(nbformat: Any) -> None:
    notebook = nbformat.read(FOLDER / "archive.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert not any(cell.get("outputs") for cell in notebook.cells)
