"""The kinds of plugins that a distribution can be begun with: what each is for, how it is tried.

Nothing heavy is imported here, for help pages name the kinds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cableconv.plugins import builtin

_FORMATS = {**builtin.EXPORTERS, **builtin.COLLECTORS}


class Kind(NamedTuple):
    """What a plugin of the kind is for, how it is tried, and the names that are taken."""

    noun: str
    about: str
    trial: str
    taken: Mapping[str, str] = {}


KINDS = {
    "exporter": Kind(
        "format",
        "Writes diplomatic cables as {}: a format for cableconv.",
        "cableconv cable.txt --to {}",
        _FORMATS,
    ),
    "collector": Kind(
        "format",
        "Writes many diplomatic cables into one file {}: a format for cableconv.",
        "cableconv cables/ --to {0} -o all.{0}",
        _FORMATS,
    ),
    "reader": Kind(
        "reader",
        "Reads diplomatic cables in the container {}: a reader for cableconv.",
        "cableconv file.{0} --from {0} --to json",
        builtin.READERS,
    ),
    "transform": Kind(
        "transform",
        "Changes diplomatic cables before they are written ({}): a transform for cableconv.",
        "cableconv cable.txt --transform {} --to docx",
        builtin.TRANSFORMS,
    ),
    "check": Kind(
        "check",
        "Holds diplomatic cables against a rule ({}): a check for cableconv.",
        "cableconv check cable.txt",
    ),
    "command": Kind(
        "command",
        "Adds the command {} to cableconv.",
        "cableconv {} cables/",
        dict.fromkeys(("show", "check", "find", "stats", "plugins", "schema"), ""),
    ),
}

"""What a distribution can be begun with; the first is what most begin with."""
