"""Runs over an archive: a plan, executors, results and a manifest.

for result in cableconv.corpus.convert(["cables/"], to="docx", output="documents/", jobs=4):
    print(result.key, [output.path for output in result.outputs])
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cableconv.corpus.api import convert as convert
    from cableconv.corpus.plan import Keeping as Keeping
    from cableconv.corpus.results import Output as Output
    from cableconv.corpus.results import Result as Result

_HOMES = {"convert": "api", "Keeping": "plan", "Output": "results", "Result": "results"}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
