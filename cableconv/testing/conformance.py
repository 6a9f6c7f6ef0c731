"""``assert_..._conforms``: does a plugin keep the contract of what it offers?

Each takes a plugin (a module or object with hooks) or one descriptor of it, and raises one
AssertionError that lists what its author has to fix.  Importing a plugin, where it is a
module, must do nothing that anybody notices.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cableconv.plugins import kinds
from cableconv.plugins.api import Reader
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import DescriptorT, PluginKind
from cableconv.plugins.validate import problem
from cableconv.testing import collectors, commands, exporters, importing, readers, transforms
from cableconv.testing.findings import Findings
from cableconv.testing.isolation import as_plugin, isolated_session

Examine = Callable[[PluginHost, DescriptorT, Findings], None]


def assert_exporter_conforms(plugin: object) -> None:
    """Every format of it keeps its promises.

    Its descriptor is sound; any tree becomes a document of the declared kind, well-formed where
    the media type is of XML or JSON, and the same again later and elsewhere; no tree is
    changed, nothing printed; every option works; ``omits`` is true.
    """
    _assert(plugin, kinds.EXPORTERS, exporters.examine)


def assert_collector_conforms(plugin: object) -> None:
    """Every format of many cables keeps its promises.

    The same as ``assert_exporter_conforms``; and it writes its target alone, takes every sample and
    no cable at all, and leaves nothing behind when it is stopped halfway.
    """
    _assert(plugin, kinds.COLLECTORS, collectors.examine)


def assert_reader_conforms(plugin: object, *contents: bytes | str) -> None:
    """Every reader of it keeps its promises with these contents, files of its own kind.

    It claims them, finds the same in them each time, anchors lead back into the file, and the
    parser takes what it gives; of half a file and of files of other kinds nothing but an error
    of ``cableconv.errors`` comes.
    """
    own = tuple(each.encode() if isinstance(each, str) else each for each in contents)
    assert own, "hand over at least one content that the reader reads"

    def examine(host: PluginHost, reader: Reader, findings: Findings) -> None:
        readers.examine(reader, own, findings)

    _assert(plugin, kinds.READERS, examine)


def assert_transform_conforms(plugin: object) -> None:
    """Every transform of it keeps its promises.

    Any tree gives a tree, the same each time, and the one it got stays as it was; no change is
    silent; every option works.
    """
    _assert(plugin, kinds.TRANSFORMS, transforms.examine)


def assert_check_conforms(plugin: object) -> None:
    """Every check of it finds sound diagnostics in any tree, the same each time."""
    _assert(plugin, kinds.CHECKS, transforms.examine_check)


def assert_command_conforms(plugin: object) -> None:
    """Every command of it loads, prints nothing by that, and has a help page."""
    _assert(plugin, kinds.COMMANDS, commands.examine)


def _assert(plugin: object, kind: PluginKind[DescriptorT], examine: Examine[DescriptorT]) -> None:
    for descriptor in _descriptors(plugin, kind):
        findings = Findings(f"{kind.noun} {getattr(descriptor, 'name', descriptor)!r}")
        host = _host(plugin, descriptor, kind, findings)
        if wrong := problem(descriptor, kind):
            findings.add(wrong)
        else:
            if not descriptor.help.strip():
                findings.add("has no help: say in one line what it is good for")
            importing.examine(plugin, findings)
            examine(host, descriptor, findings)
        findings.settle()


def _descriptors(plugin: object, kind: PluginKind[DescriptorT]) -> list[Any]:
    hook = getattr(as_plugin(plugin), kind.hook, None)
    descriptors = [] if hook is None else list(hook())
    assert descriptors, f"offers no {kind.noun}: write {kind.hook}() marked with @hookimpl"
    return descriptors


def _host(
    plugin: object, descriptor: object, kind: PluginKind[Any], findings: Findings
) -> PluginHost:
    """A host of this plugin and what is built in; what is built in is there already."""
    host = PluginHost(third_party=False, disabled=())
    if _is_built_in(host, descriptor, kind):
        return host
    host = isolated_session(plugin, strict=False).plugins
    for line in host.warnings:
        findings.add(line)
    return host


def _is_built_in(host: PluginHost, descriptor: object, kind: PluginKind[Any]) -> bool:
    name = str(getattr(descriptor, "name", None))
    return name in kind.builtin and bool(host.find(name, kind) == descriptor)
