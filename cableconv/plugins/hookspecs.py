"""The hooks that the host calls on every plugin, including built-in ones.

A plugin is a module (or any object) with functions of these names, marked by
``hookimpl``.  Hooks take no arguments and return descriptors; a plugin implements
only those that it needs.  Hooks must be cheap: do heavy imports in the function that
a descriptor names, not in the hook.
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
"""The name of the pluggy project, and of the entry point group of installed plugins."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def cableconv_exporters() -> Iterable[Exporter]:
    """Return the formats that this plugin writes."""
    return ()


@hookspec
def cableconv_readers() -> Iterable[Reader]:
    """Return the readers of this plugin."""
    return ()


@hookspec
def cableconv_collectors() -> Iterable[Collector]:
    """Return the formats of this plugin that hold many cables in one file or folder."""
    return ()


@hookspec
def cableconv_transforms() -> Iterable[Transform]:
    """Return the transforms of this plugin, which change cables before they are written."""
    return ()


@hookspec
def cableconv_checks() -> Iterable[Check]:
    """Return the rules of this plugin for ``cableconv check``."""
    return ()


@hookspec
def cableconv_commands() -> Iterable[Command]:
    """Return the commands that this plugin adds to the command line."""
    return ()


@hookspec
def cableconv_self_test() -> None:
    """Check the prerequisites on this machine; raise an error that says what is missing.

    Called only by ``cableconv plugins --check``, in a separate process.
    """
