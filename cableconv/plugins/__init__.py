"""The imports of plugin authors: ``hookimpl`` and the descriptors.

    from cableconv.plugins import Exporter, hookimpl

Names are loaded on first use, so importing this package is cheap.  ``docs/plugins.md`` is the
guide.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cableconv.plugins.api import Check as Check
    from cableconv.plugins.api import Collection as Collection
    from cableconv.plugins.api import Collector as Collector
    from cableconv.plugins.api import Command as Command
    from cableconv.plugins.api import Exporter as Exporter
    from cableconv.plugins.api import IsReplaced as IsReplaced
    from cableconv.plugins.api import Joins as Joins
    from cableconv.plugins.api import Omission as Omission
    from cableconv.plugins.api import Option as Option
    from cableconv.plugins.api import Reader as Reader
    from cableconv.plugins.api import Sniff as Sniff
    from cableconv.plugins.api import Transform as Transform
    from cableconv.plugins.hookspecs import hookimpl as hookimpl
    from cableconv.plugins.host import PluginHost as PluginHost
    from cableconv.plugins.shared_options import EDITORIAL as EDITORIAL
    from cableconv.plugins.shared_options import LAYOUT as LAYOUT
    from cableconv.plugins.shared_options import PROVENANCE as PROVENANCE
    from cableconv.plugins.shared_options import web_address as web_address

_HOMES = {
    "EDITORIAL": "shared_options",
    "LAYOUT": "shared_options",
    "PROVENANCE": "shared_options",
    "PluginHost": "host",
    "hookimpl": "hookspecs",
    "web_address": "shared_options",
}
"""The modules of the names that are not in ``api``."""

__all__ = [
    "EDITORIAL",
    "LAYOUT",
    "PROVENANCE",
    "Check",
    "Collection",
    "Collector",
    "Command",
    "Exporter",
    "IsReplaced",
    "Joins",
    "Omission",
    "Option",
    "PluginHost",
    "Reader",
    "Sniff",
    "Transform",
    "hookimpl",
    "web_address",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'api')}"), name)
