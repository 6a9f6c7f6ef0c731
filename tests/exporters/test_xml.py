"""XML contains the whole tree and is valid by its schema."""

from __future__ import annotations

from typing import Any

import pytest
import trees
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cableconv.cable import (
    Cable,
    EmbeddedCable,
    Heading,
    Item,
    Origin,
    Paragraph,
    PrecedencePair,
    Preformatted,
    Reference,
    Span,
)
from cableconv.errors import InvalidTreeError
from cableconv.exporters.xml import encode, lost
from cableconv.exporters.xml.characters import escape, restore
from cableconv.exporters.xml.validation import check_document
from cableconv.input.content import Content
from cableconv.readers.xml import read
from cableconv.schema import NAMESPACE, relax_ng
from cableconv.telegram import Telegram

SCHEMA = etree.RelaxNG(etree.fromstring(relax_ng().encode()))
CABLE = Cable(
    id="08TALLINN12",
    subject="ROADS & <BRIDGES>",
    subject_marking="U",
    body=(Paragraph(number=1, marking="C/NF", text='"Yes," he said.', span=Span(5, 20)),),
)

REFERENCES = tuple(
    Reference(label=label, kind="cable", text=f"08 OSLO {number}")
    for number, label in enumerate("AB", 7)
)


def reread(document: str) -> Telegram | Cable:
    """Return the tree that the reader finds in the document."""
    (cable,) = read(Content(document))
    return cable


def one(path: str, cable: Cable = CABLE, **options: Any) -> Any:
    """Return the result of an XPath in the cable's XML, with ``c`` as the namespace."""
    root = etree.fromstring(encode(cable, **options).encode())
    return root.xpath(path, namespaces={"c": NAMESPACE})


@given(trees.cables(), st.sampled_from([0, 2]))
def test_every_tree_is_valid_by_the_schema(cable: Cable, indent: int) -> None:
    SCHEMA.assertValid(etree.fromstring(encode(cable, indent=indent).encode()))


@given(trees.cables(), st.sampled_from([0, 2]))
def test_every_tree_can_be_read_back_equal(cable: Cable, indent: int) -> None:
    assert reread(encode(cable, indent=indent)) == cable


def test_names_are_those_of_the_tree() -> None:
    assert one("string(/c:cable/@id)") == "08TALLINN12"
    assert one("string(/c:cable/c:subject)") == "ROADS & <BRIDGES>"
    assert one("string(/c:cable/c:body/c:paragraph/c:text)") == '"Yes," he said.'


def test_portion_markings_numbers_and_spans_are_attributes() -> None:
    assert one("string(/c:cable/@subject_marking)") == "U"
    assert dict(one("//c:paragraph")[0].attrib) == {
        "number": "1",
        "marking": "C/NF",
        "span": "5 20",
    }


def test_missing_values_are_omitted() -> None:
    assert len(one("/c:cable", Cable())[0]) == 0
    assert len(one("/c:cable/c:origin", Cable(origin=Origin()))) == 1


def test_an_empty_text_is_not_a_missing_one() -> None:
    assert reread(encode(Cable(subject=""))) == Cable(subject="")


def test_the_default_indent_is_two() -> None:
    assert "\n  <subject>ROADS &amp; &lt;BRIDGES&gt;</subject>\n  <body>\n    <par" in encode(CABLE)
    assert encode(CABLE, indent=0).count("\n") == 2


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("bell \x07", "bell _x0007_"),
        ("\ufffe", "_xFFFE_"),
        ("a_x0007_b", "a_x005F_x0007_b"),
        ("snake_case _x7_ stays", "snake_case _x7_ stays"),
        ("_x0041\x07", "_x005F_x0041_x0007_"),
        ("half a pair \ud800", "half a pair _xD800_"),
    ],
)
def test_characters_that_xml_forbids_are_escaped(text: str, written: str) -> None:
    assert escape(text) == written
    assert one("string(//c:text)", Cable(body=(Heading(text=text),))) == written


@given(st.text())
def test_an_escaped_text_can_be_restored(text: str) -> None:
    assert restore(escape(text)) == text


@pytest.mark.parametrize("blank", ["\r", "\r\n", "\t", "\n", "\x85", "\u2028", "  "])
def test_white_space_of_every_kind_is_restored(blank: str) -> None:
    cable = Cable(id=f"A{blank}B", subject=f"A{blank}B", captions=(f"A{blank}B",))
    assert reread(encode(cable)) == cable


def test_a_character_that_had_to_be_escaped_is_reported_with_its_place() -> None:
    cable = Cable(body=(Heading(text="Views"), Paragraph(text="a\x07b\x07\x00", marking="\x01")))
    found = [(loss.path, loss.message.partition(";")[0]) for loss in lost(cable)]
    assert found == [
        ("body[1].marking", "XML cannot hold U+0001"),
        ("body[1].text", "XML cannot hold U+0007, U+0000"),
    ]


def test_a_cable_of_printable_text_loses_nothing() -> None:
    assert list(lost(CABLE)) == []


def mentioned(cable: Cable) -> list[tuple[str, str | None]]:
    """Return the mentions in a cable's XML as text and target."""
    return [(mention.text, mention.get("target")) for mention in one("//c:ref", cable)]


def test_a_mention_of_a_reference_is_an_element_of_its_paragraph() -> None:
    text = "As Ref B <says>, and (ref A) & reftels agree."
    cable = Cable(references=REFERENCES, body=(Paragraph(text=text),))
    assert mentioned(cable) == [("Ref B", "B"), ("ref A", "A"), ("reftels", None)]
    assert one("string(//c:text[c:ref])", cable) == text
    assert reread(encode(cable)) == cable
    SCHEMA.assertValid(etree.fromstring(encode(cable).encode()))


def test_mentions_are_marked_in_headings_and_items_but_not_in_preformatted_lines() -> None:
    blocks = (
        Heading(text="Ref A"),
        Item(label="-", text="Ref B"),
        Preformatted(text="Ref A   12"),
    )
    cable = Cable(references=REFERENCES, subject="Ref A", body=blocks)
    assert mentioned(cable) == [("Ref A", "A"), ("Ref B", "B")]
    assert reread(encode(cable)) == cable


def test_an_embedded_cable_mentions_its_own_references() -> None:
    inner = Cable(references=REFERENCES[:1], body=(Paragraph(text="Refs A and B."),))
    body = (EmbeddedCable(cable=inner), Paragraph(text="Ref B."))
    assert mentioned(Cable(references=REFERENCES[1:], body=body)) == [
        ("Refs A", "A"),
        ("Ref B", "B"),
    ]


@given(st.lists(st.sampled_from(["ref A", "Ref B", "_x0041", "_", "x0041_", "<&>", " ", "\x07"])))
def test_running_text_around_mentions_is_restored(pieces: list[str]) -> None:
    cable = Cable(references=REFERENCES, body=(Paragraph(text="".join(pieces)),))
    document = encode(cable)
    assert reread(document) == cable
    SCHEMA.assertValid(etree.fromstring(document.encode()))


@given(trees.cables())
def test_validation_does_not_change_a_valid_document(cable: Cable) -> None:
    assert encode(cable, validate=True) == encode(cable)


# values that a type checker would refuse
SOON: dict[str, Any] = {"action": "SOON"}
LETTERED: dict[str, Any] = {"number": "2a"}
NUMBERED: dict[str, Any] = {"subject": 7}


@pytest.mark.parametrize(
    ("cable", "says"),
    [
        (Cable(id="08OSLO1", precedence=PrecedencePair(**SOON)), "08OSLO1: not a valid"),
        (Cable(body=(Paragraph(**LETTERED),)), r"at body\[0\].number: Expected int"),
        (Cable(**NUMBERED), "at subject: Expected str"),
    ],
)
def test_a_tree_with_values_of_wrong_types_is_refused(cable: Cable, says: str) -> None:
    with pytest.raises(InvalidTreeError, match=says):
        encode(cable, validate=True)


def test_an_invalid_document_is_refused_with_its_line() -> None:
    document = encode(CABLE).replace("</cable>", "<annex/>\n</cable>")
    with pytest.raises(InvalidTreeError, match=r"the XML is not valid: line \d+: "):
        check_document(document)
