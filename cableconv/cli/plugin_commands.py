"""Commands that plugins add: found when a word is neither a command nor a file, and guarded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from cableconv.cli.streams import say
from cableconv.errors import CableconvError, PluginError, UnknownFormatError, UsageError
from cableconv.patterns import pattern

_WORD = pattern(r"[a-z][a-z0-9-]{0,60}")
"""What can be a command's name; files mostly have an ending."""


def may_be_command(word: str) -> bool:
    """Whether it is worth a look at the plugins: a file of that name is meant first."""
    return _WORD.fullmatch(word) is not None and not Path(word).exists()


def plugin_command(name: str, arguments: Sequence[str]) -> click.Command | None:
    """The command of that name, if a plugin has it; plugins that fail are warned of.

    Raises:
        PluginError: two plugins claim the name.
    """
    if "--no-plugins" in arguments:
        return None
    from cableconv.cli.report import Report
    from cableconv.plugins.host import PluginHost
    from cableconv.plugins.kinds import COMMANDS

    host = PluginHost(say=say)
    try:
        found = host.find(name, COMMANDS)
    except UnknownFormatError:
        return None
    Report().plugin_warnings(host.warnings)
    return _Guard(found.name, f"{host.describe(found)} failed", found.load)


class _Guard(click.Command):
    """A plugin's command, loaded when it runs; what goes wrong in it names the plugin."""

    def __init__(self, name: str, who: str, load: Any) -> None:
        super().__init__(name, add_help_option=False, params=[_REST])
        self.ignore_unknown_options = True
        self._who = who
        self._load = load

    def invoke(self, ctx: click.Context) -> int:
        """Run it with the arguments as they are; its exit code."""
        try:
            loaded: click.Command = self._load()
            arguments, name = list(ctx.params["arguments"]), f"cableconv {self.name}"
            code = loaded.main(arguments, prog_name=name, standalone_mode=False)
        except click.ClickException as error:
            says = error.format_message()
            raise UsageError(f"{says} cableconv {self.name} --help has its options.") from error
        except (
            CableconvError, click.exceptions.Exit, click.Abort, BrokenPipeError, KeyboardInterrupt,
        ):  # fmt: skip
            raise
        except BaseException as error:
            from cableconv.plugins.invoke import reason

            raise PluginError(f"{self._who}: {reason(error)}") from error
        return code if isinstance(code, int) else 0


_REST = click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED)
