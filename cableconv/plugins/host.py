"""The plugin host: calls plugins, and names the plugin in every error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from cableconv.cable import Cable, Diagnostic
from cableconv.errors import InputError
from cableconv.input.content import Content
from cableconv.output import standard_output
from cableconv.plugins import invoke
from cableconv.plugins.api import (
    Check,
    Collection,
    Collector,
    Configurable,
    Descriptor,
    Exporter,
    IsReplaced,
    Reader,
    Sniff,
    Transform,
)
from cableconv.plugins.catalogue import Catalogue
from cableconv.plugins.discovery import BUILT_IN
from cableconv.plugins.invoke import Expected, OpenCollection, Options, ResultT
from cableconv.plugins.kinds import READERS
from cableconv.plugins.losses import losses
from cableconv.plugins.options import doubts_about, options_for
from cableconv.plugins.sniffing import best_match
from cableconv.telegram import Telegram


class PluginHost(Catalogue):
    """A ``Catalogue`` of plugins, with methods to call them.

    ``invoke`` and ``invoke_each`` serve every kind; the others are typed methods for the kinds
    of this project.
    """

    def sniff(self, content: Content) -> Reader:
        """Return the reader that matches the content best.

        If no built-in reader is sure, installed plugins are imported, once for this host;
        nothing is sniffed twice if they add no reader.

        Raises:
            InputError: the content cannot be read, is binary, or matches no reader.
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
            size = len(content.text)  # raises the error for binary content
            where = content.name or "input"
            raise InputError(f"{where}: {size} characters of no known form; name the reader.")
        return reader

    def options_for(self, descriptor: Configurable, given: Options) -> dict[str, Any]:
        """Return a value for each option of a format or transform; doubtful values become warnings.

        Raises:
            InvalidOptionError: an option is unknown, or its value is invalid.
            PluginError: the plugin failed while it inspected a value.
        """
        values, doubts = self.inspected(descriptor, given)
        for line in doubts:
            self._add_warning(line)
        return values

    def inspected(
        self, descriptor: Configurable, given: Options
    ) -> tuple[dict[str, Any], tuple[str, ...]]:
        """Like ``options_for``, but also return the warnings, one line each."""
        if not (given or descriptor.options):
            return {}, ()
        values = options_for(descriptor, given)
        doubts = doubts_about(descriptor, partial(self.origin, descriptor), values)
        return values, tuple(f"{descriptor.name}: {doubt}" for doubt in doubts)

    def invoke(
        self,
        descriptor: Descriptor,
        call: Callable[..., object],
        *arguments: object,
        expected: Expected[ResultT],
        options: Options | None = None,
    ) -> ResultT:
        """Call a function of the descriptor, with default options if ``None``.

        Raises:
            PluginError: it raised, or its result is not of the type ``expected``.
        """
        values, who = self._values(descriptor, options), partial(self.describe, descriptor)
        return invoke.invoke(who, call, *arguments, expected=expected, options=values)

    def invoke_each(
        self,
        descriptor: Descriptor,
        call: Callable[..., Iterable[object]],
        *arguments: object,
        expected: Expected[ResultT],
        options: Options | None = None,
    ) -> Iterator[ResultT]:
        """Call a generator function of the descriptor; errors as ``invoke``."""
        values = self._values(descriptor, options)
        who = partial(self.describe, descriptor)
        return invoke.invoke_each(who, call, *arguments, expected=expected, options=values)

    def encode(
        self, exporter: Exporter, cable: Cable, options: Options | None = None
    ) -> bytes | str:
        """Return the cable in the exporter's format; errors as ``invoke``."""
        expected: tuple[type[bytes | str], ...] = (bytes,) if exporter.binary else (bytes, str)
        return self.invoke(exporter, exporter.encode, cable, expected=expected, options=options)

    def losses(
        self, chosen: Exporter | Collector, cable: Cable, options: Options | None = None
    ) -> tuple[Diagnostic, ...]:
        """Return what the format does not hold of the cable; errors as ``invoke``."""
        values = self._values(chosen, options)
        with invoke.Guard(lambda: f"losses of {chosen.name!r} ({self.origin(chosen)})"):
            return tuple(losses(chosen, cable, values))

    def joined(self, exporter: Exporter, options: Options) -> Collector:
        """Return a collector of the exporter's documents, with these options.

        Raises:
            UnknownFormatError: its documents cannot be joined.
        """
        from cableconv.plugins.joining import joined

        encode = partial(self.encode, exporter, options=options)
        return joined(exporter, encode, partial(self.losses, exporter, options=options))

    def apply(self, transform: Transform, cable: Cable, options: Options | None = None) -> Cable:
        """Return the cable as changed by the transform; errors as ``invoke``."""
        return self.invoke(transform, transform.apply, cable, expected=Cable, options=options)

    def check(self, check: Check, cable: Cable) -> tuple[Diagnostic, ...]:
        """Return the findings of the check; errors as ``invoke``."""
        return tuple(self.invoke_each(check, check.check, cable, expected=Diagnostic))

    def read(
        self, reader: Reader, content: Content, options: Options | None = None
    ) -> Iterator[Telegram | Cable | Content]:
        """Yield what the reader finds; errors as ``invoke``."""
        expected: tuple[type[Telegram | Cable | Content], ...] = (Telegram, Cable, Content)
        return self.invoke_each(reader, reader.read, content, expected=expected, options=options)

    def prepared(
        self, collector: Collector, cable: Cable, options: Options | None = None
    ) -> object:
        """Return what the collector adds for the cable, itself by default; errors as ``invoke``."""
        if collector.prepare is None:
            return cable
        return self.invoke(collector, collector.prepare, cable, expected=object, options=options)

    @contextmanager
    def collection(
        self,
        collector: Collector,
        target: Path | None,
        options: Options | None = None,
        is_replaced: IsReplaced | None = None,
    ) -> Iterator[OpenCollection]:
        """Open a collection to add cables to, which is at ``target`` once the block ends normally.

        Without a target it is printed, cable by cable where the format can be.  An ``add`` that
        fails leaves it open for the next cable.  With ``is_replaced`` it begins with what is at
        ``target``, without the cables that come again; its format has ``append``.

        Raises:
            OutputError: the target cannot be written.
            PluginError: the collector failed; if ``add`` raises it, it concerns that cable alone.
        """
        from cableconv.output.staging import staged

        values, who = self._values(collector, options), partial(self.describe, collector)
        prepare = partial(self.prepared, collector, options=values)
        place = target or standard_output.NAME
        if target is None and collector.stream is not None:
            file = standard_output.ResultStream()
            with invoke.open_collection(
                who, collector.stream, file, values, prepare, place
            ) as collection:
                yield collection
            return
        opening: Callable[..., Collection] = collector.open
        if is_replaced and collector.append and target:
            opening = partial(_appending, collector.append, target, is_replaced)
        with (
            staged(target, folder=collector.folder) as draft,
            invoke.open_collection(who, opening, draft, values, prepare, place) as collection,
        ):
            yield collection

    def _values(self, descriptor: Descriptor, options: Options | None) -> Options:
        if options is not None:
            return options
        return self.options_for(descriptor, {}) if isinstance(descriptor, Configurable) else {}

    def _warn_of(self, descriptor: Descriptor, problem: str) -> None:
        self._warn(self.origin(descriptor), problem)


def _appending(
    append: Callable[..., Collection],
    earlier: Path,
    is_replaced: IsReplaced,
    draft: Path,
    **options: object,
) -> Collection:
    """``append`` as a way to open a draft."""
    return append(draft, earlier, is_replaced, **options)
