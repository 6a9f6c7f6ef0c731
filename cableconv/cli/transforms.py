"""Transforms as the command line names them: ``--transform`` and ``-T``, applied in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from cableconv.cable import Cable
from cableconv.cli.settings import given
from cableconv.plugins.api import Transform
from cableconv.plugins.host import PluginHost
from cableconv.plugins.kinds import TRANSFORMS


class Transforms(NamedTuple):
    """The transforms of one call, with a value for each of their options."""

    plugins: PluginHost
    steps: tuple[tuple[Transform, dict[str, Any]], ...] = ()

    @classmethod
    def chosen(
        cls, names: Sequence[str], settings: Sequence[str], plugins: PluginHost
    ) -> Transforms:
        """Those of ``--transform``, in order, set by ``-T``.

        Raises:
            UsageError: one is unknown, or an option doesn't fit.
        """
        wanted = [plugins.find(name, TRANSFORMS) for name in names]
        options = given(settings, wanted, "-T")
        steps = [(each, plugins.options_for(each, options[each.name])) for each in wanted]
        return cls(plugins, tuple(steps))

    def __call__(self, cable: Cable) -> Cable:
        """The cable after all of them; PluginError naming the one that fails."""
        for transform, options in self.steps:
            cable = self.plugins.apply(transform, cable, options)
        return cable
