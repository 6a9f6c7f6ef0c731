"""The Secretaries of State since 1973, whose surnames sign every telegram of the Department."""

from __future__ import annotations

SURNAMES = (
    "KISSINGER", "VANCE", "MUSKIE", "HAIG", "SHULTZ", "BAKER", "EAGLEBURGER", "CHRISTOPHER",
    "ALBRIGHT", "POWELL", "RICE", "CLINTON",
)  # fmt: skip
"""In the order of their terms, up to 2013."""
