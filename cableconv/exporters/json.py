"""JSON: the version, then the tree by its names, all of them, in the order of ``cable.py``."""

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
    """The tree as one JSON object that ends with a newline; its first name is the version's.

    ``indent`` is the number of blanks a level; 0 writes everything on one line.
    ``provenance`` says in the second name what wrote the document, and what it was made of.
    """
    about = _provenance(cable) if provenance else b""
    data = _OPENING + about + msgspec.json.encode(cable).removeprefix(b"{")
    if indent > 0:
        data = msgspec.json.format(data, indent=indent)
    return data.decode() + "\n"


def _provenance(cable: Cable) -> bytes:
    return b'"%b":%b,' % (PROVENANCE_KEY.encode(), msgspec.json.encode(provenance_of(cable)))


exporter = Exporter(
    name="json",
    encode=encode,
    ending=".json",
    media_type="application/json",
    help="The whole tree, by its names.",
    omits=(),
    options=(
        Option(name="indent", type=int, default=0, help="blanks a level; 0 is compact"),
        PROVENANCE,
    ),
)


@hookimpl
def cableconv_exporters() -> Iterable[Exporter]:
    return (exporter,)
