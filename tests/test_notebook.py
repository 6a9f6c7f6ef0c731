"""The notebook of the examples runs from its first cell to its last, and shows what it should."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
for needed in ("ipykernel", "matplotlib", "pandas"):
    pytest.importorskip(needed)

FOLDER = Path(__file__).parents[1] / "examples" / "notebooks"


@pytest.fixture(scope="module")
def shown() -> dict[str, dict[str, str]]:
    """What each cell with a name shows, by media type."""
    notebook = nbformat.read(FOLDER / "archive.ipynb", as_version=4)
    resources = {"metadata": {"path": str(FOLDER)}}
    nbclient.NotebookClient(notebook, timeout=120, resources=resources).execute()
    return {cell.id: outputs(cell) for cell in notebook.cells if cell.cell_type == "code"}


def outputs(cell: Any) -> dict[str, str]:
    """A cell's output, by media type."""
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


def test_the_archive_is_drawn(shown: dict[str, dict[str, str]]) -> None:
    assert shown["plot"]["image/png"]


def test_the_notebook_is_kept_without_outputs() -> None:
    notebook = nbformat.read(FOLDER / "archive.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert not any(cell.get("outputs") for cell in notebook.cells)
