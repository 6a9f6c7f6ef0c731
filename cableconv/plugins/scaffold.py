"""The scaffold of a new distribution with a plugin in it, made of the files in ``template/``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import NamedTuple

from cableconv.errors import OutputError, UsageError
from cableconv.plugins import builtin
from cableconv.plugins.validate import is_name

_TEMPLATE = Path(__file__).with_name("template")
_MARK = ".in"
"""The ending of the template's files, so that no tool takes them for part of this project."""

_PREFIX = "cableconv-"
_LONGEST = 40


class Scaffold(NamedTuple):
    """A distribution whose first files are written."""

    folder: Path
    format: str

    @property
    def next_steps(self) -> tuple[str, ...]:
        """What its author types next."""
        return (
            f'pip install -e "{self.folder}[test]"',
            f"cableconv cable.txt --to {self.format}",
            f"pytest {self.folder}",
        )


def create(name: str, into: Path) -> Scaffold:
    """Write a distribution with a format of that name into a new folder.

    Raises:
        UsageError: the name is not one for a format, or its folder is there already.
        OutputError: it cannot be written.
    """
    form = name.removeprefix(_PREFIX)
    _refuse(form)
    scaffold = Scaffold(into / f"{_PREFIX}{form}", form)
    if scaffold.folder.exists():
        raise UsageError(
            f"{scaffold.folder}: is there already; give another name, or --into FOLDER."
        )
    try:
        for path, text in _files(form):
            target = scaffold.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{scaffold.folder}: cannot be written: {error.strerror}.") from error
    return scaffold


def _refuse(form: str) -> None:
    if not is_name(form) or len(form) > _LONGEST:
        raise UsageError(
            f"{form!r} is no name for a format: lower-case letters, digits and single hyphens, "
            f"a letter first, {_LONGEST} characters at most; for example my-format."
        )
    if form in builtin.EXPORTERS or form in builtin.COLLECTORS:
        raise UsageError(f"{form}: is built in, and its name cannot be taken; choose another.")


def _files(form: str) -> Iterator[tuple[Path, str]]:
    """Every file of the distribution: its path in it, and what it holds."""
    distribution = f"{_PREFIX}{form}"
    package = distribution.replace("-", "_")
    names = {"distribution": distribution, "package": package, "format": form}
    for path in sorted(_TEMPLATE.rglob(f"*{_MARK}")):
        within = path.relative_to(_TEMPLATE).as_posix().removesuffix(_MARK)
        text = Template(path.read_text(encoding="utf-8")).substitute(names)
        yield Path(within.replace("package", package)), text
