"""JSON: the version, then the tree by its names, all of them, in the order of ``cable.py``."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from cableconv.cable import Cable
from cableconv.plugins import hookimpl
from cableconv.plugins.descriptors import Exporter, Option
from cableconv.schema import VERSION, VERSION_KEY

_OPENING = f'{{"{VERSION_KEY}":"{VERSION}",'.encode()


def encode(cable: Cable, *, indent: int = 0) -> str:
    """The tree as one JSON object that ends with a newline; its first name is the version's.

    ``indent`` is the number of blanks a level; 0 writes everything on one line.
    """
    data = _OPENING + msgspec.json.encode(cable).removeprefix(b"{")
    if indent > 0:
        data = msgspec.json.format(data, indent=indent)
    return data.decode() + "\n"


exporter = Exporter(
    name="json",
    encode=encode,
    ending=".json",
    media_type="application/json",
    help="The whole tree, by its names.",
    options=(Option(name="indent", type=int, default=0, help="blanks a level; 0 is compact"),),
)


@hookimpl
def cableconv_exporters() -> Iterable[Exporter]:
    return (exporter,)
