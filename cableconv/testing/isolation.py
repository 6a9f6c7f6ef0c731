"""A session with what is built in and the plugins at hand, whatever else is installed."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from cableconv.plugins.discovery import Origin
from cableconv.plugins.hookspecs import hookimpl
from cableconv.plugins.kinds import KINDS
from cableconv.session import Session


def isolated_session(*plugins: object, strict: bool = True) -> Session:
    """A session of what is built in and these: modules or objects with hooks, or descriptors.

    Raises:
        PluginError: with ``strict``, something is wrong with one; the message says what.
    """
    session = Session(third_party=False, disabled=(), strict=strict)
    for plugin in plugins:
        session.plugins.register(as_plugin(plugin), origin_of(plugin))
    return session


def as_plugin(plugin: object) -> object:
    """A bare descriptor as a plugin that offers it; a plugin as it is."""
    hook = next((kind.hook for kind in KINDS if isinstance(plugin, kind.descriptor)), None)
    return plugin if hook is None else _Offering(hook, plugin)


def origin_of(plugin: object) -> Origin:
    """How messages name a plugin that isn't installed."""
    name = plugin.__name__ if isinstance(plugin, ModuleType) else getattr(plugin, "name", None)
    return Origin(str(name or type(plugin).__name__), "under test")


class _Offering:
    """A plugin with one hook that gives one descriptor."""

    def __init__(self, hook: str, descriptor: object) -> None:
        def give() -> Iterable[object]:
            return (descriptor,)

        setattr(self, hook, hookimpl(give))
