"""The tree of each case can be written as a clean telegram and read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from case_files import CASES, Case, read_cases

from cableconv.cable import Cable
from cableconv.exporters.text import encode
from cableconv.parser import parse_telegram
from cableconv.telegram import Telegram

ABOUT_THE_SOURCE = {"span", "parts", "source", "furniture", "diagnostics"}
LOST = {
    "An amplification of a reference",
    "The years in a row's column of references, above a partial extract",
}
"""A REF field has no place for an amplification (AMPN); a row belongs to the container."""


def told(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: told(part) for name, part in value.items() if name not in ABOUT_THE_SOURCE}
    return [told(part) for part in value] if isinstance(value, list) else value


def read(text: str) -> Cable:
    return parse_telegram(Telegram(text=text))


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_case_survives_the_round_trip(path: Path) -> None:
    lost = [case.title for case in read_cases(path) if not comes_back(case)]
    assert set(lost) <= LOST


def comes_back(case: Case) -> bool:
    cable = read(case.text)
    return bool(told(read(encode(cable)).to_dict()) == told(cable.to_dict()))
