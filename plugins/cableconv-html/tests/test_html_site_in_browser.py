"""The site as a reader has it: opened from the file system in a real browser."""

from __future__ import annotations

from typing import Any

import pytest
from cableconv import Cable
from cableconv.cable import Origin, Paragraph, Reference

from cableconv_html import open_site

CLOCK = Cable(
    id="08VALLETTA112",
    date="2008-03-12T16:42:00Z",
    origin=Origin(name="AMEMBASSY VALLETTA", post="Valletta"),
    subject="LIGHTHOUSE CONFERENCE",
    tags=("EWWT",),
    references=(Reference(label="A", kind="cable", text="08 OSLO 17", id="08OSLO17"),),
    body=(Paragraph(number=1, text="The Tide Clock of Zürich <b>stays</b> (ref A)."),),
)
FERRY = Cable(
    id="08OSLO17",
    date="2008-02-01T09:30:00Z",
    origin=Origin(name="AMEMBASSY OSLO", post="Oslo"),
    subject="FERRY SERVICE RESUMES",
    body=(Paragraph(number=1, text="The clock runs late, and so does the tide."),),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("a site")
    options = {"furniture": False, "diagnostics": False, "provenance": False}
    site = open_site(folder, title="Harbour", **options)
    for number in range(30):
        site.add(FERRY.replace(id=f"07OSLO{number}", subject=f"TIDE {number}"))
    site.add(CLOCK)
    site.add(FERRY)
    site.close()
    return folder.as_uri()


def search(browser: Any, site: str, words: str) -> list[str]:
    """The titles found for words that are typed into the start page's field."""
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import WebDriverWait

    browser.get(f"{site}/index.html")
    field = browser.find_element(By.CSS_SELECTOR, "main input")
    field.send_keys(words)
    field.submit()
    done = "return document.documentElement.dataset.done"
    WebDriverWait(browser, 10).until(lambda _: browser.execute_script(done) is not None)
    return [link.text for link in browser.find_elements(By.CSS_SELECTOR, "#results a")]


def test_a_phrase_is_found_and_words_apart_are_not(browser: Any, site: str) -> None:
    assert search(browser, site, '"tide clock"') == ["LIGHTHOUSE CONFERENCE"]


def test_a_result_shows_the_words_in_their_sentence(browser: Any, site: str) -> None:
    search(browser, site, '"tide clock" zurich')
    quoted = browser.find_element("css selector", ".snippet")
    marks = [mark.text for mark in quoted.find_elements("css selector", "mark")]
    assert quoted.text == "The Tide Clock of Zürich <b>stays</b> (ref A)."
    assert marks == ["Tide Clock", "Zürich"]


def test_a_subject_with_the_word_comes_first(browser: Any, site: str) -> None:
    found = search(browser, site, "tide")
    assert len(found) == 20
    assert all(title.startswith("TIDE") for title in found)
    assert browser.find_element("id", "status").text == "32 cables"


def test_the_beginning_of_a_word_finds_it(browser: Any, site: str) -> None:
    assert search(browser, site, "lightho*") == ["LIGHTHOUSE CONFERENCE"]


def test_what_is_in_no_cable_is_not_found(browser: Any, site: str) -> None:
    assert search(browser, site, "xylophone") == []
    assert browser.find_element("id", "status").text == "0 cables"


def test_a_reference_leads_there_and_back(browser: Any, site: str) -> None:
    search(browser, site, '"tide clock"')
    browser.find_element("css selector", "#results a").click()
    browser.find_element("css selector", "article a[href^='#ref']").click()
    assert browser.current_url.endswith("08valletta112.html#ref-1")
    assert browser.find_element("css selector", "aside > details").get_property("open")
    browser.find_element("css selector", ".references a").click()
    assert browser.find_element("tag name", "h1").text == "FERRY SERVICE RESUMES"
    browser.find_element("css selector", ".cited-by a").click()
    assert browser.find_element("tag name", "h1").text == "LIGHTHOUSE CONFERENCE"


@pytest.mark.parametrize("page", ["index", "search", "dates/2008-02", "posts/oslo", "tags/index"])
def test_a_page_loads_all_it_needs_and_is_no_wider_than_the_screen(
    browser: Any, site: str, page: str
) -> None:
    browser.get_log("browser")
    browser.get(f"{site}/{page}.html")
    assert browser.get_log("browser") == []
    assert browser.execute_script("return document.styleSheets.length") == 1
    wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert browser.execute_script(wider) <= 0
