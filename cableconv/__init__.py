"""Convert diplomatic cables of any form to one tree, and the tree to other formats.

    import cableconv

    cable = cableconv.parse(Path("cable.txt"))
    Path("cable.docx").write_bytes(cableconv.export(cable, to="docx"))

``cableconv.library`` defines ``parse``, ``read``, ``transform``, ``export``, ``report_losses``,
``convert`` and ``collect``; ``cableconv.session`` has the same as methods of ``Session``.  The
tree is in ``cableconv.cable`` and the errors are in ``cableconv.errors``; ``frame`` makes a data
frame of cables.  Names are loaded on first use, so ``import cableconv`` is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from cableconv.version import __version__ as __version__

if TYPE_CHECKING:
    from cableconv.cable import Cable as Cable
    from cableconv.data_frame import frame as frame
    from cableconv.errors import CableconvError as CableconvError
    from cableconv.errors import InputError as InputError
    from cableconv.errors import InvalidOptionError as InvalidOptionError
    from cableconv.errors import InvalidTreeError as InvalidTreeError
    from cableconv.errors import NoCableError as NoCableError
    from cableconv.errors import OutputError as OutputError
    from cableconv.errors import PluginError as PluginError
    from cableconv.errors import QueryError as QueryError
    from cableconv.errors import SeveralCablesError as SeveralCablesError
    from cableconv.errors import UnknownFormatError as UnknownFormatError
    from cableconv.errors import UsageError as UsageError
    from cableconv.input.content import Content as Content
    from cableconv.library import collect as collect
    from cableconv.library import convert as convert
    from cableconv.library import export as export
    from cableconv.library import parse as parse
    from cableconv.library import read as read
    from cableconv.library import report_losses as report_losses
    from cableconv.library import transform as transform
    from cableconv.limits import Limits as Limits
    from cableconv.session import Session as Session
    from cableconv.session import default_session as default_session
    from cableconv.telegram import Telegram as Telegram

_NAMES = {
    "cable": ("Cable",),
    "data_frame": ("frame",),
    "input.content": ("Content",),
    "errors": (
        "CableconvError", "InputError", "InvalidOptionError", "InvalidTreeError", "NoCableError",
        "OutputError", "PluginError", "QueryError", "SeveralCablesError", "UnknownFormatError",
        "UsageError",
    ),
    "library": ("collect", "convert", "export", "parse", "read", "report_losses", "transform"),
    "limits": ("Limits",),
    "session": ("Session", "default_session"),
    "telegram": ("Telegram",),
}  # fmt: skip
_HOMES = {name: home for home, names in _NAMES.items() for name in names}

__all__ = ["__version__", *sorted(_HOMES)]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found  # from now on without this function
    return found


def __dir__() -> list[str]:
    return __all__
