"""Running a plugin's own code: whatever goes wrong in it comes out as an error that names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cableconv.cable import Cable, Diagnostic
from cableconv.content import Content
from cableconv.errors import CableconvError, PluginError
from cableconv.plugins import losses as losing
from cableconv.plugins.descriptors import Exporter, Reader, Sniff
from cableconv.plugins.installed import Origin
from cableconv.plugins.registration import reason
from cableconv.telegram import Telegram


def encode(
    exporter: Exporter, origin: Origin, cable: Cable, options: Mapping[str, Any]
) -> bytes | str:
    """The cable in the exporter's format.

    Raises:
        PluginError: the exporter raised, or gave what a format of its sort does not give.
    """
    who = f"format {exporter.name!r} ({origin}) failed on {cable.key or 'a cable without id'}"
    try:
        data = exporter.encode(cable, **options)
    except CableconvError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(f"{who}: {reason(error)}") from error
    if isinstance(data, bytes) or (isinstance(data, str) and not exporter.binary):
        return data
    wanted = "bytes" if exporter.binary else "bytes or str"
    raise PluginError(f"{who}: it gave {type(data).__name__}, not {wanted}")


def inspect(exporter: Exporter, origin: Origin, options: Mapping[str, Any]) -> Iterator[str]:
    """What there is to warn of the values of the exporter's options.

    Raises:
        InvalidOption: a value cannot be used.
        PluginError: the exporter failed to say it.
    """
    for option in exporter.options:
        if option.inspect is None or options[option.name] is None:
            continue
        try:
            yield from map(str, option.inspect(options[option.name]))
        except CableconvError:
            raise
        except (Exception, SystemExit) as error:
            who = f"option {option.name!r} of format {exporter.name!r} ({origin})"
            raise PluginError(f"{who}: {reason(error)}") from error


def losses(
    exporter: Exporter, origin: Origin, cable: Cable, options: Mapping[str, Any]
) -> tuple[Diagnostic, ...]:
    """What the format does not hold of the cable.

    Raises:
        PluginError: the exporter failed to say it.
    """
    try:
        return tuple(losing.losses(exporter, cable, options))
    except CableconvError:
        raise
    except (Exception, SystemExit) as error:
        who = f"losses of {exporter.name!r} ({origin})"
        raise PluginError(f"{who}: {reason(error)}") from error


def read(reader: Reader, origin: Origin, content: Content) -> Iterator[Telegram | Cable]:
    """What the reader finds in the content, one at a time.

    Raises:
        PluginError: the reader raised, or gave something else than telegrams and cables.
    """
    who = f"reader {reader.name!r} ({origin}) failed on {content.name or 'the input'}"
    try:
        for found in reader.read(content):
            if not isinstance(found, Telegram | Cable):
                wanted = "a Telegram or a Cable"
                raise PluginError(f"{who}: it gave {type(found).__name__}, not {wanted}")
            yield found
    except CableconvError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(f"{who}: {reason(error)}") from error


def sniff(reader: Reader, content: Content) -> Sniff:
    """How sure the reader is; ValueError where it gave something else than a ``Sniff``."""
    return Sniff(reader.sniff(content))
