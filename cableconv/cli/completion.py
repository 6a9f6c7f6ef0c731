"""What the shell offers after the Tab key: names of formats and readers, installed ones too."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem


def complete_formats(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The formats that ``--to`` takes."""
    from cableconv.plugins.manager import Plugins

    return _fitting(((offer.name, offer.help) for offer in Plugins().formats()), incomplete)


def complete_transforms(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The transforms that ``--transform`` takes."""
    from cableconv.plugins.manager import Plugins

    return _fitting(((offer.name, offer.help) for offer in Plugins().transforms()), incomplete)


def complete_readers(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The readers that ``--from`` takes."""
    from cableconv.plugins.manager import Plugins

    return _fitting(((offer.name, offer.help) for offer in Plugins().readers()), incomplete)


def complete_settings(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The options that ``-O`` takes, of the formats that were given before it."""
    from cableconv.plugins.manager import Plugins

    wanted = ctx.params.get("to") or ()
    return _fitting(
        (
            (f"{option.name}=", option.help)
            for offer in Plugins().formats()
            if not wanted or {offer.name, *offer.aliases} & set(wanted)
            for option in offer.options
        ),
        incomplete,
    )


def _fitting(offers: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name, help=says) for name, says in offers if name.startswith(incomplete)]
