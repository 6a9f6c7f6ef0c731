"""Cables printed by LibreOffice and Chromium are read again, from telegrams and documents."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cableconv import Cable, Session
from cableconv.cable import Addressee, Block, Paragraph
from cableconv.testing import isolated_session
from printing import by_browser, by_office

EXAMPLES = Path(__file__).parents[3] / "examples" / "cables"
OWN = "markdown/000_897496727ed1b78a.txt"
_PRINTED = (
    *("id", "date", "subject", "tags", "captions", "passing", "signed_by", "notices"),
    *("precedence", "section", "origin", "to", "info", "executive_order", "references"),
)
"""Fields that every document shows unchanged."""


def example(name: str) -> Path:
    """Return an example of the project; skip if the distribution is tested alone."""
    if not EXAMPLES.exists():
        pytest.skip("the examples of cableconv are not beside this distribution")
    return EXAMPLES / f"{name}.txt"


def own_cable() -> Path:
    """Return the real cable that the project began with, if there are real ones."""
    folder = os.environ.get("CABLECONV_DATA")
    if not folder or not Path(folder, OWN).exists():
        pytest.skip(f"CABLECONV_DATA names no folder that has {OWN}")
    return Path(folder, OWN)


def bare(node: Any) -> Any:
    """Return a value of a tree without spans."""
    if isinstance(node, dict):
        return {key: bare(value) for key, value in node.items() if key != "span"}
    return [bare(each) for each in node] if isinstance(node, list) else node


def fields(cable: Cable) -> dict[str, Any]:
    """Return the fields that a document shows: a missing sender as the post, the level in words."""
    said = bare(cable.to_dict())
    if origin := said["origin"]:
        origin["name"] = origin["name"] or origin["post"]
    known = {name: said[name] for name in _PRINTED}
    level = cable.classification.level if cable.classification else None
    classifier = cable.classified_by.text if cable.classified_by else None
    return {**known, "level": level, "classified_by": classifier}


def numbered(cable: Cable) -> dict[int, tuple[str | None, str]]:
    """Map each paragraph number to marking and text."""
    return {
        block.number: (block.marking, block.text)
        for block in cable.body
        if isinstance(block, Paragraph) and block.number is not None
    }


def shape(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        yield type(block).__name__, getattr(block, "text", "")


def assert_same(printed: Path, cable: Cable, session: Session) -> None:
    (found,) = session.read(printed)
    assert fields(found) == fields(cable)
    assert numbered(found) == numbered(cable)
    assert [kind for kind, _ in shape(found.body)] == [kind for kind, _ in shape(cable.body)]


def as_word(cable: Cable, folder: Path, session: Session) -> Path:
    document = folder / "cable.docx"
    made = session.export(cable, to="docx")
    assert isinstance(made, bytes)
    document.write_bytes(made)
    return by_office(document)[0]


def as_page(cable: Cable, folder: Path) -> Path:
    html = pytest.importorskip("cableconv_html", reason="cableconv-html writes the web page")
    page = isolated_session(html).export(cable, to="html")
    file = folder / "cable.html"
    file.write_text(str(page), encoding="utf-8")
    return by_browser(file)


def as_text(cable: Cable, folder: Path, session: Session) -> Path:
    file = folder / "cable.txt"
    file.write_text(str(session.export(cable, to="text")), encoding="utf-8")
    return by_office(file)[0]


LETTERS = "ALFA BRAVO CHARLIE DELTA ECHO FOXTROT GOLF HOTEL INDIA JULIET KILO LIMA MIKE".split()
DOCUMENTS = ("three-pages", "headings", "letter", "plain", "windows-1252", "partial-extract")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_printed_word_document_is_read(name: str, tmp_path: Path, session: Session) -> None:
    cable = session.parse(example(name))
    assert_same(as_word(cable, tmp_path, session), cable, session)


def test_a_printed_long_list_of_addressees_is_read(tmp_path: Path, session: Session) -> None:
    cable = session.parse(example("plain"))
    posts = tuple(Addressee(name=f"AMEMBASSY PORT {word}") for word in LETTERS)
    long = cable.replace(info=posts)
    (found,) = session.read(as_word(long, tmp_path, session))
    assert [each.name for each in found.info] == [each.name for each in posts]
    assert numbered(found) == numbered(cable)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_printed_web_page_is_read(name: str, tmp_path: Path, session: Session) -> None:
    cable = session.parse(example(name))
    assert_same(as_page(cable, tmp_path), cable, session)


@pytest.mark.parametrize("name", ["three-pages", "distribution", "page-02-1975", "tables"])
def test_a_printed_telegram_is_read_as_its_text(
    name: str, tmp_path: Path, session: Session
) -> None:
    file = tmp_path / "cable.txt"
    file.write_bytes(example(name).read_bytes())
    (found,) = session.read(by_office(file)[0])
    cable = session.parse(file)
    assert fields(found) == fields(cable)
    assert list(shape(found.body)) == list(shape(cable.body))


def test_the_own_cable_is_read_from_every_print(tmp_path: Path, session: Session) -> None:
    cable = session.parse(own_cable())
    assert len(numbered(cable)) == 10
    assert_same(as_text(cable, tmp_path, session), cable, session)
    assert_same(as_word(cable, tmp_path, session), cable, session)
    assert_same(as_page(cable, tmp_path), cable, session)


def test_levels_and_page_numbers_of_a_document_are_furniture(
    tmp_path: Path, session: Session
) -> None:
    cable = session.parse(example("three-pages"))
    (found,) = session.read(as_word(cable, tmp_path, session))
    kinds = [each.kind for each in found.furniture if each.kind in ("banner", "page-mark")]
    assert kinds.count("banner") == 2 * 3
    assert kinds.count("page-mark") == 3
