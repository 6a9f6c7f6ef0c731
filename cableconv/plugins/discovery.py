"""Finds plugins: built-in modules one by one, installed distributions all at once.

Installed distributions are found in the metadata (entry points of the group ``cableconv``)
and imported only if something is needed that is not built in.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container
from importlib import import_module
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING

import msgspec

from cableconv.errors import PluginError
from cableconv.plugins.hookspecs import PROJECT
from cableconv.plugins.invoke import reason
from cableconv.plugins.patience import patience
from cableconv.plugins.surroundings import current_folder, go_back
from cableconv.version import __version__

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

DISABLED = "CABLECONV_DISABLE_PLUGINS"
"""Names of distributions or entry points to ignore, separated by commas."""

STRICT = "CABLECONV_STRICT_PLUGINS"
"""``1``: a plugin that cannot be used is an error instead of a warning."""


class Origin(msgspec.Struct, frozen=True):
    """The origin of a plugin, as shown in messages."""

    distribution: str
    version: str

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}"


BUILT_IN = Origin(PROJECT, __version__)


class Installed(msgspec.Struct, frozen=True):
    """An entry point of the group ``cableconv``; ``entry.load()`` imports it."""

    origin: Origin
    entry: EntryPoint

    def is_among(self, names: Container[str]) -> bool:
        """Whether one of the names (lower case) is its own or its distribution's."""
        return any(name.lower() in names for name in (self.origin.distribution, self.entry.name))


def installed() -> list[Installed]:
    """Return the entry points of this environment's distributions, in a stable order."""
    from importlib.metadata import entry_points  # slow to import, and rarely needed

    found = [Installed(_origin(entry), entry) for entry in entry_points(group=PROJECT)]
    return sorted(found, key=lambda plugin: (str(plugin.origin), plugin.entry.name))


def disabled_by_environment() -> frozenset[str]:
    """Return the names of the plugins to ignore."""
    names = os.environ.get(DISABLED, "").split(",")
    return frozenset(name.strip().lower() for name in names if name.strip())


def strict_by_environment() -> bool:
    """Whether a plugin that cannot be used is an error."""
    return os.environ.get(STRICT, "").strip().lower() in ("1", "yes", "true", "on")


class Discovery:
    """Imports each plugin once and passes it to ``register``; safe for threads.

    ``warn`` is called for each installed plugin that cannot be loaded; ``say`` is called from a
    separate thread while an import takes long.
    """

    def __init__(
        self,
        register: Callable[[object, Origin], None],
        warn: Callable[[Origin, str], None],
        *,
        third_party: bool,
        disabled: Container[str],
        say: Callable[[str], None],
    ) -> None:
        self._register = register
        self._warn = warn
        self._say = say
        self._disabled = disabled
        self._installed_wanted = third_party
        self._failure: PluginError | None = None
        self._loaded: set[str] = set()
        # Reentrant, as a plugin may call the library while it is imported.
        self._lock = RLock()

    def load_built_in(self, module: str) -> None:
        """Import one module of the project, once.

        Raises:
            PluginError: a part of this installation is missing.
        """
        if module in self._loaded:
            return
        with self._lock:
            if module not in self._loaded:
                plugin = _imported(module)
                try:
                    self._register(plugin, BUILT_IN)
                finally:
                    self._loaded.add(module)

    def load_installed(self) -> None:
        """Import every installed plugin, once.

        Raises:
            PluginError: warnings are errors, and there is one, now or from an earlier call.
        """
        with self._lock:
            if self._failure is not None:
                raise self._failure
            if self._installed_wanted:
                self._installed_wanted = False
                try:
                    self._load_all()
                except PluginError as error:
                    self._failure = error
                    raise

    def _load_all(self) -> None:
        for plugin in installed():
            if not plugin.is_among(self._disabled):
                self._load(plugin)

    def _load(self, plugin: Installed) -> None:
        folder = current_folder()
        try:
            with patience(lambda: self._waits_for(plugin)):
                self._register(plugin.entry.load(), plugin.origin)
        except (PluginError, KeyboardInterrupt):  # a strict warning, or an interruption
            raise
        except BaseException as error:
            self._warn(plugin.origin, f"not loaded: {reason(error)}")
        finally:
            go_back(folder)

    def _waits_for(self, plugin: Installed) -> None:
        distribution = plugin.origin.distribution
        self._say(
            f"still importing plugin {plugin.origin}; leave it out with "
            f"--disable-plugin {distribution}, or {DISABLED}={distribution}"
        )


def _imported(module: str) -> ModuleType:
    try:
        return import_module(module)
    except ImportError as error:
        raise PluginError(f"built-in {module} cannot be loaded: {reason(error)}") from error


def _origin(entry: EntryPoint) -> Origin:
    if entry.dist is None:
        return Origin(entry.value, "of unknown version")
    return Origin(entry.dist.name, entry.dist.version)
