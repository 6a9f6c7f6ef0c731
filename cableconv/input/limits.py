"""How much one archive may unpack to, so that a bomb goes off before it does harm."""

from __future__ import annotations

from cableconv.errors import InputError

HIGHEST_RATIO = 250
"""Cables shrink to a fifth; only what was made to explode shrinks to a 250th."""

ALWAYS_ALLOWED = 64 * 1024 * 1024
"""Bytes that even the smallest archive may unpack to."""

LARGEST_HELD = 64 * 1024 * 1024
"""Bytes of a member that are held in memory; a member that is streamed may be larger."""


class Budget:
    """Bytes that are left to be unpacked from an archive of ``packed`` bytes and all inside it."""

    def __init__(self, packed: int) -> None:
        self._left = ALWAYS_ALLOWED + HIGHEST_RATIO * packed

    @property
    def is_spent(self) -> bool:
        """Whether nothing more can be unpacked."""
        return self._left < 0

    def spend(self, size: int, name: str) -> None:
        """``size`` bytes more of ``name`` have been unpacked.

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
