"""How far a printed word is from the word that was meant."""

from __future__ import annotations


def is_one_slip(one: str, other: str) -> bool:
    """Whether one letter lost, added, changed or swapped with the next turns one into the other."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    changed = left[1:] == right[1:]
    lost_or_added = left[1:] == right or left == right[1:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return changed or lost_or_added or swapped
