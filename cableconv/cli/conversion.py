"""A conversion: turns the options of a call into a plan, runs the plan and reports on it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from cableconv.cli.archive import Archive
from cableconv.cli.choices import choose_formats, choose_transforms
from cableconv.cli.exit_codes import ExitCode
from cableconv.cli.options import ReadingOptions
from cableconv.cli.progress import Kind, progress
from cableconv.cli.reading import Reading, inputs
from cableconv.cli.report import Report
from cableconv.cli.telling import tell
from cableconv.corpus.job import Step
from cableconv.corpus.plan import Keeping, Plan, planned
from cableconv.corpus.run import run
from cableconv.corpus.staff import Staff
from cableconv.errors import UsageError
from cableconv.input.files import Input, is_folder
from cableconv.output.failures import NoRoomError
from cableconv.output.standard_output import is_terminal, reserved
from cableconv.output.targets import Target
from cableconv.plugins.api import Collector, Exporter

if TYPE_CHECKING:
    from cableconv.corpus.duplicates import Duplicates


class Request(msgspec.Struct, frozen=True):
    """The options of one call, by click's parameter names."""

    inputs: Sequence[Path]
    to: Sequence[str]
    output: str | None
    settings: Sequence[str]
    transforms: Sequence[str]
    transform_settings: Sequence[str]
    how: ReadingOptions
    no_clobber: bool
    force: bool
    append: bool
    manifest: Path | None
    resume: bool
    quiet: bool
    verbose: bool
    strict: bool
    debug: bool
    report_loss: bool
    name: str | None
    archive: Archive
    duplicates: Duplicates
    join: bool
    fail_fast: bool
    progress: Kind
    where: str | None
    scheduler: str | None


def convert(request: Request) -> ExitCode:
    """Convert as the command line asks, report on it, and return the exit code.

    Raises:
        UsageError: the call is wrong; nothing has been written.
        RunEndedError: output is no longer possible, or its reader has closed the pipe.
    """
    with reserved():
        return _converted(request)


def _converted(request: Request) -> ExitCode:
    request = replace(request, inputs=request.archive.arguments(request.inputs))
    many = len(request.inputs) > 1 or any(is_folder(argument) for argument in request.inputs)
    report = Report.of(request.quiet, request.verbose, many=many, debug=request.debug)
    plan, staff = _plan(request, report, many)
    _refuse_binary_on_terminal(plan.places)
    try:
        with (
            progress(request.progress, len(plan.inputs), request.quiet) as step,
            closing(run(plan, staff)) as results,
        ):
            for result in results:
                step(result)
                tell(result, report, losses_listed=request.report_loss)
                if request.fail_fast and result.failed:
                    break
    except NoRoomError:
        report.summary()
        raise
    report.plugin_warnings(plan.plugins.warnings)
    report.summary()
    return report.exit_code


def _plan(request: Request, report: Report, many: bool) -> tuple[Plan, Staff]:
    """Return the plan and its workers, which start while it is made."""
    reading = Reading.of(request.how, request.where)
    plugins = reading.plugins
    formats = choose_formats(_names(request), request.output, request.settings, plugins, many=many)
    transforms = choose_transforms(request.transforms, request.transform_settings, plugins)
    job = replace(
        reading.job(),
        transforms=tuple(map(Step.of, transforms)),
        strict=request.strict,
        name=request.name,
    )
    found = inputs(request.inputs, reading, report, leave_out=_folder(request.output))
    chosen = request.archive.chosen(found)
    staff = _staff(request, chosen)
    keeping = Keeping(
        request.no_clobber, request.resume, request.force, request.manifest, request.append
    )
    plan = planned(
        job,
        plugins,
        formats,
        chosen,
        request.output,
        many=many,
        keeping=keeping,
        duplicates=request.duplicates,
        join=request.join,
    )
    return plan, staff


def _staff(request: Request, sources: Sequence[Input]) -> Staff:
    """Return the workers: a Dask cluster, if one was asked for."""
    if request.scheduler:
        from cableconv.corpus.processes import cluster, staff_of

        return staff_of(cluster(request.scheduler))
    return request.archive.staff(sources)


def _names(request: Request) -> list[str]:
    """Return the formats as given; ``--to docx,json`` means both."""
    return [name for given in request.to for name in given.split(",") if name]


def _folder(output: str | None) -> Path | None:
    return Path(output) if output and output != "-" else None


def _refuse_binary_on_terminal(targets: Sequence[Target]) -> None:
    if not is_terminal():
        return
    for target in targets:
        if target.path is None and _is_binary(target.format):
            raise UsageError(
                f"{target.format.name} is binary and would fill the terminal with noise",
                hint=f"write it to a file: -o FILE{target.format.ending}",
            )


def _is_binary(wanted: Exporter | Collector) -> bool:
    if isinstance(wanted, Exporter):
        return wanted.binary
    return not (wanted.media_type.startswith("text/") or "json" in wanted.media_type)
