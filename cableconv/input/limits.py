"""Limits on how much one archive may unpack to, as protection against archive bombs."""

from __future__ import annotations

from cableconv.errors import InputError

HIGHEST_RATIO = 250
"""Cables compress to about a fifth; only bombs compress to a 250th."""

ALWAYS_ALLOWED = 64 * 1024 * 1024
"""Bytes that even the smallest archive may unpack to."""

LARGEST_HELD = 64 * 1024 * 1024
"""Bytes of a member that may be held in memory; a streamed member may be larger."""


class Budget:
    """The bytes that may still be unpacked from an archive of ``packed`` bytes and its members."""

    def __init__(self, packed: int) -> None:
        self._left = ALWAYS_ALLOWED + HIGHEST_RATIO * packed

    @property
    def is_spent(self) -> bool:
        """Whether nothing more may be unpacked."""
        return self._left < 0

    def spend(self, size: int, name: str) -> None:
        """Record that ``size`` more bytes of ``name`` have been unpacked.

        Raises:
            InputError: that is more than any archive of cables needs.
        """
        self._left -= size
        if self._left < 0:
            raise InputError(
                f"unpacks to more than {HIGHEST_RATIO} times its size, as bombs do",
                path=name,
                hint="unpack it yourself if you trust it, and give the files.",
            )
