"""The files of a site: their names, the search's index, and what is added to them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cableconv import Cable
from cableconv.cable import Paragraph
from cableconv.errors import OutputError
from cableconv.rendering.identity import identity_of
from site_writing import OPTIONS, OSLO, cable, finish, page, written

from cableconv_html import append_to_site
from cableconv_html.site import postings, search_index
from cableconv_html.site.dense_text import bytes_of, dense
from cableconv_html.site.file_names import FileNames, page_name
from cableconv_html.site.script_pages import as_script
from cableconv_html.site.search_data import pack, read_data, unpacked
from cableconv_html.site.words import folded
from cableconv_html.site.words import words as indexed
from html_reading import find, words


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


def test_the_name_of_a_page_does_not_depend_on_other_cables() -> None:
    assert page_name("ETRD", "tag") == "etrd"
    assert page_name("PORT-AU-PRINCE", "post") == page_name("Port au Prince", "post")
    assert page_name("CON", "post") == "post-con"
    names = {page_name(name, "tag") for name in ("ضباب", "ظباب", "o" * 70, "o" * 71, "Zürich")}
    assert len(names) == 5
    assert "zurich" in names


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
    site = append_to_site(tmp_path / "3", earlier, coming.__contains__, **OPTIONS)
    finish(site, *more, **OPTIONS)
    assert contents(tmp_path / "3") == contents(whole)


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def test_cables_are_added_only_to_a_site_with_the_same_options(tmp_path: Path) -> None:
    earlier = written(tmp_path / "1", FIRST)
    other: dict[str, Any] = {"title": "Harbour", "notes": "margin"}
    for number, (folder, options) in enumerate(((tmp_path, OPTIONS), (earlier, other))):
        with pytest.raises(OutputError, match="nothing can be added to it") as error:
            append_to_site(tmp_path / f"new{number}", folder, bool, **options)
        assert error.value.path == str(folder)


@pytest.mark.parametrize("name", ["contents", "cables/0"])
@pytest.mark.parametrize("part", [0, 0.5])
def test_no_cables_are_added_to_a_damaged_site(tmp_path: Path, name: str, part: float) -> None:
    earlier = written(tmp_path / "1", FIRST, SECOND)
    file = earlier / "search" / f"{name}.js"
    data = file.read_bytes()
    file.write_bytes(data[: int(part * len(data))])
    with pytest.raises(OutputError, match="it is no site with a search"):
        append_to_site(tmp_path / "2", earlier, bool, **OPTIONS)


def test_no_cables_are_added_to_a_site_of_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = written(tmp_path / "1", FIRST)
    monkeypatch.setattr("cableconv_html.site.catalogue._VERSION", "next")
    with pytest.raises(OutputError, match="another version of cableconv has written it"):
        append_to_site(tmp_path / "2", earlier, bool, **OPTIONS)
