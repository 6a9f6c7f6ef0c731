"""The proof: a source beside what was read from it, with mutual highlighting."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import cableconv
import pytest
from cableconv import Cable
from cableconv.cable import Diagnostic, Furniture, Item, Part
from cableconv.testing import assert_exporter_conforms

from cableconv_html import proof
from cableconv_html.proof_page.page import encode
from faint_texts import faint_texts, in_scheme
from html_reading import classes, find, read, words
from printed_sheets import printed

TEXT = """\
FM AMEMBASSY OSLO

UNCLAS OSLO 000017

SUBJECT: FERRY SERVICE <RESUMES>

1. (U) It runs again:
-- at noon.
"""


def test_the_page_conforms() -> None:
    assert_exporter_conforms(proof)


def test_a_proof_contains_the_whole_source_in_labelled_spans() -> None:
    page = read(encode(cableconv.parse(TEXT), text=TEXT))
    (source,) = find(page, "pre")
    assert "".join(source.itertext()).removeprefix("\n") == TEXT
    said = {each.get("title"): words(each) for each in find(source, "span")}
    assert said["subject"] == "SUBJECT: FERRY SERVICE <RESUMES>"
    assert said["paragraph 1"] == "1. (U) It runs again:"


def test_spans_and_nodes_refer_to_each_other() -> None:
    page = read(encode(cableconv.parse(TEXT), text=TEXT))
    stretches = {each.get("data-n") for each in find(page, "span") if each.get("data-n")}
    nodes = {each.get("data-n"): each for each in find(page, "div", "node")}
    assert stretches <= set(nodes)
    assert find(nodes[max(stretches)], "a")[0].get("href") == f"#s{max(stretches)}"


def test_unread_text_is_red_and_doubts_are_at_their_places() -> None:
    doubt = Diagnostic(code="unread", severity="warning", message="odd", path="furniture[0]")
    cable = Cable(
        furniture=(Furniture(kind="unread", text="???"),),
        parts=(Part(start=0, end=3, role="furniture", path="furniture[0]"),),
        diagnostics=(doubt,),
    )
    page = read(encode(cable, text="???"))
    (stretch,) = find(find(page, "pre")[0], "span")
    assert {"unread", "doubtful"} <= set(classes(stretch))
    (node,) = find(page, "div", "unread")
    assert words(find(node, "code")[0]) == "unread"


def test_a_proof_without_a_source_explains_it() -> None:
    assert "The source is not at hand" in encode(cableconv.parse(TEXT))
    assert "convert the file itself: cableconv FILE --to proof" in encode(cableconv.parse(TEXT))


def test_convert_passes_the_source() -> None:
    assert "It runs again:" in str(cableconv.convert(TEXT, to="proof"))
    assert "The source is not at hand" not in str(cableconv.convert(TEXT, to="proof"))


def test_pointing_at_a_span_highlights_its_node_and_a_click_keeps_it(
    browser: Any, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_text(encode(cableconv.parse(TEXT), text=TEXT), "utf-8")
    browser.get_log("browser")
    browser.get(file.as_uri())
    browser.find_element("css selector", "pre [title=subject]").click()
    lit = browser.find_elements("css selector", ".kept")
    assert [each.tag_name for each in lit] == ["span", "div"]
    assert "FERRY SERVICE" in lit[1].text
    assert not browser.get_log("browser")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_lit_and_the_key_can_be_read(browser: Any, tmp_path: Path, scheme: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(encode(cableconv.parse(TEXT), text=TEXT), "utf-8")
    in_scheme(browser, scheme)
    browser.get(file.as_uri())
    browser.find_element("css selector", "pre [title=subject]").click()
    assert faint_texts(browser) == []
    in_scheme(browser, "light")


def test_what_a_node_says_is_printed_on_the_sheet_of_its_name(browser: Any, tmp_path: Path) -> None:
    items = tuple(Item(label="--", text="The horn is loud. " * 12) for _ in range(60))
    file = tmp_path / "page.html"
    file.write_text(encode(Cable(body=items)), "utf-8")
    browser.get(file.as_uri())
    for sheet in printed(browser, tmp_path):
        assert sheet.count("horn") == 12 * len(re.findall(r"\bitem\b", sheet))
