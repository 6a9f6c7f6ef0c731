"""Checks that must hold for every input; they raise AssertionError.

- Only the project's own errors are raised, and the parser reads every text itself.
- Time and memory are bounded by the input's size.
- The text that a reader hands over keeps the promises of ``promises.py``.
- The tree is restored from its dict and from each complete format.
- Every format is written; exporting twice gives the same bytes, which are valid.

An input whose result is new (``novelty.py``) takes all checks; of other inputs, one in a few is
written in one format, as writing all of them takes twice as long as reading and the other checks.
"""

from __future__ import annotations

import re
import resource
import time
import zlib
from functools import cache
from itertools import islice

import promises
from fuzz.novelty import Features, Seen, features_of
from fuzz.targets import Target, session
from lxml import etree

from cableconv.cable import Cable
from cableconv.errors import CableconvError, PluginError
from cableconv.input.content import Content
from cableconv.parser.cleanup.characters.as_meant import as_meant
from cableconv.pipeline import Read, read_cables
from cableconv.plugins.kinds import EXPORTERS
from cableconv.schema import relax_ng
from cableconv.telegram import Telegram
from cableconv.testing.well_formedness import malformed

SECONDS, SECONDS_A_BYTE = 3.0, 1e-3
KILOBYTES, KILOBYTES_A_BYTE = 65_536, 2
MOST_CABLES = 5
"""The number of cables of an input that are checked, as further ones are read in the same way."""
EXPORTED = 2
"""One input in this many is exported to one format, if its result is not new."""
OWN = ("json", "xml", "docx")
_WHERE = re.compile(r"\d+|'.*'|\".*\"")


def check(data: bytes, target: Target, seen: Seen | None = None) -> Features | None:
    """Read and check one input; return what its result consists of, if that is new.

    Inputs with the same features took about the same branches. ``seen`` are those of earlier
    inputs; without it, every input takes all checks.
    """
    begin, memory = time.process_time(), _memory()
    try:
        found = _read(data, target)
    except PluginError as error:  # any other exception of a reader
        raise AssertionError(error) from error
    except CableconvError as error:
        found = []
        features = frozenset([f"{type(error).__name__}: {_WHERE.sub('_', str(error))[:60]}"])
    else:
        features = frozenset[str]().union(*(features_of(each.cable) for each in found))
    seconds, kilobytes = time.process_time() - begin, _memory() - memory
    assert seconds < SECONDS + SECONDS_A_BYTE * len(data), f"{seconds:.1f} s, {len(data)} bytes"
    assert kilobytes < KILOBYTES + KILOBYTES_A_BYTE * len(data), f"{kilobytes} KB more"
    is_new, writes_new = seen.take(features) if seen else (True, True)
    for each in found:
        _check_tree(each)
        _check_documents(each.cable, data, writes_new)
    return features if is_new else None


def _read(data: bytes, target: Target) -> list[Read]:
    return _read_as(target.reader, Content(target.packed(data), name=target.name))


def _read_as(reader: str | None, content: Content) -> list[Read]:
    found = read_cables(content, session().plugins, reader, limits=session().limits)
    return list(islice(found, MOST_CABLES))


def _check_tree(read: Read) -> None:
    cable, tree = read.cable, read.cable.to_dict()
    assert not [found for found in cable.diagnostics if found.code == "parser-failed"]
    assert Cable.from_dict(tree) == cable
    if read.text is not None:
        promises.check_all(as_meant(Telegram(text=read.text)).text, tree)


def _check_documents(cable: Cable, data: bytes, is_new: bool) -> None:
    """Check all formats of a new result; of others perhaps one, chosen by the input's bytes."""
    formats = [*session().plugins.all(EXPORTERS)]
    turn = zlib.crc32(data) % (len(formats) * EXPORTED)
    for exporter in formats if is_new else formats[turn : turn + 1]:
        _check_document(cable, exporter.name, exporter.media_type, twice=is_new)


def _check_document(cable: Cable, form: str, media_type: str, twice: bool) -> None:
    document = _bytes(session().export(cable, form))
    assert not twice or document == _bytes(session().export(cable, form)), form
    assert malformed(document, media_type) is None, form
    if form == "xml":
        grammar, written = _grammar(), etree.fromstring(document)
        assert grammar.validate(written), grammar.error_log.last_error
    if form in OWN and not session().report_losses(cable, form):
        (restored,) = _read_as(form, Content(document))
        assert restored.cable == cable, form


def _bytes(document: bytes | str) -> bytes:
    return document.encode() if isinstance(document, str) else document


@cache
def _grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.fromstring(relax_ng().encode()))


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
