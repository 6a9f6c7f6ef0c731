"""Patterns are compiled when they are used first, and not before."""

from __future__ import annotations

import re

import pytest

from cableconv.patterns import pattern


def test_what_no_pattern_has_is_asked_for_without_compiling() -> None:
    wrong = pattern("(")
    assert not hasattr(wrong, "cableconv_impl")
    with pytest.raises(re.error):
        wrong.match("")
