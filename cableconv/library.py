"""What programs call: read cables, write cables, or both in one.

    cable = cableconv.parse(source)
    for cable in cableconv.read(path): ...
    data = cableconv.export(cable, to="docx")
    data = cableconv.convert(source, to="json")
    cable = cableconv.transform(cable, "repair-quotes")
    cableconv.collect(cableconv.read(path), "cables.jsonl", to="jsonl")

A ``source`` is content (``str`` or ``bytes``) or a file (a path object, never a ``str``).
All use the plugins of one default session, which are looked up once for the process; another
``Session`` can be given, or its methods called.  A format's options are keywords; ``options`` takes
them as a mapping, for those whose name is a parameter here, such as ``to``.  A keyword wins.
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
    """The one cable of a content or file.

    Content without a cable gives an empty tree (or, where there are words, a tree that has
    them in its body) whose diagnostics hold an error, ``no-cable``.

    Args:
        source: content as ``str`` or ``bytes``, or a file as a path object.
        reader: the reader's name (``telegram``, ``markdown`` ...); found by itself if ``None``.
        encoding: the encoding of bytes or of a file; a byte-order mark, else UTF-8, else
            Windows-1252 (reported) if ``None``.
        reader_options: the named reader's own, by name: ``{"column": {"text": "body"}}``.
        session: the session whose plugins are used; the default one if ``None``.

    Raises:
        InputError: the source cannot be read, is binary, or is not in ``encoding``.
        UsageError: the source is a ``str`` that is the name of a file, not its content.
        SeveralCablesError: it holds more than one cable; ``read`` gives them all.
        UsageError: no such reader (``UnknownFormatError``), option of it
            (``InvalidOptionError``) or encoding.
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
    """Every cable of a file, or of the files in a folder and below it, one at a time.

    Of a folder, the files with an ending that a reader knows are read in the order of their
    names, so two runs give the same order; hidden ones are left out.  Of an archive (zip, tar,
    gzip, bzip2, xz) the same files are read, in the order they lie in it.

    Args:
        path: a file or a folder.
        on_error: called with the file and the error where it, or a member of it, cannot be
            read, and the next one follows; without it the error is raised, so that none is
            lost unseen.
        reader, encoding, reader_options, session: as in ``parse``.

    Raises:
        InputError: a file cannot be read; a folder without cables is ``NoCableError``.
        UsageError: no such reader or encoding.
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
    """The cable in another form: ``bytes``, or ``str`` for a text format.

    Args:
        cable: the tree.
        to: the format's name or alias (``docx``, ``xml``, ``json``, ``text``, or a plugin's).
        options: the format's own, by name; a path object stands for the bytes of that file.
        session: the session whose plugins are used; the default one if ``None``.
        keywords: options too, such as ``indent=2``.

    Raises:
        UnknownFormatError: there is no such format.
        InvalidOptionError: the format doesn't have the option, or not with such a value.
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
    """What of this cable a document in that form leaves out, or has to change.

    A note (severity ``info``) names each part that the cable has and the format declares to
    omit, by its ``path``; a format that declares nothing says so.  What had to be changed is a
    warning.  Arguments and errors are those of ``export``.
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
    """The cable as a transform changes it; what it did stands among the diagnostics.

    Args:
        cable: the tree, which stays as it is.
        name: the transform's name or alias (``repair-quotes`` ..., or a plugin's).
        options, session, keywords: as in ``export``, of the transform.

    Raises:
        UnknownFormatError: there is no such transform.
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
    """Many cables in one file or folder; how many they are.

    The target is written whole or not at all, whatever goes wrong on the way.

    Args:
        cables: the trees, taken one at a time.
        target: the file, or the folder, where the format is one of folders.
        to: the format's name or alias (``jsonl``, or a plugin's); one of a cable per file serves
            where its documents join.
        options, session, keywords: as in ``export``.

    Raises:
        UnknownFormatError: there is no such format of many cables.
        OutputError: the target cannot be written.
        InvalidOptionError, InputError, PluginError: as in ``export``.
    """
    chosen = session or default_session()
    return chosen.collect(cables, target, to, options=options, **keywords)
