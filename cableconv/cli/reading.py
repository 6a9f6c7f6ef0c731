"""From the command line's inputs to cables, for every command that reads cables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from cableconv.cable import Cable
from cableconv.cli.options import ReadingOptions
from cableconv.cli.report import Report
from cableconv.cli.streams import say
from cableconv.corpus.inputs import find_inputs
from cableconv.corpus.job import Job
from cableconv.errors import InputError, NoCableError, PluginError, UsageError
from cableconv.input.content import Content
from cableconv.input.files import Input, open_content, open_stdin
from cableconv.limits import Limits
from cableconv.pipeline import Read, endings, read_cables
from cableconv.plugins.discovery import disabled_by_environment
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import READERS

if TYPE_CHECKING:
    from cableconv.query import Query

_LIMITS = Limits()
_AS_IT_IS = ReadingOptions()


class Reading(msgspec.Struct, frozen=True):
    """How to read inputs: plugins, reader, encoding."""

    plugins: PluginHost
    reader: str | None = None
    encoding: str | None = None
    columns: Sequence[str] = ()
    query: Query | None = None
    limits: Limits = _LIMITS
    how: ReadingOptions = _AS_IT_IS

    @classmethod
    def of(cls, how: ReadingOptions, where: str | None = None) -> Reading:
        """Return the settings of a call, with the query that selects cables.

        Columns given without a reader are those of ``records``, the only reader with columns.

        Raises:
            UsageError: the reader or encoding does not exist, the reader takes no such columns, or
                ``where`` is not a query.
            PluginError: a plugin's file cannot be used.
        """
        reader = how.reader or ("records" if how.columns else None)
        plugins = host(how)
        if reader:
            plugins.options_for(plugins.find(reader, READERS), _options(how.columns))
        Content(b"", encoding=how.encoding)
        return cls(plugins, reader, how.encoding, how.columns, _query(where), how.limits, how)

    def job(self) -> Job:
        """Return the same settings as a job, which other processes can run."""
        return Job(
            reader=self.reader,
            encoding=self.encoding,
            columns=tuple(self.columns),
            where=self.query.words if self.query else None,
            limits=self.limits,
            third_party=not self.how.no_plugins,
            disabled=disabled(self.how.disabled_plugins),
            plugin_files=tuple(str(Path(file).absolute()) for file in self.how.plugin_files),
        )

    def chooses(self, cable: Cable) -> bool:
        """Whether the cable matches the query."""
        return self.query is None or self.query.matches(cable)

    def open(self, source: Input) -> Content:
        """Open the input; raise InputError if it does not exist."""
        if source.path is None:
            return open_stdin(self.encoding)
        return open_content(source.path, self.encoding, source.below)

    def cables(self, source: Input, report: Report) -> Iterator[Read]:
        """The cables in it, one at a time, each with the content it stood in, and its text.

        An unreadable member of an archive is reported, and reading continues.

        Raises:
            NoCableError: the input holds no cable.
        """
        content = self.open(source)
        failures: list[InputError | PluginError] = []

        def failed(error: InputError | PluginError) -> None:
            failures.append(error)
            report.failed(source.name, error)

        found = None
        options = _options(self.columns)
        for found in read_cables(content, self.plugins, self.reader, failed, options, self.limits):
            yield found
        if found is None and not failures:
            is_blank = "it is empty" if not content.opening.strip() else "it holds none"
            raise NoCableError(
                f"no cable: {is_blank}", path=content.name, hint="check that it is the right file."
            )


def _query(where: str | None) -> Query | None:
    if where is None:
        return None
    from cableconv.query import parse_query

    return parse_query(where)


def _options(columns: Sequence[str]) -> dict[str, Sequence[str]]:
    return {"column": columns} if columns else {}


def host(how: ReadingOptions) -> PluginHost:
    """Return the plugins of a call: installed ones, and those from its files."""
    left_out = disabled(how.disabled_plugins)
    plugins = PluginHost(third_party=not how.no_plugins, disabled=left_out, say=say)
    for file in how.plugin_files:
        from cableconv.plugins.given import register_given

        register_given(file, plugins.register, plugins.warnings)
    return plugins


def disabled(names: Sequence[str]) -> frozenset[str]:
    """Return the plugins to ignore: those named in the call and in the environment."""
    return frozenset(name.strip().lower() for name in names) | disabled_by_environment()


def inputs(
    arguments: Sequence[Path], reading: Reading, report: Report, leave_out: Path | None = None
) -> list[Input]:
    """Expand the arguments to inputs, each file once; report folders without cables.

    Raises:
        UsageError: there are no arguments.
    """
    if not arguments:
        raise UsageError("no input; give a file or a folder, or - for standard input.")
    return find_inputs(
        arguments, lambda: endings(reading.plugins, reading.reader), report.failed, leave_out
    )


def each_cable(
    arguments: Sequence[Path], reading: Reading, report: Report
) -> Iterator[tuple[Input, Read]]:
    """The cables asked for, each with where it comes from; what fails is reported."""
    for source in inputs(arguments, reading, report):
        try:
            for found in reading.cables(source, report):
                if reading.chooses(found.cable):
                    yield replace(source, member=found.content.member), found
        except Exception as error:
            report.failed(source.name, error)
