r"""The dump of 2011: rows and their columns, and faults that affect only their row."""

from __future__ import annotations

import csv
import io
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from real_cables import real

import cableconv
from cableconv.cable import Cable
from cableconv.errors import InputError
from cableconv.input.content import Content
from cableconv.plugins import PluginHost, Sniff
from cableconv.readers.records import read, record, sniff
from cableconv.telegram import Telegram

EXAMPLES = Path(__file__).parents[2] / "examples"
DUMP = EXAMPLES / "forms" / "cables.csv"


def row(number: int, body: str = "UNCLAS SUVA 00000{0}\n\n1. Geese.") -> str:
    """Return one row, with its fields as they are between the quotes."""
    values = (
        number,
        f"1/{number}/2008 3:04",
        f"08SUVA{number}",
        "Embassy Suva",
        "UNCLASSIFIED",
        "07SUVA1|07SUVA2",
        "FM AMEMBASSY SUVA\nTO SECSTATE",
        body.format(number),
    )
    return ",".join(f'"{value}"' for value in values) + "\n"


def telegrams(text: str | bytes, **more: Any) -> list[Telegram]:
    return list(read(Content(text, "dump.csv", **more)))


def codes(telegram: Telegram | Cable) -> list[str]:
    return [diagnostic.code for diagnostic in telegram.diagnostics]


def test_rows_give_the_same_trees_as_their_texts(
    same_tree: Callable[[Cable | Path, Cable | Path], None],
) -> None:
    names = ("plain.txt", "letter.txt", "tables.txt")
    for cable, name in zip(cableconv.read(DUMP), names, strict=True):
        same_tree(cable, cableconv.parse(EXAMPLES / "cables" / name))


def test_the_other_columns_of_a_row_are_the_source() -> None:
    sources = [cable.source for cable in cableconv.read(DUMP)]
    assert [source.row for source in sources] == [1, 2, 3]
    assert [source.id for source in sources] == ["08REYKJAVIK41", "08NICOSIA611", "08BRIDGETOWN307"]
    assert sources[0].reader == "dump"
    assert sources[0].date == "2008-02-22T10:15"
    assert sources[0].office == "Embassy Reykjavik"
    assert sources[2].classification == "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    assert len({source.sha256 for source in sources}) == 3


def test_a_reference_gets_the_rows_year_only_if_the_cable_has_none() -> None:
    extract = "UNCLAS SUVA 00000{0}\n\nTAGS: PREL\nSUBJECT: GEESE\nREF: SUVA 7\n\n1. Geese."
    dated = "R 010203Z FEB 07\nFM AMEMBASSY SUVA\nTO SECSTATE\n\n" + extract
    for body, known in ((extract, "08SUVA7"), (dated, "07SUVA7")):
        cable = cableconv.parse(row(1, body).replace("FM AMEMBASSY SUVA\nTO SECSTATE", "", 1))
        assert [reference.id for reference in cable.references] == [known]
        assert cable.key == (cable.id or "08SUVA1")


def test_an_empty_line_separates_header_and_body() -> None:
    [found] = telegrams(row(1))
    assert found.text == "FM AMEMBASSY SUVA\nTO SECSTATE\n\nUNCLAS SUVA 000001\n\n1. Geese."


@pytest.mark.parametrize(
    ("stands", "means"),
    {
        r"a \"quoted\" word": 'a "quoted" word',
        r"C:\\GEESE": r"C:\GEESE",
        r"a \\\"b": r"a \"b",
        r"C:\geese": r"C:\geese",
        'a ""doubled"" quote': 'a "doubled" quote',
        'a "stray" quote': 'a "stray" quote',
        r"ends in a quote\"": 'ends in a quote"',
        '\\"1\\",\\"1/1/2008 1:01\\",\\"x\\"': '"1","1/1/2008 1:01","x"',
    }.items(),
)
def test_quotes_and_escapes(stands: str, means: str) -> None:
    first, second = telegrams(row(1, stands) + row(2))
    assert first.text.endswith(f"\n\n{means}")
    assert second.source.row == 2


def test_a_place_in_the_text_is_a_place_in_the_file() -> None:
    text = row(1) + row(2, r"UNCLAS \"SUVA\" GOOSE")
    found = telegrams(text)[1]
    line, column = found.position(found.text.index("GOOSE"))
    assert text.splitlines()[line - 1][column - 1 :].startswith("GOOSE")


def test_crlf_stays_inside_fields_and_ends_rows() -> None:
    found = telegrams((row(1) + row(2)).replace("\n", "\r\n"))
    assert [each.source.row for each in found] == [1, 2]
    assert found[0].text.startswith("FM AMEMBASSY SUVA\r\nTO SECSTATE\n\nUNCLAS")


def test_rows_rewritten_by_a_spreadsheet_are_read() -> None:
    values = csv.reader(io.StringIO(row(1) + row(2)), escapechar="\\", doublequote=False)
    written = io.StringIO()
    csv.writer(written).writerows(values)
    assert [each.text for each in telegrams(written.getvalue())] == [
        each.text for each in telegrams(row(1) + row(2))
    ]


def test_rows_with_tabs_and_a_backslash_at_each_line_end_are_read() -> None:
    values = csv.reader(io.StringIO(row(1) + row(2)))
    lines = ["\t".join(value.replace("\n", "\\\n") for value in each) + "\n" for each in values]
    found = telegrams("".join(lines))
    assert [each.source.id for each in found] == ["08SUVA1", "08SUVA2"]
    assert found[0].text == telegrams(row(1))[0].text


def test_the_names_of_the_columns_are_not_a_row() -> None:
    [found] = telegrams('"id","date","refid","origin"\n' + row(1))
    assert (found.source.row, codes(found)) == (1, [])


def test_an_unclosed_quote_affects_one_row_and_is_reported_with_its_line() -> None:
    first, second, third = telegrams(row(1) + row(2).removesuffix('"\n') + "\n" + row(3))
    assert second.text.endswith("1. Geese.")
    assert (codes(first), codes(third)) == ([], [])
    [found] = second.diagnostics
    assert (found.code, found.line) == ("dump-quote-not-closed", 5)
    assert "row 2" in found.message


@pytest.mark.parametrize(
    ("gone", "name"),
    {
        '"2",': "row",
        '"1/2/2008 3:04",': "date",
        '"Embassy Suva",': "office",
        '"UNCLASSIFIED",': "classification",
        '"07SUVA1|07SUVA2",': "references",
    }.items(),
)
def test_a_row_without_a_column_is_read_by_the_form_of_the_others(gone: str, name: str) -> None:
    second = telegrams(row(1) + row(2).replace(gone, "") + row(3))[1]
    [found] = second.diagnostics
    assert (found.code, found.line) == ("dump-columns", 5)
    assert found.message == f"row 2: it has 7 columns, not 8; not found: {name}"
    assert second.source.id == "08SUVA2"
    assert second.text == telegrams(row(2))[0].text


def test_a_row_cut_off_in_its_first_columns_is_a_cable_without_text() -> None:
    _, second = telegrams(row(1) + row(2)[:40])
    assert (second.source.row, second.text) == (2, "")
    assert codes(second) == ["dump-quote-not-closed", "dump-columns"]


def test_lines_before_the_first_row_are_reported() -> None:
    [found] = telegrams("Dear archive,\nhere it is:\n" + row(1))
    assert codes(found) == ["dump-stray-lines"]


def test_nul_bytes_are_removed_and_reported() -> None:
    [found] = telegrams(row(1, "UNC\0LAS").encode())
    assert found.text.endswith("UNCLAS")
    assert codes(found) == ["nul-bytes"]
    assert sniff(Content(row(1, "UNC\0LAS").encode())) is Sniff.SURE


def test_a_row_that_is_too_long_is_cut_and_the_next_is_intact(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(record, "LONGEST", 10_000)
    first, second = telegrams(row(1, "GEESE\n" * 5_000) + row(2))
    assert len(first.text) < 10_000
    assert "dump-row-too-long" in codes(first)
    assert codes(second) == []


def test_only_a_row_that_is_not_utf8_is_read_as_windows_1252() -> None:
    first, second = telegrams(row(1).encode() + row(2, "UNCLAS caf\xe9").encode("cp1252"))
    assert (first.source.encoding, second.source.encoding) == ("utf-8", "windows-1252")
    assert second.text.endswith("caf\xe9")
    assert [(each.code, each.line) for each in second.diagnostics] == [("encoding-fallback", 6)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_selects_the_encoding(encoding: str) -> None:
    [found] = telegrams(row(1, "UNCLAS caf\xe9").encode(encoding))
    assert found.text.endswith("caf\xe9")


def test_a_file_without_rows_is_an_error() -> None:
    with pytest.raises(InputError, match=r"dump\.csv: .*its columns: a, b, c"):
        telegrams("a,b,c\n1,2,3\n")


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        (row(1), Sniff.SURE),
        ("id,date,refid\n" + row(1), Sniff.SURE),
        ("UNCLAS SUVA 3\n\n1. On 1/2/2008 3:04, geese.", Sniff.NO),
        ("a,b,c\n1,2,3\n", Sniff.MAYBE),
    ],
)
def test_sniffing_rows(text: str, sure: Sniff) -> None:
    assert sniff(Content(text)) is sure


class Endless(io.RawIOBase):
    """Generated rows, up to a size."""

    def __init__(self, size: int) -> None:
        self._left = size
        self._number = 0
        self._row = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._row and self._left > 0:
            self._number += 1
            body = r"UNCLAS SUVA 1\n\n" + '1. A paragraph of \\"geese\\" and gulls.\n' * 400
            self._row = row(self._number % 28 + 1, body).encode()
            self._left -= len(self._row)
        piece, self._row = self._row[: len(buffer)], self._row[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


@pytest.mark.parametrize("megabytes", [3, pytest.param(64, marks=pytest.mark.slow)])
def test_memory_does_not_depend_on_the_size_of_the_dump(megabytes: int) -> None:
    """The slow run reads a dump sixteen times as large, within the same memory."""
    content = Content(lambda: io.BufferedReader(Endless(megabytes << 20)), "dump.csv")
    plugins = PluginHost(third_party=False)
    reader = plugins.sniff(content)
    tracemalloc.start()
    try:
        count = sum(1 for _ in plugins.read(reader, content))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count > megabytes * 50
    assert peak < 2 << 20


def test_rows_of_the_archive_give_the_trees_of_their_texts(
    same_tree: Callable[[Cable | Path, Cable | Path], None],
) -> None:
    texts = real("text")
    cables = list(cableconv.read(real("cables.csv")))
    assert len(cables) == 300
    for cable in cables:
        same_tree(cable, cableconv.parse(texts / f"{cable.source.id}.txt"))


def test_a_row_with_tabs_and_dates_of_iso_8601_is_read() -> None:
    text = "4711\t2008-05-13 12:05:00\t08SUVA1\tEmbassy Suva\tUNCLASSIFIED\t\tFM AMEMBASSY SUVA\\\n"
    [telegram] = telegrams(text + "TO SECSTATE\tUNCLAS SUVA 000001\\\n1. Geese.\\\n")
    assert (telegram.source.id, telegram.source.date) == ("08SUVA1", "2008-05-13T12:05")
    assert "\\" not in telegram.text


@pytest.mark.parametrize("above", ["DE RUEHSV #0001 0020304\n", "SUBJECT: GEESE\n", "FM USUN\n"])
def test_a_page_with_a_telegram_above_the_row_is_not_a_dump(above: str) -> None:
    assert sniff(Content(above + row(1))) is Sniff.NO
