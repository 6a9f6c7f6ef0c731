"""Cables as collectors add them: prepared where they are parsed, between processes as bytes."""

from __future__ import annotations

import msgspec

from cableconv.cable import Cable
from cableconv.corpus.job import Chosen
from cableconv.corpus.outcomes import portable
from cableconv.plugins.api import Collector
from cableconv.plugins.host import PluginHost


class Packed(msgspec.Struct, frozen=True):
    """One of them as bytes: a tree as MessagePack, which is faster, anything else by pickle."""

    data: bytes
    is_tree: bool


def prepared(cable: Cable, chosen: Chosen[Collector], plugins: PluginHost) -> object:
    """Return what the collector adds for the cable, or the exception that prevents it."""
    try:
        return plugins.prepared(chosen.descriptor, cable, chosen.options)
    except Exception as error:
        return error


def sent(value: object) -> object:
    """Return a prepared cable as other processes can receive it, or why they cannot."""
    if isinstance(value, Packed):
        return value
    try:
        return portable(value) if isinstance(value, Exception) else _packed(value)
    except Exception as error:  # pickling a foreign object may raise anything
        return portable(error)


def _packed(value: object) -> Packed:
    if isinstance(value, Cable):
        return Packed(msgspec.msgpack.encode(value), is_tree=True)
    import pickle

    return Packed(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), is_tree=False)


def taken(value: object) -> object:
    """Return a prepared cable, whether it was packed or not.

    Raises:
        Exception: it could not be prepared, for this reason, or it cannot be unpacked.
    """
    if isinstance(value, Exception):
        raise value
    if not isinstance(value, Packed):
        return value
    if value.is_tree:
        return msgspec.msgpack.decode(value.data, type=Cable)
    import pickle

    return pickle.loads(value.data)
