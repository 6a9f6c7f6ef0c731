"""The plugin host: finds what is asked for, and lets no broken plugin cost the others anything.

Built-in plugins are imported one by one, when they are asked for, and never looked up in
the metadata.  Installed distributions are imported together, once, when somebody asks for
what is not built in or wants to see everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

from cableconv.cable import Cable, Diagnostic
from cableconv.content import Content
from cableconv.errors import CableconvError, InputError, PluginError, UnknownFormat
from cableconv.plugins import running
from cableconv.plugins.descriptors import Exporter, Reader, Sniff
from cableconv.plugins.installed import BUILT_IN, Origin, installed
from cableconv.plugins.kinds import EXPORTERS, READERS, OfferT
from cableconv.plugins.options import options_for
from cableconv.plugins.registration import Registration, reason
from cableconv.plugins.shelf import Shelf
from cableconv.plugins.unknown import unknown_message
from cableconv.telegram import Telegram


class Plugins:
    """The plugins of one use; two of these know nothing of each other.

    ``third_party=False`` leaves installed distributions out.  ``warnings`` collects one
    line for each thing that had to be left out: distribution, version and reason; and one for
    each thing that is doubtful of an option's value.
    """

    def __init__(self, third_party: bool = True) -> None:
        self.warnings: list[str] = []
        self._exporters = Shelf(EXPORTERS, self._warn)
        self._readers = Shelf(READERS, self._warn)
        self._registration = Registration((self._exporters, self._readers), self._warn)
        self._loaded: set[str] = set()
        self._installed_wanted = third_party

    def exporter(self, name: str) -> Exporter:
        """The exporter of that name or alias, in any case.

        Raises:
            UnknownFormat: nobody offers it; the message has the nearest names.
            PluginError: two distributions claim the name, or the plugin cannot be loaded.
        """
        return self._find(self._exporters, name)

    def reader(self, name: str) -> Reader:
        """The reader of that name or alias; errors as of ``exporter``."""
        return self._find(self._readers, name)

    def exporters(self) -> tuple[Exporter, ...]:
        """Every exporter, built-in ones first; imports all installed plugins."""
        return self._all(self._exporters)

    def readers(self) -> tuple[Reader, ...]:
        """Every reader, built-in ones first; imports all installed plugins."""
        return self._all(self._readers)

    def origin(self, offer: Exporter | Reader) -> Origin:
        """The distribution that an offer comes from."""
        shelves: tuple[Shelf[Any], ...] = (self._exporters, self._readers)
        origins = (shelf.origin(offer) for shelf in shelves)
        return next((origin for origin in origins if origin), BUILT_IN)

    def sniff(self, content: Content) -> Reader:
        """The reader that is surest of the content; installed ones are asked if none built in is.

        Raises:
            InputError: it cannot be read, is binary, or is of no form that a reader knows.
        """
        level, reader = self._surest(self._built_in(self._readers), content)
        if level < Sniff.SURE:
            level, reader = self._surest(self.readers(), content)
        if reader is None:
            size = len(content.text)  # where it is binary, this says what it looks like
            where = content.name or "input"
            raise InputError(f"{where}: {size} characters of no known form; name the reader.")
        return reader

    def options_for(self, exporter: Exporter, given: Mapping[str, Any]) -> dict[str, Any]:
        """A value for each option of the exporter; what is doubtful of one is a warning.

        Raises:
            InvalidOption: an option is unknown, or its value doesn't fit.
            PluginError: the exporter failed to look at a value.
        """
        values = options_for(exporter, given)
        for says in running.inspect(exporter, self.origin(exporter), values):
            self._note(f"format {exporter.name}: {says}")
        return values

    def encode(
        self, exporter: Exporter, cable: Cable, options: Mapping[str, Any] | None = None
    ) -> bytes | str:
        """The cable in the exporter's format; PluginError naming it where it fails."""
        values = self.options_for(exporter, {}) if options is None else options
        return running.encode(exporter, self.origin(exporter), cable, values)

    def losses(
        self, exporter: Exporter, cable: Cable, options: Mapping[str, Any] | None = None
    ) -> tuple[Diagnostic, ...]:
        """What the format does not hold of the cable; PluginError naming it where it fails."""
        values = self.options_for(exporter, {}) if options is None else options
        return running.losses(exporter, self.origin(exporter), cable, values)

    def read(self, reader: Reader, content: Content) -> Iterator[Telegram | Cable]:
        """What the reader finds, one at a time; PluginError naming it where it fails."""
        return running.read(reader, self.origin(reader), content)

    def _find(self, shelf: Shelf[OfferT], name: str) -> OfferT:
        key = name.strip().lower()
        module = shelf.kind.builtin.get(key)
        if module:
            self._load_built_in(module)
        else:
            self._load_installed()
        offer = shelf.get(key)
        if offer is None:
            raise UnknownFormat(unknown_message(shelf.kind.noun, key, shelf.names()))
        return offer

    def _all(self, shelf: Shelf[OfferT]) -> tuple[OfferT, ...]:
        self._built_in(shelf)
        self._load_installed()
        return shelf.offers()

    def _built_in(self, shelf: Shelf[OfferT]) -> tuple[OfferT, ...]:
        for module in shelf.kind.builtin.values():
            try:
                self._load_built_in(module)
            except PluginError as error:
                self._note(str(error))
        return tuple(offer for offer in shelf.offers() if shelf.origin(offer) == BUILT_IN)

    def _surest(self, readers: Iterable[Reader], content: Content) -> tuple[Sniff, Reader | None]:
        """The first that is sure; of those that are not, the first that the file's ending fits."""
        possible: list[Reader] = []
        for reader in readers:
            level = self._sniffed(reader, content)
            if level is Sniff.SURE:
                return level, reader
            if level is Sniff.MAYBE:
                possible.append(reader)
        name = (content.name or "").lower()
        fitting = [reader for reader in possible if name.endswith(reader.endings)]
        best = next(iter(fitting or possible), None)
        return (Sniff.MAYBE if best else Sniff.NO), best

    def _sniffed(self, reader: Reader, content: Content) -> Sniff:
        try:
            return running.sniff(reader, content)
        except CableconvError:
            raise
        except (Exception, SystemExit) as error:
            self._warn(self.origin(reader), f"sniff of {reader.name!r} failed: {reason(error)}")
            return Sniff.NO

    def _load_built_in(self, module: str) -> None:
        if module in self._loaded:
            return
        try:
            plugin = import_module(module)
        except ImportError as error:
            raise PluginError(f"built-in {module} cannot be loaded: {reason(error)}") from error
        self._loaded.add(module)
        self._registration.register(plugin, BUILT_IN)

    def _load_installed(self) -> None:
        """Import every installed plugin, once; each failure costs a warning and no more."""
        if not self._installed_wanted:
            return
        self._installed_wanted = False
        for plugin in installed():
            try:
                self._registration.register(plugin.entry.load(), plugin.origin)
            except (Exception, SystemExit) as error:
                self._warn(plugin.origin, f"not loaded: {reason(error)}")

    def _warn(self, origin: Origin, says: str) -> None:
        self._note(f"plugin {origin}: {says}")

    def _note(self, line: str) -> None:
        if line not in self.warnings:
            self.warnings.append(line)
