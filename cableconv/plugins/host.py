"""The plugin host: calls what plugins offer, and names the plugin in whatever goes wrong."""

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
from cableconv.output.staging import staged
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
from cableconv.plugins.invoke import Expected, Options, ResultT
from cableconv.plugins.joining import joined
from cableconv.plugins.kinds import READERS
from cableconv.plugins.losses import losses
from cableconv.plugins.options import doubts_about, options_for
from cableconv.plugins.sniffing import best_match
from cableconv.telegram import Telegram


class PluginHost(Catalogue):
    """The plugins of a ``Catalogue``, with its parameters, and the ways to call them.

    ``invoke`` and ``invoke_each`` serve every kind; the others are what the kinds of this
    project are called for, typed.
    """

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
        if not (given or descriptor.options):
            return {}, ()
        values = options_for(descriptor, given)
        doubts = doubts_about(descriptor, self.origin(descriptor), values)
        return values, tuple(f"{descriptor.name}: {doubt}" for doubt in doubts)

    def invoke(
        self,
        descriptor: Descriptor,
        call: Callable[..., object],
        *arguments: object,
        expected: Expected[ResultT],
        options: Options | None = None,
    ) -> ResultT:
        """What a function of the descriptor gives; its options are the defaults if ``None``.

        Raises:
            PluginError: it raised, or gave something else than ``expected``.
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
        """What a function of the descriptor gives, one at a time; errors as ``invoke``."""
        values = self._values(descriptor, options)
        who = partial(self.describe, descriptor)
        return invoke.invoke_each(who, call, *arguments, expected=expected, options=values)

    def encode(
        self, exporter: Exporter, cable: Cable, options: Options | None = None
    ) -> bytes | str:
        """The cable in the exporter's format; errors as ``invoke``."""
        expected: tuple[type[bytes | str], ...] = (bytes,) if exporter.binary else (bytes, str)
        return self.invoke(exporter, exporter.encode, cable, expected=expected, options=options)

    def losses(
        self, chosen: Exporter | Collector, cable: Cable, options: Options | None = None
    ) -> tuple[Diagnostic, ...]:
        """What the format does not hold of the cable; errors as ``invoke``."""
        values = self._values(chosen, options)
        with invoke.Guard(lambda: f"losses of {chosen.name!r} ({self.origin(chosen)})"):
            return tuple(losses(chosen, cable, values))

    def joined(self, exporter: Exporter, options: Options) -> Collector:
        """The collector of what an exporter gives, set by these options.

        Raises:
            UnknownFormatError: its documents do not join.
        """
        encode = partial(self.encode, exporter, options=options)
        return joined(exporter, encode, partial(self.losses, exporter, options=options))

    def apply(self, transform: Transform, cable: Cable, options: Options | None = None) -> Cable:
        """The cable as the transform changes it; errors as ``invoke``."""
        return self.invoke(transform, transform.apply, cable, expected=Cable, options=options)

    def check(self, check: Check, cable: Cable) -> tuple[Diagnostic, ...]:
        """What the check finds; errors as ``invoke``."""
        return tuple(self.invoke_each(check, check.check, cable, expected=Diagnostic))

    def read(
        self, reader: Reader, content: Content, options: Options | None = None
    ) -> Iterator[Telegram | Cable | Content]:
        """What the reader finds, one at a time; errors as ``invoke``."""
        expected: tuple[type[Telegram | Cable | Content], ...] = (Telegram, Cable, Content)
        return self.invoke_each(reader, reader.read, content, expected=expected, options=options)

    @contextmanager
    def collection(
        self,
        collector: Collector,
        target: Path | None,
        options: Options | None = None,
        is_replaced: IsReplaced | None = None,
    ) -> Iterator[Collection]:
        """A collection to add cables to, which is at ``target`` when the block has ended well.

        Without a target it is printed, cable by cable where the format can be.  An ``add`` that
        fails leaves it open for the next cable.  With ``is_replaced`` it begins with what is at
        ``target``, without the cables that come again; its format has ``append``.

        Raises:
            OutputError: nothing can be written there.
            PluginError: the collector failed; on ``add`` this concerns that cable alone.
        """
        values, who = self._values(collector, options), partial(self.describe, collector)
        place = target or standard_output.NAME
        if target is None and collector.stream is not None:
            file = standard_output.ResultStream()
            with invoke.open_collection(who, collector.stream, file, values, place) as collection:
                yield collection
            return
        opening: Callable[..., Collection] = collector.open
        if is_replaced and collector.append and target:
            opening = partial(_appending, collector.append, target, is_replaced)
        with (
            staged(target, folder=collector.folder) as draft,
            invoke.open_collection(who, opening, draft, values, place) as collection,
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
