"""``cableconv datasette-metadata``: Datasette's metadata for a file of cables."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import click


@click.command("datasette-metadata")
@click.argument("database", type=click.Path(path_type=Path), default=Path("cables.sqlite"))
def datasette_metadata(database: Path) -> None:
    """Print the metadata with which Datasette shows a SQLite file of cables.

    Titles, descriptions of every column, facets, and questions with a form; DATABASE is the
    file that cableconv wrote (cables.sqlite). Use it so:

    \b
      cableconv datasette-metadata cables.sqlite > metadata.json
      datasette cables.sqlite --metadata metadata.json
    """
    click.echo(json.dumps(metadata(database.stem), indent=2, ensure_ascii=False))


def metadata(database: str) -> dict[str, object]:
    """Return the metadata for a database of that name (the file's, without its ending)."""
    text = files("cableconv_sqlite").joinpath("datasette.json").read_text(encoding="utf-8")
    shown: dict[str, object] = json.loads(text)
    about = shown.pop("database")
    return {**shown, "databases": {database: about}}
