"""``cableconv INPUT... --to FORMAT``: the default command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cableconv.cli import options
from cableconv.cli.help import Command, Option

FORM = "What is written"
WHERE = "Where it goes"

EXAMPLES = """
cableconv cable.txt --to docx                writes cable.docx beside it
cableconv cable.txt --to docx --to json      writes cable.docx and cable.json
cableconv cables/ --to docx -o documents/    a folder with all that is in it
cableconv cables.csv --to json -o trees/     a dump; an archive (.zip, .tar.gz) is the same
cableconv cable.txt -o report.xml            the ending says the format
cableconv cables/ -o all.jsonl               all cables in one file
cableconv - --to json < cable.txt | jq .to   from one pipe to the next
"""


@click.command(
    "convert",
    cls=Command,
    usage=("cableconv INPUT... --to FORMAT [OPTIONS]",),
    examples=EXAMPLES,
    short_help="Write cables in another format (the default).",
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
    help="The format to write: docx, json, xml, text, jsonl (all cables in one file) or an "
    "installed plugin's. May be given more than once.",
)
@click.option(
    "-O",
    "settings",
    cls=Option,
    heading=FORM,
    metavar="NAME=VALUE",
    multiple=True,
    shell_complete=options.settings_of_formats,
    help="An option of a format, as indent=2; json.indent=2 is for json only. Where the value "
    "is a file (a template), give its path. --list-formats names the options.",
)
@click.option(
    "--transform",
    "transforms",
    cls=Option,
    heading=FORM,
    metavar="NAME",
    multiple=True,
    shell_complete=options.names_of("transform"),
    help="A change to each cable before it is written: redact, repair-quotes, title-case or an "
    "installed plugin's. May be given more than once; they are made in that order.",
)
@click.option(
    "-T",
    "transform_settings",
    cls=Option,
    heading=FORM,
    metavar="NAME.OPTION=VALUE",
    multiple=True,
    help="An option of a transform, written as those of formats.",
)
@click.option(
    "--report-loss",
    cls=Option,
    heading=FORM,
    is_flag=True,
    help="List what of each cable its format leaves out or has to change.",
)
@click.option(
    "--list-formats",
    cls=Option,
    heading=FORM,
    is_flag=True,
    help="List formats, transforms and readers, with their options; then stop.",
)
@click.option(
    "-o",
    "--output",
    cls=Option,
    heading=WHERE,
    metavar="PATH",
    type=click.Path(allow_dash=True),
    help="A file, or a folder: if there is one, if PATH ends in /, or if there are several "
    "results. - is standard output. Without it: beside the input, with the format's ending.",
)
@click.option(
    "--no-clobber",
    cls=Option,
    heading=WHERE,
    is_flag=True,
    help="Keep results that are there already.",
)
@click.option(
    "--name",
    cls=Option,
    heading=WHERE,
    metavar="PATTERN",
    help="What results are called in the folder of -o: '{date:%Y}/{post}/{key}{ending}'. There are "
    "key, date, post, level, subject, tag, file, row and ending.",
)
@click.option(
    "--force",
    cls=Option,
    heading=WHERE,
    is_flag=True,
    help="Replace results that were edited since they were written, too.",
)
@click.option(
    "--manifest",
    cls=Option,
    heading=options.ARCHIVE,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where a line for each cable goes that says what was made of it; with -o FOLDER/ it is "
    ".cableconv-manifest.jsonl there.",
)
@click.option(
    "--resume",
    cls=Option,
    heading=options.ARCHIVE,
    is_flag=True,
    help="Do only what the manifest does not know as done: what is new, has changed, failed or "
    "was not reached.",
)
@click.option(
    "--duplicates",
    cls=Option,
    heading=options.ARCHIVE,
    type=click.Choice(["keep", "first", "best"]),
    default="keep",
    help="Of a cable that is there several times write all, the first, or the best: that with "
    "the fullest text, then with the fewest doubts (all is read twice).",
)
@click.option(
    "--fail-fast",
    cls=Option,
    heading=options.ARCHIVE,
    is_flag=True,
    help="End at the first cable that fails; files of many cables are not written then.",
)
@click.option(
    "--progress",
    cls=Option,
    heading=options.ARCHIVE,
    type=click.Choice(["auto", "bar", "plain", "none"]),
    default="auto",
    help="Show how far it is: a bar, a line every half minute, or nothing; by itself a bar on a "
    "terminal.",
)
@click.option(
    "--scheduler",
    cls=Option,
    heading=options.ARCHIVE,
    metavar="ADDRESS",
    help="Let the workers of a Dask scheduler do it, as tcp://host:8786; inputs and results "
    "lie on storage that all share.",
)
@options.archive
@options.reading
@options.where
@options.saying
def command(inputs: tuple[Path, ...], list_formats: bool, **request: Any) -> int:
    """Write cables in another format.

    INPUT is a file, an archive or a folder (every cable in it), or - for standard input, whose
    result goes to standard output.
    """
    if list_formats:
        from cableconv.cli.listing import print_formats

        return print_formats(request["how"])
    from cableconv.cli.conversion import Request, convert

    return convert(Request(inputs, **request))
