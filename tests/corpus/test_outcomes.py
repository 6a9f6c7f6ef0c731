"""Errors that are sent from another process."""

from __future__ import annotations

import pickle
import threading

import pytest

from cableconv.corpus.outcomes import portable
from cableconv.errors import InputError


class TornError(InputError):
    """An error of a plugin that holds an object that cannot be copied to another process."""

    def __init__(self, lock: object) -> None:
        super().__init__("is torn", path="a.txt", line=7, hint="glue it.")
        self.lock = lock


class StubbornError(ValueError):
    """An error of two values that cannot be copied, as it passes only one to its base."""

    def __init__(self, one: str, _two: str) -> None:
        super().__init__(one)


def test_an_error_that_can_be_sent_keeps_its_class_and_traceback() -> None:
    try:
        raise KeyError("herring")
    except KeyError as error:
        sent = portable(error)
    assert type(pickle.loads(pickle.dumps(sent))) is KeyError
    assert "raise KeyError" in "".join(sent.__notes__)


def test_an_error_that_cannot_be_sent_becomes_its_base_class() -> None:
    sent = portable(TornError(threading.Lock()))
    assert type(sent) is InputError
    assert (sent.message, sent.path, sent.line, sent.hint) == ("is torn", "a.txt", 7, "glue it.")
    assert "TornError" in "".join(sent.__notes__)
    assert str(pickle.loads(pickle.dumps(sent))) == str(sent)


@pytest.mark.parametrize("error", [StubbornError("wet", "cold")])
def test_any_other_error_becomes_one_with_its_name(error: Exception) -> None:
    sent = portable(error)
    assert (type(sent), str(sent)) == (RuntimeError, "StubbornError: wet")
