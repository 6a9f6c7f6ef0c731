"""The query language: operators, precedence, and errors."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import cables

from cableconv.cable import Cable, Classification, Paragraph
from cableconv.errors import QueryError
from cableconv.query import parse_query

CABLE = Cable(
    tags=("PREL", "NO"),
    subject="Ice on the fjord",
    date="2008-03-27T14:42:00Z",
    classification=Classification(level="CONFIDENTIAL", caveats=("NOFORN",), text="C"),
    body=(Paragraph(number=1, text="The harbour froze; the Kjærs' boat did not."),),
)


@pytest.mark.parametrize(
    "words",
    [
        "harbour",
        "harbour boat",
        "harbour AND boat",
        '"the harbour froze the"',
        "harb*",
        "whale OR boat",
        "-whale",
        "NOT whale boat",
        "(whale OR boat) (ice OR snow)",
        "whale snow OR boat",
        "-(whale OR snow)",
        "tag:EFIS|PREL",
        "TAG:prel",
        "tag:PR*",
        'tag:"PREL"',
        "date:2008-03-27",
        "date:2007..2008-03",
        "date:2008..",
        "date>=2008-03-27 date<=2008 date<2009 date>2007",
        "level:C",
        "level>=sbu",
        "level:confidential..secret",
        "level<top-secret",
        "id:none",
        "paragraphs:1 words<10",
        "person:KJAER",
        "caption:noforn",
    ],
)
def test_the_cable_is_selected_by(words: str) -> None:
    assert parse_query(words).matches(CABLE)


@pytest.mark.parametrize(
    "words",
    [
        "whale",
        "harbou",
        '"harbour the"',
        "whale boat OR snow",
        "harbour -boat",
        "tag:PRE",
        'tag:"PR*"',
        "date:2008-04",
        "date>2008",
        "date:..2007",
        "level>confidential",
        "level:none",
        "words>10",
        "post:OSLO",
    ],
)
def test_the_cable_is_not_selected_by(words: str) -> None:
    assert not parse_query(words).matches(CABLE)


@pytest.mark.parametrize(
    ("words", "is_selected"),
    [
        ("date:2008", True),
        ("date:2007..2009", True),
        ("date>=2008", True),
        ("date>2007-12-31", True),
        ("date<2009-01", True),
        ("date:2009", False),
        ("date:2008-03", False),
        ("date:2008-03..", False),
        ("date:..2008-03", False),
        ("date<2008-03", False),
        ("date:none", False),
    ],
)
def test_a_cable_without_a_date_has_the_year_of_its_id(words: str, is_selected: bool) -> None:
    assert parse_query(words).matches(Cable(id="08OSLO17")) == is_selected


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "query: empty"),
        ('ice "on the', "query:5: a quotation mark is not closed"),
        ("(ice", "query:5: ends too early"),
        ("ice )", "query:5: ')' does not fit here"),
        ("ice tga:PREL", "query:5: there is no field 'tga'; did you mean tag?"),
        ("ice tag>=PREL", "query:5: tag has no order; as in: tag:PREL"),
        ("date:soon", "query:1: 'soon' is not a date"),
        ("date>=2007..2008", "query:1: '2007..2008' is not a range"),
        ("date:..", "query:1: '..' is not a range"),
        ("level:high", "query:1: 'high' is not a level; levels: unclassified"),
        ("words:many", "query:1: 'many' is not a number"),
        ("...", "query:1: '...' has no word to search for"),
        ("person:X", "query:1: 'X' has fewer than two letters"),
        ("(" * 51, "query: more than 50 nested brackets"),
        ("- - ice", "query:1: '-' has no word"),
        ("x" * 10_001, "query: longer than 10,000 characters"),
    ],
)
def test_an_invalid_query_is_refused_with_place_and_reason(words: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(words)
    assert str(caught.value).startswith(says)


@given(st.text(alphabet='ab "()|-:<>=.*NOTRAND', max_size=60))
def test_any_text_is_a_query_or_refused(words: str) -> None:
    with suppress(QueryError):
        assert parse_query(words).matches(CABLE) in (True, False)


@given(cables(), st.sampled_from(["ice", "tag:PREL", "date:2008", "level>=c", "words>3"]))
def test_a_negation_selects_exactly_the_others(cable: Cable, words: str) -> None:
    assert parse_query(words).matches(cable) != parse_query(f"-{words}").matches(cable)


def test_a_long_series_of_negations_is_not_recursive() -> None:
    assert parse_query("-" * 100 + "whale").matches(CABLE) is False
