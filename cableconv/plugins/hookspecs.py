"""The hooks: what the host asks of every plugin, built-in ones included.

A plugin is a module (or any object) with functions of these names, marked by
``hookimpl``.  Each hook takes nothing and gives descriptors; a plugin implements
only the hooks it has something for.  Being asked must be cheap: import what is
heavy inside the function that a descriptor names, not in the hook.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from cableconv.plugins.api import (
        Check,
        Collector,
        Command,
        Exporter,
        Reader,
        Transform,
    )

PROJECT = "cableconv"
"""The name of the hooks' project, and of the entry point group of installed plugins."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def cableconv_exporters() -> Iterable[Exporter]:
    """The formats that this plugin writes."""
    return ()


@hookspec
def cableconv_readers() -> Iterable[Reader]:
    """The containers that this plugin reads."""
    return ()


@hookspec
def cableconv_collectors() -> Iterable[Collector]:
    """The formats of this plugin that hold many cables in one file or folder."""
    return ()


@hookspec
def cableconv_transforms() -> Iterable[Transform]:
    """The changes that this plugin can make to a cable before it is written."""
    return ()


@hookspec
def cableconv_checks() -> Iterable[Check]:
    """The rules that this plugin holds cables against."""
    return ()


@hookspec
def cableconv_commands() -> Iterable[Command]:
    """The commands that this plugin adds to the command line."""
    return ()


@hookspec
def cableconv_self_test() -> None:
    """What must be in place on this machine; raises an error that says what is not.

    Asked by ``cableconv plugins --check`` alone, in a process of its own.
    """
