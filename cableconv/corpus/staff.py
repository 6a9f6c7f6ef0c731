"""Who does the work of a run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Executor

MakeExecutor = Callable[[], "Executor"]
"""Makes an executor, and another one after that has lost its workers."""


class Staff(NamedTuple):
    """Who does the work: ``jobs`` workers of an executor, or (``None``) this process itself.

    ``ends`` says that the executor is this run's, and is shut down with it.
    """

    make: MakeExecutor | None = None
    jobs: int = 1
    ends: bool = True
