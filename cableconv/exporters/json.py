"""JSON: the version, then the tree with all its field names, in the order of ``cable.py``."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from cableconv.cable import Cable
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Exporter, Option
from cableconv.plugins.shared_options import PROVENANCE
from cableconv.rendering.provenance import provenance as provenance_of
from cableconv.schema import PROVENANCE_KEY, VERSION, VERSION_KEY

_OPENING = f'{{"{VERSION_KEY}":"{VERSION}",'.encode()


def encode(cable: Cable, *, indent: int = 0, provenance: bool = False) -> str:
    """Return the tree as one JSON object that ends with a newline; its first key is the version.

    ``indent`` is the number of spaces per level; 0 writes everything on one line.
    ``provenance`` adds, as second key, what wrote the document and from which source.
    """
    data = tree_in_utf8(cable, _provenance(cable) if provenance else b"")
    if indent > 0:
        data = msgspec.json.format(data, indent=indent)
    return data.decode() + "\n"


def tree_in_utf8(cable: Cable, about: bytes = b"") -> bytes:
    """Return the tree as a JSON object, on one line; ``about`` are further keys after the version.

    Raises:
        UnicodeEncodeError: a text has a lone surrogate.
    """
    return _OPENING + about + msgspec.json.encode(cable).removeprefix(b"{")


def _provenance(cable: Cable) -> bytes:
    return b'"%b":%b,' % (PROVENANCE_KEY.encode(), msgspec.json.encode(provenance_of(cable)))


exporter = Exporter(
    name="json",
    encode=encode,
    ending=".json",
    media_type="application/json",
    help="The whole tree, with its field names.",
    omits=(),
    options=(
        Option(name="indent", type=int, default=0, help="spaces per level; 0 is compact"),
        PROVENANCE,
    ),
)


@hookimpl
def cableconv_exporters() -> Iterable[Exporter]:
    return (exporter,)
