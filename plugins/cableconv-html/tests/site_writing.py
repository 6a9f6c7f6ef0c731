"""Sites of invented cables, and what their pages link to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cableconv import Cable
from cableconv.cable import Origin, Reference
from cableconv.plugins import Collection

from cableconv_html import open_site, prepare_for_site
from html_reading import find, read, words

OPTIONS: dict[str, Any] = {
    "title": "Harbour",
    "furniture": False,
    "diagnostics": False,
    "provenance": False,
}
OSLO = Origin(name="AMEMBASSY OSLO", post="Oslo")


def cable(id: str, *cites: str, **fields: Any) -> Cable:
    references = tuple(Reference(kind="cable", text=each, id=each) for each in cites)
    return Cable(id=id, subject=f"ON {id}", references=references, **fields)


def written(folder: Path, *cables: Cable, title: str = "Harbour") -> Path:
    options = {**OPTIONS, "title": title}
    finish(open_site(folder, **options), *cables, **options)
    return folder


def finish(site: Collection, *cables: Cable, **options: Any) -> None:
    """Add the cables as a run does, and close the site."""
    for each in cables:
        site.add(prepare_for_site(each, **options))
    site.close()


def page(folder: Path, name: str) -> Any:
    return read((folder / f"{name}.html").read_text("utf-8"))


def links(tree: Any) -> dict[str, str]:
    return {words(a): a.get("href") for a in find(tree, "a")}
