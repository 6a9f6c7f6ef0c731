"""Plugins given for one use: a Python file, or an imported module.

    session = Session(plugins=["words.py"])

The file is run once per session; nothing has to be installed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from os import PathLike, fspath
from pathlib import Path
from types import ModuleType

from cableconv.errors import PluginError, UsageError
from cableconv.plugins.discovery import Origin
from cableconv.plugins.invoke import reason

GivenPlugin = str | PathLike[str] | ModuleType | object
"""The path of a file, or a module or any other object with hooks."""


def register_given(
    plugin: GivenPlugin, register: Callable[[object, Origin], None], warnings: list[str]
) -> None:
    """Register one plugin; problems that are warnings for an installed plugin are errors.

    Raises:
        UsageError: the file does not exist.
        PluginError: it cannot be run, it has no hook, or one of its descriptors is invalid.
    """
    before = len(warnings)
    if isinstance(plugin, str | PathLike):
        path = Path(fspath(plugin))
        register(_module_of(path), Origin("file", path.name))
    else:
        register(plugin, Origin("module", getattr(plugin, "__name__", type(plugin).__name__)))
    if len(warnings) > before:
        wrong = warnings[before]
        del warnings[before:]
        raise PluginError(wrong)


def _module_of(path: Path) -> ModuleType:
    """Import a file as a module, under a unique name."""
    if not path.is_file():
        raise UsageError("no such file; a plugin is a Python file", path=path)
    name = f"cableconv_plugin_{sha256(str(path.resolve()).encode()).hexdigest()[:16]}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise UsageError("is not a Python file", path=path, hint="its name must end in .py")
    module = module_from_spec(spec)
    sys.modules[name] = module  # classes of the module look up their types there
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        del sys.modules[name]
        raise PluginError(f"cannot be run: {reason(error)}", path=path) from error
    return module
