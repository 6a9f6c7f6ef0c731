"""The WikiLeaks page: its text without markup, its metadata, and the place of each character."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from real_cables import real

import cableconv
from cableconv.cable import Cable
from cableconv.errors import InputError
from cableconv.input.content import Content
from cableconv.plugins import PluginHost, Sniff
from cableconv.readers.wikileaks import read, sniff
from cableconv.telegram import Telegram

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGE = EXAMPLES / "forms" / "wikileaks-page.html"

TABLE = """
<table class='cable'><tr><th>Reference ID</th><th>Created</th><th>Origin</th></tr>
<tr><td><a href='/cable/08SUVA3.html'>08SUVA3</a></td><td>2008-01-02 03:04</td>
<td>Embassy Suva</td></tr></table>
"""


def page(*texts: str) -> str:
    """Return a page with a ``<pre>`` for each text."""
    pres = "".join(f"<code><pre>{text}</pre></code>\n" for text in texts)
    return f"<html><body>{TABLE}{pres}</body></html>\n"


def telegram(html: str) -> Telegram:
    [found] = read(Content(html))
    return found


def codes(html: str) -> list[str]:
    return [diagnostic.code for diagnostic in telegram(html).diagnostics]


def test_a_list_of_descriptions_gives_the_metadata() -> None:
    said = "<dl><dt>Reference ID</dt><dd>08SUVA3</dd><dt>Origin<dd>Embassy Suva</dl>"
    found = telegram(f"<html><body>{said}<pre>R 020304Z JAN 08</pre></body></html>").source
    assert (found.id, found.office) == ("08SUVA3", "Embassy Suva")


def test_a_table_without_cells_for_names_gives_the_metadata() -> None:
    rows = (("Reference ID", "08SUVA3"), ("Origin", "Embassy Suva"))
    cells = "".join(f"<tr><td><b>{name}</b></td><td>{value}</td></tr>" for name, value in rows)
    table = f"<table>{cells}</table>"
    found = telegram(f"<html><body>{table}<pre>R 020304Z JAN 08</pre></body></html>").source
    assert (found.id, found.office) == ("08SUVA3", "Embassy Suva")


def test_a_page_gives_the_same_tree_as_its_text(
    same_tree: Callable[[Cable | Path, Cable | Path], None],
) -> None:
    same_tree(PAGE, EXAMPLES / "cables" / "three-pages.txt")


def test_the_pages_metadata_is_the_source() -> None:
    source = cableconv.parse(PAGE).source
    assert source.reader == "wikileaks"
    assert source.id == "08VALLETTA112"
    assert source.date == "2008-03-12T16:42"
    assert source.office == "Embassy Valletta"
    assert source.classification == "CONFIDENTIAL"
    assert source.url == "/cable/2008/03/08VALLETTA112.html"


def test_a_page_whose_column_is_called_date_gives_its_date() -> None:
    table = (
        "<tr><th>Reference ID</th><th>Date</th></tr><tr><td>08OSLO17</td><td>2008-03-12 16:42</td>"
    )
    source = telegram(f"<html><table>{table}</tr></table><pre>UNCLAS</pre></html>").source
    assert (source.id, source.date) == ("08OSLO17", "2008-03-12T16:42")


def test_an_empty_line_separates_header_and_body() -> None:
    assert telegram(page("FM X", "UNCLAS")).text == "FM X\n\nUNCLAS"


def test_an_empty_header_leaves_only_the_body() -> None:
    assert telegram(page(" ", "UNCLAS")).text == "UNCLAS"


@pytest.mark.parametrize(
    ("html", "text"),
    {
        "A&#x000A;B&#10;C": "A\nB\nC",
        "<a id='par4' href='#par4'>¶</a>4. (C)": "¶4. (C)",
        '<A HREF="/tag/PREL_0.html">PREL</A>': "PREL",
        "A<br>B<BR />C": "A\nB\nC",
        "A &amp; B &lt;C&gt; &eacute; &nbsp;.": "A & B <C> é \xa0.",
        "&stick and carrot8, &notes &nosuchthing;": "&stick and carrot8, &notes &nosuchthing;",
        "MAIL <gull@example.org> << END >>": "MAIL <gull@example.org> << END >>",
        "A<!-- no -->B<script>no</script>C<style>no</style>D": "ABCD",
        "\nA": "A",
        "<span class=x>A</span> <unclear>": "A <unclear>",
    }.items(),
)
def test_markup_is_removed_and_text_is_kept(html: str, text: str) -> None:
    assert telegram(page(html)).text == text


def test_diagnostics_have_line_and_column_of_the_page() -> None:
    html = page("FM X", "UNCLAS&#x000A;<a href='/tag/PREL_0.html'>PREL</a>&#x000A;GOOSE")
    found = telegram(html)
    line, column = found.position(found.text.index("GOOSE"))
    assert html.splitlines()[line - 1][column - 1 :].startswith("GOOSE")


@given(
    st.lists(st.sampled_from(["GOOSE", "<a href='x'>", "</a>", "&#10;", "&lt;", "\n", " ", "¶"]))
)
def test_every_character_of_the_text_keeps_its_place(pieces: list[str]) -> None:
    html = page("FM X", "".join(pieces) + "END")
    found = telegram(html)
    assert all(
        html[found.file_offset(at)] == character
        for at, character in enumerate(found.text)
        if character not in "\n<"
    )


def test_a_missing_end_tag_is_only_a_warning() -> None:
    html = page("FM X", "UNCLAS").replace("X</pre>", "X")
    assert telegram(html).text == "FM X\n\nUNCLAS"
    assert codes(html) == ["pre-not-closed"]


def test_the_end_tag_may_follow_end_tags_of_a_table() -> None:
    html = page("FM X", "UNCLAS &#x000A;</td></tr>&#x000A;</table>")
    assert telegram(html).text.rstrip() == "FM X\n\nUNCLAS"
    assert codes(html) == []


def test_a_break_at_the_end_of_a_line_is_not_another_one() -> None:
    html = page("FM X", "UNCLAS <br>&#x000A; <br>\nOSLO<br>1")
    assert telegram(html).text == "FM X\n\nUNCLAS \n \nOSLO\n1"


def test_a_truncated_page_is_read_to_its_end() -> None:
    html = page("FM X", "UNCLAS <a href='#par1'>¶</a>1.")
    cut = html[: html.index("par1") + 2]
    assert telegram(cut).text == "FM X\n\nUNCLAS "
    assert codes(cut) == ["page-cut-short"]


def test_a_table_without_end_tags_is_read() -> None:
    html = page("UNCLAS").replace("</td>", "").replace("</th>", "").replace("</tr>", "")
    source = telegram(html).source
    assert (source.id, source.date, source.office) == (
        "08SUVA3",
        "2008-01-02T03:04",
        "Embassy Suva",
    )


def test_a_table_with_a_label_before_each_value_is_read() -> None:
    table = "<tr><th>Reference ID:</th><td>08SUVA3</td></tr><tr><th>Origin</th><td>Suva</td></tr>"
    source = telegram(f"<table>{table}</table><pre>UNCLAS</pre>").source
    assert (source.id, source.office) == ("08SUVA3", "Suva")


def test_html_without_pre_is_an_error() -> None:
    with pytest.raises(InputError, match=r"<stdin>: HTML that has no <pre>.*check"):
        list(read(Content("<html><body>Not here</body></html>", "<stdin>")))


def test_html_with_an_empty_pre_is_an_error() -> None:
    with pytest.raises(InputError, match="has an empty <pre>"):
        list(read(Content(page("  ", "&#10;"))))


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        (page("UNCLAS"), Sniff.SURE),
        ("<pre>UNCLAS", Sniff.SURE),
        ("<!DOCTYPE html>\n<html><body>", Sniff.MAYBE),
        ("UNCLAS SUVA 3\n\nTAGS: PREL", Sniff.NO),
        ("<cable xmlns='urn:x'/>", Sniff.NO),
    ],
)
def test_sniffing_pages(text: str, sure: Sniff) -> None:
    assert sniff(Content(text)) is sure


def test_html_without_pre_finds_this_reader_even_as_a_text_file() -> None:
    assert PluginHost().sniff(Content("<html><body>", "a.txt")).name == "wikileaks"


def test_pages_of_the_archive_give_the_trees_of_their_texts(
    same_tree: Callable[[Cable | Path, Cable | Path], None],
) -> None:
    texts = real("text")
    for path in sorted(real("html").glob("*.html")):
        same_tree(path, texts / f"{path.stem}.txt")


def test_a_page_without_pre_is_read_as_displayed() -> None:
    """Mirrors set the text as paragraphs and breaks; the table is still read."""
    text = """R 021145Z JAN 08
FM AMEMBASSY SUVA
TO SECSTATE WASHDC 0031

UNCLAS SUVA 000003

SUBJECT: GEESE

1. (U) They came back.

PELL""".replace("\n", "<br>\n")
    cable = cableconv.parse(f"<html><body>{TABLE}<p>{text}</p></body></html>")
    assert (cable.id, cable.subject, cable.signed_by) == ("08SUVA3", "GEESE", ("PELL",))
    assert cable.source.office == "Embassy Suva"
    assert len(cable.body) == 1


def test_a_page_that_shows_no_cable_is_refused() -> None:
    with pytest.raises(InputError, match="has no <pre>"):
        telegram(f"<html><body>{TABLE}<ul><li>08SUVA3 GEESE</li></ul></body></html>")


TELEGRAM = """O 0{0}1145Z MAY 08
FM AMEMBASSY SUVA
TO SECSTATE WASHDC 00{0}1

UNCLAS SUVA 00000{0}

TAGS: SENV, FJ
SUBJECT: GEESE

1. (U) The geese came back.

PELL
"""


@pytest.mark.parametrize(
    "form", ["<pre>{0}</pre><hr>", "<h3>Viewing</h3><code><pre>{0}</pre></code>"]
)
def test_each_cable_of_a_page_with_several_is_one(form: str, tmp_path: Path) -> None:
    texts = "\n".join(form.format(TELEGRAM.format(number)) for number in (1, 2))
    (tmp_path / "a.html").write_text(f"<html><body>{texts}</body></html>")
    assert [cable.id for cable in cableconv.read(tmp_path / "a.html")] == ["08SUVA1", "08SUVA2"]


ROWS = "".join(
    f"<tr><td>08SUVA{n}</td><td><pre>{TELEGRAM.format(n)}</pre></td></tr>" for n in (1, 2)
)
PAIRS = "".join(
    f"<tr><th>Reference ID</th><td>08SUVA{n}</td></tr>"
    f"<tr><th>Text</th><td><pre>{TELEGRAM.format(n)}</pre></td></tr>"
    for n in (1, 2)
)


@pytest.mark.parametrize("rows", [f"<tr><th>Reference ID</th><th>Text</th></tr>{ROWS}", PAIRS])
def test_a_table_of_several_cables_describes_none_of_them(rows: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body><table>{rows}</table></body></html>")
    cables = list(cableconv.read(tmp_path / "a.html"))
    assert [cable.id for cable in cables] == ["08SUVA1", "08SUVA2"]
    assert [cable.source.id for cable in cables] == [None, None]


def test_a_page_about_one_cable_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(TELEGRAM.format(1), TELEGRAM.format(2)))
    (cable,) = cableconv.read(tmp_path / "a.html")
    assert "second-cable" in [each.code for each in cable.diagnostics]


def test_a_text_in_a_form_keeps_its_lines() -> None:
    found = telegram(f"<html><body><textarea>{TELEGRAM.format(1)}</textarea></body></html>")
    assert found.text.strip() == TELEGRAM.format(1).strip()


@pytest.mark.parametrize("kind", ["ocr_line", "ocr_header", "ocrx_line", "ocr_textfloat"])
def test_recognised_text_has_the_lines_of_the_paper(kind: str) -> None:
    lines = "\n".join(
        f"<span class='{kind}' title='bbox 1 2 3 4'>"
        + " ".join(f"<span class='ocrx_word'>{word}</span>" for word in line.split())
        + "</span>"
        for line in TELEGRAM.format(1).split("\n")
    )
    found = telegram(f"<html><body><div class='ocr_page'><p>{lines}</p></div></body></html>")
    shown = [line.strip() for line in found.text.split("\n") if line.strip()]
    assert shown == [line for line in TELEGRAM.format(1).split("\n") if line]
