"""The page as a browser displays it; how it is printed is in `test_html_page_printed.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from cableconv import Cable
from cableconv.cable import (
    Classification,
    Item,
    Level,
    Paragraph,
    Quote,
    Table,
)
from cableconv.testing import sample_trees, usual_cable

from faint_texts import faint_texts
from shown_pages import NARROW, WIDE, show


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
