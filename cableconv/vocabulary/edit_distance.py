"""The distance between a printed word and the intended one."""

from __future__ import annotations


def within_one_edit(one: str, other: str) -> bool:
    """Whether one lost, added, changed or swapped letter turns one into the other."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    changed = left[1:] == right[1:]
    lost_or_added = left[1:] == right or left == right[1:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return changed or lost_or_added or swapped


def damerau_levenshtein(one: str, other: str) -> int:
    """Return the number of lost, added, changed or swapped letters (Damerau's distance)."""
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, a in enumerate(one):
        earlier, before, row = before, row, [i + 1]
        for j, b in enumerate(other):
            row.append(min(before[j] + (a != b), before[j + 1] + 1, row[j] + 1))
            if i and j and a == other[j - 1] and one[i - 1] == b:
                row[-1] = min(row[-1], earlier[j - 1] + 1)
    return row[-1]
