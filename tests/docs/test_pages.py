"""Links on the pages have targets, and their examples are valid."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from cableconv.cable import Cable
from cableconv.exporters.docx import exporter as docx_exporter
from cableconv.exporters.docx.design.looks import looks
from cableconv.exporters.xml.validation import check_document
from cableconv.library import parse

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")]
PAGES += [ROOT / "examples" / "README.md"]
PAGES += sorted((ROOT / "docs").rglob("*.md"))

LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
CODE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def python_of(page: str) -> list[str]:
    """Return the Python blocks of a page, in order."""
    return CODE.findall((ROOT / page).read_text(encoding="utf-8"))


def names_after(code: str) -> dict[str, Any]:
    """Return the names that a block of code defines."""
    names: dict[str, Any] = {}
    exec(compile(code, "page", "exec", dont_inherit=True), names)
    return names


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_on_a_page_has_a_target(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_pictures_of_the_readme_are_displayed_outside_the_repository() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    addresses = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme)
    begins = "https://raw.githubusercontent.com/cableconv/cableconv/main/"
    assert addresses
    assert all(address.startswith(begins) for address in addresses)
    paths = [address.removeprefix(begins) for address in addresses]
    assert [path for path in paths if not (ROOT / path).is_file()] == []


def test_the_test_line_installs_every_distribution() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = {f"./plugins/{folder.parent.name}" for folder in ROOT.glob("plugins/*/pyproject.toml")}
    assert set(re.findall(r"\./plugins/[\w-]+(?=\[test\])", readme)) == found


def test_the_plugin_of_the_readme_is_a_format() -> None:
    code = next(block for block in python_of("README.md") if "hookimpl" in block)
    (exporter,) = names_after(code)["cableconv_exporters"]()
    assert exporter.encode(Cable(id="08OSLO1", subject="FOG")) == "08OSLO1\tNone\tFOG\n"


def test_the_xml_of_the_formats_page_is_a_valid_cable() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    (document,) = re.findall(r"^```xml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    check_document(document)
    assert parse(document).references[0].label == "A"


def test_the_page_on_word_names_every_option_and_every_style() -> None:
    page = (ROOT / "docs" / "word.md").read_text(encoding="utf-8")
    for option in docx_exporter.options:
        assert f"`{option.name.replace('_', '-')}=" in page
    levels = re.compile(r"[123]$")
    for style in (*(look.name for look in looks()), "Portion Marking", "Hyperlink"):
        assert style == "Heading 2" or levels.sub("1 to 3", style) in page or style in page
