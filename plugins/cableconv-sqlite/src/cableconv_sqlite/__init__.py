"""Many cables in one SQLite file, for queries and full-text search: a cableconv plugin."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cableconv.plugins import Collection, Collector, Command, IsReplaced, Option, hookimpl

if TYPE_CHECKING:
    import click
    from cableconv import Cable

    from cableconv_sqlite.cable_rows import CableRows


def prepare_rows(cable: Cable, *, tree: bool = False) -> CableRows:
    """Return the cable's rows; ``tree`` adds the whole tree."""
    from cableconv_sqlite.cable_rows import cable_rows

    return cable_rows(cable, tree=tree)


def open_database(target: Path, *, tree: bool = False) -> Collection:  # noqa: ARG001
    """Open an empty database at ``target``, which does not exist yet."""
    from cableconv_sqlite.database import Database

    return Database(target)


def append_to_database(
    target: Path,
    earlier: Path,
    is_replaced: IsReplaced,
    *,
    tree: bool = False,  # noqa: ARG001
) -> Collection:
    """A database at ``target`` with what the earlier one holds, but for what comes again."""
    from cableconv_sqlite.database import Database

    return Database(target, kept=(earlier, is_replaced))


def load_command() -> click.Command:
    """Return the command ``cableconv datasette-metadata``."""
    from cableconv_sqlite.command import datasette_metadata

    return datasette_metadata


@hookimpl
def cableconv_collectors() -> Iterable[Collector]:
    """Return the format ``sqlite``."""
    yield Collector(
        name="sqlite",
        aliases=("db",),
        open=open_database,
        append=append_to_database,
        prepare=prepare_rows,
        ending=".sqlite",
        help="One SQLite file: tables, full-text search, and views for historians' questions.",
        media_type="application/vnd.sqlite3",
        options=(
            Option(
                name="tree",
                type=bool,
                default=False,
                help="store each cable's whole tree as JSON in its row",
            ),
        ),
    )


@hookimpl
def cableconv_commands() -> Iterable[Command]:
    """Return the command ``cableconv datasette-metadata FILE``."""
    yield Command(
        name="datasette-metadata",
        load=load_command,
        help="Print the metadata with which Datasette shows a SQLite file of cables.",
    )
