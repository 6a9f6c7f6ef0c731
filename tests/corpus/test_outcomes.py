"""Errors on their way from another process."""

from __future__ import annotations

import pickle
import threading

import pytest

from cableconv.corpus.outcomes import portable
from cableconv.errors import InputError


class TornError(InputError):
    """Of a plugin: made from something that no other process has, and that cannot be copied."""

    def __init__(self, lock: object) -> None:
        super().__init__("is torn", path="a.txt", line=7, hint="glue it.")
        self.lock = lock


class StubbornError(ValueError):
    """Made of two values, but it tells its base of one, so that copying it fails."""

    def __init__(self, one: str, _two: str) -> None:
        super().__init__(one)


def test_an_error_that_can_travel_stays_what_it_is_and_keeps_its_traceback() -> None:
    try:
        raise KeyError("herring")
    except KeyError as error:
        sent = portable(error)
    assert type(pickle.loads(pickle.dumps(sent))) is KeyError
    assert "raise KeyError" in "".join(sent.__notes__)


def test_an_error_of_ours_that_cannot_travel_becomes_the_one_it_is_a_kind_of() -> None:
    sent = portable(TornError(threading.Lock()))
    assert type(sent) is InputError
    assert (sent.message, sent.path, sent.line, sent.hint) == ("is torn", "a.txt", 7, "glue it.")
    assert "TornError" in "".join(sent.__notes__)
    assert str(pickle.loads(pickle.dumps(sent))) == str(sent)


@pytest.mark.parametrize("error", [StubbornError("wet", "cold")])
def test_any_other_becomes_one_that_says_its_name(error: Exception) -> None:
    sent = portable(error)
    assert (type(sent), str(sent)) == (RuntimeError, "StubbornError: wet")
