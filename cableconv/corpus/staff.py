"""The workers of a run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from concurrent.futures import Executor

MakeExecutor = Callable[[], "Executor"]
"""Creates an executor, and a new one if that has lost its workers."""


class Staff(msgspec.Struct, frozen=True):
    """The workers of a run: ``jobs`` workers of an executor, or (``None``) this process itself.

    ``ends`` means that the executor belongs to this run and is shut down with it.
    """

    make: MakeExecutor | None = None
    jobs: int = 1
    ends: bool = True
