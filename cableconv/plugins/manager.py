"""The plugin host: finds what is asked for, and lets no broken plugin cost the others anything.

Built-in plugins are imported one by one, when they are asked for, and never looked up in
the metadata.  Installed distributions are imported together, once, when somebody asks for
what is not built in or wants to see everything.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cableconv.cable import Cable, Diagnostic
from cableconv.errors import InputError, PluginError, UnknownFormatError
from cableconv.input.content import Content
from cableconv.output.staging import staged
from cableconv.plugins import environment, kinds, running
from cableconv.plugins.descriptors import (
    Check,
    Collection,
    Collector,
    Command,
    Exporter,
    Reader,
    Sniff,
    Transform,
)
from cableconv.plugins.installed import BUILT_IN, Origin
from cableconv.plugins.kinds import Configurable, Kind, Offer, OfferT
from cableconv.plugins.loading import Loader
from cableconv.plugins.options import options_for
from cableconv.plugins.shelf import Shelf
from cableconv.plugins.sniffing import surest
from cableconv.plugins.unknown import unknown_message
from cableconv.telegram import Telegram


class Plugins:
    """The plugins of one use; two of these know nothing of each other.

    ``third_party=False`` leaves installed distributions out, ``disabled`` those of these
    names (of the distribution or its entry point).  ``warnings`` collects one line for each
    thing that had to be left out: distribution, version and reason; and one for each thing
    that is doubtful of an option's value.  With ``strict`` what has to be left out is an error
    (``PluginError``) instead.  What is ``None`` is as the environment says
    (``CABLECONV_DISABLE_PLUGINS``, ``CABLECONV_STRICT_PLUGINS``).
    """

    def __init__(
        self,
        third_party: bool = True,
        *,
        disabled: Container[str] | None = None,
        strict: bool | None = None,
    ) -> None:
        self.warnings: list[str] = []
        self._strict = environment.strict() if strict is None else strict
        self._shelves = {kind: Shelf(kind, self._warn) for kind in kinds.KINDS}
        self._loader = Loader(
            self._shelves.values(),
            self._warn,
            third_party=third_party,
            disabled=environment.disabled() if disabled is None else disabled,
        )

    def register(self, plugin: object, origin: Origin) -> None:
        """Take in a plugin, a module or any object with hooks, that isn't installed.

        Raises:
            PluginError: with ``strict``, something is wrong with it.
        """
        self._loader.register(plugin, origin)

    def format(self, name: str) -> Exporter | Collector:
        """The exporter or else the collector of that name or alias, in any case.

        Raises:
            UnknownFormatError: nobody offers it; the message has the nearest names.
            PluginError: two distributions claim the name, or the plugin cannot be loaded.
        """
        found: Exporter | Collector = self.find(name, kinds.EXPORTERS, kinds.COLLECTORS)
        return found

    def exporter(self, name: str) -> Exporter:
        """The exporter of that name or alias; errors as of ``format``."""
        found: Exporter = self.find(name, kinds.EXPORTERS)
        return found

    def collector(self, name: str) -> Collector:
        """The collector of that name or alias; errors as of ``format``."""
        found: Collector = self.find(name, kinds.COLLECTORS)
        return found

    def reader(self, name: str) -> Reader:
        """The reader of that name or alias; errors as of ``format``."""
        found: Reader = self.find(name, kinds.READERS)
        return found

    def transform(self, name: str) -> Transform:
        """The transform of that name or alias; errors as of ``format``."""
        found: Transform = self.find(name, kinds.TRANSFORMS)
        return found

    def command(self, name: str) -> Command:
        """The command that a plugin adds under that name or alias; errors as of ``format``."""
        found: Command = self.find(name, kinds.COMMANDS)
        return found

    def formats(self) -> tuple[Exporter | Collector, ...]:
        """Every exporter, then every collector; imports all installed plugins, as do the others."""
        exporters: tuple[Exporter | Collector, ...] = self.exporters()
        return exporters + self.collectors()

    def exporters(self) -> tuple[Exporter, ...]:
        """Every exporter, built-in ones first."""
        return self.offers(kinds.EXPORTERS)

    def collectors(self) -> tuple[Collector, ...]:
        """Every collector."""
        return self.offers(kinds.COLLECTORS)

    def readers(self) -> tuple[Reader, ...]:
        """Every reader."""
        return self.offers(kinds.READERS)

    def transforms(self) -> tuple[Transform, ...]:
        """Every transform."""
        return self.offers(kinds.TRANSFORMS)

    def checks(self) -> tuple[Check, ...]:
        """Every check."""
        return self.offers(kinds.CHECKS)

    def commands(self) -> tuple[Command, ...]:
        """Every command that plugins add."""
        return self.offers(kinds.COMMANDS)

    def offers(self, kind: Kind[OfferT]) -> tuple[OfferT, ...]:
        """Every offer of that kind."""
        self._built_in(kind)
        self._loader.load_installed()
        shelf: Shelf[OfferT] = self._shelves[kind]
        return shelf.offers()

    def origin(self, offer: Offer) -> Origin:
        """The distribution that an offer comes from."""
        origins = (shelf.origin(offer) for shelf in self._shelves.values())
        return next((origin for origin in origins if origin), BUILT_IN)

    def sniff(self, content: Content) -> Reader:
        """The reader that is surest of the content; installed ones are asked if none built in is.

        Raises:
            InputError: it cannot be read, is binary, or is of no form that a reader knows.
        """
        level, reader = surest(self._built_in(kinds.READERS), content, self._warn_of)
        if level < Sniff.SURE:
            level, reader = surest(self.readers(), content, self._warn_of)
        if reader is None:
            size = len(content.text)  # where it is binary, this says what it looks like
            where = content.name or "input"
            raise InputError(f"{where}: {size} characters of no known form; name the reader.")
        return reader

    def options_for(self, offer: Configurable, given: Mapping[str, Any]) -> dict[str, Any]:
        """A value for each option of a format or transform; what is doubtful of one is a warning.

        Raises:
            InvalidOptionError: an option is unknown, or its value doesn't fit.
            PluginError: the plugin failed to look at a value.
        """
        values = options_for(offer, given)
        for says in running.inspect(offer, self.origin(offer), values):
            self._tell(f"{offer.name}: {says}")
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

    @contextmanager
    def collection(
        self, collector: Collector, target: Path | None, options: Mapping[str, Any] | None = None
    ) -> Iterator[Collection]:
        """A collection to add cables to, which is at ``target`` when the block has ended well.

        Without a target it is printed.

        Raises:
            OutputError: nothing can be written there.
            PluginError: the collector failed; on ``add`` this concerns that cable alone.
        """
        values = self.options_for(collector, {}) if options is None else options
        with (
            staged(target, folder=collector.folder) as draft,
            running.collection(collector, self.origin(collector), draft, values) as opened,
        ):
            yield opened

    def apply(
        self, transform: Transform, cable: Cable, options: Mapping[str, Any] | None = None
    ) -> Cable:
        """The cable as the transform changes it; PluginError naming it where it fails."""
        values = self.options_for(transform, {}) if options is None else options
        return running.apply(transform, self.origin(transform), cable, values)

    def check(self, check: Check, cable: Cable) -> tuple[Diagnostic, ...]:
        """What the check finds; PluginError naming it where it fails."""
        return running.check(check, self.origin(check), cable)

    def read(self, reader: Reader, content: Content) -> Iterator[Telegram | Cable]:
        """What the reader finds, one at a time; PluginError naming it where it fails."""
        return running.read(reader, self.origin(reader), content)

    def find(self, name: str, *among: Kind[Any]) -> Any:
        """The offer of that name; of one kind after the other, built-in ones first."""
        key = name.strip().lower()
        module = next((kind.builtin[key] for kind in among if key in kind.builtin), None)
        if module:
            self._loader.load_built_in(module)
        else:
            self._loader.load_installed()
        shelves = [self._shelves[kind] for kind in among]
        for shelf in shelves:
            if (offer := shelf.get(key)) is not None:
                return offer
        known = [known for shelf in shelves for known in shelf.names()]
        raise UnknownFormatError(unknown_message(among[0].noun, key, known))

    def _built_in(self, kind: Kind[OfferT]) -> tuple[OfferT, ...]:
        for module in kind.builtin.values():
            try:
                self._loader.load_built_in(module)
            except PluginError as error:
                self._note(str(error))
        shelf: Shelf[OfferT] = self._shelves[kind]
        return tuple(offer for offer in shelf.offers() if shelf.origin(offer) == BUILT_IN)

    def _warn_of(self, offer: Offer, says: str) -> None:
        self._warn(self.origin(offer), says)

    def _warn(self, origin: Origin, says: str) -> None:
        self._note(f"plugin {origin}: {says}")

    def _note(self, line: str) -> None:
        if self._strict:
            raise PluginError(f"{line}; leave it out with --disable-plugin, or mend it.")
        self._tell(line)

    def _tell(self, line: str) -> None:
        if line not in self.warnings:
            self.warnings.append(line)
