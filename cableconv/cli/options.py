"""The options that several commands share, and their shell completion.

An option means the same in every command; completion includes names of installed plugins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import click

from cableconv.cli.archive import Archive
from cableconv.cli.help import Option
from cableconv.limits import DEEPEST, Limits

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

CommandT = TypeVar("CommandT", bound=Callable[..., Any])

READING = "Input"
SAYING = "Messages"
ARCHIVE = "Archives of many cables"


def inputs(function: CommandT) -> CommandT:
    """INPUT...: files, folders, ``-``."""
    return click.argument(
        "inputs", nargs=-1, type=click.Path(allow_dash=True, path_type=Path), metavar="INPUT..."
    )(function)


class ReadingOptions(NamedTuple):
    """How to read inputs: the parameter ``how`` of every command that reads."""

    reader: str | None = None
    columns: Sequence[str] = ()
    encoding: str | None = None
    plugin_files: Sequence[Path] = ()
    no_plugins: bool = False
    disabled_plugins: Sequence[str] = ()
    limits: Limits = Limits()


def reading(function: CommandT) -> CommandT:
    """Add the options for reading (reader, columns, encoding, plugins, limits) as one parameter."""

    @wraps(function)
    def gathered(**values: Any) -> Any:
        how = ReadingOptions(**{name: values.pop(name) for name in ReadingOptions._fields})
        return function(how=how, **values)

    return _all(
        click.option(
            "-f", "--from", "reader", cls=Option, heading=READING, metavar="READER",
            shell_complete=names_of("reader"),
            help="The form of the inputs; found out by default. --list-formats names the readers.",
        ),
        click.option(
            "--column", "columns", cls=Option, heading=READING, multiple=True,
            metavar="WHAT=NAME",
            help="The column of a table (CSV, JSON, SQL) that holds a part of the cable: "
            "text=body, header=head, id=doc_id, date, office, classification. Needed only for "
            "unusual column names. May be given more than once.",
        ),
        click.option(
            "--encoding", cls=Option, heading=READING, metavar="NAME",
            help="The encoding of the inputs. Default: by the byte-order mark, else UTF-8, else "
            "Windows-1252 with a warning.",
        ),
        click.option(
            "--plugin", "plugin_files", cls=Option, heading=READING, multiple=True,
            metavar="FILE.py", type=click.Path(path_type=Path),
            help="Load a plugin from a file, without installing it. May be given more than once.",
        ),
        click.option(
            "--no-plugins", cls=Option, heading=READING, is_flag=True,
            help="Ignore all installed plugins.",
        ),
        click.option(
            "--disable-plugin", "disabled_plugins", cls=Option, heading=READING, multiple=True,
            metavar="NAME",
            help="Ignore an installed plugin, by its own name or that of its distribution. May be "
            "given more than once.",
        ),
        _limit(
            "--max-cable-size", "cable_size", click.IntRange(min=1), "CHARACTERS",
            "The longest text that is parsed as one cable; a longer one is kept unparsed, in a "
            "single block. Default: 16777216.",
        ),
        _limit(
            "--max-nesting", "nesting", click.IntRange(1, DEEPEST), "NUMBER",
            "How many levels of texts and cables inside each other are parsed. Default: 20.",
        ),
    )(cast(CommandT, gathered))  # fmt: skip


def archive(function: CommandT) -> CommandT:
    """Add the options for the files and the number of processes as the parameter ``archive``."""
    return _all(
        _archive(
            "--include", metavar="GLOB", multiple=True,
            help="Only files whose name, or path below the folder, matches: '*.txt', '2008/*'. "
            "May be given more than once.",
        ),
        _archive(
            "--exclude", metavar="GLOB", multiple=True,
            help="Skip files that match. May be given more than once.",
        ),
        _archive(
            "--files-from", metavar="FILE", type=click.Path(allow_dash=True, path_type=Path),
            help="Read the names of the inputs from a file, or - for standard input: one per line, "
            "or separated by NUL characters, as find -print0 writes them.",
        ),
        _archive(
            "-j", "--jobs", metavar="N", type=click.IntRange(min=1),
            help="The number of worker processes. Default: one per core, or none for a few small "
            "files.",
        ),
    )(function)  # fmt: skip


def _archive(*names: str, **settings: Any) -> Callable[[CommandT], CommandT]:
    """Return an option that sets a field of the parameter ``archive``."""

    def filled(ctx: click.Context, option: click.Parameter, value: Any) -> None:
        archive = ctx.params.get("archive", Archive())
        ctx.params["archive"] = archive._replace(**{option.name or "": value})

    return click.option(
        *names, cls=Option, heading=ARCHIVE, expose_value=False, callback=filled, **settings
    )


def where(function: CommandT) -> CommandT:
    """Add ``--where``, a query that selects cables."""
    return click.option(
        "--where", cls=Option, heading=READING, metavar="WORDS",
        help="Only cables that match a query: 'tag:PREL date:2008-01..2008-06 "
        "text:\"sea ice\"'. docs/query.md describes the language.",
    )(function)  # fmt: skip


def _limit(
    name: str, field: str, kind: click.IntRange, metavar: str, says: str
) -> Callable[[CommandT], CommandT]:
    """Return an option that sets a field of the parameter ``limits``."""

    def filled(ctx: click.Context, _: click.Parameter, value: int | None) -> None:
        limits = ctx.params.get("limits", Limits())
        ctx.params["limits"] = limits if value is None else limits.changed(field, value)

    return click.option(
        name, cls=Option, heading=READING, type=kind, metavar=metavar, help=says,
        expose_value=False, callback=filled,
    )  # fmt: skip


def saying(function: CommandT) -> CommandT:
    """Add the options for messages: ``-q``, ``-v``, ``--strict``, ``--debug``."""
    return _all(
        click.option(
            "-q", "--quiet", cls=Option, heading=SAYING, is_flag=True,
            help="Print errors only.",
        ),
        click.option(
            "-v", "--verbose", cls=Option, heading=SAYING, is_flag=True,
            help="Print notes too, and every warning when there are many inputs.",
        ),
        strict,
        debug,
    )(function)  # fmt: skip


def strict(function: CommandT) -> CommandT:
    """Add ``--strict``."""
    return click.option(
        "--strict", cls=Option, heading=SAYING, is_flag=True,
        help="Treat warnings as errors: exit code 1, and nothing is written for that input.",
    )(function)  # fmt: skip


def debug(function: CommandT) -> CommandT:
    """Add ``--debug``."""
    return click.option(
        "--debug", cls=Option, heading=SAYING, is_flag=True,
        help="Show the traceback of an error.",
    )(function)  # fmt: skip


def _all(*decorators: Callable[[CommandT], CommandT]) -> Callable[[CommandT], CommandT]:
    def decorate(function: CommandT) -> CommandT:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


def names_of(noun: str) -> Callable[..., list[CompletionItem]]:
    """Return a function that completes the names of all formats, readers or transforms."""

    def offered(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
        return _fitting(((each.name, each.help) for each in _descriptors(noun)), begun)

    return offered


def settings_of_formats(ctx: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """Complete the options that ``-O`` takes, for the formats already given."""
    wanted = set(ctx.params.get("to") or ())
    formats = _descriptors("format")
    asked = (each for each in formats if not wanted or wanted & {each.name, *each.aliases})
    return _fitting(
        ((f"{option.name}=", option.help) for each in asked for option in each.options), begun
    )


def _descriptors(noun: str) -> Iterator[Any]:
    from cableconv.plugins.host import PluginHost

    host = PluginHost()
    return (each for kind in host.kinds if kind.noun == noun for each in host.all(kind))


def _fitting(offers: Iterable[tuple[str, str]], begun: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(name, help=says) for name, says in offers if name.startswith(begun)]
