"""The months, in words and as date-time groups print them (ACP 127 para 113)."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ABBREVIATED_MONTHS = tuple(month[:3].upper() for month in MONTHS)

BEGINNINGS = "|".join(ABBREVIATED_MONTHS) + "(?!L)"
"""For a pattern: how a month begins in capitals, whole or abbreviated; ``DECL:`` is none."""
