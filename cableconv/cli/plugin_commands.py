"""Commands of plugins, looked up if a word is neither a command nor a file, with error handling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from cableconv.cli.streams import say
from cableconv.errors import CableconvError, PluginError, UnknownFormatError, UsageError


def plugin_command(name: str, arguments: Sequence[str]) -> click.Command | None:
    """Return a plugin's command of that name, or None; plugins that fail are reported as warnings.

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
    """Loads a plugin's command when it runs, and names the plugin in errors."""

    def __init__(self, name: str, who: str, load: Any) -> None:
        super().__init__(name, add_help_option=False, params=[_REST])
        self.ignore_unknown_options = True
        self._who = who
        self._load = load

    def invoke(self, ctx: click.Context) -> int:
        """Run the command with its arguments unchanged, and return its exit code."""
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
