"""A plugin host with what is built in and the plugins at hand, whatever else is installed."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from cableconv.plugins.hookspecs import hookimpl
from cableconv.plugins.installed import Origin
from cableconv.plugins.kinds import KINDS
from cableconv.plugins.manager import Plugins


def isolated_plugins(*plugins: object, strict: bool = True) -> Plugins:
    """A host of just these: modules or objects with hooks, or bare descriptors.

    Raises:
        PluginError: with ``strict``, something is wrong with one; the message says what.
    """
    host = Plugins(third_party=False, disabled=(), strict=strict)
    for plugin in plugins:
        host.register(as_plugin(plugin), origin_of(plugin))
    return host


def as_plugin(plugin: object) -> object:
    """A bare descriptor as a plugin that offers it; a plugin as it is."""
    hook = next((kind.hook for kind in KINDS if isinstance(plugin, kind.descriptor)), None)
    return plugin if hook is None else _Offering(hook, plugin)


def origin_of(plugin: object) -> Origin:
    """How messages name a plugin that isn't installed."""
    name = plugin.__name__ if isinstance(plugin, ModuleType) else getattr(plugin, "name", None)
    return Origin(str(name or type(plugin).__name__), "under test")


class _Offering:
    """A plugin with one hook that gives one offer."""

    def __init__(self, hook: str, offer: object) -> None:
        def give() -> Iterable[object]:
            return (offer,)

        setattr(self, hook, hookimpl(give))
