"""Every document is valid by the TEI schema."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import cableconv
import pytest
from cableconv import Cable
from cableconv.cable import EmbeddedCable, Item, Table
from cableconv.testing import assert_exporter_conforms, sample_trees, usual_cable
from lxml import etree

import cableconv_tei
from cableconv_tei.document import encode

REPOSITORY = Path(__file__).resolve().parents[3]
DATA = Path(os.environ.get("CABLECONV_DATA", "no-such-folder"))
SCHEMA = Path(os.environ.get("TEI_ALL_RNG") or DATA / "schemas" / "tei_all.rng")
EXAMPLES = sorted((REPOSITORY / "examples" / "cables").glob("*.txt"))
RELAX_NG = "{http://relaxng.org/ns/structure/1.0}"
XML = "http://www.w3.org/XML/1998/namespace"
EVERYTHING = {"furniture": True, "provenance": True, "link_base": "https://archive.example/"}

OWN_TREES = {
    "two cables in a cable": Cable(body=(EmbeddedCable(cable=usual_cable()),) * 2),
    "blocks in items": Cable(
        body=(Item(label="a", blocks=(Item(label="b"), Table(rows=(("c",),), text="c"))),)
    ),
    "an impossible date": Cable(date="2008-02-30T99:99:99Z"),
    "an early date": Cable(date="0001-01-01T00:00:00Z"),
    "a date before all others": Cable(date="0001-01-01T00:00:00+14:00"),
    "only a signature": Cable(signed_by=("HERON",)),
}
READ = {path.name: cableconv.parse(path) for path in EXAMPLES}
TREES = sample_trees() | OWN_TREES | READ
CABLES = [pytest.param(tree, id=name) for name, tree in TREES.items()]


def schema_with(names: set[str]) -> etree.RelaxNG:
    """Return the schema with only these elements: documents of them have the same validity.

    The whole one takes libxml2 a quarter of a minute to load.
    """
    if not SCHEMA.is_file():
        pytest.skip("no tei_all.rng: TEI_ALL_RNG names it, or CABLECONV_DATA a folder with schemas")
    whole = etree.parse(str(SCHEMA))
    for element in [*whole.iter(f"{RELAX_NG}element")]:
        if element.get("name") not in {None, *names}:
            parent = element.getparent()
            assert parent is not None
            parent.replace(element, etree.Element(f"{RELAX_NG}notAllowed"))
    return etree.RelaxNG(whole)


def parsed(cable: Cable, **options: Any) -> etree._Element:
    return etree.fromstring(encode(cable, **options).encode(), etree.XMLParser(huge_tree=True))


def test_every_document_is_valid() -> None:
    documents = {
        (name, *options): parsed(tree, **options)
        for name, tree in TREES.items()
        if name != "2,000 paragraphs"  # takes as long as all others, and has no other elements
        for options in ({}, EVERYTHING)
    }
    elements = (each for document in documents.values() for each in document.iter(etree.Element))
    schema = schema_with({etree.QName(each).localname for each in elements})
    faults = {
        name: schema.error_log.last_error
        for name, document in documents.items()
        if not schema.validate(document.getroottree())
    }
    assert faults == {}


def test_the_schema_refuses_what_tei_does_not_allow() -> None:
    document = parsed(usual_cable())
    schema = schema_with({etree.QName(each).localname for each in document.iter(etree.Element)})
    assert schema.validate(document.getroottree())
    next(document.iter("{*}body")).tag = "{http://www.tei-c.org/ns/1.0}bodies"
    assert not schema.validate(document.getroottree())


@pytest.mark.parametrize("cable", CABLES)
def test_identifiers_are_unique_and_internal_links_have_targets(cable: Cable) -> None:
    document = parsed(cable)
    names = [name for each in document.iter() if (name := each.get(f"{{{XML}}}id"))]
    targets = {each.get(name) for each in document.iter() for name in ("target", "ana")}
    assert len(names) == len(set(names))
    assert targets <= {None, *(f"#{name}" for name in names)}


@pytest.mark.parametrize("cable", CABLES)
def test_documents_follow_the_guidelines_of_the_editors(cable: Cable) -> None:
    """Rules of frus.sch and frus.odd about documents (not volumes)."""
    document = parsed(cable, **EVERYTHING)
    for each in document.iterfind(".//{*}list"):
        assert each.get("type") in (None, "subject", "references")
        assert each.find("{*}p") is None
    for each in document.iterfind(".//{*}body//{*}p"):
        assert each.get("rend") in (None, "sectiontitleital")
    for each in document.iterfind(".//{*}table"):
        assert each.get("rows") == str(len(each.findall("{*}row")))
        assert each.get("cols") == str(max(len(row) for row in each))
    for each in document.iterfind(".//{*}div"):
        (note,) = each.iterfind("{*}head/{*}note[@type='source']")
        assert note.get(f"{{{XML}}}id") == f"{each.get(f'{{{XML}}}id')}fn1"
        assert each.get("n", "").strip("[]").isdecimal()
    assert document.find(".//{*}note//{*}note") is None
    assert all(each.get("target", "").startswith(("#", "http")) for each in refs(document))


def refs(document: etree._Element) -> list[etree._Element]:
    return document.findall(".//{*}ref")


def test_the_format_conforms() -> None:
    assert_exporter_conforms(cableconv_tei)
