"""Tables in spreadsheets: no formula is run, and truncated text is reported."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import cableconv
import openpyxl
import pytest
from cableconv import Cable
from cableconv.cable import Paragraph
from cableconv.rendering.columns import COLUMNS, row
from table_cables import Collect

from cableconv_tables.flat_cells import LONGEST, cut, guarded
from cableconv_tables.xlsx_file import XlsxFile

NAMES = [column.name for column in COLUMNS]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''@x"]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_csv_begins_a_formula(text: str, collect: Collect) -> None:
    cable = Cable(id=text, subject=text, tags=(text, "NO"), body=(Paragraph(text=text),))
    (found,) = rows(collect([cable], "csv"))
    for name in ("id", "subject", "tags", "text"):
        assert found[name].startswith("'")
        assert found[name][1:] in (text, f"{text}; NO")


@pytest.mark.parametrize("text", ["", "'tis", "A=1", "1-2", " =1", "08OSLO17"])
def test_other_cells_are_unchanged(text: str) -> None:
    assert guarded(text) == text


def test_no_adversarial_cell_begins_a_formula(samples: list[Cable], collect: Collect) -> None:
    for found in rows(collect(samples, "csv")):
        assert not [cell for cell in found.values() if cell[:1] in tuple("=+-@\t\r\n")]


def test_csv_is_written_as_in_rfc_4180(collect: Collect) -> None:
    target = collect([Cable(id="08OSLO17", subject='Say "fog", twice\nor more')], "csv")
    data = target.read_bytes().decode("utf-8")
    assert data.startswith("key,id,date,")
    assert data.endswith("\r\n")
    assert ',"Say ""fog"", twice\nor more",' in data


def test_a_byte_order_mark_is_written_on_request(tmp_path: Path) -> None:
    target = tmp_path / "cables.csv"
    cableconv.collect([Cable()], target, to="csv", bom=True)
    assert target.read_bytes().startswith(b"\xef\xbb\xbfkey,")


def test_a_workbook_has_a_frozen_header(few: list[Cable], collect: Collect) -> None:
    (sheet,) = openpyxl.load_workbook(collect(few, "xlsx")).worksheets
    assert [cell.value for cell in sheet[1]] == NAMES
    assert all(cell.font.bold for cell in sheet[1])
    assert (sheet.title, sheet.freeze_panes, sheet.max_row) == ("Cables", "B2", 3)
    assert sheet.column_dimensions["A"].width == 18


def test_a_workbook_has_dates_numbers_and_texts(few: list[Cable], collect: Collect) -> None:
    (sheet,) = openpyxl.load_workbook(collect(few, "xlsx")).worksheets
    found = dict(zip(NAMES, (cell.value for cell in sheet[2]), strict=True))
    assert found["date"] == datetime.datetime(2008, 5, 13, 12, 5)
    assert found["declassify_on"] == datetime.datetime(2018, 5, 13)
    assert (found["year"], found["paragraphs"]) == (2008, 3)
    assert found["cited_ids"] == "08STATE4711; 07OSLO98"


@pytest.mark.parametrize("date", ["1066-10-14", "about noon"])
def test_a_date_that_excel_cannot_represent_is_a_text(date: str, collect: Collect) -> None:
    (sheet,) = openpyxl.load_workbook(collect([Cable(date=date)], "xlsx")).worksheets
    assert sheet.cell(2, NAMES.index("date") + 1).value == date


@pytest.mark.parametrize("text", [*FORMULAS[:4], "#N/A", "TRUE", "12"])
def test_a_text_of_a_workbook_is_not_a_formula(text: str, collect: Collect) -> None:
    (sheet,) = openpyxl.load_workbook(collect([Cable(subject=text)], "xlsx")).worksheets
    cell = sheet.cell(2, NAMES.index("subject") + 1)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("letter", ["A", "\N{DUCK}"])
def test_a_text_longer_than_a_cell_is_truncated_and_reported(letter: str, collect: Collect) -> None:
    cable = Cable(body=(Paragraph(text=letter * 40_000),))
    (sheet,) = openpyxl.load_workbook(collect([cable], "xlsx")).worksheets
    text = str(sheet.cell(2, NAMES.index("text") + 1).value)
    assert LONGEST - 1 <= len(text.encode("utf-16-le")) // 2 <= LONGEST
    assert text == letter * (len(text) - 1) + "…"
    (loss,) = cableconv.report_losses(cable, to="xlsx")
    assert (loss.code, loss.severity) == ("table-cell-cut", "warning")
    assert cableconv.report_losses(cable, to="csv") == ()


def test_a_text_that_fits_is_not_truncated() -> None:
    assert cut("A" * LONGEST) == "A" * LONGEST


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_replaced_character_is_reported(form: str) -> None:
    (loss,) = cableconv.report_losses(Cable(subject="a\x07b\x00"), to=form)
    assert loss.message == (
        "column 'subject': characters that a spreadsheet cannot hold are replaced: U+0007, U+0000"
    )


def test_a_date_that_parquet_cannot_represent_is_reported() -> None:
    (loss,) = cableconv.report_losses(Cable(date="about noon"), to="parquet")
    assert "column 'date': 'about noon' is not a date" in loss.message


def test_cables_beyond_the_rows_of_a_sheet_are_on_the_next_one(tmp_path: Path) -> None:
    target = tmp_path / "cables.xlsx"
    workbook = XlsxFile(target, most_rows=3)
    for number in range(5):
        workbook.add(row(Cable(id=f"08OSLO{number}")))
    workbook.close()
    sheets = openpyxl.load_workbook(target).worksheets
    assert [(sheet.title, sheet.max_row) for sheet in sheets] == [
        ("Cables", 3),
        ("Cables 2", 3),
        ("Cables 3", 2),
    ]
    assert sheets[1]["A2"].value == "08OSLO2"
