"""The stored tree: it is read as an equal one; without it the document contains nothing hidden."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from real_cables import real_texts, sample_or_all
from trees import cables

import cableconv
from cableconv.cable import Cable, Diagnostic, Paragraph, Part, Source, Span
from cableconv.exporters.docx import encode
from cableconv.input.content import Content
from cableconv.readers.docx import read
from cableconv.session import Session

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("[cf]*/*") if path.is_file())

TRACED = Cable(
    id="08OSLO77",
    subject="THE TIDE CLOCK",
    body=(Paragraph(text="It is late.", span=Span(4711, 4722)),),
    parts=(Part(start=4711, end=4722, role="block", path="body[0]"),),
    diagnostics=(Diagnostic(code="a-doubt", severity="info", message="Is it late?"),),
    source=Source(name="/drawer/tide-clock.txt", sha256="5ca1ab1e"),
)
SECRETS = (b"4711", b"a-doubt", b"Is it late?", b"drawer", b"tide-clock.txt", b"5ca1ab1e")


def everything(document: bytes) -> bytes:
    archive = zipfile.ZipFile(io.BytesIO(document))
    return b"".join(name.encode() + archive.read(name) for name in archive.namelist())


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(third_party=False)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_read_back_as_an_equal_cable(path: Path, session: Session) -> None:
    cable = next(cableconv.read(path, session=session))
    document = cableconv.export(cable, "docx", session=session)
    assert cableconv.parse(document, session=session) == cable


@sample_or_all
def test_real_cables_are_read_back_as_equal_cables(step: int, session: Session) -> None:
    for path in real_texts(step):
        cable = cableconv.parse(path, session=session)
        document = cableconv.export(cable, "docx", session=session)
        assert cableconv.parse(document, session=session) == cable, path.name


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(cables())
def test_any_tree_is_restored(cable: Cable) -> None:
    assert list(read(Content(encode(cable)))) == [cable]


def test_a_tree_that_the_parser_cannot_make_is_restored(any_cable: Cable) -> None:
    assert list(read(Content(encode(any_cable)))) == [any_cable]


def test_the_properties_name_program_and_source() -> None:
    about = docx.Document(io.BytesIO(encode(TRACED))).core_properties.comments
    assert about.startswith("cableconv ")
    assert about.endswith(" from tide-clock.txt, SHA-256 5ca1ab1e")


def test_without_the_tree_the_document_contains_nothing_hidden() -> None:
    assert all(secret in everything(encode(TRACED)) for secret in SECRETS)
    bare = everything(encode(TRACED, tree=False))
    assert [secret for secret in (*SECRETS, b"customXml", b"sha256") if secret in bare] == []
    assert docx.Document(io.BytesIO(encode(TRACED, tree=False))).core_properties.comments == ""


def test_provenance_can_be_stored_without_the_tree() -> None:
    document = encode(TRACED, tree=False, provenance=True)
    assert "tide-clock.txt" in docx.Document(io.BytesIO(document)).core_properties.comments
    assert b"customXml" not in everything(document)


def test_the_properties_name_the_application_but_no_time() -> None:
    about = zipfile.ZipFile(io.BytesIO(encode(TRACED))).read("docProps/app.xml")
    assert b"<Application>cableconv</Application>" in about
