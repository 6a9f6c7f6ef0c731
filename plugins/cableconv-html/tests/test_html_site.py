"""The site: a page per cable, indexes, links in both directions, safe file names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cableconv import Cable
from cableconv.cable import ClassifiedBy, Origin, Paragraph, Person, Reference
from cableconv.errors import OutputError
from cableconv.rendering.identity import identity_of
from cableconv.testing import assert_collector_conforms, sample_trees, usual_cable

from cableconv_html import append_to_site, collector, open_site
from cableconv_html.site import indexes, postings, search_index
from cableconv_html.site.dense_text import bytes_of, dense
from cableconv_html.site.file_names import FileNames, page_name
from cableconv_html.site.script_pages import as_script
from cableconv_html.site.search_data import pack, read_data, unpacked
from cableconv_html.site.words import folded
from cableconv_html.site.words import words as indexed
from html_reading import find, read, words

EXTRAS: dict[str, Any] = {"furniture": False, "diagnostics": False, "provenance": False}
OSLO = Origin(name="AMEMBASSY OSLO", post="Oslo")


def cable(id: str, *cites: str, **fields: Any) -> Cable:
    references = tuple(Reference(kind="cable", text=each, id=each) for each in cites)
    return Cable(id=id, subject=f"ON {id}", references=references, **fields)


def written(folder: Path, *cables: Cable) -> Path:
    site = open_site(folder, title="Harbour", **EXTRAS)
    for each in cables:
        site.add(each)
    site.close()
    return folder


def page(folder: Path, name: str) -> Any:
    return read((folder / f"{name}.html").read_text("utf-8"))


def links(tree: Any) -> dict[str, str]:
    return {words(a): a.get("href") for a in find(tree, "a")}


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


def test_file_names_are_unique_regardless_of_case() -> None:
    names = FileNames("cable")
    given = [names.new(words) for words in ("a", "A", "a-2", "Á", "a/")]
    assert given == ["a", "a-2", "a-2-2", "a-3", "a-4"]


def test_words_are_folded_as_the_browser_folds_them() -> None:
    assert folded("Zürich ﬁsh ΣΑΣ Straße") == "zurich fish σας straße"
    assert list(indexed("The Tide_Clock's 4,211 lights. " + "x" * 41)) == (
        ["the", "tide", "clock", "s", "4", "211", "lights"]
    )


def test_the_index_is_the_same_whether_it_fits_into_memory_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cables = [cable(f"08OSLO{n}", body=(Paragraph(text=f"Tide {n} clock."),)) for n in range(9)]
    whole = written(tmp_path / "whole", *cables)
    monkeypatch.setattr(postings, "_IN_MEMORY", 5)
    monkeypatch.setattr(postings, "_AT_ONCE", 3)
    spilled = written(tmp_path / "spilled", *cables)
    for file in whole.rglob("*.js"):
        assert file.read_bytes() == (spilled / file.relative_to(whole)).read_bytes()
    assert not list(spilled.rglob("*.draft"))


@pytest.mark.parametrize("number", [0, 1, 14, 15, 16, 29, 30, 1_000])
def test_bytes_are_restored_from_dense_text(number: int) -> None:
    data = bytes(each * 7 % 256 for each in range(number))
    text = dense(data)
    assert bytes_of(text, number) == data
    assert all("\u3400" <= character <= "\ub3ff" for character in text)
    assert len(text) == -(-8 * number // 15)


def test_words_of_an_index_file_are_unpacked_unchanged() -> None:
    words = [("a", [0, 1, 300]), ("漢字", [127, 128, 70_000]), ("z", [5])]
    assert list(unpacked(b"".join(map(pack, words)))) == words


def test_each_file_of_the_index_begins_with_the_word_in_the_contents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_LEAST", 2)
    site = written(tmp_path, *(cable(f"08OSLO{n}") for n in range(3)))
    contents = json.loads(read_data(site / "search" / "contents.js"))
    files = [site / "search" / "words" / f"{n}.js" for n in range(len(contents["words"]))]
    words = [[word for word, _ in unpacked(read_data(file))] for file in files]
    assert [each[0] for each in words] == contents["words"]
    assert sum(words, []) == ["08oslo0", "08oslo1", "08oslo2", "on"]


def test_a_text_is_stored_only_in_its_page(tmp_path: Path) -> None:
    site = written(tmp_path, cable("08OSLO1", body=(Paragraph(text="The tide clock stays."),)))
    pages = {file for file in site.rglob("*.html") if "tide clock" in file.read_text("utf-8")}
    assert pages == {site / "cables" / "08oslo1.html"}
    assert not any(b"tide clock" in read_data(file) for file in (site / "search").rglob("*.js"))


@pytest.mark.parametrize(
    "hostile", ["`);alert(1);`", "${alert(1)}", "$`{x}", "\\`", "-->", "<!--`)"]
)
def test_no_text_of_a_page_can_end_the_string_that_the_search_reads(
    tmp_path: Path, hostile: str
) -> None:
    assert as_script(hostile).count("`") == 2
    assert "${" not in as_script(hostile)
    site = written(tmp_path, cable("08OSLO1", body=(Paragraph(text=hostile),)))
    shown = page(site, "cables/08oslo1")
    assert words(find(shown, "article")[0]) == hostile


def test_a_long_list_is_split_into_linked_pages(tmp_path: Path) -> None:
    cables = [cable(f"08OSLO{n}", origin=OSLO, date="2008-05-13T12:05:00Z") for n in range(250)]
    site = written(tmp_path, *cables)
    for folder, name in (("posts", "oslo"), ("dates", "2008-05")):
        first, second = page(site, f"{folder}/{name}"), page(site, f"{folder}/{name}.2")
        shown = [len(find(each, "ol", "listing")[0]) for each in (first, second)]
        assert shown == [200, 50]
        assert links(first)["Next"] == f"{name}.2.html"
        assert links(second)["Previous"] == f"{name}.html"


def test_the_name_of_a_page_does_not_depend_on_other_cables() -> None:
    assert page_name("ETRD", "tag") == "etrd"
    assert page_name("PORT-AU-PRINCE", "post") == page_name("Port au Prince", "post")
    assert page_name("CON", "post") == "post-con"
    names = {page_name(name, "tag") for name in ("ضباب", "ظباب", "o" * 70, "o" * 71, "Zürich")}
    assert len(names) == 5
    assert "zurich" in names


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


def test_a_page_adds_little_to_its_text(tmp_path: Path) -> None:
    site = written(tmp_path, usual_cable())
    page = (site / "cables" / "08oslo17.html").read_text("utf-8")
    assert len(page) - len(words(read(page))) < 1_500


FIRST = cable("08OSLO1", "08OSLO2", "08OSLO3", tags=("ETRD", "KJÆR, ADA"), origin=OSLO)
SECOND = cable("08OSLO2", "08OSLO1", body=(Paragraph(text="Tide clock."),), tags=("NO",))
AGAIN = cable("08OSLO1", "08OSLO2", subject_marking="U", date="2008-02-01T09:30:00Z")


@pytest.mark.parametrize(
    ("held", "more"),
    [
        ((FIRST, SECOND), (cable("08OSLO3", tags=("ETRD",)),)),
        ((FIRST, SECOND), (AGAIN,)),
        ((FIRST, FIRST.replace(date="2008-02-02"), SECOND), (SECOND,)),
        ((), (FIRST,)),
    ],
)
def test_adding_to_a_site_gives_the_bytes_of_one_run(
    tmp_path: Path, held: tuple[Cable, ...], more: tuple[Cable, ...]
) -> None:
    coming = set(map(identity_of, more))
    whole = written(tmp_path / "1", *(c for c in held if identity_of(c) not in coming), *more)
    earlier = written(tmp_path / "2", *held)
    site = append_to_site(tmp_path / "3", earlier, coming.__contains__, title="Harbour", **EXTRAS)
    for each in more:
        site.add(each)
    site.close()
    assert contents(tmp_path / "3") == contents(whole)


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def test_cables_are_added_only_to_a_site_with_the_same_options(tmp_path: Path) -> None:
    earlier = written(tmp_path / "1", FIRST)
    for number, (folder, extras) in enumerate(((tmp_path, EXTRAS), (earlier, {"notes": "margin"}))):
        with pytest.raises(OutputError, match="nothing can be added to it") as error:
            append_to_site(tmp_path / f"new{number}", folder, bool, title="Harbour", **extras)
        assert error.value.path == str(folder)
