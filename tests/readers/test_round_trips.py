"""A cable exported as JSON or XML is read as an equal one, including spans and parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from real_cables import real_texts, sample_or_all

import cableconv
from cableconv.session import Session

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("[cf]*/*") if path.is_file())
FORMATS = ["json", "xml"]


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(third_party=False)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_read_back_as_an_equal_cable(path: Path, form: str, session: Session) -> None:
    cable = next(cableconv.read(path, session=session))
    assert cableconv.parse(cableconv.export(cable, form, session=session), session=session) == cable


@sample_or_all
@pytest.mark.parametrize("form", FORMATS)
def test_real_cables_are_read_back_as_equal_cables(form: str, step: int, session: Session) -> None:
    for path in real_texts(step):
        cable = cableconv.parse(path, session=session)
        document = cableconv.export(cable, form, session=session)
        assert cableconv.parse(document, session=session) == cable, path.name


@pytest.mark.parametrize("name", ["tree.json", "tree.xml"])
def test_the_trees_among_the_examples_are_those_of_a_cable(name: str, session: Session) -> None:
    cable = cableconv.parse(ROOT / "examples" / "forms" / name, session=session)
    assert (cable.id, cable.subject) == ("08OSLO77", "THE TIDE CLOCK")
    assert [block.type for block in cable.body] == ["paragraph", "heading", "paragraph"]
    assert cable.signed_by == ("WRAY",)
