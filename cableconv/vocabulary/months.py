"""The months, in words and as abbreviated in date-time groups (ACP 127 para 113)."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ABBREVIATED_MONTHS = tuple(month[:3].upper() for month in MONTHS)

BEGINNINGS = "|".join(ABBREVIATED_MONTHS) + "(?!L)"
"""A pattern for the beginning of a month in capitals, whole or abbreviated, but not ``DECL:``."""
