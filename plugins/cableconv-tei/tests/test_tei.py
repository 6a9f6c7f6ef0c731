"""The content of the document, read by an XML parser."""

from __future__ import annotations

from typing import Any

import cableconv
import pytest
from cableconv import Cable
from cableconv.cable import (
    Addressee,
    Classification,
    ClassifiedBy,
    EmbeddedCable,
    ExecutiveOrder,
    Furniture,
    Heading,
    Item,
    Origin,
    Paragraph,
    Person,
    PrecedencePair,
    Preformatted,
    Reference,
    Source,
    Span,
)
from lxml import etree

from cableconv_tei import exporter
from cableconv_tei.document import encode

OSLO = Cable(
    id="08OSLO17",
    date="2008-02-01T09:30:00Z",
    precedence=PrecedencePair(action="PRIORITY"),
    origin=Origin(route="RUEHNY", name="AMEMBASSY OSLO", post="OSLO", country="NO"),
    to=(Addressee(route="RUEHC", name="SECSTATE WASHDC", precedence="PRIORITY", number="8110"),),
    info=(Addressee(name="AMEMBASSY PORT AU PRINCE", exempted=("AMCONSUL LEITH",)),),
    classification=Classification(level="CONFIDENTIAL", text="C O N F I D E N T I A L"),
    captions=("SIPDIS",),
    executive_order=ExecutiveOrder(order="12958", declassify_on="2018-02-01"),
    tags=("ETRD", "NO"),
    subject="FERRY SERVICE RESUMES",
    references=(
        Reference(label="A", kind="cable", text="07 OSLO 3", id="07OSLO3", notes=("NOTAL",)),
        Reference(label="B", kind="email", text="HERON-GULL EMAIL"),
    ),
    classified_by=ClassifiedBy(text="CDA Heron", people=(Person(name="Heron", title="CDA"),)),
    body=(
        Heading(text="Ferries", marking="U"),
        Paragraph(number=1, marking="C", text="They run, as Ref A says.", role="summary"),
        Item(label="--", text="Fast."),
        Item(label="--", text="Slow.", blocks=(Paragraph(text="Very."),)),
    ),
    signed_by=("HERON",),
)


def parsed(cable: Cable, **options: Any) -> etree._Element:
    return etree.fromstring(encode(cable, **options).encode())


def found(cable: Cable, path: str, **options: Any) -> list[etree._Element]:
    steps = "/".join(f"{{*}}{step}" for step in path.split("/"))
    return list(parsed(cable, **options).iterfind(f".//{steps}"))


def said(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext())


def words(cable: Cable, path: str, **options: Any) -> list[str]:
    return [said(each) for each in found(cable, path, **options)]


def test_the_head_names_sender_and_addressee_like_the_editors() -> None:
    head = "Telegram From the Embassy in Norway to the Department of State"
    assert words(OSLO, "head")[0].startswith(head)
    assert words(OSLO, "titleStmt/title") == [head]
    assert [each.get("type") for each in found(OSLO, "head/gloss")] == ["from", "to"]


def test_the_source_note_has_the_editorial_notes() -> None:
    assert words(OSLO, "head/note") == [
        "Source: Telegram 08OSLO17. Confidential; Priority; Sipdis. "
        "Repeated for information to Port-au-Prince."
    ]


def test_the_dateline_has_place_and_date() -> None:
    assert words(OSLO, "dateline") == ["Oslo, February 1, 2008, 0930Z."]
    assert found(OSLO, "dateline/date")[0].get("when") == "2008-02-01T09:30:00Z"


def test_an_invalid_date_is_unchanged() -> None:
    date = found(Cable(date="one fine day"), "dateline/date")[0]
    assert (date.text, date.get("when")) == ("one fine day", None)


def test_the_header_names_sender_and_addressee() -> None:
    actions = found(OSLO, "correspAction")
    assert [(each.get("type"), each.get("subtype")) for each in actions] == [
        ("sent", None),
        ("received", "action"),
        ("received", "information"),
    ]
    assert words(OSLO, "correspAction/orgName") == [
        "AMEMBASSY OSLO",
        "SECSTATE WASHDC",
        "AMEMBASSY PORT AU PRINCE",
    ]
    assert words(OSLO, "correspAction/note") == ["PRIORITY", "AMCONSUL LEITH"]


def test_the_header_names_subject_and_program() -> None:
    assert words(OSLO, "keywords/term") == ["ETRD", "NO", "FERRY SERVICE RESUMES"]
    tool = found(OSLO, "appInfo/application")[0]
    assert tool.get("ident") == "cableconv"
    assert cableconv.__version__.startswith(tool.get("version", "none"))


def test_paragraphs_keep_the_cables_own_numbers_and_markings() -> None:
    heading, paragraph, *_ = found(OSLO, "div/p")
    assert heading.get("rend") == "sectiontitleital"
    assert (paragraph.get("n"), paragraph.get("ana")) == ("1", "#summary")
    assert said(paragraph) == "1. (C) They run, as Ref A says."


def test_consecutive_items_are_one_list() -> None:
    lists = found(OSLO, "div/list")
    assert [each.get("type") for each in lists] == ["subject", "references", None]
    assert words(OSLO, "list/item")[-2:] == [
        "Fast.",
        "\n            Slow.\n            Very.\n          ",
    ]


def test_a_mention_refers_to_its_reference() -> None:
    mention = found(OSLO, "p/ref")[0]
    assert (mention.text, mention.get("target")) == ("Ref A", "#d08OSLO17ref1")
    assert words(OSLO, "list/item")[1:3] == ["07 OSLO 3 (NOTAL)", "HERON-GULL EMAIL"]
    assert [name.get("key") for name in found(OSLO, "item/rs")] == ["07OSLO3", None]


def test_references_are_links_if_their_site_is_known() -> None:
    site = "https://archive.example/cable/"
    (cable,) = found(OSLO, "item/ref", link_base=site)
    assert (cable.text, cable.get("target")) == ("07 OSLO 3", f"{site}07OSLO3")


@pytest.mark.parametrize(
    "base", ["javascript:alert(1)", "archive.example", "http://a b/", "http://["]
)
def test_an_address_that_is_not_a_site_is_refused(base: str) -> None:
    with pytest.raises(cableconv.InvalidOptionError, match="link_base"):
        cableconv.export(OSLO, to="tei", link_base=base)


def test_printed_lines_keep_their_breaks() -> None:
    printed = found(Cable(body=(Preformatted(text="A   1\nB   2"),)), "ab")[0]
    assert etree.tostring(printed).count(b"<lb/>") == 1
    assert said(printed) == "A   1B   2"


def test_an_embedded_cable_is_a_separate_text() -> None:
    inside = EmbeddedCable(opening="BEGIN TEXT", cable=OSLO, closing="END TEXT")
    outer = Cable(id="08RIGA1", body=(inside,))
    document = found(outer, "floatingText/body/div")[0]
    assert document.get("{http://www.w3.org/XML/1998/namespace}id") == "d08RIGA1t2"
    assert words(outer, "quote/label") == ["BEGIN TEXT", "END TEXT"]
    assert "12958" in [each.get("n") for each in found(outer, "opener/seg")]


def test_a_page_begins_after_the_block_that_its_mark_cut() -> None:
    cable = Cable(
        body=(
            Paragraph(text="One.", span=Span(0, 50)),
            Paragraph(text="Two.", span=Span(60, 70)),
        ),
        furniture=(
            Furniture(kind="page-mark", text="OSLO 00000017  002 OF 003", span=Span(9, 30)),
        ),
    )
    document = found(cable, "div")[0]
    assert [each.tag.rpartition("}")[2] for each in document] == ["head", "p", "pb", "p"]
    assert found(cable, "pb")[0].get("n") == "2"
    assert words(cable, "fw") == []
    assert words(cable, "fw", furniture=True) == ["OSLO 00000017  002 OF 003"]


def test_the_file_is_named_on_request_without_its_folders() -> None:
    cable = Cable(source=Source(name="/home/heron/cable.txt", sha256="9f86"))
    assert words(cable, "bibl/title") == []
    assert words(cable, "bibl/title", provenance=True) == ["cable.txt"]


def test_characters_that_xml_forbids_are_replaced_and_reported() -> None:
    cable = Cable(subject="bell \x07", body=(Paragraph(text="\x00"),))
    assert words(cable, "list/item") == ["bell \ufffd"]
    told = [loss for loss in cableconv.report_losses(cable, "tei") if loss.severity == "warning"]
    assert [loss.path for loss in told] == ["subject", "body[0].text"]
    assert "U+0007" in told[0].message


def test_declared_omissions_are_omitted() -> None:
    declared = {omission.path for omission in exporter.omits or ()}
    assert {"span", "parts", "diagnostics", "source.encoding"} <= declared
    changed = OSLO.replace(span=Span(1, 2), source=Source(reader="telegram", encoding="utf-8"))
    assert encode(changed) == encode(OSLO)
