"""What a run tells of each cable, and of each file that holds many."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from cableconv.cable import Diagnostic
from cableconv.input.files import Input

Refusal = Literal["error", "doubt"]
"""Why a cable that was read is not written: it has an error, or with ``strict`` a warning."""

State = Literal["written", "kept", "edited", "unchanged", "failed"]
"""``kept``: as ``no_clobber`` asks; ``edited``: by hand since it was written, and kept;
``unchanged``: done in an earlier run that is resumed."""


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """One result: where it is (``None``: standard output), and what became of it there.

    ``sha256`` is of what was made of the cable, whether it has been put there or not.
    """

    format: str
    path: Path | None
    state: State
    sha256: str | None = None
    error: Exception | None = None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one cable; without a source, of a format that holds many.

    ``position`` counts the cables of an input from 1 where there are several.  ``error`` is why
    there was no cable, ``refused`` why one is not written.  ``joined`` is the input of whose
    cable it has become a part.
    """

    source: Input | None = None
    row: int | None = None
    position: int | None = None
    key: str | None = None
    sha256: str | None = None
    outputs: tuple[Output, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    losses: tuple[Diagnostic, ...] = ()
    refused: Refusal | None = None
    cables: int | None = None
    duplicate: bool = False
    joined: Input | None = None
    error: Exception | None = None

    @property
    def failed(self) -> bool:
        """Whether anything that was asked for has not been done."""
        return bool(self.error or self.refused or any(each.error for each in self.outputs))
