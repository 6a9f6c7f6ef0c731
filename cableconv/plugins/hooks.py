"""From plugins to descriptors: pluggy checks the hooks; each plugin is called separately."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

import pluggy

from cableconv.plugins import hookspecs
from cableconv.plugins.invoke import reason
from cableconv.plugins.kinds import PluginKind
from cableconv.plugins.validate import problem

Add = Callable[[PluginKind[Any], Any], None]
Warn = Callable[[str], None]


class Hooks:
    """The hooks of a set of plugin kinds."""

    def __init__(self, kinds: Iterable[PluginKind[Any]]) -> None:
        self._kinds = {kind.hook: kind for kind in kinds}
        specs = [hookspecs.cableconv_self_test, *(kind.spec for kind in self._kinds.values())]
        self._pluggy = pluggy.PluginManager(hookspecs.PROJECT)
        self._pluggy.add_hookspecs(
            type("Specs", (), {spec.__name__: staticmethod(spec) for spec in specs})
        )

    def ask(self, plugin: object, add: Add, warn: Warn) -> None:
        """Call ``add`` for each valid descriptor of a plugin, and ``warn`` for everything else.

        Raises:
            Exception: as pluggy raises for a hook with a wrong signature, or a plugin given twice.
        """
        hooks = _HooksOf(plugin) if isinstance(plugin, ModuleType) else plugin
        self._pluggy.register(hooks, self._name_of(plugin))
        self._report_unknown_hooks(hooks, warn)
        for name, kind in self._kinds.items():
            if hasattr(hooks, name):
                for descriptor in self._answers(hooks, name, warn):
                    if wrong := problem(descriptor, kind):
                        warn(f"{name}: {wrong}")
                    else:
                        add(kind, descriptor)

    def _name_of(self, plugin: object) -> str | None:
        """Return the name for pluggy's messages; ``None``, for a number, if it is taken."""
        name = str(getattr(plugin, "__name__", type(plugin).__name__))
        return None if self._pluggy.has_plugin(name) else name

    def _answers(self, plugin: object, hook: str, warn: Warn) -> list[object]:
        """Call this plugin alone; in a common call one failure would cost all answers."""
        others = [other for other in self._pluggy.get_plugins() if other is not plugin]
        try:
            answers = self._pluggy.subset_hook_caller(hook, others)()
            if not answers:  # None, which pluggy drops
                warn(f"{hook} returned None instead of descriptors")
            return [descriptor for answer in answers for descriptor in answer]
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            warn(f"{hook} failed: {reason(error)}")
            return []

    def _report_unknown_hooks(self, plugin: object, warn: Warn) -> None:
        callers = self._pluggy.get_hookcallers(plugin) or []
        if not callers:
            warn(f"implements no hook; available are {', '.join(self._kinds)}")
        for caller in callers:
            if not caller.has_spec():
                from difflib import get_close_matches

                nearest = get_close_matches(caller.name, self._kinds, 1)
                hint = f", did you mean {nearest[0]}?" if nearest else ""
                warn(f"unknown hook {caller.name}{hint}")


class _HooksOf:
    """Only the hook functions of a module: pluggy inspects every attribute of a plugin slowly."""

    def __init__(self, module: ModuleType) -> None:
        marked = f"{hookspecs.PROJECT}_impl"
        hooks = {name: each for name, each in vars(module).items() if hasattr(each, marked)}
        vars(self).update(hooks)

    def __dir__(self) -> Iterable[str]:
        return vars(self)
