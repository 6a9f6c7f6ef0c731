"""Transforms as the command line names them: ``--transform`` and ``-T``, applied in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from cableconv.cable import Cable
from cableconv.cli.settings import given
from cableconv.plugins.descriptors import Transform
from cableconv.plugins.manager import Plugins


class Transforms(NamedTuple):
    """The transforms of one call, with a value for each of their options."""

    plugins: Plugins
    steps: tuple[tuple[Transform, dict[str, Any]], ...] = ()

    @classmethod
    def chosen(cls, names: Sequence[str], settings: Sequence[str], plugins: Plugins) -> Transforms:
        """Those of ``--transform``, in order, set by ``-T``.

        Raises:
            UsageError: one is unknown, or an option doesn't fit.
        """
        wanted = [plugins.transform(name) for name in names]
        options = given(settings, wanted, "-T")
        steps = [(each, plugins.options_for(each, options[each.name])) for each in wanted]
        return cls(plugins, tuple(steps))

    def __call__(self, cable: Cable) -> Cable:
        """The cable after all of them; PluginError naming the one that fails."""
        for transform, options in self.steps:
            cable = self.plugins.apply(transform, cable, options)
        return cable
