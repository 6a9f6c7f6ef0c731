"""Any text is displayed unchanged by a CommonMark parser, and any value is read from YAML."""

from __future__ import annotations

from typing import Any

import yaml
from cableconv import Cable
from cableconv.cable import Heading, Item, Paragraph, Quote, Table
from cableconv.testing import nasty_trees
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cableconv_markdown.document import encode
from cableconv_markdown.escaping import escape, one_line
from cableconv_markdown.message_data import message_data
from cableconv_markdown.tables import GFM

LINE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(one_line)
SIGNS = st.text("ab 1.)(-+*_`~#>[]!<&|\\=:'\"\n\t", max_size=30)
OURS = {
    *("heading", "paragraph", "inline", "text", "strong", "bullet_list", "list_item"),
    *("blockquote", "fence", "text_special"),
}
LOOKS_LIKE_SOMETHING = ("1", "1.5", "2008-05-13", "yes", "null", "~", "on", "[a", "{b", "- c", "#d")


def tokens(markdown: str) -> list[Any]:
    """Return every token of the page, including inline ones."""
    parsed = MarkdownIt("commonmark").parse(markdown)
    return [each for token in parsed for each in (token, *(token.children or ()))]


def kinds(markdown: str) -> set[str]:
    """Return the kinds of elements of a page."""
    return {each.type.removesuffix("_open").removesuffix("_close") for each in tokens(markdown)}


def shown(markdown: str) -> str:
    """Return the visible text of the page."""
    return "".join(each.content for each in tokens(markdown) if each.type.startswith("text"))


def front_matter(markdown: str) -> dict[str, Any]:
    """Return the front matter, read by a YAML parser."""
    found: dict[str, Any] = yaml.safe_load(markdown.split("---\n", 2)[1])
    return found


@settings(max_examples=4 * settings().max_examples)
@given(st.one_of(LINE, SIGNS))
def test_a_line_is_displayed_unchanged(text: str) -> None:
    written = escape(text)
    assert kinds(written) <= {"paragraph", "inline", "text", "text_special"}
    assert shown(written).split() == text.split()


@given(SIGNS)
def test_no_text_creates_another_element(text: str) -> None:
    body = (
        Heading(text=text),
        Paragraph(number=1, marking=text, text=text, blocks=(Item(label=text, text=text),)),
        Quote(opening=text, blocks=(Paragraph(text=text), Table(rows=(), text=text)), closing=text),
    )
    page = encode(Cable(subject=text, body=body), front_matter=False)
    assert kinds(page) <= OURS


@settings(max_examples=4 * settings().max_examples)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_value_is_read_back_from_yaml(text: str) -> None:
    read = front_matter(encode(Cable(id=text, subject=text, tags=(text,))))
    assert (read["title"], read.get("id", ""), read["tags"]) == (
        text or "Cable without a subject",
        text,
        [text],
    )


def test_text_like_a_number_or_date_stays_text() -> None:
    for text in LOOKS_LIKE_SOMETHING:
        assert front_matter(encode(Cable(subject=text)))["title"] == text


def test_the_message_data_of_every_adversarial_tree_is_read_back_from_yaml() -> None:
    for name, cable in nasty_trees().items():
        assert front_matter(encode(cable)) == message_data(cable), name


def test_a_table_of_github_has_the_cables_cells() -> None:
    rows = (("POST", "CLOCKS"), ("OSLO", "1 | 2"), ("BERGEN",))
    page = encode(Cable(body=(Table(rows=rows, text="printed"),)), tables=GFM)
    parsed = MarkdownIt("gfm-like", {"linkify": False}).parse(page.split("---\n", 2)[2])
    cells = [each.content for each in parsed if each.type == "inline"][1:]
    assert cells == ["POST", "CLOCKS", "OSLO", "1 | 2", "BERGEN", ""]


def test_a_table_is_printed_unchanged_by_default() -> None:
    table = Table(rows=(("A", "B"),), text="A   B")
    assert encode(Cable(body=(table,))).endswith("```\nA   B\n```\n")
