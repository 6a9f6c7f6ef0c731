"""Words are found as by SQLite's full-text search."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from cableconv.query.expressions import Value
from cableconv.query.words import Words, folded

TEXTS = st.text(alphabet="aAbéÉøn ,.-'\n_9", max_size=30)
PHRASES = st.lists(st.text(alphabet="aAbéøn9", min_size=1, max_size=3), min_size=1, max_size=3)


def found_by_sqlite(text: str, phrase: str) -> bool:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(
            "CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2')"
        )
        database.execute("INSERT INTO t VALUES (?)", [text])
        return bool(database.execute("SELECT 1 FROM t WHERE t MATCH ?", [f'"{phrase}"']).fetchall())


@given(TEXTS, PHRASES)
def test_a_phrase_is_found_where_sqlite_finds_it(text: str, words: list[str]) -> None:
    phrase = " ".join(words)
    assert Words.of(Value(phrase)).found_in(text) == found_by_sqlite(text, phrase)


@given(st.text(max_size=50))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_a_phrase_has_the_offsets_of_its_words() -> None:
    text = "Çay, then SEA-ICE; and sea\nice."
    assert [text[a:b] for a, b in Words.of(Value("sea ice")).stretches(text)] == [
        "SEA-ICE",
        "sea\nice",
    ]
    assert [text[a:b] for a, b in Words.of(Value("ca*")).stretches(text)] == ["Çay"]
