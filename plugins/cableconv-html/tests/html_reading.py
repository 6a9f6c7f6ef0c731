"""Pages read by the parser of the HTML standard, as in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import html5lib

Element = Any
"""An element of ``xml.etree``, which html5lib builds."""


def read(page: str) -> Element:
    """Return the page's tree; fail if its syntax is invalid."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(page)
    assert parser.errors == []
    return tree


def find(tree: Element, name: str, kind: str | None = None) -> list[Element]:
    """Return the elements with that name and class."""
    return [each for each in tree.iter(name) if kind is None or kind in classes(each)]


def classes(element: Element) -> list[str]:
    """Return the classes of an element."""
    return str(element.get("class", "")).split()


def words(element: Element) -> str:
    """Return the visible text of an element, single-spaced."""
    return " ".join("".join(element.itertext()).split())


def names(tree: Element) -> Iterator[str]:
    """Yield every element's name with the names of its attributes."""
    for each in tree.iter():
        if isinstance(each.tag, str):
            yield f"{each.tag} {sorted(each.attrib)}"
