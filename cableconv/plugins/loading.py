"""Importing plugins: built-in ones one by one, installed ones together, each failure one line."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from importlib import import_module
from typing import Any

from cableconv.errors import PluginError
from cableconv.plugins.installed import BUILT_IN, Installed, Origin, installed
from cableconv.plugins.registration import Registration, reason
from cableconv.plugins.shelf import Shelf


class Loader:
    """Fills the shelves, as little as is asked for; ``warn`` is told what had to be left out.

    ``disabled`` names distributions or entry points that are not imported.
    """

    def __init__(
        self,
        shelves: Iterable[Shelf[Any]],
        warn: Callable[[Origin, str], None],
        *,
        third_party: bool,
        disabled: Container[str],
    ) -> None:
        self._registration = Registration(shelves, warn)
        self._warn = warn
        self._disabled = disabled
        self._installed_wanted = third_party
        self._loaded: set[str] = set()

    def load_built_in(self, module: str) -> None:
        """Import one module of the project, once.

        Raises:
            PluginError: a part of this installation is missing.
        """
        if module in self._loaded:
            return
        try:
            plugin = import_module(module)
        except ImportError as error:
            raise PluginError(f"built-in {module} cannot be loaded: {reason(error)}") from error
        self._loaded.add(module)
        self._registration.register(plugin, BUILT_IN)

    def register(self, plugin: object, origin: Origin) -> None:
        """Take in a plugin that is imported already; errors as of ``Registration.register``."""
        self._registration.register(plugin, origin)

    def load_installed(self) -> None:
        """Import every installed plugin, once."""
        if not self._installed_wanted:
            return
        self._installed_wanted = False
        for plugin in installed():
            if not plugin.is_among(self._disabled):
                self._load(plugin)

    def _load(self, plugin: Installed) -> None:
        try:
            self._registration.register(plugin.entry.load(), plugin.origin)
        except PluginError:  # a warning that is to be an error
            raise
        except (Exception, SystemExit) as error:
            self._warn(plugin.origin, f"not loaded: {reason(error)}")
