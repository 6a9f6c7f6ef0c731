"""A text's content cannot change its format: its beginning and the file's ending decide."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import cables

import cableconv
from cableconv.cable import Cable
from cableconv.input.content import HEAD, Content
from cableconv.plugins.host import PluginHost

HOST = PluginHost(third_party=False)

WORDS = (
    "<pre>",
    "<html><body><pre>Fog</pre>",
    "[1](#)",
    "[1](#)2. (C) Fog.",
    "TAGS: [PGOV](#)",
    "\nMessage Text\n",
    "\nMessage Attributes\n",
    "\nMRN: 08 OSLO 17\n",
    "| **MRN:** | 08 OSLO 17 |",
    '"7","3/1/2008 12:00","08OSLO17",',
    "id,date,body\n7,2008,Fog",
    "INSERT INTO cable (id, body) VALUES (7, 'Fog');",
    "COPY cable (id, body) FROM stdin;\n",
    '{"id": "08OSLO17", "body": "Fog"}',
    "VZCZCXRO0017",
    "From: a@example.org\nSubject: Fog\n",
    "\nFrom a@example.org Sat Mar  1 12:00:00 2008\n",
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'>",
    "Canonical ID:\n08OSLO17_a\nRaw content\n",
)
"""Text by which the containers are recognized."""

TELEGRAM = """UNCLAS OSLO 000017

SUBJECT: FERRIES RUN AGAIN

1. (U) He wrote {0} on the wall and left it there.

{0}

2. (U) More words.

WRAY
"""


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("name", ["a.txt", "a", None])
def test_a_telegram_that_quotes_a_container_is_a_telegram(word: str, name: str | None) -> None:
    content = Content(TELEGRAM.format(word), name)
    assert HOST.sniff(content).name == "telegram" or re.search(r"^(?:\[1\]|TAGS)", word)


@pytest.mark.parametrize("word", WORDS)
def test_no_word_of_a_telegram_with_a_quoted_container_is_lost(word: str) -> None:
    cable = cableconv.parse(TELEGRAM.format(word))
    assert cable.subject == "FERRIES RUN AGAIN"
    assert cable.classification


@pytest.mark.parametrize("form", ["json", "xml", "docx"])
@given(data=st.data())
def test_own_output_is_read_by_its_own_reader(form: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(WORDS))
    cable = data.draw(cables(st.just(word)))
    document = cableconv.export(cable, form)
    assert HOST.sniff(Content(document)).name == form
    assert cableconv.parse(document) == cable


@pytest.mark.parametrize("indent", [0, 2])
def test_a_list_of_own_trees_is_json(indent: int) -> None:
    tree = cableconv.export(Cable(subject="[1](#) <pre>"), "json", indent=indent)
    assert HOST.sniff(Content(f"[\n{tree},\n{tree}]")).name == "json"


@pytest.mark.parametrize("opening", ["", "SECRET", "MRN", "<", "<?xml", "[", "{", "PAGE 01", "id,"])
@pytest.mark.parametrize("blank", [" ", "\n", "\t", "\r\n", " \n"])
def test_sniffing_white_space_is_fast(opening: str, blank: str) -> None:
    content = Content(opening + blank * (HEAD // len(blank)) + "x", "a.txt")
    start = process_time()
    HOST.sniff(content)
    assert process_time() - start < 0.5


@pytest.mark.parametrize(
    ("name", "reader"), [("a.html", "wikileaks"), ("a.md", "markdown"), ("a.txt", "wikileaks")]
)
def test_the_files_ending_decides_between_two_likely_readers(name: str, reader: str) -> None:
    text = "A copy of a page.\n\n<pre>\n[1](#) and more\n"
    assert HOST.sniff(Content(text, name)).name == reader


def test_a_telegram_below_a_markdown_table_is_a_telegram() -> None:
    head = "Identifier | Created | Origin |\n---|---|---|\n08OSLO17 | 2008-03-01 | Embassy Oslo |\n"
    cable = cableconv.parse(head + TELEGRAM.format("FOG"))
    assert (cable.source.reader, cable.subject) == ("telegram", "FERRIES RUN AGAIN")


def test_a_text_with_numbered_lines_stays_a_telegram() -> None:
    """``cat -n`` writes a tab after each; the first line's words look like a column's name."""
    lines = ("VZCZCXRO0017", "FM AMEMBASSY OSLO", "TO SECSTATE WASHDC", "TAGS: PREL")
    text = "".join(f"{number}\t{line}\n" for number, line in enumerate(lines, start=1))
    assert HOST.sniff(Content(text)).name == "telegram"
