"""From a plugin to its offers: pluggy checks the hooks, each plugin is asked on its own."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

import pluggy

from cableconv.plugins import hookspecs
from cableconv.plugins.installed import Origin
from cableconv.plugins.shelf import Shelf
from cableconv.plugins.soundness import fault


class _HooksOf:
    """The hook functions of a module alone: pluggy looks at every name of a plugin at length."""

    def __init__(self, module: ModuleType) -> None:
        marked = f"{hookspecs.PROJECT}_impl"
        hooks = {name: each for name, each in vars(module).items() if hasattr(each, marked)}
        vars(self).update(hooks)

    def __dir__(self) -> Iterable[str]:
        return vars(self)


class Registration:
    """One pluggy manager, and the shelves that its plugins' offers go on."""

    def __init__(self, shelves: Iterable[Shelf[Any]], warn: Callable[[Origin, str], None]) -> None:
        self._shelves = tuple(shelves)
        self._warn = warn
        self._pluggy = pluggy.PluginManager(hookspecs.PROJECT)
        self._pluggy.add_hookspecs(hookspecs)

    def register(self, plugin: object, origin: Origin) -> None:
        """Take a plugin in and put what it offers on the shelves.

        Raises:
            Exception: what pluggy raises on a hook of a wrong signature, or on one plugin twice.
        """
        if isinstance(plugin, ModuleType):
            plugin = _HooksOf(plugin)
        self._pluggy.register(plugin)
        self._report_unknown_hooks(plugin, origin)
        for shelf in self._shelves:
            if hasattr(plugin, shelf.kind.hook):
                for offer in self._sound_offers(plugin, shelf, origin):
                    shelf.add(offer, origin)

    def _sound_offers(self, plugin: object, shelf: Shelf[Any], origin: Origin) -> list[Any]:
        hook = shelf.kind.hook
        try:
            offers = self._ask(plugin, hook)
        except (Exception, SystemExit) as error:
            self._warn(origin, f"{hook} failed: {reason(error)}")
            return []
        faults = [(offer, fault(offer, shelf.kind.descriptor)) for offer in offers]
        for _, wrong in faults:
            if wrong:
                self._warn(origin, f"{hook}: {wrong}")
        return [offer for offer, wrong in faults if not wrong]

    def _ask(self, plugin: object, hook: str) -> list[Any]:
        """What this plugin alone answers; in a common call one failure would cost all answers."""
        others = [other for other in self._pluggy.get_plugins() if other is not plugin]
        answers = self._pluggy.subset_hook_caller(hook, others)()
        return [offer for answer in answers for offer in answer]

    def _report_unknown_hooks(self, plugin: object, origin: Origin) -> None:
        callers = self._pluggy.get_hookcallers(plugin) or []
        known = [shelf.kind.hook for shelf in self._shelves]
        if not callers:
            self._warn(origin, f"implements no hook; there are {', '.join(known)}")
        for caller in callers:
            if not caller.has_spec():
                nearest = difflib.get_close_matches(caller.name, known, 1)
                hint = f", did you mean {nearest[0]}?" if nearest else ""
                self._warn(origin, f"unknown hook {caller.name}{hint}")


def reason(error: BaseException) -> str:
    """An exception in one line."""
    says = " ".join(str(error).split())
    return f"{type(error).__name__}: {says}" if says else type(error).__name__
