"""Distributions for tests: a module, and the metadata that an installer writes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

IMPORTS = """
from cableconv import Cable
from cableconv.plugins import Exporter, Joins, Omission, Option, Reader, Sniff, hookimpl
from cableconv.telegram import Telegram
"""


class SitePackages(NamedTuple):
    """A folder in which distributions are installed."""

    folder: Path

    def install(self, name: str, code: str, version: str = "1.0") -> None:
        """Install a distribution with one module, with an entry point of its own name."""
        module = name.replace("-", "_")
        metadata = self.folder / f"{module}-{version}.dist-info"
        metadata.mkdir()
        (self.folder / f"{module}.py").write_text(IMPORTS + code, encoding="utf-8")
        (metadata / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8"
        )
        (metadata / "entry_points.txt").write_text(
            f"[cableconv]\n{name} = {module}\n", encoding="utf-8"
        )

    def modules(self) -> set[str]:
        """Return the paths of the installed modules."""
        return {str(path) for path in self.folder.glob("*.py")}


def exporter(name: str, result: str = "cable.id", **fields: str) -> str:
    """Return the code of a plugin with one format; ``fields`` are further fields, as code."""
    more = "".join(f", {field}={value}" for field, value in fields.items())
    return f"""
@hookimpl
def cableconv_exporters():
    yield Exporter(name={name!r}, encode=lambda cable: {result}, ending=".x", help="X."{more})
"""


def reader(name: str, sniff: str = "Sniff.SURE", read: str = "iter(())") -> str:
    """Return the code of a plugin with one reader."""
    return f"""
@hookimpl
def cableconv_readers():
    yield Reader(
        name={name!r}, sniff=lambda content: {sniff}, read=lambda content: {read}, help="X."
    )
"""
