"""What the shell eachs after the Tab key: names of formats and readers, installed ones too."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem


def complete_formats(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The formats that ``--to`` takes."""
    from cableconv.plugins.host import PluginHost
    from cableconv.plugins.kinds import FORMATS

    return _fitting(((each.name, each.help) for each in PluginHost().all(*FORMATS)), incomplete)


def complete_transforms(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The transforms that ``--transform`` takes."""
    from cableconv.plugins.host import PluginHost
    from cableconv.plugins.kinds import TRANSFORMS

    return _fitting(((each.name, each.help) for each in PluginHost().all(TRANSFORMS)), incomplete)


def complete_readers(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The readers that ``--from`` takes."""
    from cableconv.plugins.host import PluginHost
    from cableconv.plugins.kinds import READERS

    return _fitting(((each.name, each.help) for each in PluginHost().all(READERS)), incomplete)


def complete_settings(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The options that ``-O`` takes, of the formats that were given before it."""
    from cableconv.plugins.host import PluginHost
    from cableconv.plugins.kinds import FORMATS

    wanted = ctx.params.get("to") or ()
    return _fitting(
        (
            (f"{option.name}=", option.help)
            for each in PluginHost().all(*FORMATS)
            if not wanted or {each.name, *each.aliases} & set(wanted)
            for option in each.options
        ),
        incomplete,
    )


def _fitting(eachs: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name, help=says) for name, says in eachs if name.startswith(incomplete)]
