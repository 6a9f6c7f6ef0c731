"""The tree of a real cable, a Markdown scrape whose pilcrows became the digit 1."""

from __future__ import annotations

import pytest
from real_cables import real

import cableconv
from cableconv.cable import Cable, Heading, Paragraph


@pytest.fixture(scope="module")
def cable() -> Cable:
    return cableconv.parse(real("markdown/000_897496727ed1b78a.txt"))


def paragraphs(cable: Cable) -> list[Paragraph]:
    return [block for block in cable.body if isinstance(block, Paragraph)]


def test_id_date_and_precedence(cable: Cable) -> None:
    assert cable.id == "07ASTANA48"
    assert cable.date == "2007-01-08T12:31:00Z"
    assert (cable.precedence.action, cable.precedence.info) == ("PRIORITY", None)


def test_origin(cable: Cable) -> None:
    assert cable.origin is not None
    assert (cable.origin.route, cable.origin.name) == ("RUEHTA", "AMEMBASSY ASTANA")
    assert (cable.origin.post, cable.origin.country) == ("ASTANA", "KZ")


def test_header(cable: Cable) -> None:
    (sent,) = cable.transmissions
    assert (sent.identifier, sent.routing) == ("VZCZCXYZ0002", ("RUEHWEB",))
    assert (sent.serial, sent.section) == ("0048", "01")
    assert (sent.security, sent.signals) == ("ZNY CCCCC", ("ZZH",))


def test_addressees(cable: Cable) -> None:
    (department,) = cable.to
    assert (department.route, department.name) == ("RUEHC", "SECSTATE WASHDC")
    assert (department.precedence, department.number) == ("PRIORITY", "8110")
    assert [(copy.route, copy.precedence, copy.number) for copy in cable.info] == [
        ("RUCNCIS", "PRIORITY", None),
        ("RUEHIL", "PRIORITY", "2094"),
        ("RUEHNE", "PRIORITY", "0410"),
        ("RUEHNO", "PRIORITY", "2166"),
        ("RUEHVEN", "PRIORITY", "1665"),
    ]


def test_classification(cable: Cable) -> None:
    assert cable.classification is not None
    assert cable.classification.level == "CONFIDENTIAL"
    assert cable.number is not None
    assert (cable.number.station, cable.number.serial) == ("ASTANA", "000048")


def test_captions(cable: Cable) -> None:
    assert cable.captions == ("SIPDIS",)
    assert cable.passing == ("DEPT FOR SCA/CEN (M. O'MARA, T. PERRY)",)


def test_corrected_copy(cable: Cable) -> None:
    (notice,) = cable.notices
    assert notice.startswith("CORRECTED COPY")


def test_executive_order_tags_and_references(cable: Cable) -> None:
    assert cable.executive_order is not None
    assert cable.executive_order.order == "12958"
    assert cable.executive_order.declassify_on == "2017-01-08"
    assert cable.tags == ("PGOV", "PHUM", "PREL", "KZ")
    assert [(reference.label, reference.id) for reference in cable.references] == [
        ("A", "06ASTANA573"),
        ("B", "06ASTANA585"),
        ("C", "06ASTANA712"),
        ("D", "06ASTANA22"),
        ("E", "06ASTANA27"),
    ]


def test_classifier_and_reasons(cable: Cable) -> None:
    assert cable.classified_by is not None
    (person,) = cable.classified_by.people
    assert (person.name, person.title) == ("Kevin Milas", "CDA")
    assert cable.classified_by.reasons == ("1.4(b)", "1.4(d)")


def test_headings(cable: Cable) -> None:
    assert [block.text for block in cable.body if isinstance(block, Heading)] == [
        '"Reform" is Coming...',
        "...But When and How?",
        "Comment",
    ]


def test_paragraphs_and_markings(cable: Cable) -> None:
    found = paragraphs(cable)
    assert [paragraph.number for paragraph in found] == list(range(1, 11))
    markings = [paragraph.marking for paragraph in found]
    assert markings == ["C", "C", "C", "C", "SBU", "SBU", "SBU", "C", "C", "C"]


def test_a_paragraph_around_a_page_mark_is_joined(cable: Cable) -> None:
    assert "and Security Council chair Murat Tazhin" in paragraphs(cable)[8].text


def test_summary_comment_and_signature(cable: Cable) -> None:
    roles = [paragraph.role for paragraph in paragraphs(cable)]
    assert (roles[0], roles[-1]) == ("summary", "comment")
    assert cable.summary
    assert not cable.summary.casefold().startswith("summary")
    assert cable.signed_by == ("MILAS",)


def test_repairs_are_reported(cable: Cable) -> None:
    repaired = [found for found in cable.diagnostics if found.code == "pilcrow-restored"]
    assert {found.severity for found in repaired} == {"info"}
    assert len({found.line for found in repaired}) == 7
