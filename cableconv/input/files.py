"""Finding and opening input files.

The project opens files in two packages only: here, and in ``output``, where results are
written.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, TextIO

import msgspec

from cableconv.errors import InputError, NoCableError, UsageError
from cableconv.input.content import Content
from cableconv.input.spool import spooled
from cableconv.patterns import pattern

STDIN_NAME = "<stdin>"
"""The name of standard input in messages."""

OWN_TEXT = ".cable.txt"
"""The text exporter's ending: such a file beside its input is an output, not another input."""


class Input(msgspec.Struct, frozen=True):
    """A file to read (``None``: standard input), and its position below the named folder.

    ``member`` is a file inside it, if it is an archive.
    """

    path: Path | None
    below: Path = Path()
    member: str | None = None

    @property
    def name(self) -> str:
        """The name of the file and the member, as shown in messages."""
        file = STDIN_NAME if self.path is None else str(self.path)
        return f"{file}/{self.member}" if self.member else file


_LONGEST_NAME = 1000
_ADDRESS = pattern(r"(?:https?|ftp|file):(?=/)")
_PATTERN = pattern(r"[*?\[]")
_BLANK = pattern(r"\s")
_OWN = (OWN_TEXT, ".json", ".xml", ".docx")
"""Endings of results that readers can read, too."""


def find(path: Path, endings: Collection[str], leave_out: Path | None = None) -> list[Input]:
    """Return ``path`` itself, or every file below it that a reader may know.

    Below a folder, only files with one of ``endings`` (lower case, with dot) are found, in the
    order of their names.  Hidden files, the folder ``leave_out`` and results that an earlier run
    wrote beside its inputs are skipped.

    Raises:
        NoCableError: the folder has no such file.
    """
    if not is_folder(path):
        return [Input(path)]
    is_known = tuple(endings)
    found = [each for each in _below(path, leave_out) if _counts(each.path, is_known)]
    files = [each.path for each in found]
    if any(file.name.endswith(_OWN) for file in files):
        stems = {file.with_suffix("") for file in files if not file.name.endswith(_OWN)}
        found = [each for each in found if not _is_output(each.path, stems)]
    if not found:
        known = ", ".join(sorted(endings))
        raise NoCableError(
            f"no cables in this folder: it has no file that ends in {known}.", path=path
        )
    return [Input(each.path, each.below) for each in found]


def is_folder(path: Path) -> bool:
    """Whether a folder of that name exists; works for names of any length and kind."""
    try:
        return path.is_dir()
    except OSError:
        return False


def open_content(path: Path, encoding: str | None = None, below: Path | None = None) -> Content:
    """Return the file's content, read on demand; a pipe is read at once (``spool``).

    Trees keep its name and the folders ``below`` which it was found, never the path as typed:
    the same files give the same bytes in any location.

    Raises:
        InputError: the file does not exist, or is a folder.
        UsageError: the encoding does not exist.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise (_dangling(path) if path.is_symlink() else _missing(path)) from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if stat.S_ISDIR(mode):
        raise InputError("is a folder, not a file", path=path, hint="name one in it.")
    data = partial(_opened, path) if stat.S_ISREG(mode) else _drained(path)
    name = Path(below or "", path.name).as_posix()
    return Content(data, _shown(name), encoding, path=_shown(path))


def read_bytes(path: Path) -> bytes:
    """Return all bytes of a file other than a cable, such as a template given as an option.

    Raises:
        InputError: it cannot be read.
    """
    return open_content(path).data


def open_stdin(encoding: str | None = None) -> Content:
    """Return the content of standard input, read to its end; large input goes to a temporary file.

    Raises:
        InputError: it cannot be read.
        UsageError: the encoding does not exist.
    """
    standard_input: TextIO | None = sys.stdin
    if standard_input is None:
        raise InputError("is closed", path=STDIN_NAME, hint="name a file, or open a pipe to it.")
    try:
        return Content(spooled(standard_input.buffer), STDIN_NAME, encoding)
    except OSError as error:
        raise _unreadable(STDIN_NAME, error) from error


class _Found(msgspec.Struct, frozen=True):
    """A file, and the folders below the searched one in which it was found."""

    path: Path
    below: Path


def _below(folder: Path, leave_out: Path | None) -> Iterator[_Found]:
    """Yield every file below ``folder``; a folder that cannot be listed is yielded itself."""
    unreadable: list[Path] = []
    walk = os.walk(folder, onerror=lambda error: unreadable.append(Path(error.filename)))
    for parent, folders, files in walk:
        folders[:] = [
            name for name in _visible(folders) if not _same(Path(parent, name), leave_out)
        ]
        place = Path(parent)
        below = place.relative_to(folder)
        yield from (_Found(place / name, below) for name in _visible(files))
    yield from (_Found(each, each.parent.relative_to(folder)) for each in unreadable)


def _visible(names: list[str]) -> list[str]:
    return sorted(name for name in names if not name.startswith("."))


def _same(path: Path, other: Path | None) -> bool:
    return other is not None and other.exists() and path.samefile(other)


def _counts(file: Path, endings: tuple[str, ...]) -> bool:
    """Whether a file is an input; a pipe, socket or device is not, as reading it may never end."""
    if not file.name.lower().endswith(endings):
        return file.is_dir()
    try:
        mode = file.stat().st_mode
    except OSError:
        return True  # opening it will report the error
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def _is_output(file: Path, stems: Collection[Path]) -> bool:
    """Whether it is ``a.json`` or ``a.07ASTANA48.json`` beside an ``a.txt`` or ``a.csv``."""
    ending = next((ending for ending in _OWN if file.name.endswith(ending)), None)
    if ending is None:
        return False
    names = accumulate(file.name.removesuffix(ending).split("."), "{}.{}".format)
    return any(file.with_name(name) in stems for name in names if name)


def refuse_name(text: str, endings: Callable[[], Collection[str]]) -> None:
    """Refuse a content that is a file's name, which was probably meant as a path.

    Raises:
        UsageError: it is one line that names an existing file, one word with the ending of
            such a name, or a web address.
    """
    if len(text) > _LONGEST_NAME or not text or "\n" in text:
        return
    if _ADDRESS.match(text) and not _BLANK.search(text):
        raise UsageError(
            f"{text!r} is a web address, but a str is read as a cable's text",
            hint="save the page and give its Path",
        )
    if _is_file(text) or (not _BLANK.search(text) and text.lower().endswith(tuple(endings()))):
        raise UsageError(
            f"{text!r} is the name of a file, but a str is read as a cable's text",
            hint=f"give Path({text!r})",
        )


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _dangling(path: Path) -> InputError:
    goal = os.fsencode(path.readlink()).decode("utf-8", "backslashreplace")
    return InputError(
        f"is a link to {goal}, which does not exist",
        path=path,
        hint="repair or remove the link.",
    )


def _missing(path: Path) -> InputError:
    """Explain a missing file: an address, an unexpanded pattern, or a misspelt name."""
    if _ADDRESS.match(str(path)):
        return InputError(
            "is a web address, but only files can be read",
            path=_ADDRESS.sub(r"\g<0>/", path.as_posix()),  # a path has no double slash
            hint="save the page and give its file name.",
        )
    if _PATTERN.search(str(path)):
        return InputError(
            "no file has this name or matches it as a pattern",
            path=path,
            hint="give the folder, which is searched completely.",
        )
    from difflib import get_close_matches

    try:
        siblings = [sibling.name for sibling in path.parent.iterdir()]
    except OSError:
        return InputError(f"no such file: there is no folder {path.parent}.", path=path)
    nearest = get_close_matches(path.name, siblings, 1, cutoff=0.75)
    hint = f"did you mean {path.with_name(nearest[0])}?" if nearest else "check its name."
    return InputError(f"no such file: {hint}", path=path)


def _opened(path: Path) -> BinaryIO:
    return path.open("rb")


def _drained(path: Path) -> bytes | Callable[[], BinaryIO]:
    try:
        with path.open("rb") as stream:
            return spooled(stream)
    except OSError as error:
        raise _unreadable(path, error) from error


def _shown(path: Path | str) -> str:
    """Show undecodable bytes in a name by their codes, so that any output can hold it."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _unreadable(name: Path | str, error: Exception) -> InputError:
    reason = getattr(error, "strerror", None) or error
    return InputError(f"cannot be read: {reason}.", path=name)
