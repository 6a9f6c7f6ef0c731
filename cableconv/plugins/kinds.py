"""The kinds of plugins, one row per kind: a new kind is a row here, a hook and a descriptor.

Everything else (registry, hooks, validation, discovery, ``PluginHost``) uses these rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

import msgspec

from cableconv.plugins import builtin, hookspecs, rules
from cableconv.plugins.api import (
    Check,
    Collector,
    Command,
    Descriptor,
    Exporter,
    Reader,
    Transform,
)

DescriptorT = TypeVar("DescriptorT", bound=Descriptor)
KindT = TypeVar("KindT", bound=Descriptor, covariant=True)


class PluginKind(msgspec.Struct, Generic[KindT], frozen=True):
    """One kind of plugin.

    ``noun`` is its name in messages, ``spec`` the hook that returns its descriptors.  ``calls``
    are the fields that must hold functions, ``builtin`` the modules of the built-in plugins
    by name and alias, and ``problems`` checks the rules for this kind.
    """

    noun: str
    spec: Callable[[], object]
    descriptor: type[KindT]
    calls: tuple[str, ...]
    builtin: Mapping[str, str] = {}
    problems: Callable[[Any], Iterator[str]] = rules.no_problems

    @property
    def hook(self) -> str:
        """The name of the hook."""
        return self.spec.__name__


EXPORTERS = PluginKind(
    "format",
    hookspecs.cableconv_exporters,
    Exporter,
    ("encode",),
    builtin.EXPORTERS,
    rules.exporter_problems,
)
COLLECTORS = PluginKind(
    "format",
    hookspecs.cableconv_collectors,
    Collector,
    ("open",),
    builtin.COLLECTORS,
    rules.collector_problems,
)
READERS = PluginKind(
    "reader",
    hookspecs.cableconv_readers,
    Reader,
    ("sniff", "read"),
    builtin.READERS,
    rules.reader_problems,
)
TRANSFORMS = PluginKind(
    "transform", hookspecs.cableconv_transforms, Transform, ("apply",), builtin.TRANSFORMS
)
CHECKS = PluginKind("check", hookspecs.cableconv_checks, Check, ("check",))
COMMANDS = PluginKind("command", hookspecs.cableconv_commands, Command, ("load",))

FORMATS: tuple[PluginKind[Exporter | Collector], ...] = (EXPORTERS, COLLECTORS)
"""The kinds that ``--to`` can name."""

KINDS: tuple[PluginKind[Any], ...] = (
    EXPORTERS,
    COLLECTORS,
    READERS,
    TRANSFORMS,
    CHECKS,
    COMMANDS,
)
