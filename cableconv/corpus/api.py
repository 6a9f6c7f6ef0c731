"""Runs over an archive for programs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from cableconv.corpus.duplicates import Duplicates
from cableconv.corpus.inputs import find_inputs
from cableconv.corpus.job import Chosen, Job, Step
from cableconv.corpus.plan import Formats, Keeping, planned
from cableconv.corpus.results import Result
from cableconv.corpus.run import run
from cableconv.corpus.staff import Staff
from cableconv.errors import UsageError
from cableconv.input.files import Input, is_folder
from cableconv.output.targets import is_one_file
from cableconv.pipeline import endings
from cableconv.plugins.discovery import disabled_by_environment
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import FORMATS, TRANSFORMS

if TYPE_CHECKING:
    from concurrent.futures import Executor

PathLike = str | os.PathLike[str]
OptionsByName = Mapping[str, Mapping[str, Any]]


def convert(
    inputs: Iterable[PathLike],
    to: str | Sequence[str],
    output: PathLike | None = None,
    *,
    options: OptionsByName | None = None,
    transforms: OptionsByName | None = None,
    executor: Executor | None = None,
    jobs: int = 1,
    reader: str | None = None,
    encoding: str | None = None,
    where: str | None = None,
    name: str | None = None,
    duplicates: Duplicates = "keep",
    join: bool = False,
    strict: bool = False,
    keeping: Keeping = Keeping(),  # noqa: B008
    third_party: bool = True,
    plugins: Iterable[PathLike] = (),
) -> Iterator[Result]:
    """Convert many inputs as the command line does; yield a result for each cable, in order.

    Wrong arguments raise at once; the work is done while the results are iterated.
    A failure is part of its cable's result.  If the iteration is abandoned, written files
    stay, and files of many cables are discarded.

    Args:
        inputs: files, folders and archives.
        to: a format's name, or several.
        output: a file or folder, as for ``-o``; beside the inputs if ``None``.
        options: the options of formats, by the format's name.
        transforms: the transforms in order, by name, with their options.
        executor: an executor with the interface of ``concurrent.futures``; it is not shut down.
        jobs: the number of processes without an executor; 1 means this one.
        reader, encoding: as in ``cableconv.parse``.
        where: a query that cables have to match.
        name: a pattern for names, as ``--name``.
        duplicates: which of several sources of one cable is written.
        join: sections and corrected copies that lie in separate sources become one cable.
        strict: cables with warnings are not written.
        keeping: what is kept of earlier runs.
        third_party: whether installed plugins are used.
        plugins: files of Python whose hooks are used beside the installed ones.

    Raises:
        UsageError: a name, option or place is wrong; nothing has been written.
        PluginError: a file of ``plugins`` cannot be used.
    """
    place = None if output is None else os.fspath(output)
    job = Job(
        reader=reader,
        encoding=encoding,
        strict=strict,
        where=where,
        name=name,
        third_party=third_party,
        disabled=disabled_by_environment(),
        plugin_files=tuple(_files(plugins)),
    )
    host = job.host()
    job = replace(job, transforms=tuple(_steps(transforms or {}, host)))
    names = [to] if isinstance(to, str) else list(to)
    formats = _formats(names, options or {}, host, is_one_file(place))
    paths = [Path(each) for each in inputs]
    failures: list[Result] = []
    sources = find_inputs(
        paths,
        lambda: endings(host, reader),
        lambda name, error: failures.append(Result(source=Input(Path(name)), error=error)),
        None if place is None else Path(place),
    )
    many = len(paths) > 1 or any(map(is_folder, paths))
    plan = planned(
        job,
        host,
        formats,
        sources,
        place,
        many=many,
        keeping=keeping,
        duplicates=duplicates,
        join=join,
    )
    return chain(failures, run(plan, _staff(executor, jobs)))


def _files(plugins: Iterable[object]) -> Iterator[str]:
    """Yield the files' absolute paths, as other processes need them."""
    for plugin in plugins:
        if not isinstance(plugin, str | os.PathLike):
            raise UsageError(
                f"{plugin!r} is not a file, but other processes can load only files",
                hint="put its hooks into a Python file, and give its path.",
            )
        yield str(Path(plugin).absolute())


def _formats(
    names: Sequence[str], options: OptionsByName, host: PluginHost, one_file: bool
) -> Formats:
    found = [host.find(each, *FORMATS) for each in names]
    chosen = [Chosen(each, host.options_for(each, options.get(each.name, {}))) for each in found]
    return Formats.sorted_out(chosen, host, joins=len(found) == 1 and one_file)


def _steps(transforms: OptionsByName, host: PluginHost) -> Iterator[Step]:
    for name, options in transforms.items():
        found = host.find(name, TRANSFORMS)
        yield Step(found.name, host.options_for(found, options))


def _staff(executor: Executor | None, jobs: int) -> Staff:
    if executor is None and jobs == 1:
        return Staff()
    from cableconv.corpus.processes import staff_of, staff_of_processes

    return staff_of_processes(jobs) if executor is None else staff_of(executor)
