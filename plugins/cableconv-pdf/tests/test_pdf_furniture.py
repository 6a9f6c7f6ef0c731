"""Furniture of pages: levels, page numbers, running heads, release stamps, and their pages."""

from __future__ import annotations

from cableconv import Session

from pdf_cables import FIRST, OSLO, SECOND, cables, foot, furniture, head, one, texts
from pdf_files import HEIGHT, Words, pdf, typed


def test_levels_and_numbers_at_head_and_foot_are_furniture(session: Session) -> None:
    pages = [
        [
            head("CONFIDENTIAL"),
            *typed(text),
            foot("CONFIDENTIAL"),
            Words(f"Page {at} of 2", 450, 25),
        ]
        for at, text in enumerate((FIRST, SECOND), 1)
    ]
    cable = one(pdf(*pages), session)
    assert sorted(furniture(cable)) == [
        ("banner", "CONFIDENTIAL"),
        ("banner", "CONFIDENTIAL"),
        ("banner", "CONFIDENTIAL"),
        ("banner", "CONFIDENTIAL"),
        ("page-mark", "Page 1 of 2"),
        ("page-mark", "Page 2 of 2"),
    ]
    assert texts(cable)[0].endswith("of an hour, and nobody in the harbor knows why.")


def test_lines_repeated_at_the_edges_of_pages_are_running_heads(session: Session) -> None:
    pages = [
        [head(f"Harbor papers, vol. {at}"), *typed(text)] for at, text in ((1, FIRST), (2, SECOND))
    ]
    cable = one(pdf(*pages), session)
    assert furniture(cable) == [
        ("running-head", "Harbor papers, vol. 1"),
        ("running-head", "Harbor papers, vol. 2"),
    ]


def test_release_stamps_are_left_to_the_parser(session: Session) -> None:
    case = (
        "UNCLASSIFIED U.S. Department of State Case No. F-2011-00123 Doc No. C01234567 "
        "Date: 05/02/2013"
    )
    beside = typed(OSLO)[9]
    page = [
        Words("RELEASED IN PART", 400, HEIGHT - 30),
        Words("B1, 1.4(D)", 400, HEIGHT - 42),
        *typed(OSLO),
        Words("B1", 560, beside.y),
        foot(case, 20),
    ]
    cable = one(pdf(page), session)
    stamps = [text for kind, text in furniture(cable) if kind == "release-stamp"]
    assert "B1" in stamps
    assert case in stamps
    assert texts(cable) == texts(session.parse(OSLO))


def test_a_release_stamp_on_a_later_page_does_not_split_a_sentence(session: Session) -> None:
    stamps = [Words("RELEASED IN PART", 400, 752), Words("B1, 1.4(D)", 400, 740)]
    cable = one(pdf(typed(FIRST), [*stamps, *typed(SECOND)]), session)
    assert texts(cable)[0].endswith("of an hour, and nobody in the harbor knows why.")
    assert furniture(cable) == [
        ("release-stamp", "RELEASED IN PART"),
        ("release-stamp", "B1, 1.4(D)"),
    ]


def test_furniture_has_its_page(session: Session) -> None:
    pages = [
        [
            head("CONFIDENTIAL"),
            Words("RELEASED IN PART", 400, HEIGHT - 30),
            *typed(text),
            Words("B1", 560, typed(text)[-1].y),
            Words(f"Page {at} of 2", 450, 25),
        ]
        for at, text in enumerate((FIRST, SECOND), 1)
    ]
    cable = one(pdf(*pages), session)
    stood = {(each.kind, each.text, each.page) for each in cable.furniture}
    for page in (1, 2):
        assert ("banner", "CONFIDENTIAL", page) in stood
        assert ("release-stamp", "B1", page) in stood
        assert ("page-mark", f"Page {page} of 2", page) in stood
    again = session.parse(str(session.export(cable, to="json")))
    assert again.furniture == cable.furniture


def test_pages_of_a_later_cable_are_counted_in_the_file(session: Session) -> None:
    other = OSLO.replace("131205Z", "141205Z").replace("OSLO 000123", "OSLO 000124")
    pages = [[*typed(text), foot("CONFIDENTIAL")] for text in (OSLO, other)]
    *_, later = cables(pdf(*pages), session)
    assert {each.page for each in later.furniture if each.kind == "banner"} == {2}


def test_a_stamp_across_the_page_is_not_part_of_a_line(session: Session) -> None:
    page = [*typed(OSLO), Words("DECLASSIFIED COPY", 150, 500, turn=90)]
    cable = one(pdf(page), session)
    assert furniture(cable) == [("turned-text", "DECLASSIFIED COPY")]
    assert texts(cable) == texts(session.parse(OSLO))


def test_without_a_class_line_the_level_above_the_first_page_is_used(session: Session) -> None:
    unclassed = OSLO.replace("C O N F I D E N T I A L OSLO 000123\n", "")
    page = [head("CONFIDENTIAL"), *typed(unclassed), foot("CONFIDENTIAL")]
    cable = one(pdf(page), session)
    assert cable.classification is not None
    assert cable.classification.level == "CONFIDENTIAL"
    assert ("banner", "CONFIDENTIAL") in furniture(cable)
