"""The site, opened from the file system in a browser."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.request import url2pathname

import pytest
from cableconv import Cable
from cableconv.cable import Origin, Paragraph, Reference
from cableconv.testing import usual_cable
from site_writing import written

from faint_texts import faint_texts, in_scheme

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
    tides = [FERRY.replace(id=f"07OSLO{number}", subject=f"TIDE {number}") for number in range(30)]
    return written(tmp_path_factory.mktemp("a site"), *tides, CLOCK, FERRY).as_uri()


def search(browser: Any, site: str, words: str) -> list[str]:
    """Return the titles found for words typed into the start page's field."""
    browser.get(f"{site}/index.html")
    field = browser.find_element("css selector", "main input")
    field.send_keys(words)
    field.submit()
    return found(browser)


def found(browser: Any) -> list[str]:
    """Return the titles that a search has found, when it is finished."""
    from selenium.webdriver.support.ui import WebDriverWait

    done = "return document.documentElement.dataset.done"
    WebDriverWait(browser, 10).until(lambda _: browser.execute_script(done) is not None)
    return [link.text for link in browser.find_elements("css selector", "#results a")]


def test_a_phrase_is_found_but_separate_words_are_not(browser: Any, site: str) -> None:
    assert search(browser, site, '"tide clock"') == ["LIGHTHOUSE CONFERENCE"]


def test_a_result_shows_the_words_in_their_sentence(browser: Any, site: str) -> None:
    search(browser, site, '"tide clock" zurich')
    quoted = browser.find_element("css selector", ".snippet")
    marks = [mark.text for mark in quoted.find_elements("css selector", "mark")]
    assert quoted.text == "The Tide Clock of Zürich <b>stays</b> (ref A)."
    assert marks == ["Tide Clock", "Zürich"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marked_words_can_be_read(browser: Any, site: str, scheme: str) -> None:
    in_scheme(browser, scheme)
    search(browser, site, "tide")
    assert faint_texts(browser) == []
    in_scheme(browser, "light")


def test_a_subject_with_the_word_comes_first(browser: Any, site: str) -> None:
    found = search(browser, site, "tide")
    assert len(found) == 20
    assert all(title.startswith("TIDE") for title in found)
    assert browser.find_element("id", "status").text == "32 cables"


def test_a_prefix_finds_a_word(browser: Any, site: str) -> None:
    assert search(browser, site, "lightho*") == ["LIGHTHOUSE CONFERENCE"]


def test_words_in_no_cable_are_not_found(browser: Any, site: str) -> None:
    assert search(browser, site, "xylophone") == []
    assert browser.find_element("id", "status").text == "0 cables"
    assert not browser.find_element("tag name", "aside").is_displayed()


def test_references_can_be_followed_in_both_directions(browser: Any, site: str) -> None:
    search(browser, site, '"tide clock"')
    browser.find_element("css selector", "#results a").click()
    browser.find_element("css selector", "article a[href^='#ref']").click()
    assert browser.current_url.endswith("08valletta112.html#ref-1")
    assert browser.find_element("css selector", "aside > details").get_property("open")
    browser.find_element("css selector", "cite a").click()
    assert browser.find_element("tag name", "h1").text == "FERRY SERVICE RESUMES"
    browser.find_element("css selector", ".cited-by a").click()
    assert browser.find_element("tag name", "h1").text == "LIGHTHOUSE CONFERENCE"


def facet(browser: Any, name: str) -> dict[str, str]:
    """Return the values of a facet with the numbers beside them."""
    for group in browser.find_elements("css selector", "#facets fieldset"):
        texts = [each.get_property("textContent") for each in group.find_elements("xpath", "*")]
        if texts[0] == name:
            return dict(text.strip().rsplit(" ", 1) for text in texts[1:])
    return {}


def choose(browser: Any, value: str) -> list[str]:
    """Return the titles that are left after a value of a facet is selected or deselected."""
    script = """
    delete document.documentElement.dataset.done;
    for (const label of document.querySelectorAll("#facets label"))
      if (label.textContent.startsWith(` ${arguments[0]} `)) label.querySelector("input").click();
    """
    browser.execute_script(script, value)
    return found(browser)


def test_facets_count_cables_and_narrow_the_search(browser: Any, site: str) -> None:
    search(browser, site, "tide")
    assert facet(browser, "Year") == {"2008": "32"}
    assert facet(browser, "Post") == {"Oslo": "31", "Valletta": "1"}
    assert facet(browser, "Tag") == {"EWWT": "1"}
    assert choose(browser, "Valletta") == ["LIGHTHOUSE CONFERENCE"]
    assert facet(browser, "Post") == {"Valletta": "1", "Oslo": "31"}
    assert len(choose(browser, "Oslo")) == 20
    assert browser.find_element("id", "status").text == "32 cables"
    assert choose(browser, "EWWT") == ["LIGHTHOUSE CONFERENCE"]
    assert browser.current_url.endswith("?q=tide#post=Valletta&post=Oslo&tag=EWWT")


def test_a_year_is_known_from_the_number_of_a_cable_without_a_date(
    browser: Any, tmp_path: Path
) -> None:
    search(browser, written(tmp_path, FERRY.replace(date=None)).as_uri(), "ferry")
    assert facet(browser, "Year") == {"2008": "1"}


def test_a_narrowed_search_has_its_own_address(browser: Any, site: str) -> None:
    browser.get("about:blank")
    browser.get(f"{site}/search.html?q=clock#tag=EWWT")
    assert found(browser) == ["LIGHTHOUSE CONFERENCE"]
    browser.get("about:blank")
    browser.get(f"{site}/search.html#post=Valletta")
    assert found(browser) == ["LIGHTHOUSE CONFERENCE"]
    field = browser.find_element("css selector", "nav input")
    field.send_keys("ferry")
    field.submit()
    assert found(browser) == []
    assert browser.current_url.endswith("?q=ferry#post=Valletta")


def test_a_site_on_a_server_is_searched_as_well(browser: Any, site: str) -> None:
    folder = url2pathname(site.removeprefix("file://"))
    handler = partial(SilentHandler, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        assert search(browser, address, '"tide clock"') == ["LIGHTHOUSE CONFERENCE"]
        assert [mark.text for mark in browser.find_elements("css selector", ".snippet mark")] == [
            "Tide Clock"
        ]
        server.shutdown()


class SilentHandler(SimpleHTTPRequestHandler):
    """Serves files, and like strict servers forbids to run pages as scripts."""

    def end_headers(self) -> None:
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


def test_a_result_says_when_its_page_cannot_be_read(browser: Any, tmp_path: Path) -> None:
    site = written(tmp_path, FERRY)
    (site / "cables" / "08oslo17.html").unlink()
    assert search(browser, site.as_uri(), '"no tide"') == []
    assert search(browser, site.as_uri(), '"tide clock"') == [FERRY.subject]
    assert "could not be read" in browser.find_element("css selector", ".snippet").text


def test_no_page_runs_code_from_a_text(browser: Any, tmp_path: Path) -> None:
    texts = ("x `); document.title = 'taken'; (`", "x ${document.title = 'taken'}", "x \\` <!--")
    citing = CLOCK.references[0].replace(id="07OSLO0")
    shared = FERRY.replace(tags=("`${x",), references=(citing,))
    cables = [
        shared.replace(id=f"07OSLO{number}", subject=text, body=(Paragraph(text=text),))
        for number, text in enumerate(texts)
    ]
    site = written(tmp_path, *cables, title="Harbour `${x")
    browser.get_log("browser")
    assert len(search(browser, site.as_uri(), "x")) == 3
    quoted = [each.text for each in browser.find_elements("css selector", ".snippet")]
    assert quoted == [" ".join(text.split()) for text in texts]
    assert browser.title == "Search – Harbour `${x"
    assert browser.get_log("browser") == []
    for page in (site / "cables").iterdir():
        assert page.read_text("utf-8").count("`") == 2


def test_the_last_banner_is_as_wide_as_the_page(browser: Any, tmp_path: Path) -> None:
    site = written(tmp_path, usual_cable())
    browser.get((site / "cables" / "08oslo17.html").as_uri())
    wide = "return [getComputedStyle(document.body, '::after').width, `${innerWidth}px`]"
    assert len(set(browser.execute_script(wide))) == 1


@pytest.mark.parametrize(
    "page",
    [
        "index",
        "search",
        "dates/2008-02",
        "posts/oslo",
        "tags/index",
        "people/index",
        "cited",
        "cables/08oslo17",
    ],
)
def test_a_page_loads_all_files_and_is_not_wider_than_the_screen(
    browser: Any, site: str, page: str
) -> None:
    browser.get_log("browser")
    browser.get(f"{site}/{page}.html")
    assert browser.get_log("browser") == []
    assert browser.execute_script("return document.styleSheets.length") == 1
    wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert browser.execute_script(wider) <= 0
