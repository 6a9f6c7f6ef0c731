"""Pages of a site leave out what HTML lets them leave out: a browser reads the same page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cableconv.testing import sample_trees

from cableconv_html.document import encode
from cableconv_html.site.short_forms import shortened
from html_reading import read

EVERYTHING: dict[str, Any] = {
    "furniture": True,
    "diagnostics": True,
    "provenance": True,
    "notes": "margin",
}
LEFT_OUT = {"data-kind", "data-id", "datetime"}


def elements(tree: Any) -> Iterator[tuple[str, dict[str, str], str]]:
    """Every element but ``time`` with its attributes and text; blanks only count in ``pre``."""
    for each in tree.iter():
        if each.tag != "time":
            said = "".join(each.itertext())
            plain = said if each.tag == "pre" else "".join(said.split())
            yield each.tag, dict(attributes(each)), plain


def attributes(element: Any) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        is_heading = name == "id" and value.startswith("heading")
        is_main = name == "tabindex" and value == "-1"
        if not (name in LEFT_OUT or is_heading or is_main):
            yield name, value


@pytest.mark.parametrize("layout", ["office", "frus"])
@pytest.mark.parametrize("name", sample_trees())
def test_a_shortened_page_is_read_as_the_same(name: str, layout: str) -> None:
    page = encode(sample_trees()[name], layout=layout, **EVERYTHING)
    short = shortened(page)
    assert list(elements(read(short))) == list(elements(read(page)))
    assert len(short) < len(page)


def test_what_looks_like_markup_in_a_text_is_kept() -> None:
    page = '<p id="p1">a="b" datetime="c" &lt;/li> </p>\n<p class="x y">d</p>'
    assert shortened(page) == '<p id=p1>a="b" datetime="c" &lt;/li> <p class="x y">d</p>'
