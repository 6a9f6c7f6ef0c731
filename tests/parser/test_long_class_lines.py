"""A line of thousands of signs, with a gap where a page mark was, is soon read or given up."""

from __future__ import annotations

import time

import pytest

from cableconv.parser.lexer.class_line import read_class_line

LONG = 20_000


@pytest.mark.parametrize("begins", ["USMISSION GENEVA", "SECRET", "SECRET OSLO", "UNITED"])
@pytest.mark.parametrize("sign", [" ", ".", "/", " .", "A ", "NOFORN/", "/ "])
@pytest.mark.parametrize("ends", ["LIMITED OFFICIAL USE HELSINKI 2214", "X 1", "X y"])
def test_a_long_line_is_judged_quickly(begins: str, sign: str, ends: str) -> None:
    begin = time.process_time()
    read_class_line(f"{begins}{sign * LONG}{ends}")
    assert time.process_time() - begin < 1
