"""What must hold for every input, whatever it is; an AssertionError says what does not.

- Nothing is raised but the project's own errors, and the parser reads every text itself.
- Time and memory are bounded by the input's size.
- A text keeps the promises of ``promises.py``.
- The tree comes back equal from its dict, and from each own format that says it loses nothing;
  exporting twice gives the same bytes.
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
"""Of one input; what more cables there are is read in the same way."""
EXPORTED = 4
"""One input in so many is exported as well, which costs ten times the reading."""
OWN = ("json", "xml", "docx")
TEXT = "text"


def check(data: bytes, target: Target) -> str:
    """Read one input, and hold everything against it; gives what it was, in a few words.

    Two inputs of which that is the same took the same branches, more or less.
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
    return list(islice(found, MOST_CABLES))


def _keep_promises(data: bytes) -> None:
    text = _as_read(Content(data).text)
    promises.keep_all(text, promises.read(text))


def _as_read(text: str) -> str:
    """With characters for what only stands for them, to which the tree's places refer."""
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
            assert again == cable, form


def _shape(cable: Cable) -> str:
    """Which fields, kinds of blocks and diagnostics a tree has."""
    tree = cable.to_dict()
    fields = [name for name, value in tree.items() if value]
    blocks = {type(block).__name__ for _, block in cable.walk()}
    return " ".join([*fields, *sorted(blocks), *sorted({each.code for each in cable.diagnostics})])


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
