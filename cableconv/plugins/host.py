"""The plugin host: finds what is asked for, and lets no broken plugin cost the others anything.

Built-in plugins are imported one by one, when they are asked for, and never looked up in
the metadata.  Installed distributions are imported together, once, when something is asked
for that is not built in, or everything.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from cableconv.cable import Cable, Diagnostic
from cableconv.errors import InputError, PluginError, UnknownFormatError
from cableconv.input.content import Content
from cableconv.output.staging import staged
from cableconv.plugins import discovery, invoke
from cableconv.plugins.api import (
    Check,
    Collection,
    Collector,
    Exporter,
    Reader,
    Sniff,
    Transform,
)
from cableconv.plugins.collecting import guarded_collection
from cableconv.plugins.discovery import BUILT_IN, Discovery, Origin
from cableconv.plugins.hooks import Hooks
from cableconv.plugins.kinds import (
    KINDS,
    READERS,
    Configurable,
    Descriptor,
    DescriptorT,
    PluginKind,
)
from cableconv.plugins.losses import losses
from cableconv.plugins.options import doubts_about, options_for
from cableconv.plugins.registry import Registry
from cableconv.plugins.sniffing import best_match
from cableconv.plugins.suggestions import unknown_message
from cableconv.telegram import Telegram

ResultT = TypeVar("ResultT")
Options = Mapping[str, Any]


class PluginHost:
    """The plugins of one use; two of these know nothing of each other.

    ``third_party=False`` leaves installed distributions out, ``disabled`` those of these
    names (of the distribution or its entry point).  ``warnings`` collects one line for each
    thing that had to be left out: distribution, version and reason; and one for each thing
    that is doubtful of an option's value.  With ``strict`` what has to be left out is an error
    (``PluginError``) instead.  What is ``None`` is as the environment says at this moment
    (``CABLECONV_DISABLE_PLUGINS``, ``CABLECONV_STRICT_PLUGINS``).
    """

    def __init__(
        self,
        third_party: bool = True,
        *,
        disabled: Container[str] | None = None,
        strict: bool | None = None,
        kinds: Sequence[PluginKind[Any]] = KINDS,
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
        )

    def register(self, plugin: object, origin: Origin) -> None:
        """Take in a plugin, a module or any object with hooks, that isn't installed.

        Raises:
            PluginError: with ``strict``, something is wrong with it.
        """
        self._hooks.ask(
            plugin,
            lambda kind, descriptor: self._registries[kind.hook].add(descriptor, origin),
            lambda problem: self._warn(origin, problem),
        )

    def find(self, name: str, *kinds: PluginKind[DescriptorT]) -> DescriptorT:
        """The descriptor of that name or alias, in any case; of one kind after the other.

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
        known = [known for registry in registries for known in registry.names()]
        raise UnknownFormatError(unknown_message(kinds[0].noun, key, known))

    def all(self, *kinds: PluginKind[DescriptorT]) -> tuple[DescriptorT, ...]:
        """Every descriptor of these kinds, built-in ones first; imports all installed plugins."""
        for kind in kinds:
            self._load_built_in(kind)
        self._discovery.load_installed()
        registries = map(self._registry, kinds)
        return tuple(entry.descriptor for registry in registries for entry in registry.entries())

    def origin(self, descriptor: Descriptor) -> Origin:
        """The distribution that a descriptor comes from."""
        origins = (registry.origin(descriptor) for registry in self._registries.values())
        return next((origin for origin in origins if origin), BUILT_IN)

    def describe(self, descriptor: Descriptor) -> str:
        """How messages name it: noun, name, distribution and version."""
        kinds = (kind for kind in self.kinds if isinstance(descriptor, kind.descriptor))
        noun = next((kind.noun for kind in kinds), "plugin")
        return f"{noun} {descriptor.name!r} ({self.origin(descriptor)})"

    def sniff(self, content: Content) -> Reader:
        """The reader that matches the content best.

        Where none that is built in is sure, the installed plugins are imported, once for this
        host; if none of them has a reader, nothing is sniffed twice.

        Raises:
            InputError: it cannot be read, is binary, or is of no form that a reader knows.
        """
        self._load_built_in(READERS)
        readers = self._registry(READERS)
        own = [entry.descriptor for entry in readers.entries() if entry.origin == BUILT_IN]
        level, reader = best_match(own, content, self._warn_of)
        if level < Sniff.SURE:
            self._discovery.load_installed()
            if len(readers.entries()) > len(own):
                _, reader = best_match(self.all(READERS), content, self._warn_of)
        if reader is None:
            size = len(content.text)  # where it is binary, this says what it looks like
            where = content.name or "input"
            raise InputError(f"{where}: {size} characters of no known form; name the reader.")
        return reader

    def options_for(self, descriptor: Configurable, given: Options) -> dict[str, Any]:
        """A value for each option of a format or transform; what is doubtful of one is a warning.

        Raises:
            InvalidOptionError: an option is unknown, or its value doesn't fit.
            PluginError: the plugin failed to look at a value.
        """
        values, doubts = self.inspected(descriptor, given)
        for line in doubts:
            self._add_warning(line)
        return values

    def inspected(
        self, descriptor: Configurable, given: Options
    ) -> tuple[dict[str, Any], tuple[str, ...]]:
        """The same, and what is doubtful of the values, a line each; errors as ``options_for``."""
        values = options_for(descriptor, given)
        doubts = doubts_about(descriptor, self.origin(descriptor), values)
        return values, tuple(f"{descriptor.name}: {doubt}" for doubt in doubts)

    def invoke(
        self,
        descriptor: Descriptor,
        call: Callable[..., object],
        *arguments: object,
        expected: type[ResultT] | tuple[type[ResultT], ...],
        options: Options | None = None,
    ) -> ResultT:
        """What a function of the descriptor gives; its options are the defaults if ``None``.

        Raises:
            PluginError: it raised, or gave something else than ``expected``.
        """
        values = self._values(descriptor, options)
        who = self.describe(descriptor)
        return invoke.invoke(who, call, *arguments, expected=expected, options=values)

    def invoke_each(
        self,
        descriptor: Descriptor,
        call: Callable[..., Iterable[object]],
        *arguments: object,
        expected: type[ResultT] | tuple[type[ResultT], ...],
    ) -> Iterator[ResultT]:
        """What a function of the descriptor gives, one at a time; errors as ``invoke``."""
        return invoke.invoke_each(self.describe(descriptor), call, *arguments, expected=expected)

    def encode(
        self, exporter: Exporter, cable: Cable, options: Options | None = None
    ) -> bytes | str:
        """The cable in the exporter's format; errors as ``invoke``."""
        expected: tuple[type[bytes | str], ...] = (bytes,) if exporter.binary else (bytes, str)
        return self.invoke(exporter, exporter.encode, cable, expected=expected, options=options)

    def losses(
        self, exporter: Exporter, cable: Cable, options: Options | None = None
    ) -> tuple[Diagnostic, ...]:
        """What the format does not hold of the cable; errors as ``invoke``."""
        values = self._values(exporter, options)
        with invoke.guarded(f"losses of {exporter.name!r} ({self.origin(exporter)})"):
            return tuple(losses(exporter, cable, values))

    def apply(self, transform: Transform, cable: Cable, options: Options | None = None) -> Cable:
        """The cable as the transform changes it; errors as ``invoke``."""
        return self.invoke(transform, transform.apply, cable, expected=Cable, options=options)

    def check(self, check: Check, cable: Cable) -> tuple[Diagnostic, ...]:
        """What the check finds; errors as ``invoke``."""
        return tuple(self.invoke_each(check, check.check, cable, expected=Diagnostic))

    def read(self, reader: Reader, content: Content) -> Iterator[Telegram | Cable]:
        """What the reader finds, one at a time; errors as ``invoke``."""
        expected: tuple[type[Telegram | Cable], ...] = (Telegram, Cable)
        return self.invoke_each(reader, reader.read, content, expected=expected)

    @contextmanager
    def collection(
        self, collector: Collector, target: Path | None, options: Options | None = None
    ) -> Iterator[Collection]:
        """A collection to add cables to, which is at ``target`` when the block has ended well.

        Without a target it is printed.  An ``add`` that fails leaves it open for the next cable.

        Raises:
            OutputError: nothing can be written there.
            PluginError: the collector failed; on ``add`` this concerns that cable alone.
        """
        values, who = self._values(collector, options), self.describe(collector)
        with (
            staged(target, folder=collector.folder) as draft,
            guarded_collection(who, collector, draft, values) as collection,
        ):
            yield collection

    def _values(self, descriptor: Any, options: Options | None) -> Options:
        if options is not None:
            return options
        return self.options_for(descriptor, {}) if hasattr(descriptor, "options") else {}

    def _registry(self, kind: PluginKind[DescriptorT]) -> Registry[DescriptorT]:
        registry: Registry[DescriptorT] = self._registries[kind.hook]
        return registry

    def _load_built_in(self, kind: PluginKind[Any]) -> None:
        for module in kind.builtin.values():
            try:
                self._discovery.load_built_in(module)
            except PluginError as error:
                self._note(str(error))

    def _warn_of(self, descriptor: Descriptor, problem: str) -> None:
        self._warn(self.origin(descriptor), problem)

    def _warn(self, origin: Origin, problem: str) -> None:
        self._note(f"plugin {origin}: {problem}")

    def _note(self, line: str) -> None:
        if self._strict:
            raise PluginError(f"{line}; leave it out with --disable-plugin, or mend it.")
        self._add_warning(line)

    def _add_warning(self, line: str) -> None:
        if line not in self.warnings:
            self.warnings.append(line)
