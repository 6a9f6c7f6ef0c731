"""Links from the text to the reference list, and from there to the cables."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from cableconv.cable import Cable, EmbeddedCable, Heading, Item, Paragraph, Reference
from cableconv.errors import InvalidOptionError
from cableconv.exporters.docx import encode

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

REFERENCES = (
    Reference(label="A", kind="cable", text="07 OSLO 12", id="07OSLO12"),
    Reference(label="B", kind="email", text="WRAY-TIDE E-MAIL"),
)
CABLE = Cable(
    references=REFERENCES,
    body=(
        Heading(text="More on Ref A"),
        Paragraph(number=1, text="As refs A and B say.", blocks=(Item(label="--", text="ref b"),)),
    ),
)


def part(document: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(document)).read(name))


def bookmarks(document: bytes) -> dict[str, str]:
    """Map the name of each bookmark to the text of its paragraph."""
    paragraphs = part(document).iter(f"{W}p")
    return {
        value(mark, f"{W}name"): words(paragraph)
        for paragraph in paragraphs
        for mark in paragraph.iterfind(f"{W}bookmarkStart")
    }


def value(element: etree._Element, name: str) -> str:
    return str(element.attrib[name])


def words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def links(document: bytes) -> list[tuple[str, str]]:
    """Return the text of each internal link and the bookmark that it refers to."""
    found = (link for link in part(document).iter(f"{W}hyperlink") if link.get(f"{W}anchor"))
    return [(words(link), value(link, f"{W}anchor")) for link in found]


def addresses(document: bytes) -> list[tuple[str, str]]:
    """Return the text of each external link and its address."""
    relations = part(document, "word/_rels/document.xml.rels")
    targets = {
        value(each, "Id"): value(each, "Target") for each in relations if each.get("TargetMode")
    }
    found = (link for link in part(document).iter(f"{W}hyperlink") if link.get(f"{R}id"))
    return [(words(link), targets[value(link, f"{R}id")]) for link in found]


def test_a_mention_links_to_its_entry_of_the_reference_list() -> None:
    document = encode(CABLE)
    assert bookmarks(document) == {"reference1": "A.07 OSLO 12", "reference2": "B.WRAY-TIDE E-MAIL"}
    assert links(document) == [
        ("Ref A", "reference1"),
        ("refs A", "reference1"),
        ("B", "reference2"),
        ("ref b", "reference2"),
    ]


def test_links_do_not_change_the_text() -> None:
    text = words(part(encode(CABLE)))
    assert "As refs A and B say." in text


def test_a_mention_without_a_letter_links_to_the_list() -> None:
    cable = CABLE.replace(body=(Paragraph(text="per reftels"),))
    assert links(encode(cable)) == [("reftels", "reference1")]


def test_an_embedded_cable_has_its_own_list() -> None:
    outer = CABLE.replace(body=(EmbeddedCable(cable=CABLE), Paragraph(text="(ref A)")))
    document = encode(outer)
    assert list(bookmarks(document)) == [f"reference{n}" for n in (1, 2, 3, 4)]
    assert {anchor for _, anchor in links(document)[:-1]} == {"reference3", "reference4"}
    assert links(document)[-1] == ("ref A", "reference1")


def test_every_link_has_a_target(any_cable: Cable) -> None:
    document = encode(any_cable)
    assert {anchor for _, anchor in links(document)} <= set(bookmarks(document))


def test_without_a_base_address_there_are_no_external_links() -> None:
    assert addresses(encode(CABLE)) == []


def test_references_with_an_id_link_to_the_cable_if_a_base_is_given() -> None:
    document = encode(CABLE, link_base="https://archive.example/cable?lang=en&id=")
    expected = ("07 OSLO 12", "https://archive.example/cable?lang=en&id=07OSLO12")
    assert addresses(document) == [expected]


def test_an_id_is_escaped_in_an_address() -> None:
    odd = Reference(kind="cable", text="X", id='07/OS"LO<&12')
    document = encode(Cable(references=(odd,)), link_base="http://a.example/")
    assert addresses(document) == [("X", "http://a.example/07%2FOS%22LO%3C%2612")]


def test_a_cable_referred_to_twice_is_one_relation() -> None:
    document = encode(
        CABLE.replace(references=REFERENCES[:1] * 2), link_base="https://archive.example/"
    )
    assert len(addresses(document)) == 2
    assert len(part(document, "word/_rels/document.xml.rels").findall("*[@TargetMode]")) == 1


@pytest.mark.parametrize(
    "base",
    ["javascript:alert(1)//", "file:///etc/", "data:text/html,", "//host/", "cables/", "http://",
     "https://a b.example/", "https://[::1/", "https://a.example/\n"],
)  # fmt: skip
def test_an_address_that_is_not_a_web_site_is_refused(base: str) -> None:
    with pytest.raises(InvalidOptionError, match="takes the address of a web site"):
        encode(CABLE, link_base=base)


def test_a_document_with_links_is_valid(ordinary: Cable, tmp_path: Path) -> None:
    file = tmp_path / "links.docx"
    file.write_bytes(encode(ordinary, link_base="https://archive.example/?a=1&b="))
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []
