"""The page as a browser prints it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cableconv import Cable
from cableconv.cable import (
    Addressee,
    Heading,
    Item,
    Paragraph,
    Preformatted,
    Table,
)
from cableconv.testing import sample_trees, usual_cable

from printed_sheets import printed
from shown_pages import show


def test_every_sheet_has_the_banner_twice(browser: Any, tmp_path: Path) -> None:
    paragraphs = sample_trees()["2,000 paragraphs"].body[:150]
    show(browser, tmp_path, usual_cable().replace(captions=("NODIS",), body=paragraphs))
    sheets = printed(browser, tmp_path)
    assert len(sheets) > 3
    assert all(sheet.count("CONFIDENTIAL//NODIS") >= 2 for sheet in sheets)
    numbers = [f"{number}/{len(sheets)}" for number in range(1, len(sheets) + 1)]
    shown = ["".join(sheet.split()) for sheet in sheets]
    assert all(number in sheet for number, sheet in zip(numbers, shown, strict=True))


@pytest.mark.parametrize("layout", ["memo", "frus"])
def test_labels_are_printed_on_the_sheet_of_their_values(
    browser: Any, tmp_path: Path, layout: str
) -> None:
    labels = {"Captions", "TAGS", "Number", "Classification", "Info", "Source", "Cite as"}
    for length in range(22, 36):  # so that the sheet ends at different lines of the message data
        lines = Preformatted(text="\n".join(map(str, range(length))))
        show(browser, tmp_path, usual_cable().replace(body=(lines,)), layout=layout)
        for sheet in printed(browser, tmp_path, "-layout"):
            assert not labels & set(map(str.strip, sheet.splitlines()))
            assert ("Citation" in sheet or "Source and citation" in sheet) is ("Cite as" in sheet)
            assert layout == "memo" or "Cite as" not in sheet or "Source: " in sheet


def test_source_and_citation_are_whole_and_on_the_last_sheet(browser: Any, tmp_path: Path) -> None:
    short = (Paragraph(text="The tide is late."),) * 32
    last = Paragraph(text="The harbour office will write again when the fog is gone. " * 6)
    for length in range(1, 9):
        lines = Preformatted(text="\n".join(map(str, range(length))))
        show(browser, tmp_path, usual_cable().replace(body=(lines, *short, last)))
        sheets = printed(browser, tmp_path, "-layout")
        whole = ["Citation" in sheet and "Cite as" in sheet for sheet in sheets]
        assert whole == [False] * (len(sheets) - 1) + [True]


def test_lines_set_as_sent_are_printed_on_one_sheet(browser: Any, tmp_path: Path) -> None:
    figures = Preformatted(text="January\nFerries 92\nBuoys 57\nTotal 149")
    for length in range(10, 15):
        lines = (Paragraph(text="The tide is late."),) * length
        show(browser, tmp_path, usual_cable().replace(body=(*lines, figures)))
        for sheet in printed(browser, tmp_path):
            assert ("January" in sheet) is ("Total" in sheet)


def test_the_name_of_a_table_is_only_read_aloud(browser: Any, tmp_path: Path) -> None:
    table = Table(rows=(("Port", "Ships"), ("Oslo", "7")), text="")
    show(browser, tmp_path, Cable(body=(table,)))
    caption = browser.find_element("css selector", "caption")
    assert caption.get_attribute("textContent") == "Table 1"
    assert caption.size["height"] <= 1
    printed_words = " ".join("".join(printed(browser, tmp_path)).split())
    assert "Port Ships" in printed_words
    assert "Table 1" not in printed_words


def test_a_long_table_or_text_set_as_sent_begins_below_its_introduction(
    browser: Any, tmp_path: Path
) -> None:
    rows = tuple((f"Pier {number}", str(number)) for number in range(30))
    text = "\n".join(" ".join(row) for row in rows)
    for block in (Table(rows=rows, text=text), Preformatted(text=text)):
        body = (*(Paragraph(text="The tide is late."),) * 8, block)
        show(browser, tmp_path, usual_cable().replace(body=body))
        first, second = printed(browser, tmp_path)[:2]
        assert "Pier 0" in first
        assert "Pier 29" in second


def test_no_row_of_a_long_table_is_alone_on_a_sheet(browser: Any, tmp_path: Path) -> None:
    rows = tuple((f"Pier {number:02}.", str(number)) for number in range(20))
    for length in (*range(1, 7), *range(14, 22)):
        lines = Preformatted(text="\n".join(map(str, range(length))))
        body = (lines, *(Paragraph(text="The tide is late."),) * 4, Table(rows=rows, text=""))
        show(browser, tmp_path, usual_cable().replace(body=body))
        for sheet in printed(browser, tmp_path):
            assert sheet.count("Pier ") != 1


def test_links_back_from_notes_are_not_printed(browser: Any, tmp_path: Path) -> None:
    show(browser, tmp_path, usual_cable(), layout="frus")
    assert "↩" in browser.find_element("css selector", ".footnotes").text
    assert "↩" not in "".join(printed(browser, tmp_path))


def test_the_introduction_of_a_table_is_printed_on_its_sheet(browser: Any, tmp_path: Path) -> None:
    table = Table(rows=(("Port", "Ships"), ("Oslo", "7"), ("Bergen", "9")), text="")
    told = Paragraph(text="The harbour office counted the ships of the season:", blocks=(table,))
    for length in range(24, 40, 3):
        lines = Preformatted(text="\n".join(map(str, range(length))))
        show(browser, tmp_path, usual_cable().replace(body=(lines, told)))
        for sheet in printed(browser, tmp_path):
            assert ("of the season" in sheet) is ("Bergen" in sheet)


def test_a_line_like_a_title_is_printed_on_the_sheet_of_what_follows(
    browser: Any, tmp_path: Path
) -> None:
    long = Paragraph(text="The harbour office counted the ferries of the season. " * 9)
    listed = Paragraph(text="Second list of ports", blocks=(long,))
    titles = (Paragraph(text="First list"), Heading(text="Ferries"), long, listed)
    for length in range(20, 36, 2):
        lines = Preformatted(text="\n".join(map(str, range(length))))
        show(browser, tmp_path, usual_cable().replace(body=(lines, *titles)))
        for sheet in printed(browser, tmp_path):
            for title in ("First list", "Second list of ports"):
                assert title not in sheet or "The harbour" in sheet.split(title)[1]


def test_no_line_of_a_paragraph_is_alone_on_a_sheet(browser: Any, tmp_path: Path) -> None:
    numbers = iter(range(100_000, 200_000))
    four_lines = [" ".join(str(next(numbers)) for _ in range(54)) for _ in range(30)]
    body = tuple(Paragraph(number=at, text=text) for at, text in enumerate(four_lines, 1))
    for length in range(6):
        lines = Preformatted(text="\n".join(map(str, range(length))))
        show(browser, tmp_path, usual_cable().replace(body=(lines, *body)))
        sheets = [" ".join(sheet.split()) for sheet in printed(browser, tmp_path)]
        for text in four_lines:
            assert sum(text[-6:] in sheet for sheet in sheets) == 1
            assert any(text[:6] in sheet and text[-6:] in sheet for sheet in sheets)


def test_a_long_paragraph_before_a_list_is_divided_between_sheets(
    browser: Any, tmp_path: Path
) -> None:
    long = Paragraph(text="The harbour office counted the ferries of the season. " * 40)
    lines = Preformatted(text="\n".join(map(str, range(25))))
    ferries = (Item(label="--", text="Ferries"),)
    show(browser, tmp_path, usual_cable().replace(body=(lines, long, *ferries)))
    assert "harbour office counted" in printed(browser, tmp_path)[0]


def test_a_long_list_of_addressees_leaves_no_printed_page_empty(
    browser: Any, tmp_path: Path
) -> None:
    many = tuple(Addressee(name=f"AMEMBASSY {number:03}", route="RUEHC") for number in range(60))
    show(browser, tmp_path, usual_cable().replace(info=many))
    assert "AMEMBASSY 001" in printed(browser, tmp_path)[0]
