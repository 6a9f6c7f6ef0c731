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
    from cableconv.plugins.descriptors import Exporter, Reader

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
