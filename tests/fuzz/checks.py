"""Checks that must hold for every input; they raise AssertionError.

- Only the project's own errors are raised, and the parser reads every text itself.
- Time and memory are bounded by the input's size.
- A text keeps the promises of ``promises.py``.
- The tree is restored from its dict and from each complete format; exporting twice gives the same
  bytes.
"""

from __future__ import annotations

import resource
import time
import zlib
from itertools import islice

import promises
from fuzz.targets import Target, session

from cableconv.cable import Cable
from cableconv.errors import CableconvError
from cableconv.input.content import Content
from cableconv.parser.cleanup.as_meant import as_meant
from cableconv.pipeline import read_cables
from cableconv.telegram import Telegram

SECONDS, SECONDS_A_BYTE = 3.0, 1e-3
KILOBYTES, KILOBYTES_A_BYTE = 65_536, 2
MOST_CABLES = 5
"""The number of cables of an input that are checked, as further ones are read in the same way."""
EXPORTED = 4
"""One input in this many is also exported, which takes ten times as long as reading."""
OWN = ("json", "xml", "docx")
TEXT = "text"


def check(data: bytes, target: Target) -> str:
    """Read and check one input; return a short description of the result.

    Inputs with equal descriptions took about the same branches.
    """
    begin, memory = time.process_time(), _memory()
    try:
        cables = _read(data, target)
    except CableconvError as error:
        cables, shown = [], f"{type(error).__name__}: {str(error)[:30]}"
    else:
        shown = " / ".join(map(_shape, cables))
    seconds, kilobytes = time.process_time() - begin, _memory() - memory
    assert seconds < SECONDS + SECONDS_A_BYTE * len(data), f"{seconds:.1f} s, {len(data)} bytes"
    assert kilobytes < KILOBYTES + KILOBYTES_A_BYTE * len(data), f"{kilobytes} KB more"
    if target.reader == "telegram" and cables:
        _keep_promises(data)
    for cable in cables:
        _check_tree(cable, exported=zlib.crc32(data) % EXPORTED == 0)
    return shown


def _read(data: bytes, target: Target) -> list[Cable]:
    content = Content(target.packed(data), name=target.name)
    used = session()
    found = read_cables(content, used.plugins, target.reader, None, None, used.limits)
    return [each.cable for each in islice(found, MOST_CABLES)]


def _keep_promises(data: bytes) -> None:
    text = _as_read(Content(data).text)
    promises.check_all(text, promises.read(text))


def _as_read(text: str) -> str:
    """Return the text with HTML character references and written line ends replaced.

    The tree's spans refer to this text.
    """
    before = None
    while text != before:
        before = text
        text = as_meant(Telegram(text=text)).text
    return text


def _check_tree(cable: Cable, exported: bool) -> None:
    assert not [found for found in cable.diagnostics if found.code == "parser-failed"]
    assert Cable.from_dict(cable.to_dict()) == cable
    for form in (*OWN, TEXT) if exported else ():
        document = session().export(cable, form)
        assert session().export(cable, form) == document, form
        if form in OWN and not session().report_losses(cable, form):
            content = Content(document.encode() if isinstance(document, str) else document)
            (again,) = read_cables(content, session().plugins, form, None, None, session().limits)
            assert again.cable == cable, form


def _shape(cable: Cable) -> str:
    """Return the names of the fields, kinds of blocks, and diagnostics of a tree."""
    tree = cable.to_dict()
    fields = [name for name, value in tree.items() if value]
    blocks = {type(block).__name__ for _, block in cable.walk()}
    return " ".join([*fields, *sorted(blocks), *sorted({each.code for each in cable.diagnostics})])


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
