"""The page as a browser displays and prints it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from cableconv import Cable
from cableconv.cable import (
    Addressee,
    Classification,
    Heading,
    Item,
    Level,
    Paragraph,
    Preformatted,
    Quote,
    Table,
)
from cableconv.testing import sample_trees, usual_cable

from cableconv_html.document import encode
from faint_texts import faint_texts, in_scheme
from printed_sheets import printed

WIDE, NARROW = 1400, 390


def show(
    browser: Any,
    folder: Path,
    cable: Cable,
    width: int = WIDE,
    scheme: str = "light",
    layout: str = "office",
) -> Any:
    """Return the browser with the cable's page in a window of that width."""
    file = folder / "page.html"
    file.write_text(encode(cable, layout=layout), "utf-8")
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    in_scheme(browser, scheme)
    browser.get_log("browser")
    browser.get(file.as_uri())
    return browser


def left_and_top(browser: Any, selector: str) -> tuple[float, float]:
    place = browser.find_element("css selector", selector).rect
    return place["x"], place["y"]


def test_message_data_is_beside_the_text_or_above_it(browser: Any, tmp_path: Path) -> None:
    show(browser, tmp_path, usual_cable())
    (main, _), (data, _) = left_and_top(browser, "main"), left_and_top(browser, "aside")
    assert data > main + 500
    show(browser, tmp_path, usual_cable(), NARROW)
    (main, below), (data, above) = left_and_top(browser, "main"), left_and_top(browser, "aside")
    assert data == main
    assert above < below


def test_message_data_longer_than_the_window_are_shaded_at_their_end(
    browser: Any, tmp_path: Path
) -> None:
    show(browser, tmp_path, usual_cable())
    shades = "return getComputedStyle(document.querySelector('aside')).backgroundAttachment"
    assert browser.execute_script(shades) == "local, scroll"
    show(browser, tmp_path, usual_cable(), NARROW)
    assert browser.execute_script(shades) == "scroll"


def test_a_line_of_text_has_about_68_characters(browser: Any, tmp_path: Path) -> None:
    show(browser, tmp_path, usual_cable())
    measure = """
    const main = document.querySelector('article p'), probe = document.createElement('span');
    probe.textContent = 'The ferry runs again, as in the days before the fog came in. ';
    probe.style.position = 'absolute';
    probe.style.whiteSpace = 'nowrap';
    main.append(probe);
    const sign = probe.getClientRects()[0].width / probe.textContent.length;
    return document.querySelector('article').clientWidth / sign;
    """
    assert 58 <= browser.execute_script(measure) <= 80


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("level", get_args(Level))
def test_text_has_enough_contrast_in_light_and_dark(
    browser: Any, tmp_path: Path, level: Level, scheme: str
) -> None:
    marked = usual_cable().replace(classification=Classification(level=level, text=level))
    show(browser, tmp_path, marked, scheme=scheme)
    assert faint_texts(browser) == []


def test_lines_of_an_item_begin_below_each_other(browser: Any, tmp_path: Path) -> None:
    inner = Item(label="o", text="The parrot was not asked. " * 9)
    item = Item(label="--", text="The clock keeps the time of the tide. " * 9, blocks=(inner,))
    show(browser, tmp_path, usual_cable().replace(body=(item,)))
    begins = """
    return [...document.querySelectorAll('.items > li > p')].map((words) => {
      const range = document.createRange(), text = words.lastChild;
      range.setStart(text, 1); range.setEnd(text, text.length);
      return [...range.getClientRects()].map((line) => line.left);
    });
    """
    for lines in browser.execute_script(begins):
        assert len(lines) > 2
        assert max(lines) - min(lines) < 1


def test_numbers_of_quoted_paragraphs_are_beside_the_rule(browser: Any, tmp_path: Path) -> None:
    quote = Quote(opening="BEGIN TEXT", blocks=(Paragraph(number=1, text="We did not light it."),))
    show(browser, tmp_path, usual_cable().replace(body=(quote,)))
    rule, _ = left_and_top(browser, "blockquote")
    number, _ = left_and_top(browser, "article [href^='#p']")
    assert number > rule


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(
    "name", ["300 columns", "a word of 100,000 letters", "every field full", "cables in cables"]
)
def test_no_cable_makes_the_page_wider_than_the_window(
    browser: Any, tmp_path: Path, name: str, width: int
) -> None:
    show(browser, tmp_path, sample_trees()[name], width)
    wide = "return document.documentElement.scrollWidth"
    assert browser.execute_script(wide) <= width
    assert browser.get_log("browser") == []


def test_the_first_tab_stop_skips_the_message_data(browser: Any, tmp_path: Path) -> None:
    show(browser, tmp_path, usual_cable())
    keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
    webdriver = pytest.importorskip("selenium.webdriver")
    webdriver.ActionChains(browser).send_keys(keys.TAB, keys.ENTER).perform()
    assert browser.current_url.endswith("#text")
    assert browser.switch_to.active_element.tag_name == "main"


def test_a_table_wider_than_the_screen_has_a_shade_at_its_side(
    browser: Any, tmp_path: Path
) -> None:
    rows = (tuple(f"Quay {number}" for number in range(12)), ("1,000",) * 12)
    show(browser, tmp_path, usual_cable().replace(body=(Table(rows=rows, text=""),)), NARROW)
    frame = browser.find_element("css selector", ".wide")
    assert frame.get_property("scrollWidth") > frame.get_property("clientWidth")
    assert frame.value_of_css_property("background-attachment") == "local, scroll"


def test_every_sheet_has_the_banner_twice(browser: Any, tmp_path: Path) -> None:
    paragraphs = sample_trees()["2,000 paragraphs"].body[:150]
    show(browser, tmp_path, usual_cable().replace(captions=("NODIS",), body=paragraphs))
    sheets = printed(browser, tmp_path)
    assert len(sheets) > 3
    assert all(sheet.count("CONFIDENTIAL//NODIS") >= 2 for sheet in sheets)
    numbers = [f"{number}/{len(sheets)}" for number in range(1, len(sheets) + 1)]
    shown = ["".join(sheet.split()) for sheet in sheets]
    assert all(number in sheet for number, sheet in zip(numbers, shown, strict=True))


def test_a_long_title_breaks_after_its_slashes(browser: Any, tmp_path: Path) -> None:
    cable = usual_cable().replace(subject="INTERNATIONAL/ORGANIZATION/ADMINISTRATION/COOPERATION")
    show(browser, tmp_path, cable, NARROW)
    lines = """
    const range = document.createRange(), lines = {};
    for (const node of document.querySelector('h1').childNodes)
      for (let at = 0; at < (node.data ?? '').length; at++) {
        range.setStart(node, at); range.setEnd(node, at + 1);
        const top = Math.round(range.getBoundingClientRect().top);
        lines[top] = (lines[top] ?? '') + node.data[at];
      }
    return Object.values(lines);
    """
    shown = browser.execute_script(lines)
    assert len(shown) > 1
    assert all(line.endswith("/") for line in shown[:-1])


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


def test_bars_beside_the_text_are_lines_as_backgrounds_are_not_printed(
    browser: Any, tmp_path: Path
) -> None:
    told = Paragraph(number=1, text="The ferry runs.", role="summary")
    show(browser, tmp_path, Cable(body=(told,)))
    bar = "return getComputedStyle(document.querySelector('.summary'), '::before')"
    assert float(browser.execute_script(f"{bar}.borderLeftWidth").removesuffix("px")) > 1
    assert browser.execute_script(f"{bar}.borderLeftColor") == "rgb(138, 109, 31)"


def test_a_very_long_subject_is_set_smaller(browser: Any, tmp_path: Path) -> None:
    sizes = []
    for subject in ("FERRIES", "FERRIES RESUME " * 20):
        for width in (WIDE, NARROW):
            show(browser, tmp_path, usual_cable().replace(subject=subject), width)
            title = browser.find_element("css selector", "h1")
            sizes.append(float(title.value_of_css_property("font-size").removesuffix("px")))
    assert max(sizes[2:]) < min(sizes[:2])


def test_the_name_of_a_column_of_numbers_may_be_wrapped(browser: Any, tmp_path: Path) -> None:
    names = ("Harbour", *("Budget of the year as it was appropriated" for _ in range(3)))
    rows = (names, ("Oslo", "1,200", "1,300", "1,400"), ("Bergen", "7", "8", "9"))
    show(browser, tmp_path, Cable(body=(Table(rows=rows, text=""),)))
    frame = browser.find_element("css selector", ".wide")
    assert frame.get_property("scrollWidth") == frame.get_property("clientWidth")


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
