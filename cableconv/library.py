"""What programs call: read cables, write cables, or both in one.

    cable = cableconv.parse(source)
    for cable in cableconv.read(path): ...
    data = cableconv.export(cable, to="docx")
    data = cableconv.convert(source, to="json")
    cable = cableconv.transform(cable, "repair-quotes")
    cableconv.collect(cableconv.read(path), "cables.jsonl", to="jsonl")

A ``source`` is content (``str`` or ``bytes``) or a file (a path object, never a ``str``).
Each call finds its own plugins; a program that makes many calls hands over one ``Plugins``
and saves a fraction of a millisecond each time.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Literal, overload

from cableconv.cable import Cable, Diagnostic
from cableconv.errors import InputError, PluginError, SeveralCablesError
from cableconv.input import files as inputs
from cableconv.input.content import Content
from cableconv.pipeline import empty_tree, endings, read_cables
from cableconv.plugins.manager import Plugins

Source = str | bytes | os.PathLike[str]
TextFormat = Literal["json", "text", "txt", "xml"]
BinaryFormat = Literal["docx", "word"]
OnError = Callable[[Path, InputError | PluginError], None]


def parse(
    source: Source,
    *,
    reader: str | None = None,
    encoding: str | None = None,
    plugins: Plugins | None = None,
) -> Cable:
    """The one cable of a content or file.

    Content without a cable gives an empty tree (or, where there are words, a tree that has
    them in its body) whose diagnostics hold an error, ``no-cable``.

    Args:
        source: content as ``str`` or ``bytes``, or a file as a path object.
        reader: the reader's name (``telegram``, ``markdown`` ...); found by itself if ``None``.
        encoding: the encoding of bytes or of a file; a byte-order mark, else UTF-8, else
            Windows-1252 (reported) if ``None``.
        plugins: the plugins to use.

    Raises:
        InputError: the source cannot be read, is binary, or is not in ``encoding``.
        SeveralCablesError: it holds more than one cable; ``read`` gives them all.
        UsageError: no such reader (``UnknownFormatError``) or encoding.
        PluginError: a reader failed.
    """
    host = plugins or Plugins()
    content = _content(source, encoding)
    cables = read_cables(content, host, reader)
    cable = next(cables, None)
    if cable is not None and next(cables, None) is not None:
        where = content.name or "the content"
        raise SeveralCablesError(f"{where} holds several cables: cableconv.read gives them all.")
    _pass_on_warnings(host)
    return empty_tree(content) if cable is None else cable


def read(
    path: str | os.PathLike[str],
    *,
    reader: str | None = None,
    encoding: str | None = None,
    on_error: OnError | None = None,
    plugins: Plugins | None = None,
) -> Iterator[Cable]:
    """Every cable of a file, or of the files in a folder and below it, one at a time.

    Of a folder, the files with an ending that a reader knows are read in the order of their
    names, so two runs give the same order; hidden ones are left out.  Of an archive (zip, tar,
    gzip, bzip2, xz) the same files are read, in the order they lie in it.

    Args:
        path: a file or a folder.
        on_error: called with the file and the error where it, or a member of it, cannot be
            read, and the next one follows; without it the error is raised, so that none is
            lost unseen.
        reader, encoding, plugins: as of ``parse``.

    Raises:
        InputError: a file cannot be read; a folder without cables is ``NoCableError``.
        UsageError: no such reader or encoding.
        PluginError: a reader failed.
    """
    host = plugins or Plugins()
    for file in inputs.find(Path(path), endings(host, reader)):
        path = Path(file.name)
        told = None if on_error is None else partial(on_error, path)
        try:
            yield from read_cables(inputs.open_content(path, encoding), host, reader, told)
        except (InputError, PluginError) as error:
            if told is None:
                raise
            told(error)
    _pass_on_warnings(host)


@overload
def export(
    cable: Cable, to: TextFormat, *, plugins: Plugins | None = None, **options: Any
) -> str: ...
@overload
def export(
    cable: Cable, to: BinaryFormat, *, plugins: Plugins | None = None, **options: Any
) -> bytes: ...
@overload
def export(
    cable: Cable, to: str, *, plugins: Plugins | None = None, **options: Any
) -> bytes | str: ...
def export(cable: Cable, to: str, *, plugins: Plugins | None = None, **options: Any) -> bytes | str:
    """The cable in another form: ``bytes``, or ``str`` for a text format.

    Args:
        cable: the tree.
        to: the format's name or alias (``docx``, ``xml``, ``json``, ``text``, or a plugin's).
        plugins: the plugins to use.
        options: the format's own, such as ``indent=2``; a path object stands for the bytes
            of that file.

    Raises:
        UnknownFormatError: nobody offers the format.
        InvalidOptionError: the format doesn't have the option, or not with such a value.
        InputError: a file given as an option cannot be read.
        PluginError: the exporter failed.
    """
    host = plugins or Plugins()
    exporter = host.exporter(to)
    values = host.options_for(exporter, {name: _value(each) for name, each in options.items()})
    _pass_on_warnings(host)
    return host.encode(exporter, cable, values)


def losses(
    cable: Cable, to: str, *, plugins: Plugins | None = None, **options: Any
) -> tuple[Diagnostic, ...]:
    """What of this cable a document in that form leaves out, or has to change.

    A note (severity ``info``) names each part that the cable has and the format declares to
    omit, by its ``path``; a format that declares nothing says so.  What had to be changed is a
    warning.  Arguments and errors as of ``export``.
    """
    host = plugins or Plugins()
    exporter = host.exporter(to)
    values = host.options_for(exporter, {name: _value(each) for name, each in options.items()})
    _pass_on_warnings(host)
    return host.losses(exporter, cable, values)


@overload
def convert(source: Source, to: TextFormat, **how: Any) -> str: ...
@overload
def convert(source: Source, to: BinaryFormat, **how: Any) -> bytes: ...
@overload
def convert(source: Source, to: str, **how: Any) -> bytes | str: ...
def convert(
    source: Source,
    to: str,
    *,
    reader: str | None = None,
    encoding: str | None = None,
    plugins: Plugins | None = None,
    **options: Any,
) -> bytes | str:
    """Parse and export in one; arguments and errors as of those."""
    host = plugins or Plugins()
    cable = parse(source, reader=reader, encoding=encoding, plugins=host)
    return export(cable, to, plugins=host, **options)


def transform(cable: Cable, name: str, *, plugins: Plugins | None = None, **options: Any) -> Cable:
    """The cable as a transform changes it; what it did stands among the diagnostics.

    Args:
        cable: the tree, which stays as it is.
        name: the transform's name or alias (``repair-quotes`` ..., or a plugin's).
        plugins: the plugins to use.
        options: the transform's own; a path object stands for the bytes of that file.

    Raises:
        UnknownFormatError: nobody offers the transform.
        InvalidOptionError, InputError, PluginError: as of ``export``.
    """
    host = plugins or Plugins()
    chosen = host.transform(name)
    values = host.options_for(chosen, {key: _value(each) for key, each in options.items()})
    _pass_on_warnings(host)
    return host.apply(chosen, cable, values)


def collect(
    cables: Iterable[Cable],
    target: str | os.PathLike[str],
    to: str,
    *,
    plugins: Plugins | None = None,
    **options: Any,
) -> int:
    """Many cables in one file or folder; how many they are.

    The target is written whole or not at all, whatever goes wrong on the way.

    Args:
        cables: the trees, taken one at a time.
        target: the file, or the folder, where the format is one of folders.
        to: the format's name or alias (``jsonl``, or a plugin's).
        plugins: the plugins to use.
        options: the format's own, as of ``export``.

    Raises:
        UnknownFormatError: nobody offers such a format of many cables.
        OutputError: the target cannot be written.
        InvalidOptionError, InputError, PluginError: as of ``export``.
    """
    host = plugins or Plugins()
    chosen = host.collector(to)
    values = host.options_for(chosen, {key: _value(each) for key, each in options.items()})
    taken = 0
    with host.collection(chosen, Path(target), values) as collection:
        for cable in cables:
            collection.add(cable)
            taken += 1
    _pass_on_warnings(host)
    return taken


def _content(source: Source, encoding: str | None) -> Content:
    if isinstance(source, str | bytes):
        return Content(source, encoding=encoding)
    return inputs.open_content(Path(source), encoding)


def _value(option: Any) -> Any:
    return inputs.read_bytes(Path(option)) if isinstance(option, os.PathLike) else option


def _pass_on_warnings(plugins: Plugins) -> None:
    """What had to be left out is said by Python's own warnings, once for each place."""
    for line in plugins.warnings:
        warnings.warn(line, RuntimeWarning, stacklevel=3)
