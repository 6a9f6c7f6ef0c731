"""A session: the plugins, discovered once, with the library's functions as methods.

    session = Session(third_party=False)
    cable = session.parse(source)
    data = session.export(cable, to="docx")

The functions of ``cableconv`` (``cableconv.parse`` ...) use ``default_session()``.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal, overload

from cableconv.cable import Cable, Diagnostic
from cableconv.errors import InputError, PluginError, SeveralCablesError
from cableconv.input import files as inputs
from cableconv.input.content import Content
from cableconv.limits import Limits
from cableconv.pipeline import Read, empty_tree, endings, read_cables
from cableconv.plugins.api import Configurable, Exporter
from cableconv.plugins.given import GivenPlugin, register_given
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import (
    EXPORTERS,
    FORMATS,
    KINDS,
    TRANSFORMS,
    PluginKind,
)

Source = str | bytes | os.PathLike[str]
TextFormat = Literal["json", "text", "txt", "xml"]
BinaryFormat = Literal["docx", "word"]
OnError = Callable[[Path, InputError | PluginError], None]
Options = Mapping[str, Any]
_LIMITS = Limits()


class Session:
    """The plugins of a program or of a part of it; sessions are independent of each other.

    Entry points are read and plugins imported at most once per session, on first use.  Plugins
    installed or environment variables set later affect new sessions only.
    The parameters are those of ``PluginHost``, which is available as ``plugins``, and two more.
    ``plugins``: Python files and modules whose hooks the session uses in addition to the
    installed ones.
    ``limits``: how much one cable may hold.  ``warnings`` has one line for each plugin that was
    ignored; each is also issued once as a ``RuntimeWarning``.

    Raises:
        PluginError: a given plugin cannot be used.

    The methods take the same arguments and raise the same errors as the functions of
    ``cableconv.library``.
    """

    def __init__(
        self,
        third_party: bool = True,
        *,
        disabled: Container[str] | None = None,
        strict: bool | None = None,
        plugins: Iterable[GivenPlugin] = (),
        kinds: Sequence[PluginKind[Any]] = KINDS,
        limits: Limits = _LIMITS,
    ) -> None:
        self.plugins = PluginHost(third_party, disabled=disabled, strict=strict, kinds=kinds)
        for plugin in plugins:
            register_given(plugin, self.plugins.register, self.plugins.warnings)
        self.limits = limits
        self._issued = 0

    @property
    def warnings(self) -> list[str]:
        """One line for each plugin that was ignored."""
        return self.plugins.warnings

    def parse(
        self,
        source: Source,
        *,
        reader: str | None = None,
        encoding: str | None = None,
        reader_options: Options | None = None,
    ) -> Cable:
        """The one cable of a content or file, as ``cableconv.parse``."""
        return self._one(source, reader, encoding, reader_options).cable

    def _one(
        self,
        source: Source,
        reader: str | None,
        encoding: str | None,
        reader_options: Options | None,
    ) -> Read:
        """The one cable, with the text that it was read from."""
        content = self._content(source, encoding, reader)
        cables = read_cables(
            content,
            self.plugins,
            reader,
            options=reader_options,
            limits=self.limits,
            separated=False,
        )
        found = next(cables, None)
        if found is not None and next(cables, None) is not None:
            where = content.name or "the content"
            raise SeveralCablesError(
                f"{where} holds several cables; cableconv.read yields them all."
            )
        self._issue_warnings()
        return found or Read(content, None, empty_tree(content))

    def read(
        self,
        path: str | os.PathLike[str],
        *,
        reader: str | None = None,
        encoding: str | None = None,
        on_error: OnError | None = None,
        reader_options: Options | None = None,
    ) -> Iterator[Cable]:
        """Yield every cable of a file, folder or archive, as ``cableconv.read`` does."""
        for file in inputs.find(Path(path), endings(self.plugins, reader)):
            path = Path(file.name)
            failed = None if on_error is None else partial(on_error, path)
            try:
                content = inputs.open_content(path, encoding, file.below)
                found = read_cables(
                    content, self.plugins, reader, failed, reader_options, self.limits
                )
                yield from (each.cable for each in found)
            except (InputError, PluginError) as error:
                if failed is None:
                    raise
                failed(error)
        self._issue_warnings()

    @overload
    def export(
        self, cable: Cable, to: TextFormat, *, options: Options | None = None, **keywords: Any
    ) -> str: ...
    @overload
    def export(
        self, cable: Cable, to: BinaryFormat, *, options: Options | None = None, **keywords: Any
    ) -> bytes: ...
    @overload
    def export(
        self, cable: Cable, to: str, *, options: Options | None = None, **keywords: Any
    ) -> bytes | str: ...
    def export(
        self, cable: Cable, to: str, *, options: Options | None = None, **keywords: Any
    ) -> bytes | str:
        """Return the cable in another format, as ``cableconv.export`` does."""
        exporter = self.plugins.find(to, EXPORTERS)
        values = self._values(exporter, options, keywords)
        return self.plugins.encode(exporter, cable, values)

    def report_losses(
        self, cable: Cable, to: str, *, options: Options | None = None, **keywords: Any
    ) -> tuple[Diagnostic, ...]:
        """Return what that format leaves out or changes, as ``cableconv.report_losses`` does."""
        chosen = self.plugins.find(to, *FORMATS)
        values = self._values(chosen, options, keywords)
        return self.plugins.losses(chosen, cable, values)

    @overload
    def convert(self, source: Source, to: TextFormat, **how: Any) -> str: ...
    @overload
    def convert(self, source: Source, to: BinaryFormat, **how: Any) -> bytes: ...
    @overload
    def convert(self, source: Source, to: str, **how: Any) -> bytes | str: ...
    def convert(
        self,
        source: Source,
        to: str,
        *,
        reader: str | None = None,
        encoding: str | None = None,
        reader_options: Options | None = None,
        options: Options | None = None,
        **keywords: Any,
    ) -> bytes | str:
        """Parse and export in one, as ``cableconv.convert``."""
        found = self._one(source, reader, encoding, reader_options)
        text_option = self.plugins.find(to, EXPORTERS).source_text
        if text_option and found.text is not None:
            keywords = {text_option: found.text, **keywords}
        return self.export(found.cable, to, options=options, **keywords)

    def transform(
        self, cable: Cable, name: str, *, options: Options | None = None, **keywords: Any
    ) -> Cable:
        """Return the cable as changed by a transform, as ``cableconv.transform`` does."""
        chosen = self.plugins.find(name, TRANSFORMS)
        values = self._values(chosen, options, keywords)
        return self.plugins.apply(chosen, cable, values)

    def collect(
        self,
        cables: Iterable[Cable],
        target: str | os.PathLike[str],
        to: str,
        *,
        options: Options | None = None,
        **keywords: Any,
    ) -> int:
        """Write many cables to one file or folder, as ``cableconv.collect`` does."""
        chosen = self.plugins.find(to, *FORMATS)
        values = self._values(chosen, options, keywords)
        if isinstance(chosen, Exporter):
            chosen, values = self.plugins.joined(chosen, values), {}
        taken = 0
        with self.plugins.collection(chosen, Path(target), values) as collection:
            for cable in cables:
                collection.add(cable)
                taken += 1
        return taken

    def _content(self, source: Source, encoding: str | None, reader: str | None) -> Content:
        if isinstance(source, str):
            inputs.refuse_name(source, lambda: endings(self.plugins, reader))
        if isinstance(source, str | bytes):
            return Content(source, encoding=encoding)
        return inputs.open_content(Path(source), encoding)

    def _values(
        self, descriptor: Configurable, options: Options | None, keywords: Options
    ) -> Options:
        """Return a value for every option; doubtful values become warnings of this call."""
        given = {name: _value(each) for name, each in {**(options or {}), **keywords}.items()}
        values, doubts = self.plugins.inspected(descriptor, given)
        self._issue_warnings()
        for line in doubts:
            _warn(line)
        return values

    def _issue_warnings(self) -> None:
        """Issue Python warnings for plugins that were ignored since the last call."""
        start, self._issued = self._issued, len(self.warnings)
        for line in self.warnings[start:]:
            _warn(line)


@cache
def default_session() -> Session:
    """Return the session of the module-level functions: created on first use, one per process.

    It holds no data of any conversion, only the plugins.  Environment variables are read when it
    is created; ``Session()`` creates a new one.
    """
    return Session()


def _value(option: Any) -> Any:
    return inputs.read_bytes(Path(option)) if isinstance(option, os.PathLike) else option


def _warn(line: str) -> None:
    """Issue a warning that points to the line that called the library, by any function."""
    frame, level = sys._getframe(1), 2
    while frame.f_back and frame.f_globals.get("__name__", "").split(".")[0] == __package__:
        frame, level = frame.f_back, level + 1
    warnings.warn(line, RuntimeWarning, stacklevel=level)
