"""The site: a page per cable, indexes, links in both directions."""

from __future__ import annotations

from pathlib import Path

import pytest
from cableconv import Cable
from cableconv.cable import ClassifiedBy, Origin, Person
from cableconv.testing import assert_collector_conforms, sample_trees, usual_cable
from site_writing import OSLO, cable, links, page, written

from cableconv_html import collector
from cableconv_html.site import indexes
from html_reading import find, read, words


def test_the_site_conforms() -> None:
    assert_collector_conforms(collector)


def test_references_are_linked_in_both_directions_in_any_order(tmp_path: Path) -> None:
    first, second = cable("08OSLO1", "08OSLO2", "99ELSEWHERE1"), cable("08OSLO2", "08OSLO1")
    site = written(tmp_path, first, second)
    for here, there in (("08oslo1", "08oslo2"), ("08oslo2", "08oslo1")):
        shown = page(site, f"cables/{here}")
        assert links(shown)[there.upper()] == f"{there}.html"
        (cited_by,) = find(shown, "section", "cited-by")
        assert words(cited_by).startswith(f"Cited by ON {there.upper()}")
    assert "99ELSEWHERE1" not in links(page(site, "cables/08oslo1"))
    assert "99ELSEWHERE1" in words(page(site, "cables/08oslo1"))


def test_the_title_of_a_page_names_the_site_once(tmp_path: Path) -> None:
    site = written(tmp_path, cable("08OSLO1"))
    (start,), (dates,) = (find(page(site, name), "title") for name in ("index", "dates/index"))
    assert (words(start), words(dates)) == ("Harbour", "Dates – Harbour")


def test_two_cables_with_one_number_have_two_linked_pages(tmp_path: Path) -> None:
    site = written(tmp_path, cable("08OSLO1"), cable("08OSLO1"), cable("08OSLO2", "08OSLO1"))
    assert links(page(site, "cables/08oslo1-2"))["ON 08OSLO1"] == "08oslo1.html"
    assert links(page(site, "cables/08oslo1"))["ON 08OSLO1"] == "08oslo1-2.html"
    assert "Cited by" in words(page(site, "cables/08oslo1-2"))


def test_every_link_leads_to_an_existing_page(tmp_path: Path) -> None:
    site = written(tmp_path, *sample_trees().values(), cable("08OSLO1", "08OSLO17"))
    for file in site.rglob("*.html"):
        for a in find(read(file.read_text("utf-8")), "a"):
            target = a.get("href").partition("#")[0]
            assert (file.parent / target).exists(), f"{file.name} leads to {target}"


def test_indexes_name_every_cable_by_month_post_and_tag(tmp_path: Path) -> None:
    ferry = cable("08OSLO1", origin=OSLO, date="2008-02-01T09:30:00Z", tags=("ETRD", "NO"))
    site = written(tmp_path, ferry, cable("08OSLO2"))
    for name in ("dates/2008", "dates/2008-02", "posts/oslo", "tags/etrd", "tags/no"):
        shown = page(site, name)
        assert links(shown)["ON 08OSLO1"] == "../cables/08oslo1.html"
        assert "ON 08OSLO2" not in links(shown)
    assert [words(h2) for h2 in find(page(site, "dates/2008"), "h2")] == ["February 2008"]
    assert "ON 08OSLO2" in links(page(site, "dates/undated"))
    start = links(page(site, "index"))
    assert (start["2008"], start["1"]) == ("dates/2008.html", "dates/2008-02.html")
    assert (start["Oslo"], start["ETRD"]) == ("posts/oslo.html", "tags/etrd.html")
    own = links(page(site, "cables/08oslo1"))
    assert (own["AMEMBASSY OSLO"], own["ETRD"]) == ("../posts/oslo.html", "../tags/etrd.html")


def test_posts_have_the_names_of_their_cities(tmp_path: Path) -> None:
    """``PORTLOUIS`` is the name in ids; a post that the tables lack keeps it."""
    posts = {"08PORTLOUIS3": "PORTLOUIS", "08NOWHERE1": "NOWHERE", "08STATE7": "STATE"}
    site = written(tmp_path, *(cable(key, origin=Origin(post=post)) for key, post in posts.items()))
    named = {name: links(page(site, "posts/index")).get(name) for name in ("Port Louis", "NOWHERE")}
    assert named == {"Port Louis": "portlouis.html", "NOWHERE": "nowhere.html"}
    assert words(find(page(site, "posts/state"), "h1")[0]) == "Department of State"


def test_only_the_search_page_has_a_script(tmp_path: Path) -> None:
    site = written(tmp_path, cable("08OSLO1"))
    with_script = {file.name for file in site.rglob("*.html") if "<script" in file.read_text()}
    assert with_script == {"search.html"}
    assert "'unsafe" not in (site / "search.html").read_text()


def test_a_long_list_is_split_into_linked_pages(tmp_path: Path) -> None:
    cables = [cable(f"08OSLO{n}", origin=OSLO, date="2008-05-13T12:05:00Z") for n in range(250)]
    site = written(tmp_path, *cables)
    for folder, name in (("posts", "oslo"), ("dates", "2008-05")):
        first, second = page(site, f"{folder}/{name}"), page(site, f"{folder}/{name}.2")
        shown = [len(find(each, "ol", "listing")[0]) for each in (first, second)]
        assert shown == [200, 50]
        assert links(first)["Next"] == f"{name}.2.html"
        assert links(second)["Previous"] == f"{name}.html"


def test_rare_tags_share_pages_where_there_are_many(tmp_path: Path) -> None:
    often = [cable(f"08OSLO{n}", tags=("ETRD", f"K{n}")) for n in range(250)]
    site = written(tmp_path, *often)
    assert {file.name for file in (site / "tags").iterdir()} == {
        "index.html",
        "index.2.html",
        "etrd.html",
        "etrd.2.html",
        "index.rare.html",
        "index.rare.2.html",
    }
    for name, where in (("08oslo0", "index.rare.html#k0"), ("08oslo99", "index.rare.2.html#k99")):
        address = links(page(site, f"cables/{name}"))[f"K{name[6:]}"]
        assert address == f"../tags/{where}"
        shared = page(site, f"tags/{where.partition('.html')[0]}")
        assert where.partition("#")[2] in [h2.get("id") for h2 in find(shared, "h2")]


def test_a_tag_of_very_many_cables_links_to_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "_BROAD", 2)
    dates = ("2007-02-01", "2008-02-01", "2008-03-01")
    cables = [cable(f"08OSLO{n}", tags=("P & L",), date=date) for n, date in enumerate(dates)]
    shown = page(written(tmp_path, *cables), "tags/p-l")
    assert links(shown)["2008"] == "../search.html#tag=P%20%26%20L&year=2008"
    assert not find(shown, "ol")


def test_a_cable_links_to_the_previous_and_next_one(tmp_path: Path) -> None:
    dated = [cable(f"08OSLO{n}", date=f"2008-02-0{n}T09:30:00Z") for n in (3, 1, 2)]
    site = written(tmp_path, *dated, cable("08OSLO0"))
    ways = {name: links(find(page(site, f"cables/08oslo{name}"), "nav")[0]) for name in range(4)}
    assert (ways[1].get("Previous"), ways[1]["Next"]) == (None, "08oslo2.html")
    assert (ways[2]["Previous"], ways[2]["Next"]) == ("08oslo1.html", "08oslo3.html")
    assert (ways[0]["Previous"], ways[0].get("Next")) == ("08oslo3.html", None)


def test_a_cable_without_message_data_lists_cables_that_cite_it(tmp_path: Path) -> None:
    site = written(tmp_path, Cable(id="08OSLO1"), cable("08OSLO2", "08OSLO1"))
    (cited_by,) = find(page(site, "cables/08oslo1"), "aside")
    assert links(cited_by) == {"ON 08OSLO2": "08oslo2.html"}


def test_people_are_listed_by_surname_with_their_roles(tmp_path: Path) -> None:
    ambassador = ClassifiedBy(text="", people=(Person(name="Dr. Ada Kjær Jr."),))
    signed = cable("08OSLO1", signed_by=("KJÆR",), classified_by=ambassador)
    site = written(tmp_path, signed, cable("08OSLO2", tags=("KJÆR, ADA", "ETRD")))
    shown = page(site, "people/k")
    assert [words(dt) for dt in find(shown, "dt")] == [
        "KJÆR signed 1",
        "Dr. Ada Kjær Jr. classified 1",
        "KJÆR, ADA in TAGS 1",
    ]
    (cables,) = find(shown, "dd")
    assert list(links(cables)) == ["08OSLO1", "08OSLO2"]
    assert links(page(site, "people/index"))["K"] == "k.html"


def test_the_most_cited_cables_are_first_and_missing_ones_are_named(tmp_path: Path) -> None:
    cables = [cable(f"08OSLO{n}", "08OSLO0", "99ELSEWHERE1") for n in range(3)]
    site = written(tmp_path, *cables, cable("08OSLO9", "08OSLO1"))
    shown = page(site, "cited")
    assert [words(a) for a in find(find(shown, "ol")[0], "a")] == ["ON 08OSLO0", "ON 08OSLO1"]
    assert "cited by 2" in words(find(shown, "ol")[0][0])
    assert words(find(shown, "ul")[0]) == "99ELSEWHERE1 3"
    assert words(find(find(shown, "ul")[0], "span")[0]) == "99ELSEWHERE1"


def test_a_page_adds_little_to_its_text(tmp_path: Path) -> None:
    site = written(tmp_path, usual_cable())
    page = (site / "cables" / "08oslo17.html").read_text("utf-8")
    assert len(page) - len(words(read(page))) < 1_500
