"""On the site, links outside the folder of pages refer to the repository."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
ADDRESS = "https://example.org/cableconv"
outward = run_path(str(DOCS / "site_links.py"))["outward"]


@pytest.mark.parametrize(
    ("page", "written", "on_the_site"),
    [
        ("index.md", "[a](../README.md)", f"[a]({ADDRESS}/blob/main/README.md)"),
        ("index.md", "[a](../README.md#try-it)", f"[a]({ADDRESS}/blob/main/README.md#try-it)"),
        ("index.md", "[`a`](../examples)", f"[`a`]({ADDRESS}/tree/main/examples)"),
        ("plugins/x.md", "[a](../../plugins)", f"[a]({ADDRESS}/tree/main/plugins)"),
        ("index.md", "![a](../docs.png)", f"![a]({ADDRESS}/raw/main/docs.png)"),
    ],
)
def test_a_link_outside_the_folder_becomes_an_address(
    page: str, written: str, on_the_site: str
) -> None:
    assert outward(written, DOCS / page, DOCS, ADDRESS) == on_the_site


@pytest.mark.parametrize(
    ("page", "written"),
    [
        ("index.md", "[a](tree.md) and [b](#here)"),
        ("plugins/x.md", "[a](../tree.md#blocks)"),
        ("index.md", "[a](https://example.org/../b)"),
    ],
)
def test_other_links_are_unchanged(page: str, written: str) -> None:
    assert outward(written, DOCS / page, DOCS, ADDRESS) == written
