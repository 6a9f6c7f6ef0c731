"""Pages read as a browser reads them (the HTML standard's parser)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import html5lib

Element = Any
"""Of ``xml.etree``, which html5lib builds."""


def read(page: str) -> Element:
    """The page's tree; an AssertionError for a page that is not valid syntax."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(page)
    assert parser.errors == []
    return tree


def find(tree: Element, name: str, kind: str | None = None) -> list[Element]:
    """The elements of that name, and of that class."""
    return [each for each in tree.iter(name) if kind is None or kind in classes(each)]


def classes(element: Element) -> list[str]:
    """The classes of an element."""
    return str(element.get("class", "")).split()


def words(element: Element) -> str:
    """What a reader sees of it, blanks made one."""
    return " ".join("".join(element.itertext()).split())


def names(tree: Element) -> Iterator[str]:
    """Every element's name with the names of its attributes."""
    for each in tree.iter():
        if isinstance(each.tag, str):
            yield f"{each.tag} {sorted(each.attrib)}"
