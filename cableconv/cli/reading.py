"""From the command line's inputs to cables, for every command that reads some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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
from cableconv.pipeline import Read, endings, read_texts
from cableconv.plugins.discovery import disabled_by_environment
from cableconv.plugins.given import register_given
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import READERS

if TYPE_CHECKING:
    from cableconv.query import Query

_LIMITS = Limits()
_AS_IT_IS = ReadingOptions()


class Reading(NamedTuple):
    """How inputs are read: with which plugins, which reader, in which encoding."""

    plugins: PluginHost
    reader: str | None = None
    encoding: str | None = None
    columns: Sequence[str] = ()
    query: Query | None = None
    limits: Limits = _LIMITS
    how: ReadingOptions = _AS_IT_IS

    @classmethod
    def of(cls, how: ReadingOptions, where: str | None = None) -> Reading:
        """What the options of a call ask for, and the query that chooses cables.

        Columns without a reader are those of ``records``, which alone has some.

        Raises:
            UsageError: there is no such reader or encoding, it takes no such columns, or
                ``where`` is no query.
            PluginError: a plugin's file cannot be used.
        """
        reader = how.reader or ("records" if how.columns else None)
        plugins = host(how)
        if reader:
            plugins.options_for(plugins.find(reader, READERS), _options(how.columns))
        Content(b"", encoding=how.encoding)
        return cls(plugins, reader, how.encoding, how.columns, _query(where), how.limits, how)

    def job(self) -> Job:
        """The same for a run, which others may do."""
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
        """Whether the cable is one of those that are asked for."""
        return self.query is None or self.query.matches(cable)

    def open(self, source: Input) -> Content:
        """The input's content; InputError where there is none."""
        if source.path is None:
            return open_stdin(self.encoding)
        return open_content(source.path, self.encoding, source.below)

    def cables(self, source: Input, report: Report) -> Iterator[Read]:
        """The cables in it, one at a time, each with the content it stood in, and its text.

        A member of an archive that cannot be read is reported, and the next one follows.

        Raises:
            NoCableError: there are none.
        """
        content = self.open(source)
        failures: list[InputError | PluginError] = []

        def failed(error: InputError | PluginError) -> None:
            failures.append(error)
            report.failed(source.name, error)

        found = None
        options = _options(self.columns)
        for found in read_texts(content, self.plugins, self.reader, failed, options, self.limits):
            yield found
        if found is None and not failures:
            is_blank = "it is empty" if not content.opening.strip() else "there is none in it"
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
    """The plugins of a call: those that are installed, and those in its files."""
    left_out = disabled(how.disabled_plugins)
    plugins = PluginHost(third_party=not how.no_plugins, disabled=left_out, say=say)
    for file in how.plugin_files:
        register_given(file, plugins.register, plugins.warnings)
    return plugins


def disabled(names: Sequence[str]) -> frozenset[str]:
    """The plugins that are left out: those that a call names, with those of the environment."""
    return frozenset(name.strip().lower() for name in names) | disabled_by_environment()


def inputs(
    arguments: Sequence[Path], reading: Reading, report: Report, leave_out: Path | None = None
) -> list[Input]:
    """What the arguments stand for, each file once; a folder without cables is reported.

    Raises:
        UsageError: there are no arguments.
    """
    if not arguments:
        raise UsageError("no input; name a file or a folder, or - for standard input.")
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
                    yield source._replace(member=found.content.member), found
        except Exception as error:
            report.failed(source.name, error)
