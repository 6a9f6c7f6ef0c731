"""Records: the same cables from every dialect, and faults that affect only their row."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cableconv
from cableconv.cable import Cable
from cableconv.errors import InputError, InvalidOptionError, NoCableError
from cableconv.input.content import Content
from cableconv.plugins import PluginHost, Sniff
from cableconv.readers.records import read, record, sniff
from cableconv.readers.records.columns import columns_of
from cableconv.telegram import Telegram

FOREIGN = ("number", "refid", "sent", "embassy", "security_classification", "top", "main")
NAMES = ("id", "refid", "date", "origin", "classification", "header", "content")
COLUMNS = ", ".join(NAMES)
HEADER = "O 0{0}1145Z MAY 08\nFM AMEMBASSY SUVA\nTO SECSTATE WASHDC 00{0}1"
BODY = """UNCLAS SUVA 00000{0}

TAGS: SENV, FJ
SUBJECT: GEESE; "GULLS", AND C:\\TERNS

1. (U) The warden's geese \u2013 "all of them" \u2013 came (back), at 5\tsharp.

2. (U) No comment; none.

PELL
"""


def rows(number: int = 3) -> list[tuple[str, ...]]:
    return [
        (str(n), f"08SUVA{n}", f"2008-05-0{n} 11:45:00", "Embassy Suva", "UNCLASSIFIED",
         HEADER.format(n), BODY.format(n))
        for n in range(1, number + 1)
    ]  # fmt: skip


def table(
    separator: str = ",",
    escaped: bool = False,
    quoting: Any = csv.QUOTE_MINIMAL,
    quote: str = '"',
) -> str:
    written = io.StringIO()
    how: dict[str, Any] = {"escapechar": "\\", "doublequote": False} if escaped else {}
    writer = csv.writer(written, delimiter=separator, quoting=quoting, quotechar=quote, **how)
    writer.writerows([NAMES, *rows()])
    return written.getvalue()


def objects() -> list[dict[str, str]]:
    return [dict(zip(NAMES, row, strict=True)) for row in rows()]


def standard(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'"


def escaped_by_backslash(value: str) -> str:
    for char, code in (("\\", "\\\\"), ("'", "\\'"), ('"', '\\"'), ("\n", "\\n")):
        value = value.replace(char, code)
    return f"'{value}'"


def copied(value: str) -> str:
    for char, code in (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t")):
        value = value.replace(char, code)
    return value


def joined(value: str) -> str:
    """Return an expression for a text, as scripts write it that avoid line ends in quotations."""
    return " || char(10) || ".join(map(standard, value.split("\n")))


def coded(value: str) -> str:
    """Return a call of SQLite's unistr()."""
    for char, code in (("\\", "\\\\"), ("\n", "\\u000a")):
        value = value.replace(char, code)
    return f"unistr({standard(value)})"


def replaced(value: str) -> str:
    """Return a call of replace(), as SQLite's shell writes a text with line ends."""
    code = standard(value.replace("\n", "\\n"))
    return f"replace({code},'\\n',char(10))" if "\n" in value else code


def inserts(written: Callable[[str], str]) -> str:
    """Return an INSERT statement per row, with values written by ``written``."""
    return "".join(
        f"INSERT INTO cable ({COLUMNS}) VALUES ({', '.join(map(written, row))});\n"
        for row in rows()
    )


def assignments(statement: str) -> str:
    """Return a statement per row, with assignments."""
    return "".join(f"{statement.format(', '.join(pairs(row, '{1} = {0}')))};\n" for row in rows())


def pairs(row: tuple[str, ...], written: str) -> list[str]:
    """Return each value of a row with its column's name, in that form."""
    return [written.format(standard(value), name) for name, value in zip(NAMES, row, strict=True)]


def copies(how: str, separator: str = ",", above: str = "") -> str:
    """Return a PostgreSQL COPY statement followed by CSV."""
    data = table(separator).replace("\r\n", "\n").partition("\n")[2]
    return (
        f"SET x = 1;\nCOPY public.cable ({COLUMNS}) FROM stdin {how};\n{above}{data}\\.\n\nEND;\n"
    )


def sqlite_dump() -> str:
    with sqlite3.connect(":memory:") as base:
        base.execute(f"create table cable ({', '.join(f'{name} text' for name in NAMES)})")
        base.executemany(f"insert into cable values ({', '.join('?' * len(NAMES))})", rows())
        return "\n".join(base.iterdump())


def without(row: dict[str, str], name: str) -> dict[str, str]:
    return {other: value for other, value in row.items() if other != name}


def apart(row: dict[str, str]) -> dict[str, Any]:
    """Return the row with its metadata in one object, and header and text in another."""
    texts = {name: row[name] for name in ("header", "content")}
    return {"meta": {name: row[name] for name in NAMES if name not in texts}, "cable": texts}


def typed(row: dict[str, str]) -> dict[str, Any]:
    """Return the row as MongoDB exports it."""
    return {"_id": {"$oid": row["id"]}, **row, "date": {"$date": row["date"]}}


MYSQL = (
    "-- MySQL dump 10.13\nCREATE TABLE `cable` (\n"
    + "".join(f"  `{name}` longtext,\n" for name in NAMES)
    + "  PRIMARY KEY (`id`)\n) ENGINE=InnoDB;\nINSERT INTO `cable` VALUES "
    + ",".join(f"({','.join(map(escaped_by_backslash, row))})" for row in rows())
    + ";\nUNLOCK TABLES;\n"
)
FORMS = {
    "a.csv": table(),
    "quoted.csv": table(quoting=csv.QUOTE_ALL),
    "returns.csv": table(quoting=csv.QUOTE_ALL).replace("\r\n", "\r"),
    "escaped.csv": table(escaped=True, quoting=csv.QUOTE_ALL),
    "apostrophes.csv": table(quote="'"),
    "apostrophes-quoted.csv": table(";", quoting=csv.QUOTE_ALL, quote="'"),
    "apostrophes-escaped.csv": table(escaped=True, quoting=csv.QUOTE_ALL, quote="'"),
    "carets.csv": table("^"),
    "units.csv": table("\x1f"),
    "blanks.csv": re.sub(r'",(?=")', '",  ', table(quoting=csv.QUOTE_ALL)),
    "commented.csv": "# exported on 2012-01-01\n#\tby a script\n\n" + table(),
    "semicolons.csv": table(";"),
    "spreadsheet.csv": "sep=;\n" + table(";"),
    "a.tsv": table("\t"),
    "bars.txt": table("|"),
    "list.json": json.dumps(objects()),
    "indented.json": json.dumps(objects(), indent=2, ensure_ascii=False),
    "under-numbers.json": json.dumps({each["refid"]: without(each, "refid") for each in objects()}),
    "split.json": json.dumps(
        {"columns": NAMES, "index": [0, 1, 2], "data": [list(row) for row in rows()]}
    ),
    "named-above.json": json.dumps([NAMES, *rows()]),
    "by-column.json": json.dumps(
        {name: {str(n): row[at] for n, row in enumerate(rows())} for at, name in enumerate(NAMES)}
    ),
    "lists.json": json.dumps({name: [row[at] for row in rows()] for at, name in enumerate(NAMES)}),
    "held.json": json.dumps({"of": {"total": 3, "by": [{"a": 1}]}, "cables": objects()}),
    "apart.json": json.dumps([apart(row) for row in objects()]),
    "couch.json": json.dumps({"rows": [{"id": 7, "value": {"v": 1}, "doc": o} for o in objects()]}),
    "typed.jsonl": "\n".join(json.dumps(typed(row)) for row in objects()),
    "lines.json": json.dumps([row | {"content": row["content"].split("\n")} for row in objects()]),
    "found.json": json.dumps({"hits": {"hits": [{"_source": each} for each in objects()]}}),
    "a.jsonl": "\n".join(map(json.dumps, objects())),
    "bulk.ndjson": "".join(
        f'{{"index": {{"_index": "shelf", "_id": "{n}"}}}}\n{json.dumps(each)}\n'
        for n, each in enumerate(objects())
    ),
    "a.sql": "".join(
        f"INSERT INTO cable ({COLUMNS}) VALUES ({', '.join(map(standard, row))});\n"
        for row in rows()
    ),
    "set.sql": assignments("INSERT INTO cable SET {}"),
    "update.sql": assignments('UPDATE "shelf"."cable" SET {} WHERE id = 7'),
    "select.sql": f"INSERT INTO cable ({COLUMNS})\nSELECT "
    + "\nUNION ALL\nSELECT ".join(", ".join(map(standard, row)) for row in rows())
    + ";\n",
    "select-named.sql": f"-- rows\nINSERT INTO cable ({COLUMNS})\n"
    + "UNION\n".join("SELECT\n" + ",\n".join(pairs(row, "{} AS {}")) + "\n" for row in rows()),
    "joined.sql": inserts(joined),
    "coded.sql": inserts(coded),
    "replaced.sql": inserts(replaced),
    "dollars.sql": inserts(lambda value: f"$${value}$$"),
    "tagged.sql": inserts(lambda value: f"$of_it${value}$of_it$"),
    "copied.sql": copies("WITH (FORMAT csv)"),
    "copied-named.sql": copies("WITH CSV HEADER", above=f"{COLUMNS}\n"),
    "copied-semicolons.sql": copies("WITH (FORMAT csv, DELIMITER ';')", ";"),
    "mysql.sql": MYSQL,
    "server.sql": "USE [shelf]\nGO\n"
    + "".join(
        f"INSERT [dbo].[Cable] ([{COLUMNS.replace(', ', '], [')}]) "
        f"VALUES ({', '.join(f'N{standard(value)}' for value in row)})\nGO\n"
        for row in rows()
    ),
    "sqlite.sql": sqlite_dump(),
    "copy.sql": "--\n-- PostgreSQL database dump\n--\n\nSET x = 1;\n"
    f"COPY public.cable ({COLUMNS}) FROM stdin;\n"
    + "".join("\t".join(map(copied, row)) + "\n" for row in rows())
    + "\\.\n\nSELECT 1;\n",
    "a.xml": "<?xml version='1.0'?>\n<rows>\n"
    + "".join(
        "<row>"
        + "".join(
            f"<{name}>{escape(value)}</{name}>"
            for name, value in zip([*NAMES[:-1], "msgtext"], row, strict=True)
        )
        + "</row>\n"
        for row in rows()
    )
    + "</rows>",
    "numbered.xml": "<rows>\n"
    + "".join(
        "<row>"
        + "".join(
            f"<{name}><![CDATA[{value}]]></{name}>"
            for name, value in zip([*NAMES[:-1], "body"], row, strict=True)
        )
        + "</row>\n"
        for row in rows()
    )
    + "</rows>",
    "of-cables.xml": "<rows>\n"
    + "".join(
        "<cable>"
        + "".join(
            f"<{name}>{escape(value)}</{name}>" for name, value in zip(FOREIGN, row, strict=True)
        )
        + "</cable>\n"
        for row in rows()
    )
    + "</rows>",
    "attributes.xml": "<cables>\n"
    + "".join(
        f'<cable refid="{row[1]}" date="{row[2]}" origin="{row[3]}" classification="{row[4]}">'
        f"<header>{escape(row[5])}</header><body>{escape(row[6])}</body></cable>\n"
        for row in rows()
    )
    + "</cables>",
    "fields.xml": "<resultset>\n"
    + "".join(
        "<row>"
        + "".join(
            f'<field name="{name}">{escape(value)}</field>'
            for name, value in zip(NAMES, row, strict=True)
        )
        + "</row>\n"
        for row in rows()
    )
    + "</resultset>",
    "script.js": f"// exported\nvar cables = {json.dumps(objects())};",
    "foreign-under-ids.json": json.dumps(
        {row[1]: dict(zip(FOREIGN, row, strict=True)) for row in rows()}
    ),
}
"""The same three records in every dialect, by file name."""


def telegrams(text: str | bytes, name: str = "a.csv", **options: Any) -> list[Telegram]:
    return list(read(Content(text, name), **options))


def codes(found: Telegram | Cable) -> list[str]:
    return [diagnostic.code for diagnostic in found.diagnostics]


@pytest.mark.parametrize("name", FORMS)
def test_every_dialect_gives_the_same_telegrams(name: str) -> None:
    found = telegrams(FORMS[name], name)
    bare = [f"{HEADER}\n\n{BODY}".format(n) for n in (1, 2, 3)]
    assert [each.text.replace("\r\n", "\n") for each in found] == bare
    assert [each.source.row for each in found] == [1, 2, 3]
    assert [each.source.id for each in found] == ["08SUVA1", "08SUVA2", "08SUVA3"]
    assert found[1].source.date == "2008-05-02T11:45"
    assert (found[1].source.office, found[1].source.classification) == (
        "Embassy Suva",
        "UNCLASSIFIED",
    )
    assert not any(map(codes, found))


@pytest.mark.parametrize("name", FORMS)
def test_every_dialect_is_recognized(name: str) -> None:
    host = PluginHost(third_party=False)
    for given_name in (name, None):
        content = Content(FORMS[name], given_name)
        assert sniff(content) is Sniff.SURE
        assert host.sniff(content).name == "records"


@pytest.mark.parametrize("name", FORMS)
def test_a_place_in_the_text_is_a_place_in_the_file(name: str) -> None:
    text = FORMS[name].replace("\r", "\n") if name == "returns.csv" else FORMS[name]
    for found in telegrams(FORMS[name], name):
        line, column = found.position(found.text.index("comment; none"))
        assert text.split("\n")[line - 1][column - 1 :].startswith("comment; none")


@pytest.mark.parametrize("indent", [None, 1])
def test_json_may_hold_nothing_but_texts(indent: int | None) -> None:
    texts = {f"08SUVA{n}": f"{HEADER}\n\n{BODY}".format(n) for n in (1, 2, 3)}
    listed = telegrams(json.dumps([*texts.values()], indent=indent), "a.json")
    keyed = telegrams(json.dumps(texts, indent=indent), "a.json")
    assert [each.text for each in listed] == [each.text for each in keyed] == [*texts.values()]
    assert [each.source.id for each in listed] == [None] * 3
    assert [each.source.id for each in keyed] == [*texts]
    line, column = keyed[1].position(keyed[1].text.index("UNCLAS"))
    written = json.dumps(texts, indent=indent).split("\n")[line - 1]
    assert written[column - 1 :].startswith("UNCLAS SUVA 000002")


def test_lists_may_have_names_of_any_kind_above_them_or_none() -> None:
    listed = [["07SUVA9", f"{HEADER}\n\n{BODY}".format(n)] for n in (1, 2, 3)]
    named = json.dumps([["ref", "all of it"], *listed], indent=1)
    lines = "".join(f"{json.dumps(row)}\n" for row in listed)
    for text in (named, json.dumps(listed), lines):
        assert sniff(Content(text, "a.json")) is Sniff.SURE
        assert [each.text for each in telegrams(text, "a.json")] == [row[1] for row in listed]


def test_a_row_ends_with_the_batch_of_an_update() -> None:
    text = "".join(f"update dbo.Cable set Body = N{standard(BODY.format(n))}\nGO\n" for n in (1, 2))
    assert [each.text for each in telegrams(text, "a.sql")] == [BODY.format(n) for n in (1, 2)]


def test_names_of_columns_may_have_spaces() -> None:
    text = BODY.format(1).replace('"', '""')
    [found] = telegrams(f'cable id,cable text\n08SUVA1,"{text}"\n')
    assert found.source.id == "08SUVA1"


def test_a_statement_that_deletes_rows_is_refused_as_sql() -> None:
    with pytest.raises(NoCableError, match="read as SQL, but has no rows"):
        telegrams(f"DELETE FROM cables WHERE body = {standard(BODY)};\n", "a.sql")


def test_assignments_without_a_text_are_rows_of_other_tables() -> None:
    other = "UPDATE clocks SET late = 1, keeper = 'Pell' WHERE id = 7;\n"
    *_, last = telegrams(other + assignments("UPDATE cable SET {}") + other, "a.sql")
    assert codes(last) == ["rows-not-read"]


def test_a_first_line_whose_text_goes_on_below_names_no_columns() -> None:
    text = f"{HEADER}\n\n{BODY}".format(1).replace('"', '""')
    assert len(telegrams(f'1,08SUVA1,"{text}"\n2,08SUVA2,"{text}"\n')) == 2


def test_a_list_of_texts_is_not_a_text_of_lines() -> None:
    texts = [f"{HEADER}\n\n{BODY}".format(n) for n in (1, 2)]
    with pytest.raises(NoCableError, match="no column holds cables"):
        telegrams(json.dumps([{"id": 7, "body": texts}]), "a.json")


def test_line_ends_of_spreadsheets_are_line_ends() -> None:
    text = BODY.format(1).replace("\n", "_x000D_\n").replace('"', '""')
    [found] = telegrams(f'refid,body\n08SUVA1,"{text}"\n')
    assert found.text == BODY.format(1)


def test_a_table_may_have_one_column() -> None:
    texts = [f"{HEADER}\n\n{BODY}".format(n) for n in (1, 2)]
    cells = "".join('"{}"\n'.format(each.replace('"', '""')) for each in texts)
    assert [each.text for each in telegrams(f"text\n{cells}", "a.csv")] == texts
    assert sniff(Content(f"text\n{cells}", "a.csv")) is Sniff.SURE
    assert sniff(Content("text\nHarbor notes.\n", "a.csv")) is Sniff.NO


def test_a_header_in_a_column_of_another_name_is_found() -> None:
    table = '"id","hdr","msg"\n' + "".join(
        '"{}","{}","{}"\n'.format(row[1], row[5], row[6].replace('"', '""')) for row in rows()
    )
    found = telegrams(table)
    assert [each.text for each in found] == [f"{HEADER}\n\n{BODY}".format(n) for n in (1, 2, 3)]


def test_columns_that_are_too_long_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "LONGEST", 1000)
    with pytest.raises(NoCableError, match=r"a\.json: .*a column at a time.*row by row"):
        telegrams(FORMS["lists.json"], "a.json")


def test_rows_of_other_tables_are_counted() -> None:
    tags = "CREATE TABLE tags (id int, tag text);\nINSERT INTO tags VALUES (1,'PREL'),(2,'ECON');\n"
    found = telegrams(tags + FORMS["a.sql"], "a.sql")
    assert [each.source.id for each in found] == ["08SUVA1", "08SUVA2", "08SUVA3"]
    assert [codes(each) for each in found] == [[], [], ["rows-not-read"]]


@pytest.mark.parametrize(
    ("names", "text", "of"),
    [
        (("doc_id", "title", "body"), "body", "doc_id"),
        (("_id", "reference_id", "header", "body"), "body", "reference_id"),
        (("Reference ID", "Full Text"), "Full Text", "Reference ID"),
        (("documentNumber", "messageText"), "messageText", "documentNumber"),
        (("doc_nbr", "raw_body", "body", "origclass"), "raw_body", "doc_nbr"),
        (("docnumber", "msgtext", "from"), "msgtext", "docnumber"),
        (("Canonical ID", "Content"), "Content", "Canonical ID"),
        (("slug", "cable_content"), "cable_content", "slug"),
        (("cable_content", "body", "telegram_id", "id"), "body", "id"),
    ],
)
def test_columns_are_recognized_by_their_usual_names(
    names: tuple[str, ...], text: str, of: str
) -> None:
    found = columns_of(names, {})
    assert (found["text"], found["id"]) == (text, of)


def test_the_caller_can_name_the_columns() -> None:
    text = 'k,body,x\n08SUVA1,A summary,"UNCLAS SUVA 000001\n\n1. (U) Geese."\n'
    [found] = telegrams(text, column={"text": "x", "id": "k"})
    assert (found.source.id, found.text) == ("08SUVA1", "UNCLAS SUVA 000001\n\n1. (U) Geese.")
    how: dict[str, Any] = {"reader": "records", "reader_options": {"column": {"body": "x"}}}
    assert cableconv.parse(text, **how).number
    with pytest.raises(InvalidOptionError, match="a column is one of text, header"):
        telegrams(text, column={"sbject": "x"})
    with pytest.raises(InvalidOptionError, match="no reader is named"):
        cableconv.parse(text, reader_options={"column": {"text": "x"}})
    with pytest.raises(NoCableError, match="has no column 'y'; its columns: k, body, x"):
        telegrams(text, column={"text": "y"})


def test_a_text_column_with_an_unusual_name_is_found_by_its_content() -> None:
    text = table().replace(",".join(NAMES), "a,b,c,d,e,f,g", 1)
    assert all("1. (U) The warden" in each.text for each in telegrams(text))


@pytest.mark.parametrize(
    ("line_end", "around"),
    [
        ("<br/>\n", "{}"),
        ("<br>", "{}"),
        ("\\n", "{}"),
        ("\n", "<pre>{}</pre>"),
        ("<br />", "<div>{}</div>"),
    ],
)
def test_line_ends_of_pages_and_programs_are_read(line_end: str, around: str) -> None:
    text = f"{HEADER}\n\n{BODY}".format(1).replace("\n", line_end)
    row = {"refid": "08SUVA1", "body": around.format(text)}
    cable = cableconv.parse(json.dumps([row]))
    assert (cable.id, cable.subject) == ("08SUVA1", 'GEESE; "GULLS", AND C:\\TERNS')
    assert (cable.source.id, cable.signed_by) == ("08SUVA1", ("PELL",))
    assert [each.name for each in cable.to] == ["SECSTATE WASHDC"]


def test_rows_quoted_in_a_text_belong_to_the_text() -> None:
    quoted = '"1","5/1/2008 11:45","08SUVA7","Embassy Suva","UNCLASSIFIED","","H","B"'
    text = f"{HEADER}\n\n{BODY}\n{quoted}\n".format(1)
    (found,) = telegrams(f"INSERT INTO cable (refid, body) VALUES ('08SUVA1', {standard(text)});")
    assert (found.source.id, found.text) == ("08SUVA1", text)


def test_the_text_of_a_table_without_names_is_found() -> None:
    written = io.StringIO()
    csv.writer(written).writerows((row[1], f"{row[5]}\n\n{row[6]}") for row in rows())
    found = telegrams(written.getvalue())
    assert [each.text[:12] for each in found] == ["O 011145Z MA", "O 021145Z MA", "O 031145Z MA"]


@pytest.mark.parametrize(
    ("name", "text", "columns"),
    [
        ("a.csv", "id,title,url\n1,Fog,x\n2,Sun,y\n", "id, title, url"),
        ("b.csv", "id,title,body\n1,Fog,It is foggy\n2,Sun,It is sunny\n", "id, title, body"),
        ("c.sql", "INSERT INTO t (id, name) VALUES (1, 'Fog');\n", "id, name"),
        ("d.jsonl", '{"text": "Fog"}\n{"text": "Sun"}\n', "text"),
    ],
)
def test_records_without_cables_are_refused_with_the_names_of_their_columns(
    name: str, text: str, columns: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(NoCableError, match=rf"its columns: {columns}; .* --column text=NAME"):
        list(cableconv.read(tmp_path / name))


def test_a_text_whose_line_ends_became_nothing_is_recognised() -> None:
    text = f"{HEADER}\n\n{BODY}".format(1).replace("\n", "")
    [found] = telegrams(json.dumps([{"n": 1, "body": text}]), "a.json")
    assert found.text == text


def test_a_row_without_a_cable_does_not_affect_others() -> None:
    mixed = [objects()[0], {"refid": "x", "content": ""}, {"refid": "y"}, objects()[2]]
    found = [
        cableconv.parse(each.text)
        for each in telegrams("\n".join(map(json.dumps, mixed)), "a.jsonl")
    ]
    assert [cable.id for cable in found] == ["08SUVA1", None, None, "08SUVA3"]
    assert ["no-cable" in codes(cable) for cable in found] == [False, True, True, False]


@pytest.mark.parametrize(
    "name", ["a.csv", "a.jsonl", "list.json", "a.sql", "copy.sql", "mysql.sql", "a.xml"]
)
def test_a_value_of_any_length_is_cut_and_the_next_row_is_intact(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record, "LONGEST", 100_000)
    text = FORMS[name].replace("No comment", "No comment " + "geese " * 100_000, 1)
    first, second, third = telegrams(text, name)
    assert 1_000 < len(first.text) < 100_000
    assert "dump-row-too-long" in codes(first)
    assert (second.text.endswith("PELL\n"), third.source.id) == (True, "08SUVA3")


def test_a_broken_line_of_json_lines_does_not_affect_others() -> None:
    lines = FORMS["a.jsonl"].split("\n")
    found = telegrams("\n".join([lines[0], lines[1][:-40], lines[2]]), "a.jsonl")
    assert [each.source.id for each in found] == ["08SUVA1", "08SUVA2", "08SUVA3"]
    assert found[2].text.endswith("PELL\n")


@pytest.mark.parametrize("name", FORMS)
@given(data=st.data())
def test_a_damaged_file_never_crashes(name: str, data: st.DataObject) -> None:
    text = FORMS[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 60, len(text))))
    junk = data.draw(st.text("\\\"'(){}[],;\n\t <>&ux", max_size=6))
    try:
        for found in telegrams(text[:start] + junk + text[end:], name):
            assert found.file_offset(len(found.text)) >= 0
    except InputError:
        pass


class Endless(io.RawIOBase):
    """A file that is generated while it is read."""

    def __init__(self, begin: str, row: str, end: str, count: int) -> None:
        self._pieces = iter(filter(None, [begin, *[row] * count, end]))
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._left:
            self._left = next(self._pieces, "").encode()
        piece, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


LONG = BODY.format(1).replace("No comment", "No comment " + "on geese or gulls\n" * 300)
MADE = {
    "a.csv": ("refid,content\n", '08SUVA1,"' + LONG.replace('"', '""') + '"\n', ""),
    "a.jsonl": ("", json.dumps({"refid": "08SUVA1", "content": LONG}) + "\n", ""),
    "a.json": ("[", json.dumps({"refid": "08SUVA1", "content": LONG}) + ",\n", "{}]"),
    "a.sql": ("", f"INSERT INTO c (refid, content) VALUES ('08SUVA1', {standard(LONG)});\n", ""),
}


SLOW = pytest.mark.slow  # decoding JSON takes seconds while memory is traced


@pytest.mark.parametrize(
    "name",
    ["a.csv", "a.sql", pytest.param("a.json", marks=SLOW), pytest.param("a.jsonl", marks=SLOW)],
)
def test_memory_does_not_depend_on_the_size_of_the_file(name: str) -> None:
    def peak(rows: int) -> int:
        content = Content(lambda: io.BufferedReader(Endless(*MADE[name], rows)), name)
        tracemalloc.start()
        try:
            assert sum(1 for _ in read(content)) >= rows
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(200) < 1.3 * peak(50)


def test_only_a_row_that_is_not_utf8_is_read_as_windows_1252() -> None:
    text = FORMS["a.csv"].replace("\u2013", "-").encode()
    found = telegrams(text.replace(b"No comment", b"No caf\xe9", 1))
    assert [each.source.encoding for each in found] == ["windows-1252", "utf-8", "utf-8"]
    assert "No caf\xe9" in found[0].text


def test_files_of_records_are_found_in_a_folder(tmp_path: Path) -> None:
    for name in ("a.csv", "a.jsonl", "a.sql"):
        (tmp_path / name).write_text(FORMS[name], encoding="utf-8")
    found = list(cableconv.read(tmp_path))
    assert [cable.id for cable in found] == ["08SUVA1", "08SUVA2", "08SUVA3"] * 3
    assert [cable.source.name for cable in found[::3]] == ["a.csv", "a.jsonl", "a.sql"]
