"""What a plugin author imports: ``hookimpl`` and the descriptors.

    from cableconv.plugins import Exporter, hookimpl

Names are loaded when they are asked for, so importing this package costs nothing.
``docs/plugins.md`` is the guide.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cableconv.plugins.descriptors import Check as Check
    from cableconv.plugins.descriptors import Collection as Collection
    from cableconv.plugins.descriptors import Collector as Collector
    from cableconv.plugins.descriptors import Command as Command
    from cableconv.plugins.descriptors import Exporter as Exporter
    from cableconv.plugins.descriptors import Omission as Omission
    from cableconv.plugins.descriptors import Option as Option
    from cableconv.plugins.descriptors import Reader as Reader
    from cableconv.plugins.descriptors import Sniff as Sniff
    from cableconv.plugins.descriptors import Transform as Transform
    from cableconv.plugins.hookspecs import hookimpl as hookimpl
    from cableconv.plugins.manager import Plugins as Plugins

_HOMES = {
    "Check": "descriptors",
    "Collection": "descriptors",
    "Collector": "descriptors",
    "Command": "descriptors",
    "Exporter": "descriptors",
    "Omission": "descriptors",
    "Option": "descriptors",
    "Plugins": "manager",
    "Reader": "descriptors",
    "Sniff": "descriptors",
    "Transform": "descriptors",
    "hookimpl": "hookspecs",
}

__all__ = [
    "Check",
    "Collection",
    "Collector",
    "Command",
    "Exporter",
    "Omission",
    "Option",
    "Plugins",
    "Reader",
    "Sniff",
    "Transform",
    "hookimpl",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
