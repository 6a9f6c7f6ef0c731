"""Reports each result of a run, in the order of events."""

from __future__ import annotations

from cableconv.cli.exit_codes import ExitCode
from cableconv.cli.report import Report
from cableconv.cli.wording import STANDARD_OUTPUT
from cableconv.corpus.results import Output, Result


def tell(result: Result, report: Report, losses_listed: bool = False) -> None:
    """Report a result to ``report``.

    ``losses_listed``: print each loss on its own line.  Otherwise only changes are reported,
    and parts that the format cannot hold never are.
    """
    if result.position is not None:
        report.expect_many()
    if result.source is not None:
        _tell_of_cable(result, result.source.name, report, losses_listed)
    for output in result.outputs:
        _tell_of_output(output, result, report)


def _tell_of_cable(result: Result, name: str, report: Report, losses_listed: bool) -> None:
    errors = [found for found in result.diagnostics if found.severity == "error"]
    report.diagnosed(name, errors if result.refused == "error" else result.diagnostics)
    asked_for = (each for each in result.losses if losses_listed or each.severity != "info")
    report.diagnosed(name, asked_for, listed=losses_listed)
    if result.error is not None:
        report.failed(name, result.error)
    if result.refused == "error":
        report.refused(name, ExitCode.INPUT)
    if result.duplicate:
        report.duplicate()
    if result.joined is not None:
        report.joined()
    if result.refused == "doubt":
        report.too_doubtful(name)


def _tell_of_output(output: Output, result: Result, report: Report) -> None:
    if output.error is not None:
        place = STANDARD_OUTPUT if output.path is None else str(output.path)
        report.failed(result.source.name if result.source else place, output.error)
    elif output.state == "written":
        report.written(output.path, of_many=result.source is None)
    elif output.state == "unchanged":
        report.unchanged()
    elif output.state == "edited" and output.path is not None:
        report.edited(output.path)
    elif output.path is not None:
        report.kept(output.path)
