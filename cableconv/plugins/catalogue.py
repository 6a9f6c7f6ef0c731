"""The available plugins, found on demand.

Built-in plugins are imported one by one when needed, and never looked up in the metadata.
Installed distributions are imported together, once, when something is needed that is not
built in, or when everything is.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from typing import Any

from cableconv.errors import PluginError, UnknownFormatError
from cableconv.plugins import discovery
from cableconv.plugins.api import Descriptor
from cableconv.plugins.discovery import BUILT_IN, Discovery, Origin
from cableconv.plugins.hooks import Hooks
from cableconv.plugins.kinds import KINDS, DescriptorT, PluginKind
from cableconv.plugins.registry import Registry


class Catalogue:
    """The plugins of one use; catalogues are independent of each other.

    ``third_party=False`` ignores installed distributions, ``disabled`` those of these
    names (of the distribution or its entry point).  ``warnings`` has one line for everything that
    was ignored, with distribution, version and reason, and one for each doubtful option value.
    With ``strict`` a plugin that cannot be used is an error (``PluginError``) instead.  Parameters
    that are ``None`` are taken from the environment at this moment (``CABLECONV_DISABLE_PLUGINS``,
    ``CABLECONV_STRICT_PLUGINS``).  ``say`` gets a line, at once and from a separate thread, about a
    plugin whose import takes more than five seconds.
    """

    def __init__(
        self,
        third_party: bool = True,
        *,
        disabled: Container[str] | None = None,
        strict: bool | None = None,
        kinds: Sequence[PluginKind[Any]] = KINDS,
        say: Callable[[str], None] = lambda line: None,
    ) -> None:
        self.kinds = tuple(kinds)
        self.warnings: list[str] = []
        self._strict = discovery.strict_by_environment() if strict is None else strict
        self._hooks = Hooks(kinds)
        self._registries = {kind.hook: Registry(kind, self._warn) for kind in kinds}
        self._discovery = Discovery(
            self.register,
            self._warn,
            third_party=third_party,
            disabled=discovery.disabled_by_environment() if disabled is None else disabled,
            say=say,
        )

    def register(self, plugin: object, origin: Origin) -> None:
        """Add a plugin that isn't installed, a module or any object with hooks.

        Raises:
            PluginError: with ``strict``, if it has a problem.
        """
        self._hooks.ask(
            plugin,
            lambda kind, descriptor: self._registries[kind.hook].add(descriptor, origin),
            lambda problem: self._warn(origin, problem),
        )

    def find(self, name: str, *kinds: PluginKind[DescriptorT]) -> DescriptorT:
        """Return the descriptor with that name or alias, in any case; kinds are tried in order.

        Raises:
            UnknownFormatError: there is none; the message has the nearest names.
            PluginError: two distributions claim the name, or the plugin cannot be loaded.
        """
        key = name.strip().lower()
        module = next((kind.builtin[key] for kind in kinds if key in kind.builtin), None)
        if module:
            self._discovery.load_built_in(module)
        else:
            self._discovery.load_installed()
        registries = [self._registry(kind) for kind in kinds]
        for registry in registries:
            if (descriptor := registry.get(key)) is not None:
                return descriptor
        from cableconv.plugins.suggestions import unknown_message

        known = [known for registry in registries for known in registry.names()]
        raise UnknownFormatError(unknown_message(kinds[0].noun, key, known))

    def all(self, *kinds: PluginKind[DescriptorT]) -> tuple[DescriptorT, ...]:
        """Import all installed plugins; return these kinds' descriptors, built-in ones first."""
        for kind in kinds:
            self._load_built_in(kind)
        self._discovery.load_installed()
        registries = map(self._registry, kinds)
        return tuple(entry.descriptor for registry in registries for entry in registry.entries())

    def origin(self, descriptor: Descriptor) -> Origin:
        """Return the distribution that a descriptor comes from."""
        origins = (registry.origin(descriptor) for registry in self._registries.values())
        return next((origin for origin in origins if origin), BUILT_IN)

    def describe(self, descriptor: Descriptor) -> str:
        """Return its name for messages: noun, name, distribution and version."""
        kinds = (kind for kind in self.kinds if isinstance(descriptor, kind.descriptor))
        noun = next((kind.noun for kind in kinds), "plugin")
        return f"{noun} {descriptor.name!r} ({self.origin(descriptor)})"

    def _registry(self, kind: PluginKind[DescriptorT]) -> Registry[DescriptorT]:
        registry: Registry[DescriptorT] = self._registries[kind.hook]
        return registry

    def _load_built_in(self, kind: PluginKind[Any]) -> None:
        for module in dict.fromkeys(kind.builtin.values()):  # several names may have one module
            try:
                self._discovery.load_built_in(module)
            except PluginError as error:
                self._note(str(error))

    def _warn(self, origin: Origin, problem: str) -> None:
        self._note(f"plugin {origin}: {problem}")

    def _note(self, line: str) -> None:
        if self._strict:
            raise PluginError(f"{line}; leave it out with --disable-plugin, or fix it.")
        self._add_warning(line)

    def add_warnings(self, lines: Iterable[str]) -> None:
        """Add warnings of another catalogue, such as a worker's; each line once."""
        for line in lines:
            self._add_warning(line)

    def _add_warning(self, line: str) -> None:
        if line not in self.warnings:
            self.warnings.append(line)
