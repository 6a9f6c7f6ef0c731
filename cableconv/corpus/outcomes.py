"""The outcome of one cable's processing; frozen, and suitable for sending between processes."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cableconv import errors
from cableconv.cable import Diagnostic
from cableconv.corpus.results import Output, Refusal
from cableconv.errors import CableconvError
from cableconv.input.files import Input


class Encoded(msgspec.Struct, frozen=True, kw_only=True):
    """A cable in one format: its bytes, or a draft file that holds them."""

    sha256: str
    data: bytes | None = None
    draft: Path | None = None


Made = Encoded | Exception | None
"""The outcome for one format of a cable; ``None`` if it was not wanted."""


Score = tuple[int, int]
"""The quality of a cable's source: the size of its body, and its negated number of doubts."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of one cable, or of an unreadable input.

    ``task`` is the input's number in the plan; ``source`` names the member too.  ``position``
    counts an input's cables from 1 where there are several.  ``sha256`` is of what was read;
    ``cables`` is how many its input holds, where that is known.  ``joined`` is the input of
    whose cable it has become a part.  ``made`` is in the order of the
    job's formats; ``ready`` is what became of results of which nothing had to be made.  ``answer``
    is that to the job's question, if it has one.  ``prepared`` is the cable as each of the job's
    collectors adds it (``prepared.py``), or why that failed; ``identity`` is what it is known by
    there.
    """

    task: int
    source: Input
    row: int | None = None
    position: int | None = None
    cables: int | None = None
    sha256: str | None = None
    key: str | None = None
    joined: Input | None = None
    name: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    losses: tuple[Diagnostic, ...] = ()
    refused: Refusal | None = None
    left_out: bool = False
    answer: object = None
    made: tuple[Made, ...] = ()
    ready: tuple[Output, ...] = ()
    prepared: tuple[object, ...] = ()
    identity: str = ""
    error: Exception | None = None


def portable(error: Exception) -> Exception:
    """Return the error in a form that other processes can receive, with its traceback as a note.

    An error that cannot be sent becomes the nearest error of the project, or a ``RuntimeError``.
    """
    import pickle
    from traceback import format_exception

    error.add_note("".join(format_exception(error)).rstrip())
    try:
        if type(pickle.loads(pickle.dumps(error))) is type(error):
            return error
    except Exception:  # copying a foreign exception may raise anything
        pass
    return _rebuilt(error)


def _rebuilt(error: Exception) -> Exception:
    built: Exception = RuntimeError(f"{type(error).__name__}: {error}")
    if isinstance(error, CableconvError):
        ours = (each for each in type(error).__mro__ if each.__module__ == errors.__name__)
        kind: type[CableconvError] = next(ours)
        built = kind(
            error.message, path=error.path, line=error.line, column=error.column, hint=error.hint
        )
    for note in getattr(error, "__notes__", ()):
        built.add_note(note)
    return built
