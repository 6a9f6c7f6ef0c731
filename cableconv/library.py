"""The functions that programs call: read cables, write cables, or both at once.

    cable = cableconv.parse(source)
    for cable in cableconv.read(path): ...
    data = cableconv.export(cable, to="docx")
    data = cableconv.convert(source, to="json")
    cable = cableconv.transform(cable, "repair-quotes")
    cableconv.collect(cableconv.read(path), "cables.jsonl", to="jsonl")

A ``source`` is content (``str`` or ``bytes``) or a file (a path object, never a ``str``).
All functions use the plugins of one default session, which are looked up once per process.  To use
another ``Session``, pass it or call its methods.  A format's options are keyword arguments;
``options`` takes them as a mapping, for names that are parameters here, such as ``to``.  If an
option is given twice, the keyword wins.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any, overload

from cableconv.cable import Cable, Diagnostic
from cableconv.session import (
    BinaryFormat,
    OnError,
    Options,
    Session,
    Source,
    TextFormat,
    default_session,
)


def parse(
    source: Source,
    *,
    reader: str | None = None,
    encoding: str | None = None,
    reader_options: Options | None = None,
    session: Session | None = None,
) -> Cable:
    """Return the one cable of a content or file.

    Content without a cable gives an empty tree (or, if it has words, a tree with these words
    in its body) whose diagnostics include the error ``no-cable``.

    Args:
        source: content as ``str`` or ``bytes``, or a file as a path object.
        reader: the reader's name (``telegram``, ``markdown`` ...); detected if ``None``.
            encoding: the encoding of bytes or of a file.  If ``None``: by the byte-order mark, else
                UTF-8, else Windows-1252 (reported).
        reader_options: options of the named reader: ``{"column": {"text": "body"}}``.
        session: the session whose plugins are used; the default one if ``None``.

    Raises:
        InputError: the source cannot be read, is binary, or is not in ``encoding``.
        UsageError: the source is a ``str`` with the name of a file instead of its content.
        SeveralCablesError: it holds more than one cable; ``read`` yields them all.
        UsageError: the reader does not exist (``UnknownFormatError``), its option does not
            (``InvalidOptionError``), or the encoding does not.
        PluginError: a reader failed.
    """
    return (session or default_session()).parse(
        source, reader=reader, encoding=encoding, reader_options=reader_options
    )


def read(
    path: str | os.PathLike[str],
    *,
    reader: str | None = None,
    encoding: str | None = None,
    on_error: OnError | None = None,
    reader_options: Options | None = None,
    session: Session | None = None,
) -> Iterator[Cable]:
    """Yield every cable of a file, or of the files in a folder and its subfolders.

    In a folder, all files with an ending that a reader knows are read in the order of their
    names, so the order is the same in every run; hidden files are skipped.  In an archive (zip,
    tar, gzip, bzip2, xz) the same kinds of files are read, in the archive's order.

    Args:
        path: a file or a folder.
        on_error: called with the file and the error if the file, or a member of it, cannot be
            read; reading then continues with the next file.  Without it the error is raised, so
            that no failure goes unnoticed.
        reader, encoding, reader_options, session: as in ``parse``.

    Raises:
        InputError: a file cannot be read; a folder without cables is ``NoCableError``.
        UsageError: the reader or the encoding does not exist.
        PluginError: a reader failed.
    """
    chosen = session or default_session()
    return chosen.read(
        path, reader=reader, encoding=encoding, on_error=on_error, reader_options=reader_options
    )


@overload
def export(
    cable: Cable,
    to: TextFormat,
    *,
    options: Options | None = None,
    session: Session | None = None,
    **keywords: Any,
) -> str: ...
@overload
def export(
    cable: Cable,
    to: BinaryFormat,
    *,
    options: Options | None = None,
    session: Session | None = None,
    **keywords: Any,
) -> bytes: ...
@overload
def export(
    cable: Cable,
    to: str,
    *,
    options: Options | None = None,
    session: Session | None = None,
    **keywords: Any,
) -> bytes | str: ...
def export(
    cable: Cable,
    to: str,
    *,
    options: Options | None = None,
    session: Session | None = None,
    **keywords: Any,
) -> bytes | str:
    """Return the cable in another format: ``bytes``, or ``str`` for a text format.

    Args:
        cable: the tree.
        to: the format's name or alias (``docx``, ``xml``, ``json``, ``text``, or that of a plugin).
        options: options of the format, by name; a path object stands for the bytes of that file.
        session: the session whose plugins are used; the default one if ``None``.
        keywords: more options, such as ``indent=2``.

    Raises:
        UnknownFormatError: the format does not exist.
        InvalidOptionError: the format lacks the option, or the value is invalid.
        InputError: a file given as an option cannot be read.
        PluginError: the exporter failed.
    """
    return (session or default_session()).export(cable, to, options=options, **keywords)


def report_losses(
    cable: Cable,
    to: str,
    *,
    options: Options | None = None,
    session: Session | None = None,
    **keywords: Any,
) -> tuple[Diagnostic, ...]:
    """Return what a document in that format leaves out or changes in this cable.

    A note (severity ``info``) names, by its ``path``, each part that the cable has and the
    format omits; a format that declares no omissions is reported as such.  Changed values are
    warnings.  Arguments and errors are those of ``export``.
    """
    return (session or default_session()).report_losses(cable, to, options=options, **keywords)


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
    reader_options: Options | None = None,
    options: Options | None = None,
    session: Session | None = None,
    **keywords: Any,
) -> bytes | str:
    """Parse and export in one; arguments and errors are those of both."""
    return (session or default_session()).convert(
        source,
        to,
        reader=reader,
        encoding=encoding,
        reader_options=reader_options,
        options=options,
        **keywords,
    )


def transform(
    cable: Cable,
    name: str,
    *,
    options: Options | None = None,
    session: Session | None = None,
    **keywords: Any,
) -> Cable:
    """Return the cable as changed by a transform, which reports its changes as diagnostics.

    Args:
        cable: the tree, which is not modified.
        name: the transform's name or alias (``repair-quotes`` ..., or that of a plugin).
        options, session, keywords: as in ``export``, for the transform.

    Raises:
        UnknownFormatError: the transform does not exist.
        InvalidOptionError, InputError, PluginError: as in ``export``.
    """
    return (session or default_session()).transform(cable, name, options=options, **keywords)


def collect(
    cables: Iterable[Cable],
    target: str | os.PathLike[str],
    to: str,
    *,
    options: Options | None = None,
    session: Session | None = None,
    **keywords: Any,
) -> int:
    """Write many cables to one file or folder, and return their number.

    The target is written completely or not at all, even if an error occurs.

    Args:
        cables: the trees, consumed one at a time.
        target: the file, or the folder for a format that writes folders.
        to: the format's name or alias (``jsonl``, or that of a plugin); a format of single cables
            works if its documents can be joined.
        options, session, keywords: as in ``export``.

    Raises:
        UnknownFormatError: no format of many cables has that name.
        OutputError: the target cannot be written.
        InvalidOptionError, InputError, PluginError: as in ``export``.
    """
    chosen = session or default_session()
    return chosen.collect(cables, target, to, options=options, **keywords)
