"""The scaffold of a new distribution with a plugin in it, made of the files in ``template/``.

``template/shared`` is in every distribution, beside the folder of the plugin's kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import NamedTuple

from cableconv.errors import OutputError, UsageError
from cableconv.plugins.beginnings import KINDS, Kind
from cableconv.plugins.validate import is_name

_TEMPLATE = Path(__file__).with_name("template")
_SHARED = "shared"
_MARK = ".in"
"""The ending of the template's files, so that no tool takes them for part of this project."""

_PREFIX = "cableconv-"
_LONGEST = 40


class Scaffold(NamedTuple):
    """A distribution with its first files."""

    folder: Path
    name: str
    kind: str

    @property
    def next_steps(self) -> tuple[str, ...]:
        """The commands that its author runs next."""
        return (
            f'pip install -e "{self.folder}[test]"',
            KINDS[self.kind].trial.format(self.name),
            f"pytest {self.folder}",
        )


def create(name: str, into: Path, kind: str = "exporter") -> Scaffold:
    """Write a distribution with a plugin of that name and kind into a new folder.

    Raises:
        UsageError: the name is not one for a plugin, or its folder is there already.
        OutputError: it cannot be written.
    """
    own = name.removeprefix(_PREFIX)
    _refuse(own, KINDS[kind])
    scaffold = Scaffold(into / f"{_PREFIX}{own}", own, kind)
    if scaffold.folder.exists():
        raise UsageError(
            f"{scaffold.folder}: already exists; choose another name, or --into FOLDER."
        )
    try:
        for path, text in _files(own, kind):
            target = scaffold.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{scaffold.folder}: cannot be written: {error.strerror}.") from error
    return scaffold


def _refuse(name: str, kind: Kind) -> None:
    if not is_name(name) or len(name) > _LONGEST:
        raise UsageError(
            f"{name!r} is no name for a {kind.noun}: lower-case letters, digits and single "
            f"hyphens, a letter first, {_LONGEST} characters at most; for example "
            f"my-{kind.noun}."
        )
    if name in kind.taken:
        raise UsageError(f"{name}: is built in, and its name cannot be taken; choose another.")


def _files(name: str, kind: str) -> Iterator[tuple[Path, str]]:
    """Every file of the distribution: its path in it, and what it holds."""
    distribution = f"{_PREFIX}{name}"
    package = distribution.replace("-", "_")
    words = {
        "distribution": distribution,
        "package": package,
        "name": name,
        "about": KINDS[kind].about.format(name),
        "trial": KINDS[kind].trial.format(name),
    }
    for folder in (_TEMPLATE / _SHARED, _TEMPLATE / kind):
        for path in sorted(folder.rglob(f"*{_MARK}")):
            within = path.relative_to(folder).as_posix().removesuffix(_MARK)
            text = Template(path.read_text(encoding="utf-8")).substitute(words)
            yield Path(within.replace("package", package)), text
