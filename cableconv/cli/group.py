"""The entry point: the default command and the named ones, and the handling of errors."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from cableconv.cli.exit_codes import ExitCode, exit_code
from cableconv.cli.help import Command, write_examples, write_options, write_usage
from cableconv.cli.stopping import told
from cableconv.cli.streams import drop_unread_messages, hold_closed, print_anything, say, silence
from cableconv.errors import CableconvError, UsageError
from cableconv.patterns import pattern
from cableconv.version import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

DEFAULT = "convert"
NAMED = ("show", "check", "find", "stats", "plugins", "schema")
"""The commands; each is in the module of its name, which is imported when it is called."""

OF_STREAMS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF, errno.EFBIG})
"""The errors of an output stream; they name no file."""

_COMMAND_NAME = pattern(r"[a-z][a-z0-9-]{0,60}")
"""The possible names of commands; most file names have an ending."""

_OF_THE_GROUP = ("--help", "-h", "--version")
_ADDED = "cableconv.cli.added"
"""The key under which a call stores the plugin command that it found."""


class DefaultGroup(click.Group):
    """``cableconv INPUT...`` converts; ``cableconv show ...`` shows; ``./show`` is a file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the named commands; the help page describes the default one."""
        return list(NAMED)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name from its module, or the plugin's that was found."""
        if cmd_name not in (DEFAULT, *NAMED):
            added: click.Command | None = ctx.meta.get(_ADDED)
            return added
        command: click.Command = import_module(f"cableconv.cli.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Pass arguments that begin with no command's name to the default command."""
        if not args and not ctx.resilient_parsing:
            say(ctx.get_help())
            ctx.exit(ExitCode.USAGE)
        known = (DEFAULT, *NAMED, *_OF_THE_GROUP)
        if args and args[0] not in known and not self._is_added(ctx, args):
            _refuse_misspelt(args[0])
            args.insert(0, DEFAULT)
        return super().parse_args(ctx, args)

    def _is_added(self, ctx: click.Context, args: list[str]) -> bool:
        """Whether the first word is a plugin's command; it must not be the name of a file."""
        if ctx.resilient_parsing or not _may_be_command(args[0]):
            return False
        from cableconv.cli.plugin_commands import plugin_command

        ctx.meta[_ADDED] = plugin_command(args[0], args[1:])
        return ctx.meta[_ADDED] is not None

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage of the default command, then that of the others."""
        ways = (*self._default(ctx).usage, "cableconv COMMAND [OPTIONS] [ARGUMENTS]")
        write_usage(formatter, ways)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the default command's options, and the other commands."""
        default = self._default(ctx)
        write_examples(formatter, default.examples)
        self.format_commands(ctx, formatter)
        write_options(ctx, formatter, [*default.params, *self.get_params(ctx)])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the named commands, one line each."""
        commands = [(name, self.get_command(ctx, name)) for name in NAMED]
        with formatter.section("Commands"):
            formatter.write_dl([(n, c.get_short_help_str(100)) for n, c in commands if c])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete commands, and everything that the default command takes."""
        from click.shell_completion import CompletionItem

        default = self._default(ctx)
        items = super().shell_complete(ctx, incomplete)
        if not incomplete.startswith("-"):
            return [*items, CompletionItem(incomplete, type="file")]
        known = {item.value for item in items}
        more = default.shell_complete(click.Context(default, parent=ctx), incomplete)
        return [*items, *(item for item in more if item.value not in known)]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, with colours only if wanted (https://no-color.org)."""
        if os.environ.get("NO_COLOR"):
            ctx.color = False
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            from cableconv.output.failures import ClosedPipeError

            raise ClosedPipeError from error

    def _default(self, ctx: click.Context) -> Command:
        command = self.get_command(ctx, DEFAULT)
        assert isinstance(command, Command)
        return command


_MEANT = {
    "formats": "--list-formats",
    "help": "--help",
    "version": "--version",
}
"""Commands of other programs, and what does the same here."""


def _may_be_command(word: str) -> bool:
    """Whether a word may be a plugin's command; a file of that name takes precedence."""
    return _COMMAND_NAME.fullmatch(word) is not None and not os.path.lexists(word)


def _refuse_misspelt(word: str) -> None:
    """Refuse a word that resembles a command's name, unless a file has that name."""
    if not word.isalpha() or os.path.lexists(word):
        return
    from difflib import get_close_matches

    nearest = get_close_matches(word.lower(), NAMED, 1, cutoff=0.7)
    meant = _MEANT.get(word.lower()) or (nearest[0] if nearest else None)
    if meant:
        raise UsageError(
            f"{word}: no such command or file", hint=f"did you mean cableconv {meant}?"
        )


@click.group(
    cls=DefaultGroup,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 92},
)
@click.version_option(__version__, message="cableconv %(version)s")
def cableconv() -> None:
    """Read diplomatic cables in any form and write them as Word documents (docx), XML, JSON or
    plain text.

    The result is written beside its input unless -o says otherwise. A file is written completely
    or not at all, and an input is never overwritten. Write ./show for a file that is named like a
    command. Plugins may add formats and commands; --list-formats lists them.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, and return the exit code."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    hold_closed()
    print_anything()
    drop_unread_messages()
    try:
        code = int(cableconv.main(arguments, prog_name="cableconv", standalone_mode=False) or 0)
        _refuse_closed(arguments)
        return code
    except BaseException as error:
        if "--debug" in arguments:
            from traceback import format_exc

            say(format_exc())
        return end(error)


def end(error: BaseException) -> ExitCode:
    """Print why the run ended, and return the exit code for the error."""
    from cableconv.cli.wording import bug_line, error_line
    from cableconv.output.failures import ClosedPipeError, unwritable

    if isinstance(error, SystemExit) and not error.code:  # a shell completion is finished
        return ExitCode.OK
    if isinstance(error, ClosedPipeError | SystemExit):  # click exits on a closed pipe
        silence(sys.stdout)
        return ExitCode.OUTPUT
    if isinstance(error, click.exceptions.Abort | KeyboardInterrupt):
        return ExitCode(told(error))
    if isinstance(error, click.ClickException):
        context = getattr(error, "ctx", None)
        where = context.command_path.removesuffix(f" {DEFAULT}") if context else "cableconv"
        said = " ".join(error.format_message().split())  # click lists choices line by line
        ended = said if said.endswith((".", "?", "!")) else f"{said}."
        error = UsageError(f"{ended} {where} --help has every option.")
    if isinstance(error, OSError) and error.filename is None and error.errno in OF_STREAMS:
        silence(sys.stdout)
        error = unwritable("standard output", error)
    own = isinstance(error, CableconvError)
    say(error_line(error) if own else bug_line(error))
    return exit_code(error)


def _refuse_closed(arguments: Sequence[str]) -> None:
    """Fail if requested output could not be printed."""
    if sys.stdout is None and {"--help", "-h", "--version", "plugins"} & {*arguments}:
        from cableconv.output.standard_output import stream

        stream()
