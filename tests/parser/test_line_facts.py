"""The facts of lines: for each, lines that have it and lines that do not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from cableconv.parser.account.account import Account
from cableconv.parser.cleanup.passes import PASSES, clean_up
from cableconv.parser.lexer import facts
from cableconv.parser.lexer.captions import captions_of
from cableconv.parser.lexer.class_line import read_class_line
from cableconv.parser.lexer.facts import facts_of
from cableconv.parser.lexer.header_start import begins_header
from cableconv.parser.lexer.lines import Line, split_lines
from cableconv.parser.lexer.paragraph_marks import read_paragraph_mark
from cableconv.parser.lexer.quote_marks import quote_mark
from cableconv.parser.lexer.shapes import decorated, has_columns, is_rule, item_marks
from cableconv.telegram import Telegram

RUNNING = "which nobody in the harbor had wound for years, and"


@dataclass(frozen=True)
class Fact:
    """A fact's name, lines that have it, and lines without it."""

    name: str
    having: tuple[str, ...]
    lacking: tuple[str, ...]


FACTS = (
    Fact("CAPTION", ("SIPDIS", "noforn", "For Official Use Only", "S E C T O"), ("The SIPDIS",)),
    Fact(
        "CLASS_LINE",
        ("UNCLAS OSLO 000123", "C O N F I D E N T I A L OSLO 000123", "CC O N F", "UNLCAS OSLO 12"),
        ("They kept it secret", "harbor 123"),
    ),
    Fact("HEADER", ("ZCZCABC", "R 131205Z MAY 08", "ACTION EUR-12"), ("Action on the tide",)),
    Fact("NUMBER", ("1. (C) The clock", "¶2. The tide", "(C) 3. It"), ("A clock", "- 1.")),
    Fact("ITEM", ("- winding", "a. winding", "viii) tides", "(b) keys"), ("away from it",)),
    Fact("QUOTE_MARK", ("BEGIN TEXT:", "(End Text)", "-- UNQUOTE"), ("Beneath the text",)),
    Fact("RULE", ("-----", "* * *", "The Tide Clock ------", "// Tides //"), ("Tides.", "(U) A")),
    Fact("COLUMNS", ("Tide     High     Low",), ("Tide  high  low",)),
    Fact("PAGE", ("OSLO 00000123  001.2 OF 002", "PAGE 02", "001 of 002"), ("one of two pages",)),
)


def having(fact: Fact) -> int:
    return int(getattr(facts, fact.name))


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_a_line_has_its_facts(fact: Fact) -> None:
    assert [text for text in fact.having if not facts_of(text) & having(fact)] == []
    assert [text for text in fact.lacking if facts_of(text) & having(fact)] == []
    assert not facts_of(RUNNING) & having(fact)


def test_running_text_is_plain() -> None:
    assert facts_of(RUNNING) == facts.PLAIN


def test_a_piece_of_a_line_has_all_facts() -> None:
    (line,) = split_lines(f"{RUNNING} SIPDIS")
    cut = line.tail(len(RUNNING))
    assert all(cut.facts & having(fact) for fact in FACTS)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_recognisers_accept_only_lines_with_the_fact(fact: Fact) -> None:
    """A recogniser accepts a line only if the line has the fact."""
    recognisers = {
        "CAPTION": captions_of,
        "CLASS_LINE": read_class_line,
        "HEADER": begins_header,
        "NUMBER": read_paragraph_mark,
        "ITEM": item_marks,
        "QUOTE_MARK": quote_mark,
        "RULE": lambda text: is_rule(text) or decorated(text),
        "COLUMNS": has_columns,
    }
    recognise = recognisers.get(fact.name)
    examples = (text for each in FACTS for text in (*each.having, *each.lacking))
    found = [text for text in examples if recognise and recognise(text)]
    assert [text for text in found if not facts_of(text) & having(fact)] == []


@pytest.mark.parametrize(
    "caption",
    [
        "SIPDIS", "NODIS", "EXDIS", "LIMDIS", "STADIS", "NOFORN", "NO FORN", "SENSITIVE",
        "NOCONTRACT", "ORCON", "EYES ONLY", "FOUO", "FOR OFFICIAL USE ONLY", "LOU", "EFTO", "NOTAL",
        "FGI", "PROPIN", "AIDAC", "ALDAC", "NIACT", "TOPEC", "TERREP EXCLUSIVE", "SPECAT",
        "CHEROKEE", "RODCA", "ASTRA", "MINIMIZE CONSIDERED", "ROGER CHANNEL", "DISSENT CHANNEL",
        "AGREMENT CHANNEL", "DIRGEN CHANNEL", "MED CHANNEL", "DS CHANNEL", "SY CHANNEL",
        "HR CHANNEL", "PER CHANNEL", "TM CHANNEL", "FI CHANNEL", "STR CHANNEL", "OC CHANNEL",
        "VISAS VIPER", "INFORM CONSULS", "SECTO", "S E C T O", "SE CTO", "TOSEC", "T O S E C",
        "TO SEC", "PARTO", "DEPTO",
    ],
)  # fmt: skip
def test_every_caption_has_the_caption_fact(caption: str) -> None:
    for text in (caption, caption.lower(), f"{caption} SIPDIS"):
        assert captions_of(text), text
        assert facts_of(text) & facts.CAPTION, text


@pytest.mark.parametrize("name", ["start", "text", "gap", "cut", "facts"])
def test_a_line_is_never_changed(name: str) -> None:
    (line,) = split_lines(RUNNING)
    with pytest.raises(AttributeError):
        setattr(line, name, 1)


def test_changes_return_another_line() -> None:
    line = Line(3, "The tide", indent=2, gap=1)
    assert (line.with_gap(2).gap, line.gap) == (2, 1)
    assert (line.with_cut("page-mark").cut, line.cut) == ("page-mark", None)
    assert line.with_cut("page-mark").with_cut("repeated-header").cut == "page-mark"
    assert (line.piece(0, 4).gap, line.piece(4, 8).gap) == (1, 0)
    assert (line.piece(4, 8).start, line.piece(4, 8).text) == (7, "tide")


@pytest.mark.parametrize("take", PASSES, ids=lambda take: take.__name__)
def test_a_pass_without_work_returns_equal_lines(take: object) -> None:
    text = "FM AMEMBASSY OSLO\nTO SECSTATE\n\nUNCLAS OSLO 000123\n\n1. The tide came in."
    lines = split_lines(text)
    assert callable(take)
    assert take(lines, Account(Telegram(text=text))) == lines


def test_a_pass_does_not_change_its_input() -> None:
    text = "\n".join(f"> OSLO 0000012{n} 00{n} OF 009\n> The tide came in.\\" for n in range(6))
    lines = split_lines(text)
    before = [repr(line) for line in lines]
    assert clean_up(lines, Account(Telegram(text=text))) != lines
    assert [repr(line) for line in lines] == before
