"""The page of a cable: its content, order and links."""

from __future__ import annotations

import re
from typing import Any

import pytest
from cableconv import Cable, InvalidOptionError
from cableconv.cable import (
    Addressee,
    Classification,
    Item,
    Paragraph,
    Quote,
    Reference,
    Table,
)
from cableconv.plugins import PluginHost
from cableconv.rendering.message_data import marking
from cableconv.testing import assert_exporter_conforms, usual_cable

from cableconv_html import exporter
from cableconv_html.dates import dated
from cableconv_html.document import encode
from html_reading import classes, find, read, words


def test_the_page_conforms() -> None:
    assert_exporter_conforms(exporter)


def test_a_page_loads_and_runs_nothing() -> None:
    page = encode(usual_cable())
    policy = find(read(page), "meta")[1].get("content")
    assert policy.startswith("default-src 'none'; base-uri 'none'; form-action 'none'; style-src")
    assert "unsafe" not in policy
    assert not re.search(r"<(?:script|link|img)|url\(|@import", page)


def test_a_page_has_landmarks_one_title_and_a_skip_link() -> None:
    page = read(encode(usual_cable()))
    assert page.get("lang") == "en"
    for name in ("header", "main", "aside", "article", "h1", "title"):
        assert len(find(page, name)) == 1, name
    assert find(page, "a", "skip")[0].get("href") == f"#{find(page, 'main')[0].get('id')}"
    assert words(find(page, "h1")[0]) == "(U) FERRY SERVICE RESUMES"
    assert words(find(page, "title")[0]) == "FERRY SERVICE RESUMES (08OSLO17)"


def test_the_banner_is_at_the_top_and_bottom_and_on_every_sheet() -> None:
    secret = Classification(level="SECRET", caveats=("NOFORN",), text="S E C R E T NOFORN")
    cable = Cable(classification=secret, captions=("SIPDIS", "NODIS"))
    page = encode(cable)
    banners = find(read(page), "p", "banner")
    assert [words(banner) for banner in banners] == ["SECRET//NOFORN//NODIS"] * 2
    assert all("secret" in classes(banner) for banner in banners)
    assert page.count(r'content: "SECRET\2f \2f NOFORN\2f \2f NODIS"') == 2


def test_a_cable_without_a_class_line_has_no_banner() -> None:
    assert marking(Cable()) == ""
    assert not find(read(encode(Cable())), "p", "banner")


def test_message_data_is_a_list_of_names_and_values() -> None:
    page = read(encode(usual_cable()))
    terms = map(words, find(page, "dt"))
    data = dict(zip(terms, map(words, find(page, "dd")), strict=True))
    assert data["From"] == "AMEMBASSY OSLO (Oslo, NO) RUEHNY"
    assert data["To"] == "SECSTATE WASHDC 1234 RUEHC"
    assert data["Date"] == "February 1, 2008, 09:30 UTC"
    assert data["Precedence"] == "PRIORITY (action), ROUTINE (information)"
    assert data["Classification"] == "CONFIDENTIAL C O N F I D E N T I A L"


def test_many_addressees_are_collapsed_below_their_number() -> None:
    many = tuple(Addressee(name=f"POST {n}") for n in range(40))
    page = read(encode(Cable(info=many)))
    (folded,) = find(page, "details", "long")
    assert words(folded[0]) == "40 information addressees"
    assert len(find(folded, "li")) == 40


def test_a_tag_has_its_meaning() -> None:
    items = find(read(encode(Cable(tags=("PREL", "LAMBERT, PAUL")))), "li")
    assert [item.get("title") for item in items] == ["External Political Relations", None]


def test_a_mention_links_to_its_entry() -> None:
    references = tuple(
        Reference(label=label, kind="cable", text=f"07 OSLO {label}") for label in "AB"
    )
    cable = Cable(references=references, body=(Paragraph(text="As in ref B and reftels."),))
    page = read(encode(cable))
    (article,) = find(page, "article")
    assert [a.get("href") for a in find(article, "a")] == ["#ref-2", "#ref-1"]
    assert [li.get("id") for li in find(page, "li")] == ["ref-1", "ref-2"]


def test_references_and_tags_link_to_the_given_web_sites() -> None:
    cable = Cable(
        tags=("ETRD", "HERON, A"),
        references=(Reference(kind="cable", text="07 OSLO 1", id="07OSLO1"),),
    )
    bases: dict[str, Any] = {"link_base": "https://a.example/?c=", "tag_base": "https://b.example/"}
    links = [a.get("href") for a in find(read(encode(cable, **bases)), "a")[1:]]
    assert links == [
        "https://b.example/ETRD",
        "https://b.example/HERON%2C%20A",
        "https://a.example/?c=07OSLO1",
    ]


@pytest.mark.parametrize("base", ["javascript:x", "//a.example", "https://", "https://a b/", ""])
def test_an_address_that_is_not_a_web_site_is_refused(base: str) -> None:
    with pytest.raises(InvalidOptionError, match="link_base"):
        PluginHost(third_party=False).options_for(exporter, {"link_base": base})


def test_numbers_labels_and_markings_are_the_cables_own() -> None:
    items = (Item(label="--", text="fast;"), Item(label="B.", marking="U", text="safe."))
    paragraph = Paragraph(number=7, marking="SBU", text="It is:", blocks=items)
    page = read(encode(Cable(body=(paragraph, Paragraph(number=7, text="Again.")))))
    first, second = find(page, "article")[0]
    assert words(first) == "7. (SBU) It is: -- fast; B. (U) safe."
    assert (first.get("id"), second.get("id")) == ("p7", "p7-2")
    assert len(find(page, "ul", "items")) == 1


def test_names_of_several_lines_head_a_table() -> None:
    rows = (("Town", "Gulls"), ("", "(average)"), ("Oslo", "12"), ("Bergen", "9"))
    page = read(encode(Cable(body=(Table(rows=rows, text=""),))))
    heads = [words(each) for each in find(find(page, "thead")[0], "tr")]
    assert heads == ["Town Gulls", "(average)"]
    assert len(find(page, "td", "figure")) == 2


def test_a_table_names_its_columns_and_rows() -> None:
    rows = (("Port", "Lights"), ("Oslo", "12"), ("Suva", "1,024"))
    (table,) = find(read(encode(Cable(body=(Table(rows=rows, text=""),)))), "table")
    assert [th.get("scope") for th in find(table, "th")] == ["col", "col", "row", "row"]
    assert [words(td) for td in find(table, "td", "figure")] == ["12", "1,024"]
    assert words(find(table, "caption")[0]) == "Table 1"


def test_an_embedded_cable_has_a_lower_heading_and_its_own_anchors() -> None:
    inner = usual_cable()
    outer = usual_cable().replace(body=(Quote(opening="BEGIN TEXT", blocks=inner.body),))
    page = read(encode(outer))
    assert words(find(page, "blockquote")[0]).startswith("1. (U) The ferry runs again.")
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_lines_of_a_value_are_below_each_other() -> None:
    page = encode(Cable(distribution="ACTION EUR-12\nINFO OCT-01"))
    assert "<dd>ACTION EUR-12<br>INFO OCT-01</dd>" in page


def test_a_date_in_words_keeps_its_machine_form() -> None:
    time = '<time datetime="2008-03-12T16:42:00Z">March 12, 2008, 16:42 UTC</time>'
    assert dated("2008-03-12T16:42:00Z") == time
    assert dated("2018-03-11") == '<time datetime="2018-03-11">March 11, 2018</time>'
    assert dated("manual <review>") == "manual &lt;review&gt;"
