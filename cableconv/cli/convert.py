"""``cableconv INPUT... --to FORMAT``: the default command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cableconv.cli import options
from cableconv.cli.help import Command, Option

FORM = "Output format"
WHERE = "Output files"

EXAMPLES = """
cableconv cable.txt --to docx                writes cable.docx beside it
cableconv cable.txt --to docx --to json      writes cable.docx and cable.json
cableconv cables/ --to docx -o documents/    a folder with all that is in it
cableconv cables.csv --to json -o trees/     a dump; an archive (.zip, .tar.gz) is the same
cableconv cable.txt -o report.xml            the ending tells the format
cableconv cables/ -o all.jsonl               all cables in one file
cableconv - --to json < cable.txt | jq .to   from one pipe to the next
"""


@click.command(
    "convert",
    cls=Command,
    usage=("cableconv INPUT... --to FORMAT [OPTIONS]",),
    examples=EXAMPLES,
    short_help="Convert cables to another format (the default).",
)
@options.inputs
@click.option(
    "-t",
    "--to",
    cls=Option,
    heading=FORM,
    metavar="FORMAT",
    multiple=True,
    shell_complete=options.names_of("format"),
    help="The format to write: docx, json, xml, text, jsonl (all cables in one file), or that "
    "of an installed plugin. May be given more than once.",
)
@click.option(
    "-O",
    "settings",
    cls=Option,
    heading=FORM,
    metavar="NAME=VALUE",
    multiple=True,
    shell_complete=options.settings_of_formats,
    help="Set an option of a format: indent=2, or json.indent=2 for json only. If the value is a "
    "file (a template), give its path. --list-formats names the options.",
)
@click.option(
    "--transform",
    "transforms",
    cls=Option,
    heading=FORM,
    metavar="NAME",
    multiple=True,
    shell_complete=options.names_of("transform"),
    help="Change each cable before it is written: redact, repair-quotes, title-case, or a "
    "transform of an installed plugin. May be given more than once; applied in that order.",
)
@click.option(
    "-T",
    "transform_settings",
    cls=Option,
    heading=FORM,
    metavar="NAME.OPTION=VALUE",
    multiple=True,
    help="Set an option of a transform, in the same way.",
)
@click.option(
    "--report-loss",
    cls=Option,
    heading=FORM,
    is_flag=True,
    help="List what each format leaves out or changes.",
)
@click.option(
    "--list-formats",
    cls=Option,
    heading=FORM,
    is_flag=True,
    help="List formats, transforms and readers with their options, and exit.",
)
@click.option(
    "-o",
    "--output",
    cls=Option,
    heading=WHERE,
    metavar="PATH",
    type=click.Path(allow_dash=True),
    help="The file or folder to write. PATH is a folder if it exists as one, if it ends in /, or "
    "if there are several results; - is standard output. Default: beside the input.",
)
@click.option(
    "--no-clobber",
    cls=Option,
    heading=WHERE,
    is_flag=True,
    help="Do not replace existing files.",
)
@click.option(
    "--name",
    cls=Option,
    heading=WHERE,
    metavar="PATTERN",
    help="Names of the results in the folder of -o, such as '{date:%Y}/{post}/{key}{ending}'. "
    "Fields: key, date, post, level, subject, tag, file, row, ending.",
)
@click.option(
    "--force",
    cls=Option,
    heading=WHERE,
    is_flag=True,
    help="Replace even results that were edited after they were written.",
)
@click.option(
    "--append",
    cls=Option,
    heading=WHERE,
    is_flag=True,
    help="Add to an existing file of many cables: new cables at its end; a cable that it has is "
    "replaced (jsonl, sqlite, csv, parquet, xlsx, html-site).",
)
@click.option(
    "--manifest",
    cls=Option,
    heading=options.ARCHIVE,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Record in FILE what was made of each cable, one line per cable. Default with "
    "-o FOLDER/: .cableconv-manifest.jsonl in it; beside it if redacted.",
)
@click.option(
    "--resume",
    cls=Option,
    heading=options.ARCHIVE,
    is_flag=True,
    help="Convert only what the manifest does not list as done: new, changed and failed "
    "inputs, and those not reached.",
)
@click.option(
    "--duplicates",
    cls=Option,
    heading=options.ARCHIVE,
    type=click.Choice(["keep", "first", "best"]),
    default="keep",
    help="If a cable occurs several times, write all of them, the first, or the best: the one "
    "with the fullest text, then the fewest doubts (reads all inputs twice).",
)
@click.option(
    "--join",
    cls=Option,
    heading=options.ARCHIVE,
    is_flag=True,
    help="Make one cable of its sections, or of a corrected copy and what it corrects, where they "
    "lie in separate files or rows. Reports what was joined; reads all inputs twice.",
)
@click.option(
    "--fail-fast",
    cls=Option,
    heading=options.ARCHIVE,
    is_flag=True,
    help="Stop at the first cable that fails, and write no files of many cables.",
)
@click.option(
    "--progress",
    cls=Option,
    heading=options.ARCHIVE,
    type=click.Choice(["auto", "bar", "plain", "none"]),
    default="auto",
    help="Show progress as a bar, as a line every half minute, or not at all. Default: a bar on "
    "a terminal.",
)
@click.option(
    "--scheduler",
    cls=Option,
    heading=options.ARCHIVE,
    metavar="ADDRESS",
    help="Convert on the workers of a Dask scheduler, such as tcp://host:8786. Inputs and "
    "results must be on storage that all of them share.",
)
@options.archive
@options.reading
@options.where
@options.saying
def command(inputs: tuple[Path, ...], list_formats: bool, **request: Any) -> int:
    """Convert cables to another format.

    INPUT is a file, an archive or a folder (every cable in it), or - for standard input, whose
    result goes to standard output.
    """
    if list_formats:
        from cableconv.cli.listing import print_formats

        return print_formats(request["how"])
    from cableconv.cli.conversion import Request, convert

    return convert(Request(inputs, **request))
