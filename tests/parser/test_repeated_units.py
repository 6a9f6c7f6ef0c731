"""Reading time grows linearly for any unit repeated in any field."""

from __future__ import annotations

import gc
import time

import pytest
from growing_texts import CABLE, CLASSED, HEADING

from cableconv.parser import parse_telegram
from cableconv.telegram import Telegram

CLASS_LINE = CLASSED.partition("E.O.")[0]
PLACES = {
    "at the start": "",
    "in the line FM": HEADING.partition("AMEMBASSY")[0],
    "in an addressee": f"{HEADING}INFO ",
    "in the class line": f"{HEADING}C O N F I D E N T I A L ",
    "in a passing line": f"{HEADING}{CLASS_LINE}DEPT FOR EUR ",
    "in the date of declassification": f"{HEADING}{CLASS_LINE}E.O. 12958: DECL: ",
    "in tags": f"{HEADING}{CLASSED}TAGS: ",
    "in the subject": f"{HEADING}{CLASSED}TAGS: PREL\nSUBJECT: ",
    "in references": f"{CABLE}REF: ",
    "in the classifier": f"{CABLE}Classified By: ",
    "in the body": CABLE,
    "in a paragraph": f"{CABLE}1. (C) It ticks. ",
    "below the signature": f"{CABLE}1. (C) It ticks.\n\nPELL\n",
}
UNITS = (
    " ", "\n", "\t", "\r", "\u00a0", "\u2028", "\0", "x", "X", "é", "1", "R", "(", "()", '"', "'",
    "-", ".", "/", "|", ",", ";", ":", "*", "=", "&", "%", "\\", "¶", "…", "- ", ". ", ", ", "; ",
    ": ", " \n", "\\\n", "a\n", "A\n", "a  b\n", "| a |\n", "- a\n", "* * *\n", "-----\n", "X\n\n",
    "A ", "1 ", "13 ", "Ab ", "A. ", "J. ", "1. ", "1) ", "(1) ", "a) ", "(i) ", "(a) ", "(C) ",
    "1) A 2) B ", "-- A ",
    "(U) x\n", "¶1 ", "1.4 (b) ", "1,000 ", "XXXX ", "AND ", "OF ", "by ", "reason ", "SECRET ",
    "SECRET/", "CONFIDENTIAL\n", "SIPDIS ", "SIPDIS\n", "NODIS ", "OSLO ", "OSLO 77 ", "PREL ",
    "PELL ", "Pell, ", "DCM ", "FM ", "TO ", "INFO ", "REF: ", "TAGS: ", "SUBJECT: ",
    "E.O. 12958: ", "Classified By ", "END ", "END COMMENT ", "BEGIN ", "QUOTE ", "PAGE 01 ",
    "12345678 001 OF 002 ", "131205Z ", "MAY 08 ", "RUEHC/SECSTATE ", "#0123 ", "NNNN ", "BT\n",
    "http://a ", "a@b ", "&nbsp;", "<br>", "It ticks. ", "The clock\n",
)  # fmt: skip
SHORT = 10_000
MOST = 7
"""How many times as long a text of four times the length may take: quadratic work takes 16."""
SLACK = 0.15
"""Seconds by which short runs may differ."""


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_four_times_a_unit_takes_four_times_as_long(place: str) -> None:
    times = {unit: (seconds(PLACES[place], unit, n) for n in (SHORT, 4 * SHORT)) for unit in UNITS}
    found = {unit: tuple(each) for unit, each in times.items()}
    assert {unit: each for unit, each in found.items() if each[1] > MOST * each[0] + SLACK} == {}


def seconds(before: str, unit: str, length: int) -> float:
    """Return the processor time of reading a unit repeated to a length."""
    text = before + (unit * (length // len(unit) + 1))[:length]
    gc.disable()
    begin = time.process_time()
    try:
        parse_telegram(Telegram(text=text))
        return time.process_time() - begin
    finally:
        gc.enable()
