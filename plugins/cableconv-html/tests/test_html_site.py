"""The site: a page for each cable, indexes of them, links both ways, names safe everywhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cableconv import Cable
from cableconv.cable import Origin, Paragraph, Reference
from cableconv.testing import assert_collector_conforms, sample_trees

from cableconv_html import collector, open_site
from cableconv_html.site import search_index
from cableconv_html.site.file_names import FileNames
from cableconv_html.site.search_index import shard
from cableconv_html.site.words import folded
from cableconv_html.site.words import words as indexed
from html_reading import find, read, words

OSLO = Origin(name="AMEMBASSY OSLO", post="Oslo")


def cable(id: str, *cites: str, **fields: Any) -> Cable:
    references = tuple(Reference(kind="cable", text=each, id=each) for each in cites)
    return Cable(id=id, subject=f"ON {id}", references=references, **fields)


def written(folder: Path, *cables: Cable) -> Path:
    site = open_site(folder, title="Harbour", furniture=False, diagnostics=False, provenance=False)
    for each in cables:
        site.add(each)
    site.close()
    return folder


def page(folder: Path, name: str) -> Any:
    return read((folder / f"{name}.html").read_text("utf-8"))


def links(tree: Any) -> dict[str, str]:
    return {words(a): a.get("href") for a in find(tree, "a")}


def test_it_keeps_the_contract_of_collections() -> None:
    assert_collector_conforms(collector)


def test_references_lead_both_ways_whichever_comes_first(tmp_path: Path) -> None:
    first, second = cable("08OSLO1", "08OSLO2", "99ELSEWHERE1"), cable("08OSLO2", "08OSLO1")
    site = written(tmp_path, first, second)
    for here, there in (("08oslo1", "08oslo2"), ("08oslo2", "08oslo1")):
        shown = page(site, f"cables/{here}")
        assert links(shown)[there.upper()] == f"{there}.html"
        (cited_by,) = find(shown, "section", "cited-by")
        assert words(cited_by).startswith(f"Cited by ON {there.upper()}")
    assert "99ELSEWHERE1" not in links(page(site, "cables/08oslo1"))
    assert "99ELSEWHERE1" in words(page(site, "cables/08oslo1"))


def test_two_cables_under_one_number_have_two_pages_that_know_each_other(tmp_path: Path) -> None:
    site = written(tmp_path, cable("08OSLO1"), cable("08OSLO1"), cable("08OSLO2", "08OSLO1"))
    assert links(page(site, "cables/08oslo1-2"))["ON 08OSLO1"] == "08oslo1.html"
    assert links(page(site, "cables/08oslo1"))["ON 08OSLO1"] == "08oslo1-2.html"
    assert "Cited by" in words(page(site, "cables/08oslo1-2"))


def test_every_link_leads_to_a_page_that_is_there(tmp_path: Path) -> None:
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


def test_only_the_search_page_has_a_script(tmp_path: Path) -> None:
    site = written(tmp_path, cable("08OSLO1"))
    with_script = {file.name for file in site.rglob("*.html") if "<script" in file.read_text()}
    assert with_script == {"search.html"}
    assert "'unsafe" not in (site / "search.html").read_text()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("08OSLO17", "08oslo17"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "cable-con"),
        ("Lpt1", "cable-lpt1"),
        ("index", "cable-index"),
        ("ضباب", "cable"),
        ("", "cable"),
        ("Zürich " * 40, ("zurich-" * 40)[:60].strip("-")),
    ],
)
def test_a_file_name_is_safe_on_every_system(words: str, name: str) -> None:
    assert FileNames("cable").new(words) == name


def test_no_file_name_is_given_twice_in_whatever_case() -> None:
    names = FileNames("cable")
    given = [names.new(words) for words in ("a", "A", "a-2", "Á", "a/")]
    assert given == ["a", "a-2", "a-2-2", "a-3", "a-4"]


def test_words_are_folded_as_the_browser_folds_them() -> None:
    assert folded("Zürich ﬁsh ΣΑΣ Straße") == "zurich fish σας straße"
    assert list(indexed("The Tide_Clock's 4,211 lights. " + "x" * 41)) == (
        ["the", "tide", "clock", "s", "4", "211", "lights"]
    )
    assert [shard("tide"), shard("a"), shard("漢字")] == ["ti", "a", "5f-6f22-5b57"]


def test_the_index_is_the_same_whether_it_fits_into_memory_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cables = [cable(f"08OSLO{n}", body=(Paragraph(text=f"Tide {n} clock."),)) for n in range(9)]
    whole = written(tmp_path / "whole", *cables)
    monkeypatch.setattr(search_index, "_IN_MEMORY", 5)
    spilled = written(tmp_path / "spilled", *cables)
    for file in whole.rglob("*.js"):
        assert file.read_bytes() == (spilled / file.relative_to(whole)).read_bytes()
    assert not list(spilled.rglob("*.draft"))


def test_search_data_is_a_call_with_json_that_no_markup_gets_out_of(tmp_path: Path) -> None:
    hostile = "</script><script>alert(1)</script>\u2028 `${x}`"
    site = written(tmp_path, cable("08OSLO1", body=(Paragraph(text=hostile),)))
    call = (site / "search" / "texts" / "0.js").read_text("ascii")
    name, _, data = call.removesuffix(");\n").partition("(0,")
    assert name == "searchText"
    assert json.loads(data)["text"] == hostile


def test_a_long_list_is_cut_into_pages_that_lead_to_each_other(tmp_path: Path) -> None:
    cables = [cable(f"08OSLO{n}", origin=OSLO, date="2008-05-13T12:05:00Z") for n in range(250)]
    site = written(tmp_path, *cables)
    for folder, name in (("posts", "oslo"), ("dates", "2008-05")):
        first, second = page(site, f"{folder}/{name}"), page(site, f"{folder}/{name}.2")
        shown = [len(find(each, "ol", "listing")[0]) for each in (first, second)]
        assert shown == [200, 50]
        assert links(first)["Next"] == f"{name}.2.html"
        assert links(second)["Previous"] == f"{name}.html"


def test_texts_of_many_cables_share_files(tmp_path: Path) -> None:
    site = written(tmp_path, *(cable(f"08OSLO{n}") for n in range(40)))
    bundles = sorted(path.name for path in (site / "search" / "texts").iterdir())
    assert bundles == ["0.js", "1.js", "2.js"]
