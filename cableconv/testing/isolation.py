"""A session with the built-in and the given plugins, whatever else is installed."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from cableconv.plugins.discovery import Origin
from cableconv.plugins.hookspecs import hookimpl
from cableconv.plugins.kinds import KINDS
from cableconv.session import Session


def isolated_session(*plugins: object, strict: bool = True) -> Session:
    """Return a session with the built-in plugins and these: modules, objects, or descriptors.

    Raises:
        PluginError: with ``strict``, a plugin has a problem, which the message describes.
    """
    session = Session(third_party=False, disabled=(), strict=strict)
    for plugin in plugins:
        session.plugins.register(as_plugin(plugin), origin_of(plugin))
    return session


def as_plugin(plugin: object) -> object:
    """Return a plugin that offers a bare descriptor; return a plugin unchanged."""
    hook = next((kind.hook for kind in KINDS if isinstance(plugin, kind.descriptor)), None)
    return plugin if hook is None else _Offering(hook, plugin)


def origin_of(plugin: object) -> Origin:
    """Return the name of an uninstalled plugin for messages."""
    name = plugin.__name__ if isinstance(plugin, ModuleType) else getattr(plugin, "name", None)
    return Origin(str(name or type(plugin).__name__), "under test")


class _Offering:
    """A plugin with one hook that returns one descriptor."""

    def __init__(self, hook: str, descriptor: object) -> None:
        def give() -> Iterable[object]:
            return (descriptor,)

        setattr(self, hook, hookimpl(give))
