"""The content of the document, its order and its styles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from docx.document import Document
from docx.table import _Cell
from lxml import etree

from cableconv.cable import (
    Addressee,
    AnyBlock,
    Cable,
    Classification,
    EmbeddedCable,
    Heading,
    Item,
    Level,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)
from cableconv.exporters.docx import encode

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def styled(document: Document | _Cell) -> list[tuple[str, str]]:
    """Return every paragraph outside tables as (style, text)."""
    return [(str(each.style and each.style.name), each.text) for each in document.paragraphs]


def message_data(document: Document | _Cell) -> dict[str, str]:
    """Return the rows by label, with cells separated by tabs."""
    said: dict[str, list[str]] = {}
    for row in document.tables[0].rows:
        label, *cells = {cell._tc: cell.text for cell in row.cells}.values()
        said.setdefault(label, []).append("\t".join(cells))
    return {label: "\n".join(lines) for label, lines in said.items()}


def xml(data: bytes, part: str = "word/document.xml") -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))


def test_the_subject_is_the_title_with_its_marking(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    title = next(text for style, text in styled(opened(ordinary)) if style == "Title")
    assert title == f"(C) {ordinary.subject}"


def test_the_telegram_number_is_above_the_title(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    assert styled(opened(ordinary))[0] == ("Telegram Number", "Telegram 05PORTLOUIS321")


def test_message_data_has_a_row_for_each_field_in_the_order_of_a_telegram(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    assert list(message_data(opened(ordinary))) == [
        "From", "To", "Info", "Date", "Precedence", "Number", "Classification", "Captions",
        "Passing", "E.O.", "Declassify on", "TAGS", "References", "Classified by",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("From", "AMEMBASSY PORT LOUIS (RUEHPL)"),
        (
            "To",
            "SECSTATE WASHDC\tIMMEDIATE\t4711\tRUEHC"
            "\nDEPT OF COMMERCE WASHDC //ITA//\tRUCPDOC",
        ),
        ("Date", "March 14, 2005, 09:26 UTC (O P 140926Z MAR 05)"),
        ("Precedence", "IMMEDIATE (action), PRIORITY (information)"),
        ("Number", "PORT LOUIS 000321"),
        ("Classification", "CONFIDENTIAL//NOFORN"),
        ("Captions", "SIPDIS"),
        ("Passing", "DEPT FOR AF/E (J. DOE)\nCOMMERCE FOR A. MILLER"),
        ("E.O.", "12958: DECL: 03/14/2015"),
        ("Declassify on", "March 14, 2015"),
        ("TAGS", "EWWT; ETRD; PREL; MP; LAMBERT, PAUL"),
        (
            "References",
            "A.\tPORT LOUIS 211\nB.\t04 STATE 98765 (NOTAL)"
            "\nC.\tMILLER-DOE E-MAIL OF MARCH 2, 2005",
        ),
        ("Classified by", "Ambassador Ann Example for reasons 1.4 (b) and (d)."),
    ],
)  # fmt: skip
def test_values_of_message_data(
    opened: Callable[..., Document], ordinary: Cable, label: str, value: str
) -> None:
    assert message_data(opened(ordinary))[label] == value


def test_names_after_xmt_are_below_their_collective(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    first, second, *_ = message_data(opened(ordinary))["Info"].splitlines()
    assert first == "COASTAL POSTS COLLECTIVE\tPRIORITY"
    assert second == "except AMEMBASSY X"


def test_a_long_name_extends_over_empty_cells(
    opened: Callable[..., Document],
) -> None:
    full = Addressee(name="TIDE OFFICE", precedence="PRIORITY", number="0815", route="RUEHTID")
    routed = Addressee(name="LIGHTHOUSE AUTHORITY COUNCIL OF THE NORTH", route="RUEHLIG")
    rows = opened(Cable(to=(full, routed))).tables[0].rows
    spans = [[cell._tc.grid_span for cell in row.cells][1:] for row in rows]
    assert spans == [[1, 1, 1, 1], [3, 3, 3, 1]]


def test_a_long_list_of_addressees_is_running_text_in_rows(
    opened: Callable[..., Document],
) -> None:
    posts = tuple(Addressee(name=f"POST {n}", number=f"{n:04}") for n in range(35))
    rows = [row.cells[1].text for row in opened(Cable(to=posts)).tables[0].rows]
    assert [row.count("POST") for row in rows] == [9, 9, 9, 8]
    assert " ".join(rows) == "; ".join(f"POST {n} {n:04}" for n in range(35))


def test_numbered_paragraphs_keep_the_cables_numbers_and_markings(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    own = {"Summary Numbered", "Numbered Paragraph", "Comment Numbered"}
    numbered = [text[:8] for style, text in styled(opened(ordinary)) if style in own]
    assert numbered == ["1.\t(C) S", "2.\t(C) T", "3.\t(SBU)", "4.\t(U) T", "10.\t(C) "]


def test_headings_have_words_heading_styles(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    headings = [text for style, text in styled(opened(ordinary)) if style == "Heading 1"]
    assert headings == ["Tea with the Harbour Master", "(U) What the Ministry Says", "Comment"]


def test_items_and_text_after_them_have_their_level(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    below = [
        (style, text)
        for style, text in styled(opened(ordinary))
        if style.startswith(("Item", "Paragraph Continued"))
    ]
    assert [style for style, _ in below] == [
        "Item 1", "Item 1", "Item 2", "Item 2", "Item 1", "Paragraph Continued",
    ]  # fmt: skip
    assert below[3][1] == "(b)\t(U) for yachts, he hopes, twofold."


def test_items_deeper_than_the_styles_have_the_deepest_style(
    opened: Callable[..., Document],
) -> None:
    item = Item(label="5", text="bottom")
    for label in "4321":
        item = Item(label=label, text="", blocks=(item,))
    assert styled(opened(Cable(body=(item,))))[-1] == ("Item 3", "5\tbottom")


def test_a_quotation_is_between_its_opening_and_closing_lines(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    lines = styled(opened(ordinary))
    start, end = (
        lines.index(("Text Opening", "BEGIN TEXT:")),
        lines.index(("Text Closing", "END TEXT.")),
    )
    assert [style for style, _ in lines[start + 1 : end]] == [
        "Quotation Heading", "Quotation", "Quotation Numbered", "Quotation Item 1",
    ]  # fmt: skip


def test_preformatted_lines_keep_their_breaks_and_spaces(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    text = next(text for style, text in styled(opened(ordinary)) if style == "Preformatted")
    assert text == "Minister of Ports:   P. Lambert\nHarbour Master:      R. Tide"


def test_the_signature_is_last(opened: Callable[..., Document], ordinary: Cable) -> None:
    assert styled(opened(ordinary))[-1] == ("Signature", "EXAMPLE")


def test_a_table_has_a_repeated_heading_row(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    table = opened(ordinary).tables[1]
    assert [cell.text for cell in table.rows[2].cells] == ["Lighthouse Bay", "310", "298", "-4%"]
    assert len(table.rows[0]._tr.findall(f".//{W}tblHeader")) == 1
    assert not table.rows[1]._tr.findall(f".//{W}tblHeader")


def test_a_first_row_of_numbers_is_not_a_heading(opened: Callable[..., Document]) -> None:
    table = Table(rows=(("Pier", "12"), ("Quay", "8")), text="")
    first = opened(Cable(body=(table,))).tables[0].rows[0]
    assert [cell.paragraphs[0].style.name for cell in first.cells] == ["Table Text", "Table Figure"]


def test_a_table_without_rows_keeps_its_text(opened: Callable[..., Document]) -> None:
    table = Table(rows=(), text="one  two")
    assert styled(opened(Cable(body=(table,))))[-1] == ("Preformatted", "one  two")


def test_a_cable_inside_another_has_its_own_message_data(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    outer = opened(Cable(subject="OUTER", body=(EmbeddedCable(cable=ordinary),)))
    frame = outer.tables[0]
    (inside,) = frame.rows[0].cells
    assert frame.style is not None
    assert frame.style.name == "Embedded Cable"
    assert message_data(inside)["From"] == "AMEMBASSY PORT LOUIS (RUEHPL)"
    assert ("Heading 1", f"(C) {ordinary.subject}") in styled(inside)


def test_all_text_of_the_body_is_written_in_order(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    whole = "\n".join(text for _, text in styled(opened(ordinary)))
    at = 0
    for _, block in ordinary.walk():
        if isinstance(block, Paragraph | Heading | Item):
            at = whole.index(block.text, at)


def test_formatting_comes_only_from_named_styles(any_cable: Cable) -> None:
    pages = {"keepNext", "keepLines", "pageBreakBefore"}
    allowed = {"pPr": {"pStyle", "bidi", *pages}, "rPr": {"rStyle", "rtl"}}
    for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        root = xml(encode(any_cable, furniture=True), part)
        for name, children in allowed.items():
            found = {etree.QName(child).localname for node in root.iter(W + name) for child in node}
            assert found <= children


def test_the_banner_is_in_header_and_footer(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    section = opened(ordinary).sections[0]
    for part in (section.header, section.footer):
        banner = part.paragraphs[-1]
        assert (banner.style.name, banner.text) == ("Banner", "CONFIDENTIAL//NOFORN")


@pytest.mark.parametrize(
    ("level", "captions", "banner"),
    [
        ("SECRET", ("SIPDIS", "NODIS"), "SECRET//NODIS"),
        ("SECRET", ("SENSITIVE",), "SECRET"),
        ("UNCLASSIFIED", ("SENSITIVE", "SIPDIS"), "UNCLASSIFIED//SENSITIVE"),
    ],
)
def test_the_banner_names_captions_that_limit_distribution(
    opened: Callable[..., Document], level: Level, captions: tuple[str, ...], banner: str
) -> None:
    cable = Cable(classification=Classification(level=level, text=level), captions=captions)
    assert opened(cable).sections[0].header.paragraphs[0].text == banner


def test_without_a_classification_or_on_request_there_is_no_banner(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    for document in (opened(Cable(subject="X")), opened(ordinary, banner=False)):
        section = document.sections[0]
        assert [p.text for p in section.header.paragraphs] == [""]
        assert all(p.style.name != "Banner" for p in section.footer.paragraphs)


def test_every_page_has_its_number_and_the_total(ordinary: Cable) -> None:
    root = xml(encode(ordinary), "word/footer1.xml")
    assert [node.get(f"{W}instr") for node in root.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]
    text = "".join(root.itertext())
    assert text.startswith("05PORTLOUIS321")
    assert "Page 1 of 1" in text


@pytest.mark.parametrize(("paper", "size"), [("letter", (8.5, 11)), ("a4", (8.27, 11.69))])
def test_paper_is_letter_or_a4(
    opened: Callable[..., Document], ordinary: Cable, paper: str, size: tuple[float, float]
) -> None:
    section = opened(ordinary, paper=paper).sections[0]
    width, height = section.page_width, section.page_height
    assert width is not None
    assert height is not None
    assert (round(width.inches, 2), round(height.inches, 2)) == size


def test_core_properties_are_taken_from_the_cable(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    properties = opened(ordinary).core_properties
    assert properties.title == ordinary.subject
    assert properties.subject == ("Telegram 05PORTLOUIS321, AMEMBASSY PORT LOUIS, March 14, 2005")
    assert properties.keywords == "EWWT; ETRD; PREL; MP; LAMBERT, PAUL"
    assert properties.category == "CONFIDENTIAL//NOFORN"
    assert properties.author == "AMEMBASSY PORT LOUIS"
    assert properties.identifier == "05PORTLOUIS321"
    assert properties.language == "en-US"
    assert properties.created == properties.modified == datetime(2005, 3, 14, 9, 26, tzinfo=UTC)


@pytest.mark.parametrize("date", [None, "some day"])
def test_without_a_date_none_is_invented(date: str | None) -> None:
    root = xml(encode(Cable(date=date)), "docProps/core.xml")
    assert not [node for node in root if etree.QName(node).localname in {"created", "modified"}]


def test_text_from_right_to_left_is_marked() -> None:
    body = (Paragraph(text="שלום"), Paragraph(text="Hello, שלום"))
    root = xml(encode(Cable(body=body), editorial=False))
    hebrew, english = list(root.iter(f"{W}p"))[-2:]
    assert hebrew.find(f".//{W}bidi") is not None
    assert english.find(f".//{W}bidi") is None
    assert [node.getparent().getparent()[-1].text for node in english.iter(f"{W}rtl")] == ["שלום"]


def test_a_table_too_wide_for_the_page_is_split_and_repeats_its_first_column(
    opened: Callable[..., Document],
) -> None:
    columns = 300
    names = tuple(f"Berth {n}" for n in range(columns))
    document = opened(Cable(body=(Table(rows=(names, tuple("7" * columns)), text=""),)))
    assert len(document.tables) > 1
    assert {table.rows[0].cells[0].text for table in document.tables} == {"Berth 0"}
    below = [cell.text for table in document.tables for cell in table.rows[0].cells[1:]]
    assert below == list(names[1:])


def kept_with_next(cable: Cable) -> list[Any]:
    """Return the texts of the paragraphs that are kept on one page with the next one."""
    root = xml(encode(cable))
    kept = (
        paragraph
        for paragraph in root.iter(f"{W}p")
        if paragraph.find(f".//{W}keepNext") is not None
    )
    return ["".join(paragraph.itertext()) for paragraph in kept]


def test_no_signature_or_closing_is_on_a_page_alone() -> None:
    quote = Quote(opening="BEGIN TEXT", blocks=(Paragraph(text="Noted."),), closing="END TEXT")
    cable = Cable(body=(quote, Paragraph(text="Bye.")), signed_by=("WRAY", "TIDE"))
    assert kept_with_next(cable) == ["Noted.", "Bye.", "WRAY"]


def test_a_paragraph_of_some_lines_is_kept_with_the_signature() -> None:
    some = Paragraph(text="The tide tables for the coming year were approved by the board. " * 16)
    assert kept_with_next(Cable(body=(some,), signed_by=("WRAY",))) == [some.text]


def test_a_long_paragraph_is_not_kept_with_its_closing() -> None:
    long = Paragraph(text="The tide tables for the coming year were approved by the board. " * 30)
    assert kept_with_next(Cable(body=(Quote(blocks=(long,), closing="END TEXT"),))) == []
    assert kept_with_next(Cable(body=(long,), signed_by=("WRAY",))) == []


def test_a_closing_may_be_the_last_on_a_page(opened: Callable[..., Document]) -> None:
    styles = opened(Cable()).styles
    assert styles["Text Opening"].paragraph_format.keep_with_next is True
    assert styles["Text Closing"].paragraph_format.keep_with_next is False


def test_the_introduction_of_a_list_is_kept_with_it() -> None:
    items = (Item(label="--", text="One."),)
    long = "A sentence which goes on for much longer than a heading does, " * 2
    body = tuple(Paragraph(text=text, blocks=items) for text in ("Short", long, f"{long}:"))
    assert kept_with_next(Cable(body=(*body, Paragraph(text="Alone")))) == ["Short", f"{long}:"]


@pytest.mark.parametrize(
    "block",
    [
        Item(label="--", text="One."),
        Table(rows=(("Pier", "2"), ("Quay", "3")), text=""),
        Preformatted(text="Pier  2\nQuay  3"),
        Quote(blocks=(Paragraph(text="One."),)),
    ],
)
def test_a_short_paragraph_is_kept_with_the_block_that_it_introduces(block: AnyBlock) -> None:
    alone, long = Paragraph(text="Alone"), Paragraph(text="A sentence of many words. " * 4)
    body = (alone, Paragraph(text="Piers:"), block, long, block)
    inside = Paragraph(number=1, text=long.text, blocks=body)
    for cable in (Cable(body=body), Cable(body=(inside,))):
        kept = kept_with_next(cable)
        assert "Piers:" in kept
        assert not {"Alone", long.text} & set(kept)


def test_a_long_introduction_may_be_divided_between_pages() -> None:
    long = "The harbour office counted the ships of the season, and of the one before. " * 8
    told = Paragraph(number=1, text=f"{long}To summarize:", blocks=(Item(label="-", text="7."),))
    table = Table(rows=(("Pier", "2"), ("Quay", "3")), text="")
    cable = Cable(body=(told, Paragraph(text=f"{long}As follows:"), table))
    assert not [words for words in kept_with_next(cable) if words.startswith(long)]


def test_a_line_like_a_title_is_kept_with_the_heading_after_it() -> None:
    body = (Paragraph(text="None."), Heading(text="Piers"), Paragraph(text="TABLE TWO"))
    cable = Cable(body=(*body, Heading(text="Piers by size"), Paragraph(text="None.")))
    assert kept_with_next(cable) == ["TABLE TWO"]


def test_every_table_has_a_name_for_screen_readers(ordinary: Cable) -> None:
    captions = xml(encode(ordinary)).iter(f"{W}tblCaption")
    names = [caption.get(f"{W}val") for caption in captions]
    assert names == ["Message data", "Port, 2003, 2004, Change"]


def test_names_of_several_lines_are_repeated_on_the_next_page() -> None:
    rows = (("Town", "Gulls"), ("", "(average)"), ("Oslo", "12"), ("Bergen", "9"))
    root = xml(encode(Cable(body=(Table(rows=rows, text=""),))))
    assert len(list(root.iter(f"{W}tblHeader"))) == 2
    styles = [each.get(f"{W}val") for each in root.iter(f"{W}pStyle")]
    assert styles.count("TableFigureHeading") == styles.count("TableFigure") == 2


def test_a_small_table_is_kept_on_one_page() -> None:
    small, large = (Table(rows=(("a", str(n)),) * n, text="") for n in (3, 30))
    assert kept_with_next(Cable(body=(small, large))) == ["a", "3"] * 2


def test_few_lines_as_sent_are_kept_on_one_page() -> None:
    few, many = (Preformatted(text="\n".join(["Pier 7"] * count)) for count in (8, 40))
    kept = xml(encode(Cable(body=(few, many)))).iter(f"{W}keepLines")
    lines = [len(list(keep.getparent().getparent().iter(f"{W}br"))) for keep in kept]
    assert lines == [7]


def test_an_empty_cable_is_titled_no_subject(
    opened: Callable[..., Document],
) -> None:
    assert styled(opened(Cable())) == [("Telegram Number", "Telegram"), ("Title", "(no subject)")]


def test_summary_and_comment_have_their_styles(
    opened: Callable[..., Document], ordinary: Cable
) -> None:
    styles = [style for style, _ in styled(opened(ordinary))]
    assert styles.count("Summary Numbered") == styles.count("Comment Numbered") == 1
    plain = Cable(body=(Paragraph(text="Please act.", role="action"),))
    assert styled(opened(plain))[-1] == ("Action Request", "Please act.")


def test_a_title_of_many_lines_may_break(opened: Callable[..., Document]) -> None:
    assert styled(opened(Cable(subject="TIDES " * 100)))[1][0] == "Long Title"


def test_a_table_whose_rows_lack_cells_is_shown_as_printed(
    opened: Callable[..., Document],
) -> None:
    lines = "Pier  12\nQuay\nDock\nMole"
    table = Table(rows=(("Pier", "12"), ("Quay",), ("Dock",), ("Mole",)), text=lines)
    assert styled(opened(Cable(body=(table,))))[-1] == ("Preformatted", lines)
