"""Rows as databases, feeds and indexes export them: whole cables, each with its own number."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

import pytest

from cableconv.errors import NoCableError
from cableconv.input.content import Content
from cableconv.plugins import Sniff
from cableconv.readers.records import read, sniff
from cableconv.telegram import Telegram

HEADER = "O 0{0}1145Z MAY 08\nFM AMEMBASSY SUVA\nTO SECSTATE WASHDC 00{0}1"
BODY = """UNCLAS SUVA 00000{0}

TAGS: SENV, FJ
SUBJECT: GEESE <& "GULLS">

1. (U) The warden's geese came back.

PELL"""
IDS = ("08SUVA1", "08SUVA2")
NUMBERS = (1, 2)


def full(number: int) -> str:
    return f"{HEADER.format(number)}\n\n{BODY.format(number)}"


def telegrams(text: str) -> list[Telegram]:
    assert sniff(Content(text)) is Sniff.SURE
    return list(read(Content(text)))


def assert_whole(found: list[Telegram]) -> None:
    assert [each.text.strip() for each in found] == [full(1), full(2)]
    assert tuple(each.source.id for each in found) == IDS


def mysqldump(number: int) -> str:
    return (
        f'<row><field name="refid">08SUVA{number}</field>\n'
        f'<field name="header">{escape(HEADER.format(number))}</field>\n'
        f'<field name="content">{escape(BODY.format(number))}</field></row>'
    )


def phpmyadmin(number: int) -> str:
    return (
        f'<table name="cable"><column name="refid">08SUVA{number}</column>'
        f'<column name="content">{escape(full(number))}</column></table>'
    )


def prefixed(number: int) -> str:
    return (
        f'<c:cable id="08SUVA{number}"><c:header>{escape(HEADER.format(number))}</c:header>'
        f"<c:body>{escape(BODY.format(number))}</c:body></c:cable>"
    )


def rss(number: int) -> str:
    return (
        f"<item><title>08SUVA{number}</title><description>A teaser</description>"
        f"<content:encoded><![CDATA[<pre>{escape(full(number))}</pre>]]></content:encoded>"
        "<excerpt:encoded><![CDATA[]]></excerpt:encoded></item>"
    )


def atom(number: int) -> str:
    page = escape(f"<pre>{escape(full(number))}</pre>")
    return (
        f"<entry><title>08SUVA{number}</title><id>urn:{number}</id>"
        f'<content type="html">{page}</content></entry>'
    )


def lines_of_a_page(number: int) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in full(number).split("\n"))
    return f"<item><title>08SUVA{number}</title><description>{escape(lines)}</description></item>"


XML: dict[str, tuple[str, Callable[[int], str]]] = {
    "mysqldump": ('mysqldump xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"', mysqldump),
    "phpMyAdmin": ('pma_xml_export xmlns:pma="http://www.phpmyadmin.net/"', phpmyadmin),
    "elements with a prefix": ('c:cables xmlns:c="http://a.example/"', prefixed),
    "RSS": ('rss xmlns:content="http://purl.org/rss/1.0/modules/content/"', rss),
    "Atom": ('feed xmlns="http://www.w3.org/2005/Atom"', atom),
}


@pytest.mark.parametrize("kind", XML)
def test_elements_of_exports_and_feeds_are_records(kind: str) -> None:
    root, write = XML[kind]
    rows = "\n".join(map(write, NUMBERS))
    name = root.partition(" ")[0]
    assert_whole(telegrams(f'<?xml version="1.0"?>\n<{root}>\n{rows}\n</{name}>\n'))


def test_lines_are_those_that_the_markup_of_an_item_lays_out() -> None:
    rows = "\n".join(map(lines_of_a_page, NUMBERS))
    found = telegrams(f"<rss><channel>{rows}</channel></rss>")
    expected = [full(number).split("\n") for number in NUMBERS]
    assert [[line for line in each.text.split("\n") if line] for each in found] == [
        [line for line in lines if line] for lines in expected
    ]


@pytest.mark.parametrize("quoted", ["See <a>this</a>", "</td> is a tag"])
def test_a_text_with_lines_of_its_own_keeps_them_beside_a_tag(quoted: str) -> None:
    text = f"{full(1)}\n\n{quoted}"
    (found,) = telegrams(json.dumps({"body": text}))
    assert found.text == text


@pytest.mark.parametrize("kind", ["_txt", "_t", "_tesim", "_txt_en"])
def test_names_of_an_index_end_with_a_type(kind: str) -> None:
    docs = [{"id": f"08SUVA{n}", f"content{kind}": [full(n)]} for n in NUMBERS]
    assert_whole(telegrams(json.dumps({"response": {"numFound": 2, "docs": docs}})))


def test_a_header_and_a_number_among_the_metadata_beside_a_text_count() -> None:
    rows = [
        {
            "doc_id": str(n),
            "text": BODY.format(n),
            "user": {"header": HEADER.format(9)},
            "meta": {"reference": f"08SUVA{n}", "header": HEADER.format(n), "origin": "Suva"},
        }
        for n in NUMBERS
    ]
    found = telegrams("\n".join(map(json.dumps, rows)))
    assert_whole(found)
    assert [each.source.office for each in found] == ["Suva", "Suva"]


def test_metadata_replace_nothing_that_the_record_says_itself() -> None:
    row = {
        "refid": "08SUVA1",
        "date": "2008-05-01",
        "body": full(1),
        "metadata": {"created": "2011-09-02", "head": "A page", "refid": "08SUVA9"},
    }
    (found,) = telegrams(json.dumps(row))
    assert (found.text, found.source.id, found.source.date) == (full(1), "08SUVA1", "2008-05-01")


@pytest.mark.parametrize(
    "names",
    [
        {"_id": {"$oid": "4d5f1c0e0000000000000001"}, "id": "08SUVA1"},
        {"id": "x1", "title": "08SUVA1"},
        {"id": "7f", "fileName": "08SUVA1.txt"},
        {"id": "08SUVA1", "title": "08SUVA2"},
    ],
)
def test_a_cables_number_is_preferred_to_a_databases_key(names: dict[str, object]) -> None:
    (found,) = telegrams(json.dumps({**names, "body": full(1)}))
    assert found.source.id == "08SUVA1"


def test_another_id_is_kept_if_there_is_no_number() -> None:
    (found,) = telegrams(json.dumps({"id": "urn:7", "title": "GEESE", "body": full(1)}))
    assert found.source.id == "urn:7"


def test_objects_that_share_no_name_with_the_records_are_counted() -> None:
    features = [{"feature": n, "name": "content"} for n in NUMBERS]
    rows = [{"row_idx": n, "row": {"refid": f"08SUVA{n}", "content": full(n)}} for n in NUMBERS]
    found = telegrams(json.dumps({"features": features, "rows": rows}))
    assert_whole(found)
    (finding,) = found[-1].diagnostics
    assert (finding.code, finding.message[-3:]) == ("rows-not-read", ": 2")


def test_rows_with_tabs_and_coded_line_ends_need_no_names() -> None:
    coded = (full(n).replace("\n", "\\n") for n in NUMBERS)
    assert_whole(
        telegrams("".join(f"{key}\t{text}\n" for key, text in zip(IDS, coded, strict=True)))
    )


def test_a_single_text_with_coded_line_ends_is_not_a_table() -> None:
    text = full(1).replace("\n", "\\n")
    assert sniff(Content(text)) is not Sniff.SURE


def test_the_index_of_a_data_frame_is_not_in_the_text() -> None:
    rows = "".join(
        f'{n},08SUVA{n + 1},"{full(n + 1).replace(chr(34), chr(34) * 2)}"\n' for n in (0, 1)
    )
    assert_whole(telegrams(f",refid,content\n{rows}"))


def test_tables_of_toml_are_not_json() -> None:
    assert sniff(Content(f'[[cables]]\nbody = """\n{full(1)}"""\n')) is not Sniff.SURE


@pytest.mark.parametrize("name", ["body", "paragraphs"])
def test_a_list_of_paragraphs_is_one_text(name: str) -> None:
    rows = [
        {"refid": f"08SUVA{n}", "header": HEADER.format(n), name: BODY.format(n).split("\n\n")}
        for n in NUMBERS
    ]
    assert_whole(telegrams(json.dumps(rows)))


def test_a_list_of_cables_is_not_one_text() -> None:
    row = {"refid": "08SUVA1", "body": full(1), "replies": [full(1), full(2)]}
    (found,) = telegrams(json.dumps(row))
    assert found.text == full(1)


def in_parts(number: int, name: str, key: str) -> dict[str, object]:
    head, tail = full(number).split("\n\n1. ")
    pieces = (head, f'1. {tail} "{{a}}", "{key}": "b"')
    parts = [{"n": n, key: piece, "by": 'a"b'} for n, piece in enumerate(pieces)]
    return {"refid": f"08SUVA{number}", name: parts}


@pytest.mark.parametrize("name", ["pages", "sections"])
@pytest.mark.parametrize("key", ["contents", "text"])
def test_a_text_in_pages_or_sections_is_one(name: str, key: str) -> None:
    rows = [in_parts(n, name, key) for n in NUMBERS]
    between = "\n" if name == "pages" else "\n\n"
    expected = [
        full(n).replace("\n\n1. ", f"{between}1. ") + f' "{{a}}", "{key}": "b"' for n in NUMBERS
    ]
    for text, number in ((json.dumps(rows), 2), (json.dumps(rows[0]), 1)):
        found = telegrams(text)
        assert [each.text for each in found] == expected[:number]
        assert tuple(each.source.id for each in found) == IDS[:number]


@pytest.mark.parametrize("more", [{}, {"n": 1}])
def test_an_only_page_belongs_to_the_record_around_it(more: dict[str, int]) -> None:
    rows = [{"refid": f"08SUVA{n}", "pages": [{**more, "text": full(n)}]} for n in NUMBERS]
    assert_whole(telegrams(json.dumps(rows)))
    (found,) = telegrams(json.dumps(rows[0]))
    assert (found.text, found.source.id) == (full(NUMBERS[0]), IDS[0])


def test_an_only_page_with_an_id_is_a_record() -> None:
    page = {"id": f"08SUVA{NUMBERS[0]}", "text": full(NUMBERS[0])}
    (found,) = telegrams(json.dumps({"id": "a", "pages": [page]}))
    assert found.source.id == IDS[0]


def test_pages_that_are_cables_each_are_records() -> None:
    pages = [{"id": f"08SUVA{n}", "text": full(n)} for n in NUMBERS]
    assert_whole(telegrams(json.dumps({"site": "a", "pages": pages})))


def test_pages_without_texts_do_not_affect_the_text_beside_them() -> None:
    sizes = [{"n": n, "width": 600} for n in (1, 2)]
    rows = [{"refid": f"08SUVA{n}", "text": full(n), "pages": sizes} for n in NUMBERS]
    assert_whole(telegrams(json.dumps(rows)))


def test_texts_without_a_heading_are_refused_with_a_way_out() -> None:
    body = BODY.format(1).partition("\n\n1. ")[2]
    row = {"refid": "08SUVA1", "subject": "GEESE", "body": f"1. {body}"}
    with pytest.raises(NoCableError) as caught:
        list(read(Content(json.dumps(row))))
    assert "'body' has numbered paragraphs without a heading" in str(caught.value)


def test_the_name_of_a_stream_is_not_a_cables_number() -> None:
    (found,) = telegrams(json.dumps({"name": "stdout", "text": full(1).split("\n")}))
    assert (found.text, found.source.id) == (full(1), None)


@pytest.mark.parametrize(
    "names",
    [
        ("body", "body_2", "body_3"),
        ("text1", "text2", "text3"),
        ("Text part 1", "Text part 2", "Text part 3"),
        ("content_page1", "content_page2", "content_page3"),
    ],
)
def test_a_text_in_several_columns_is_one(names: tuple[str, ...]) -> None:
    pieces = full(1).split("\n\n1. ")[0], "1. (U) The warden's geese came back.\n", "PELL"
    row = {"refid": "08SUVA1", **dict(zip(names, pieces, strict=True)), "body_note_2": "x"}
    (found,) = telegrams(json.dumps(row))
    assert found.text == "\n".join(pieces)
    line, column = found.position(found.text.index("PELL"))
    assert (line, column) == (1, json.dumps(row).index("PELL") + 1)


def test_a_text_cut_at_a_cells_limit_goes_on_without_a_line_end() -> None:
    text = full(1).replace("geese came", "geese " * 6000 + "came")
    row = {"refid": "08SUVA1", "body": text[:32767], "body_2": text[32767:]}
    assert telegrams(json.dumps(row))[0].text == text


def test_columns_called_by_numbers_do_not_go_on() -> None:
    row = [full(1), *map(str, range(2, 11)), "eleven", "twelve"]
    (found,) = telegrams(json.dumps([row]))
    assert found.text == full(1)


@pytest.mark.parametrize("more", [{"body_2": full(2)}, {"body_4": "(not the next)"}])
def test_another_column_is_not_part_of_the_text(more: dict[str, str]) -> None:
    (found,) = telegrams(json.dumps({"refid": "08SUVA1", "body": full(1), **more}))
    assert found.text == full(1)


def expanded(number: int) -> str:
    text = full(number).replace("\n", "+\n        | ")
    return f"-[ RECORD {number} ]-----\nrefid   | 08SUVA{number}\ncontent | {text}\n"


def aligned(number: int) -> str:
    lines = full(number).split("\n")
    first, rest = lines[0], "".join(f"         | {line} +\n" for line in lines[1:])
    above = "  refid  |  content\n---------+----------\n" if number == 1 else ""
    return f"{above} 08SUVA{number} | {first} +\n{rest}"


@pytest.mark.parametrize("printed", [expanded, aligned])
def test_tables_as_psql_prints_them_are_refused_with_a_way_out(
    printed: Callable[[int], str],
) -> None:
    content = Content("".join(map(printed, NUMBERS)))
    assert sniff(content) is Sniff.SURE
    with pytest.raises(NoCableError, match="psql --csv"):
        list(read(content))
