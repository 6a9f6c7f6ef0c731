"""The content and order of a page's layouts."""

from __future__ import annotations

import pytest
from cableconv import Cable
from cableconv.cable import (
    Diagnostic,
    EmbeddedCable,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)
from cableconv.testing import usual_cable

from cableconv_html.document import encode
from html_reading import find, read, words

GAP = Diagnostic(
    code="paragraph-gap", severity="warning", message="paragraph 2 is missing", path="body[1]"
)
BODY = (Paragraph(number=1, text="One."), Paragraph(number=3, text="Three."))


def test_a_memo_has_five_lines_above_and_the_rest_below() -> None:
    page = read(encode(usual_cable(), layout="memo"))
    head, rest, _ = find(page, "dl")
    names = [words(each) for each in find(head, "dt")]
    assert names == ["To", "From", "Date", "Subject", "References"]
    assert words(find(head, "dd")[3]) == f"(U) {usual_cable().subject}"
    assert not set(names) & {words(each) for each in find(rest, "dt")}
    assert not find(page, "aside")


def test_foreign_relations_name_sender_addressee_and_date() -> None:
    page = read(encode(usual_cable(), layout="frus"))
    (title,) = find(page, "h1")
    assert words(title).startswith("Telegram From the Embassy in Norway to the Department of State")
    assert words(find(find(page, "header")[0], "p")[0]).startswith("Oslo, ")
    assert words(find(page, "p", "subject-line")[0]).startswith("17. Subject: ")


def test_notes_are_numbered_and_link_back() -> None:
    page = read(encode(Cable(id="08OSLO17", body=BODY, diagnostics=(GAP,)), layout="frus"))
    notes = find(find(page, "ol", "footnotes")[0], "li")
    assert [words(note)[:12] for note in notes] == ["Source: Tele", "Paragraph 2 "]
    assert all("".join(note.itertext()).endswith("\u00a0↩") for note in notes)
    marks = {each.get("id"): each.get("href") for each in find(page, "a") if each.get("role")}
    assert list(marks.values()) == [f"#{note.get('id')}" for note in notes]
    assert [find(note, "a")[0].get("href") for note in notes] == [f"#{mark}" for mark in marks]
    assert not find(page, "p", "editorial")


def test_notes_on_an_embedded_cable_are_numbered_before_those_in_it() -> None:
    inner = EmbeddedCable(cable=Cable(subject="BUOYS", body=BODY))
    found = [
        Diagnostic(code=code, severity="warning", message="it is odd", path=path)
        for code, path in (
            ("paragraph-gap", "body[0].cable.body[1]"),
            ("second-cable", "body[0]"),
        )
    ]
    cable = Cable(id="08OSLO17", body=(inner,), diagnostics=tuple(found))
    page = read(encode(cable, layout="frus"))
    marks = [words(each) for each in find(page, "a") if each.get("role")]
    assert marks == ["1", "2", "3"]


@pytest.mark.parametrize(
    "block",
    [Table(text="lamps 2", rows=(("lamps", "2"),)), Preformatted(text="lamps  2")],
    ids=["table", "preformatted"],
)
@pytest.mark.parametrize("code", ["paragraph-gap", "text-breaks-off"])
def test_the_mark_of_a_note_on_a_block_without_paragraphs_is_below_it(
    block: Table | Preformatted, code: str
) -> None:
    found = Diagnostic(code=code, severity="warning", message="it is odd", path="body[0]")
    page = read(encode(Cable(id="08OSLO17", body=(block,), diagnostics=(found,)), layout="frus"))
    (article,) = find(page, "article")
    above, mark = article
    assert above.tag in ("div", "pre")
    assert (mark.tag, words(mark)) == ("p", "2")


@pytest.mark.parametrize("layout", ["office", "memo", "frus"])
def test_every_layout_has_one_title_and_every_paragraph(layout: str) -> None:
    page = read(encode(usual_cable(), layout=layout))
    assert len(find(page, "h1")) == 1
    assert len(find(page, "article")) == 1
    said = words(page)
    for _, block in usual_cable().walk():
        if isinstance(block, Paragraph) and block.text:
            assert block.text.split()[0] in said


def test_a_quotation_has_the_language_of_its_opening() -> None:
    spanish = Quote(opening="BEGIN SPANISH TEXT", blocks=(Paragraph(text="La marea sube."),))
    translated = Quote(opening="BEGIN INFORMAL TRANSLATION FROM SPANISH", blocks=spanish.blocks)
    page = read(encode(Cable(body=(spanish, translated))))
    assert [each.get("lang") for each in find(page, "blockquote")] == ["es", None]
