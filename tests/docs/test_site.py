"""The documentation site is built without warnings, and includes the code's own documentation."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from cableconv.cable import Cable
from cableconv.tree_docs import fields_about

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("mkdocs") is None, reason="mkdocs is not installed"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_built(site: Path) -> None:
    docs = ROOT / "docs"
    pages = [page.relative_to(docs).with_suffix("") for page in docs.rglob("*.md")]
    pages = [page for page in pages if page.parts[0] != "changes"]
    built = {page.parent.relative_to(site) for page in site.rglob("index.html")}
    assert [page for page in pages if page != Path("index") and page not in built] == []


def test_fields_have_their_comments(site: Path) -> None:
    page = (site / "reference" / "tree" / "index.html").read_text(encoding="utf-8")
    said = fields_about(Cable)
    assert [text for text in (said["subject"], said["tags"]) if text not in page] == []


def test_functions_list_their_exceptions(site: Path) -> None:
    page = (site / "reference" / "library" / "index.html").read_text(encoding="utf-8")
    assert "SeveralCablesError" in page
    assert "One row per cable".lower() in page.lower()
