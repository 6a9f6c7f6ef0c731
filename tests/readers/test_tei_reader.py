"""Volumes of Foreign Relations: telegrams are cables, other documents are counted."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from docx import Document

import cableconv
from cableconv.cable import Cable, Paragraph, Source
from cableconv.errors import InputError, NoCableError
from cableconv.input.content import Content
from cableconv.pipeline import read_cables
from cableconv.plugins import PluginHost, Sniff
from cableconv.readers.tei import read, sniff

FORMS = Path(__file__).parents[2] / "examples" / "forms"
LAMPS, FERRIES = FORMS / "frus1974-76v98.xml", FORMS / "frus1957-58v97.xml"
OPENING = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1950v99"><text><body>'


def volume(*documents: str) -> list[Cable]:
    content = Content(f"{OPENING}{''.join(documents)}</body></text></TEI>")
    return [each.cable for each in read_cables(content, PluginHost(third_party=False), "tei")]


def document(head: str, text: str = "<p>12. All is well.</p>", more: str = "") -> str:
    return f'<div type="document" xml:id="d7"><head>{head}</head>{more}{text}</div>'


def kinds(cable: Cable) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in cable.furniture]


def test_only_the_telegrams_of_a_volume_are_cables() -> None:
    first, second = cableconv.read(LAMPS)
    assert (first.source.id, second.source.id) == ("frus1974-76v98/d1", "frus1974-76v98/d4")
    (found,) = second.diagnostics
    assert (found.code, found.message[-11:]) == ("documents-not-read", "not read: 2")
    assert first.diagnostics == ()


def test_a_volume_without_its_namespace_gives_the_same_cables(tmp_path: Path) -> None:
    text = LAMPS.read_text(encoding="utf-8").replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")
    (tmp_path / LAMPS.name).write_text(text, encoding="utf-8")
    assert sniff(Content(text)) is Sniff.SURE
    kept = [cable.replace(source=Source()) for cable in cableconv.read(tmp_path / LAMPS.name)]
    assert kept == [cable.replace(source=Source()) for cable in cableconv.read(LAMPS)]


@pytest.mark.parametrize("namespace", ["7", "x/y", "../up", ""])
def test_a_namespace_of_any_kind_is_read(namespace: str) -> None:
    text = f'<p xmlns:own="{namespace}" own:a="1">12. All is well.</p>'
    if not namespace:
        text = '<p xmlns="">12. All is well.</p>'
    (cable,) = volume(document("1. Telegram From the Embassy in Iceland", text))
    assert len(cable.source.sha256 or "") == 64


def test_head_dateline_and_number_are_fields() -> None:
    cable = next(cableconv.read(LAMPS))
    assert (cable.id, cable.date) == ("75REYKJAVIK412", "1975-02-11T11:20:00Z")
    assert cable.origin is not None
    assert (cable.origin.name, cable.origin.country) == ("Embassy in Iceland", "IS")
    assert [addressee.name for addressee in cable.to] == ["Department of State"]
    assert cable.subject == "Lamps of the South Coast"
    assert [reference.id for reference in cable.references] == ["75OSLO88", "75STATE5120"]
    assert cable.passing == ("For the Secretary from the Ambassador.",)
    assert cable.signed_by == ("Quillfeather",)


def test_the_source_note_is_a_notice_and_its_level_is_compared() -> None:
    cable = next(cableconv.read(LAMPS))
    (notice,) = cable.notices
    assert notice.startswith("Source: National Archives, RG 59, Central Foreign Policy Files, D7")
    assert (cable.classification, cable.source.classification) == (None, "CONFIDENTIAL")
    assert (cable.source.date, cable.source.office) == ("1975-02-11", "Embassy in Iceland")


def test_footnotes_are_separated_from_paragraphs() -> None:
    cable = next(cableconv.read(LAMPS))
    paragraphs = [block for block in cable.body if isinstance(block, Paragraph)]
    assert [block.number for block in paragraphs] == [1, 2, 3]
    assert paragraphs[0].text.startswith("Summary: Hallgrim told me that the LHA would not relight")
    assert "before spring. He was courteous throughout." in paragraphs[0].text
    assert [type(block).__name__ for block in paragraphs[1].blocks] == ["Item", "Item"]
    assert ("footnote", "2 See Document 3.") in kinds(cable)


def test_a_head_in_capitals_and_a_date_given_by_equal_bounds() -> None:
    moment = 'notBefore="1975-02-11T11:20:00Z" notAfter="1975-02-11T11:20:00Z"'
    opener = f"<opener><dateline>Oslo, <date {moment}>February 11</date></dateline></opener>"
    head = "7. TELEGRAM FROM THE EMBASSY IN NORWAY TO THE DEPARTMENT OF STATE"
    (cable,) = volume(document(head, more=opener))
    assert cable.date == "1975-02-11T11:20:00Z"


def test_an_hour_without_a_zone_is_not_a_date_time_group() -> None:
    telegram, airgram = cableconv.read(FERRIES)
    assert (telegram.date, telegram.id) == ("1958-03-11", "58COPENHAGEN877")
    assert ("dateline", "Copenhagen, March 11, 1958, 2 p.m.") in kinds(telegram)
    assert (airgram.date, airgram.id) == ("1958-03-20", None)
    assert (airgram.source.office, airgram.signed_by) == ("Consulate in Gothenburg", ("Ash",))


def test_a_paragraph_rendered_as_the_title_of_a_section_is_a_heading() -> None:
    text = '<p>1. All is well.</p><p rend="sectiontitleital">All Is Well.</p><p>2. It was.</p>'
    (cable,) = volume(document("Telegram From the Embassy in Peru", text))
    assert [type(block).__name__ for block in cable.body] == ["Paragraph", "Heading", "Paragraph"]


@pytest.mark.parametrize(
    "head",
    [
        "Telegram From the Legation in Latvia to the Department of State",
        "14. Circular Telegram From the Department of State to Certain Posts",
        "[14] Airgram From the Embassy in Peru to the Department of State",
        "Draft Telegram From the Embassy in Peru to the Department of State",
    ],
)
def test_heads_of_telegrams(head: str) -> None:
    (cable,) = volume(document(head))
    assert [block.text for block in cable.body if isinstance(block, Paragraph)] == ["All is well."]


@pytest.mark.parametrize(
    "head", ["Memorandum on Telegram 14", "Letter From Mr. Telegram", "Editorial Note", ""]
)
def test_heads_of_others(head: str) -> None:
    with pytest.raises(NoCableError, match="none of its 1 documents is a telegram"):
        volume(document(head))


def test_a_nested_document_belongs_to_the_outer_one() -> None:
    inner = '<div type="attachment"><head>Attachment</head><p>Ten more lamps.</p></div>'
    (cable,) = volume(document("Telegram From the Embassy in Peru", f"<p>1. See below.</p>{inner}"))
    assert "Ten more lamps." in str(cable.body)


def test_a_utc_offset_is_subtracted() -> None:
    dateline = '<dateline><placeName>Lima</placeName>, <date when="1976-01-01T02:00:00+03:00"/>'
    (cable,) = volume(document("Telegram From the Embassy in Peru", more=f"{dateline}</dateline>"))
    assert cable.date == "1975-12-31T23:00:00Z"


def test_a_subject_in_a_list_is_the_subject() -> None:
    fields = '<list type="subject"><head>SUBJECT</head><item>Nets and Anchors</item></list>'
    (cable,) = volume(document("Telegram From the Embassy in Peru", more=fields))
    assert cable.subject == "Nets and Anchors"


def test_a_document_type_is_refused_and_no_other_file_is_read() -> None:
    with pytest.raises(InputError, match="document type"):
        list(read(Content(f'<!DOCTYPE TEI [<!ENTITY x "y">]>{OPENING}')))


def test_a_truncated_volume_gives_the_complete_telegrams() -> None:
    found = read(Content(OPENING + 2 * document("Telegram From the Embassy in Peru") + "<div"))
    assert next(found).source.office == "Embassy in Peru"
    with pytest.raises(InputError, match="not well-formed"):
        list(found)


def test_sniffing_uses_only_the_root_element() -> None:
    assert sniff(Content(OPENING)) is Sniff.SURE
    assert sniff(Content("<note>http://www.tei-c.org/ns/1.0</note>")) is Sniff.NO


def test_memory_does_not_grow_with_the_volume(tmp_path: Path) -> None:
    def peak(number: int) -> int:
        path = tmp_path / f"{number}.xml"
        telegram = document("Telegram From the Embassy in Peru", f"<p>1. {'Fog. ' * 2000}</p>")
        several = "".join(telegram.replace("d7", f"d{n}") for n in range(number))
        path.write_text(f"{OPENING}{several}</body></text></TEI>", encoding="utf-8")
        tracemalloc.start()
        assert sum(1 for _ in cableconv.read(path)) == number
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(30) < 2 * peak(3)


@pytest.mark.parametrize("path", [LAMPS, FERRIES], ids=lambda path: path.stem)
def test_the_telegrams_survive_a_round_trip_through_word(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "telegram.docx"
    for cable in cableconv.read(path):
        target.write_bytes(cableconv.export(cable, to="docx"))
        shown = "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
        assert cable.signed_by[0] in shown
        assert cableconv.parse(target) == cable
