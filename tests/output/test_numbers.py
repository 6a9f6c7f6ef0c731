"""Tests of a possibly large set of numbers."""

from __future__ import annotations

from cableconv.output.numbers import Numbers


def test_numbers_in_memory_and_on_disk_are_one_set() -> None:
    numbers = Numbers()
    known = [number * 7919 % 2**64 for number in range(25_000)] + [0, 2**63, 2**64 - 1]
    for number in [*known, *known[:100]]:
        numbers.add(number)
    assert all(number in numbers for number in known)
    assert not any(number in numbers for number in (1, 5, 2**63 + 1))
