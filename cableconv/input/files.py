"""Where inputs are found and opened.

Files are opened in two places of the project only: here, and in ``output`` where
results are written.
"""

from __future__ import annotations

import difflib
import os
import stat
import sys
from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO

from cableconv.errors import InputError, NoCableError, UsageError
from cableconv.input.content import Content
from cableconv.input.spool import spooled
from cableconv.patterns import pattern

STDIN_NAME = "<stdin>"
"""What messages call standard input."""

OWN_TEXT = ".cable.txt"
"""What the text exporter writes: beside its input it is an output, not one more input."""


class Input(NamedTuple):
    """A file to read (``None``: standard input), and where below the named folder it lay.

    ``member`` is the file meant inside it, where it is an archive.
    """

    path: Path | None
    below: Path = Path()
    member: str | None = None

    @property
    def name(self) -> str:
        """The file's name as messages show it, and that of the member."""
        file = STDIN_NAME if self.path is None else str(self.path)
        return f"{file}/{self.member}" if self.member else file


_LONGEST_NAME = 1000
_ADDRESS = pattern(r"(?:https?|ftp|file):/")
_PATTERN = pattern(r"[*?\[]")
_BLANK = pattern(r"\s")
_OWN = (OWN_TEXT, ".json", ".xml", ".docx")
"""Endings of results that readers know too."""


def find(path: Path, endings: Collection[str], leave_out: Path | None = None) -> list[Input]:
    """What ``path`` stands for: itself, or every file below it that a reader may know.

    Below a folder only files with one of ``endings`` (lower case, with their dot) count,
    in the order of their names; hidden ones, the folder ``leave_out`` and results that an
    earlier run wrote beside its inputs do not.

    Raises:
        NoCableError: the folder has no such file.
    """
    if not is_folder(path):
        return [Input(path)]
    found = [file for file in _below(path, leave_out) if _counts(file, endings)]
    stems = {file.with_suffix("") for file in found if not file.name.endswith(_OWN)}
    found = [file for file in found if not _is_output(file, stems)]
    if not found:
        known = ", ".join(sorted(endings))
        raise NoCableError(
            f"no cables in this folder: it has no file that ends in {known}.", path=path
        )
    return [Input(file, file.parent.relative_to(path)) for file in found]


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that name; no name is too long or too odd to ask."""
    try:
        return path.is_dir()
    except OSError:
        return False


def open_content(path: Path, encoding: str | None = None, below: Path | None = None) -> Content:
    """The file's content, read when it is asked for; a pipe is read at once (``spool``).

    Trees keep its name and the folders ``below`` which it was found, never the path as typed:
    the same files give the same bytes, wherever they lie.

    Raises:
        InputError: there is no such file, or it is a folder.
        UsageError: no such encoding.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise (_dangling(path) if path.is_symlink() else _missing(path)) from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if stat.S_ISDIR(mode):
        raise InputError(
            "is a folder, and a cable is read from a file", path=path, hint="name one in it."
        )
    data = partial(_opened, path) if stat.S_ISREG(mode) else _drained(path)
    name = Path(below or "", path.name).as_posix()
    return Content(data, _shown(name), encoding, path=_shown(path))


def read_bytes(path: Path) -> bytes:
    """All bytes of a file that is not a cable: an option's value, such as a template.

    Raises:
        InputError: it cannot be read.
    """
    return open_content(path).data


def open_stdin(encoding: str | None = None) -> Content:
    """The content of standard input, read to its end; what is big goes to a temporary file.

    Raises:
        InputError: it cannot be read.
        UsageError: no such encoding.
    """
    standard_input: TextIO | None = sys.stdin
    if standard_input is None:
        raise InputError("is closed", path=STDIN_NAME, hint="name a file, or open a pipe to it.")
    try:
        return Content(spooled(standard_input.buffer), STDIN_NAME, encoding)
    except OSError as error:
        raise _unreadable(STDIN_NAME, error) from error


def _below(folder: Path, leave_out: Path | None) -> Iterator[Path]:
    """Every file below ``folder``; a folder that cannot be listed stands for itself."""
    unreadable: list[Path] = []
    walk = os.walk(folder, onerror=lambda error: unreadable.append(Path(error.filename)))
    for parent, folders, files in walk:
        folders[:] = [
            name for name in _visible(folders) if not _same(Path(parent, name), leave_out)
        ]
        yield from (Path(parent, name) for name in _visible(files))
    yield from unreadable


def _visible(names: list[str]) -> list[str]:
    return sorted(name for name in names if not name.startswith("."))


def _same(path: Path, other: Path | None) -> bool:
    return other is not None and other.exists() and path.samefile(other)


def _counts(file: Path, endings: Collection[str]) -> bool:
    """A pipe, socket or device that lies about is no cable, and reading it may never end."""
    if not file.name.lower().endswith(tuple(endings)):
        return file.is_dir()
    try:
        mode = file.stat().st_mode
    except OSError:
        return True  # what is wrong with it is said when it is opened
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def _is_output(file: Path, stems: Collection[Path]) -> bool:
    """``a.json`` or ``a.07ASTANA48.json`` beside an ``a.txt`` or ``a.csv``."""
    ending = next((ending for ending in _OWN if file.name.endswith(ending)), None)
    if ending is None:
        return False
    names = accumulate(file.name.removesuffix(ending).split("."), "{}.{}".format)
    return any(file.with_name(name) in stems for name in names if name)


def refuse_name(text: str, endings: Callable[[], Collection[str]]) -> None:
    """Refuse a content that is the name of a file, which is meant for its path.

    Raises:
        UsageError: it is one line that names a file that is there, or one word that ends as
            such a name would.
    """
    if len(text) > _LONGEST_NAME or not text or "\n" in text:
        return
    if _is_file(text) or (not _BLANK.search(text) and text.lower().endswith(tuple(endings()))):
        raise UsageError(
            f"{text!r} is the name of a file, and a str is taken for a cable's text",
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
        f"is a link to {goal}, and there is no such file",
        path=path,
        hint="mend or remove the link.",
    )


def _missing(path: Path) -> InputError:
    """An address, a pattern that the shell left as it is, or a name that is nearly right."""
    if _ADDRESS.match(str(path)):
        return InputError(
            "is an address, and only files are read", path=path, hint="save the page, and name it."
        )
    if _PATTERN.search(str(path)):
        return InputError(
            "no file is called so, nor does one fit it as a pattern",
            path=path,
            hint="name the folder, which is searched as a whole.",
        )
    try:
        siblings = [sibling.name for sibling in path.parent.iterdir()]
    except OSError:
        return InputError(f"no such file: there is no folder {path.parent}.", path=path)
    nearest = difflib.get_close_matches(path.name, siblings, 1, cutoff=0.75)
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
    """A name of bytes that are no text gets their codes: it must fit into every output."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _unreadable(name: Path | str, error: Exception) -> InputError:
    reason = getattr(error, "strerror", None) or error
    return InputError(f"cannot be read: {reason}.", path=name)
