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


def own_cable() -> Path | None:
    """Return the real cable that the project began with, if there are real ones."""
    found = Path(os.environ.get("CABLECONV_DATA", ""), OWN)
    return found if found.exists() else None


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


LETTERS = "ALFA BRAVO CHARLIE DELTA ECHO FOXTROT GOLF HOTEL INDIA JULIET KILO LIMA MIKE".split()
DOCUMENTS = ("three-pages", "headings", "letter", "plain", "windows-1252", "partial-extract")
TELEGRAMS = ("three-pages", "distribution", "page-02-1975", "tables")
PAGES = ("three-pages", "partial-extract")
"""What is printed by default: a browser prints one page per start."""


@pytest.fixture(scope="module")
def cables(session: Session) -> dict[str, Cable]:
    """Return the cables that are printed, by name."""
    found = {name: session.parse(example(name)) for name in (*DOCUMENTS, *TELEGRAMS)}
    posts = tuple(Addressee(name=f"AMEMBASSY PORT {word}") for word in LETTERS)
    found["long-list"] = found["plain"].replace(info=posts)
    if own := own_cable():
        found["own"] = session.parse(own)
    return found


@pytest.fixture(scope="module")
def by_writer(
    cables: dict[str, Cable], session: Session, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Return what LibreOffice has printed, by kind and name.  One start prints everything."""
    folder = tmp_path_factory.mktemp("writer")
    for name in {*cables} & {*DOCUMENTS, "long-list", "own"}:
        document = session.export(cables[name], to="docx")
        assert isinstance(document, bytes)
        (folder / f"document-{name}.docx").write_bytes(document)
    for name in TELEGRAMS:
        (folder / f"telegram-{name}.txt").write_bytes(example(name).read_bytes())
    if "own" in cables:
        telegram = str(session.export(cables["own"], to="text"))
        (folder / "telegram-own.txt").write_text(telegram, encoding="utf-8")
    return {printed.stem: printed for printed in by_office(*folder.iterdir())}


def as_page(cable: Cable, folder: Path) -> Path:
    html = pytest.importorskip("cableconv_html", reason="cableconv-html writes the web page")
    page = isolated_session(html).export(cable, to="html")
    file = folder / "cable.html"
    file.write_text(str(page), encoding="utf-8")
    return by_browser(file)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_printed_word_document_is_read(
    name: str, cables: dict[str, Cable], by_writer: dict[str, Path], session: Session
) -> None:
    assert_same(by_writer[f"document-{name}"], cables[name], session)


def test_a_printed_long_list_of_addressees_is_read(
    cables: dict[str, Cable], by_writer: dict[str, Path], session: Session
) -> None:
    (found,) = session.read(by_writer["document-long-list"])
    assert [each.name for each in found.info] == [each.name for each in cables["long-list"].info]
    assert numbered(found) == numbered(cables["long-list"])


@pytest.mark.parametrize(
    "name",
    [name if name in PAGES else pytest.param(name, marks=pytest.mark.slow) for name in DOCUMENTS],
)
def test_a_printed_web_page_is_read(
    name: str, cables: dict[str, Cable], tmp_path: Path, session: Session
) -> None:
    assert_same(as_page(cables[name], tmp_path), cables[name], session)


@pytest.mark.parametrize("name", TELEGRAMS)
def test_a_printed_telegram_is_read_as_its_text(
    name: str, cables: dict[str, Cable], by_writer: dict[str, Path], session: Session
) -> None:
    (found,) = session.read(by_writer[f"telegram-{name}"])
    assert fields(found) == fields(cables[name])
    assert list(shape(found.body)) == list(shape(cables[name].body))


def test_the_own_cable_is_read_from_every_print(
    cables: dict[str, Cable], by_writer: dict[str, Path], tmp_path: Path, session: Session
) -> None:
    if "own" not in cables:
        pytest.skip(f"CABLECONV_DATA names no folder that has {OWN}")
    cable = cables["own"]
    assert len(numbered(cable)) == 10
    assert_same(by_writer["telegram-own"], cable, session)
    assert_same(by_writer["document-own"], cable, session)
    assert_same(as_page(cable, tmp_path), cable, session)


def test_levels_and_page_numbers_of_a_document_are_furniture(
    by_writer: dict[str, Path], session: Session
) -> None:
    (found,) = session.read(by_writer["document-three-pages"])
    kinds = [each.kind for each in found.furniture if each.kind in ("banner", "page-mark")]
    assert kinds.count("banner") == 2 * 3
    assert kinds.count("page-mark") == 3
