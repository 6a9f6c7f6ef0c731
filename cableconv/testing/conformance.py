"""``assert_..._conforms``: checks that a plugin keeps the contract.

Each takes a plugin (a module or object with hooks) or one of its descriptors, and raises one
AssertionError that lists what its author has to fix.  Importing a plugin that is a module must
have no side effects.
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
    """Check every format of a plugin.

    Its descriptor is valid; any tree becomes a document of the declared type, well-formed if
    the media type is that of XML or JSON, and equal later and elsewhere; no tree is
    changed, nothing is printed; every option works; ``omits`` is correct.
    """
    _assert(plugin, kinds.EXPORTERS, exporters.examine)


def assert_collector_conforms(plugin: object) -> None:
    """Check every format of many cables of a plugin.

    As ``assert_exporter_conforms``; and it writes only its target, accepts every sample and
    no cable at all, and leaves nothing behind when it is interrupted.
    """
    _assert(plugin, kinds.COLLECTORS, collectors.examine)


def assert_reader_conforms(plugin: object, *contents: bytes | str) -> None:
    """Check every reader of a plugin with these contents, which are files of its own form.

    It recognises them, finds the same in them each time, anchors point into the file, and the
    parser accepts its results; half a file and files of other forms raise only errors
    of ``cableconv.errors``.
    """
    own = tuple(each.encode() if isinstance(each, str) else each for each in contents)
    assert own, "pass at least one content that the reader can read"

    def examine(host: PluginHost, reader: Reader, findings: Findings) -> None:
        readers.examine(reader, own, findings)

    _assert(plugin, kinds.READERS, examine)


def assert_transform_conforms(plugin: object) -> None:
    """Check every transform of a plugin.

    Any tree gives a tree, the same each time, and its argument is unchanged; every change is
    reported; every option works.
    """
    _assert(plugin, kinds.TRANSFORMS, transforms.examine)


def assert_check_conforms(plugin: object) -> None:
    """Check every check of a plugin: valid diagnostics for any tree, the same each time."""
    _assert(plugin, kinds.CHECKS, transforms.examine_check)


def assert_command_conforms(plugin: object) -> None:
    """Check that every command of a plugin loads without output, and has a help page."""
    _assert(plugin, kinds.COMMANDS, commands.examine)


def _assert(plugin: object, kind: PluginKind[DescriptorT], examine: Examine[DescriptorT]) -> None:
    for descriptor in _descriptors(plugin, kind):
        findings = Findings(f"{kind.noun} {getattr(descriptor, 'name', descriptor)!r}")
        host = _host(plugin, descriptor, kind, findings)
        if wrong := problem(descriptor, kind):
            findings.add(wrong)
        else:
            if not descriptor.help.strip():
                findings.add("has no help: describe its purpose in one line")
            importing.examine(plugin, findings)
            examine(host, descriptor, findings)
        findings.settle()


def _descriptors(plugin: object, kind: PluginKind[DescriptorT]) -> list[Any]:
    hook = getattr(as_plugin(plugin), kind.hook, None)
    descriptors = [] if hook is None else list(hook())
    assert descriptors, f"offers no {kind.noun}: define {kind.hook}(), marked with @hookimpl"
    return descriptors


def _host(
    plugin: object, descriptor: object, kind: PluginKind[Any], findings: Findings
) -> PluginHost:
    """Return a host with this plugin and the built-in ones; a built-in plugin is there already."""
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
