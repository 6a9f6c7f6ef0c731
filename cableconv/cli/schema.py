"""``cableconv schema json|xml``: the schemas included in the package."""

from __future__ import annotations

import click

from cableconv.cli.help import Command

EXAMPLES = """
cableconv schema json > cable.schema.json
cableconv schema xml > cable.rng
"""


@click.command(
    "schema",
    cls=Command,
    usage=("cableconv schema json|xml",),
    examples=EXAMPLES,
    short_help="Print the JSON Schema or the RELAX NG schema of a cable.",
)
@click.argument(
    "form", metavar="json|xml", type=click.Choice(("json", "xml"), case_sensitive=False)
)
def command(form: str) -> int:
    """Print the schema that every result of --to json (JSON Schema 2020-12) or --to xml
    (RELAX NG, XML syntax) is valid against."""
    from cableconv import schema
    from cableconv.output.standard_output import write_stdout

    write_stdout(schema.json_schema() if form == "json" else schema.relax_ng())
    return 0
