"""The report of a run: prints and counts what happened to each input, and decides the exit code."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path

import click

from cableconv.cable import Diagnostic
from cableconv.cli.exit_codes import ExitCode, exit_code
from cableconv.cli.first_names import FirstNames
from cableconv.cli.streams import say
from cableconv.cli.wording import (
    bug_line,
    count,
    diagnostic_line,
    error_line,
    kind_of_failure,
    listed,
    printable,
)
from cableconv.errors import CableconvError


class Verbosity(IntEnum):
    """How much is printed: errors only; warnings and files written; notes too."""

    QUIET = 0
    NORMAL = 1
    VERBOSE = 2


class Report:
    """The report of one run.  With ``many`` inputs diagnostics are counted by code, not listed."""

    def __init__(
        self,
        verbosity: Verbosity = Verbosity.NORMAL,
        *,
        many: bool = False,
        debug: bool = False,
    ) -> None:
        self.verbosity = verbosity
        self._many = many
        self._debug = debug
        self._written = 0
        self._done = 0
        self._kept = 0
        self._edited = 0
        self._unchanged = 0
        self._duplicates = 0
        self._joined = 0
        self._kinds: defaultdict[str, FirstNames] = defaultdict(FirstNames)
        self._failures: dict[str, ExitCode] = {}
        self._diagnosed: Counter[tuple[str, str]] = Counter()
        self._files_diagnosed: defaultdict[tuple[str, str], FirstNames] = defaultdict(FirstNames)

    @classmethod
    def of(cls, quiet: bool, verbose: bool, *, many: bool, debug: bool) -> Report:
        """Create a report for ``-q``, ``-v`` and ``--debug``; ``-q`` overrides ``-v``."""
        spoken = Verbosity.VERBOSE if verbose else Verbosity.NORMAL
        return cls(Verbosity.QUIET if quiet else spoken, many=many, debug=debug)

    def expect_many(self) -> None:
        """Switch to counting instead of listing, as an input turned out to hold many cables."""
        self._many = True

    def done(self) -> None:
        """Count a finished task."""
        self._done += 1

    def written(self, path: Path | None, of_many: bool = False) -> None:
        """Report a result that was written; ``None`` is standard output.

        ``of_many``: it holds all cables of the run, so that it is named and not only counted.
        """
        self.done()
        self._written += 1
        named = of_many or not self._many or self.verbosity is Verbosity.VERBOSE
        if path is not None and named:
            self._say(f"wrote {printable(str(path))}")

    def kept(self, path: Path) -> None:
        """Report an older output that was kept because of ``--no-clobber``."""
        self.done()
        self._kept += 1
        if not self._many or self.verbosity is Verbosity.VERBOSE:
            self._say(f"kept {printable(str(path))}: it exists (--no-clobber)")

    def edited(self, path: Path) -> None:
        """Report a result that was edited after it was written and is kept; each one is listed."""
        self.done()
        self._edited += 1
        kept = click.style("kept", "yellow", bold=True)
        why = "it was edited after it was written; --force replaces it"
        self._say(f"{kept} {printable(str(path))}: {why}")

    def unchanged(self) -> None:
        """Count a result of an earlier run that is up to date."""
        self.done()
        self._unchanged += 1

    def failed(self, name: str, error: Exception) -> None:
        """Report an input that failed, wholly or in part; the run continues."""
        own = isinstance(error, CableconvError)
        self.refused(name, exit_code(error), kind_of_failure(error))
        self._say(error_line(error) if own else bug_line(error, name), Verbosity.QUIET)
        if self._debug:
            from traceback import format_exception

            say("".join(format_exception(error)))

    def duplicate(self) -> None:
        """Count a cable that another source has already given, which is not written again."""
        self.done()
        self._duplicates += 1

    def joined(self) -> None:
        """A source has become a part of another one's cable."""
        self.done()
        self._joined += 1

    def refused(
        self, name: str, code: ExitCode = ExitCode.FAILED, why: str = "have errors"
    ) -> None:
        """Count an input whose failure was reported; ``why`` is the kind, for the summary."""
        self._kinds[why].add(name)
        earlier = self._failures.setdefault(name, code)
        if earlier is not code:
            self._failures[name] = ExitCode.FAILED

    def too_doubtful(self, name: str) -> None:
        """Report an input that failed because it has warnings and ``--strict`` is set."""
        self.refused(name, why="have warnings (--strict)")
        refusal = CableconvError(f"{name}: nothing written, because it has warnings (--strict).")
        self._say(error_line(refusal), Verbosity.QUIET)

    def diagnosed(self, name: str, diagnostics: Iterable[Diagnostic], listed: bool = False) -> None:
        """Report the diagnostics that readers, parser and exporters have about an input.

        ``listed``: print each on its own line, because the user asked for the list.
        """
        for diagnostic in diagnostics:
            key = (diagnostic.severity, diagnostic.code)
            self._diagnosed[key] += 1
            self._files_diagnosed[key].add(name)
            if listed or self._lists(diagnostic):
                is_error = diagnostic.severity == "error"  # nothing is written: print the hint
                self._say(diagnostic_line(name, diagnostic, is_error), Verbosity.QUIET)

    def plugin_warnings(self, warnings: Iterable[str]) -> None:
        """Report plugins that were ignored."""
        for warning in warnings:
            self.warned(warning)

    def warned(self, warning: str) -> None:
        """Report a warning about the whole run."""
        self._say(f"{click.style('warning', 'yellow', bold=True)}: {printable(warning)}")

    def summary(self) -> None:
        """Print the summary of many inputs; a single one has been reported almost in full."""
        is_verbose = self.verbosity is Verbosity.VERBOSE
        if self._many:
            self._summarise("warning")
        if self._many or not is_verbose:
            self._summarise("info", None if is_verbose else self._counted_always())
        if not self._many:
            return
        for why, names in self._kinds.items():
            self._say(f"{len(names):>7,} {why}: {names}")
        told = listed([
            f"{count(self._written, 'file')} written",
            f"{self._unchanged:,} unchanged" if self._unchanged else "",
            f"{count(self._duplicates, 'duplicate')} left out" if self._duplicates else "",
            f"{self._joined:,} joined to others" if self._joined else "",
            f"{self._kept:,} kept" if self._kept else "",
            f"{self._edited:,} edited and kept" if self._edited else "",
            f"{count(len(self._failures), 'input')} failed" if self._failures else "",
        ])  # fmt: skip
        self._say(told)

    @property
    def exit_code(self) -> ExitCode:
        """Return OK, the reason why all failed, or FAILED if some did or reasons differ."""
        reasons = set(self._failures.values())
        if not reasons:
            return ExitCode.OK
        if self._done or len(reasons) > 1:
            return ExitCode.FAILED
        return reasons.pop()

    def _lists(self, diagnostic: Diagnostic) -> bool:
        if diagnostic.severity == "error":
            return True
        if self._many or diagnostic.severity == "info":
            return self.verbosity is Verbosity.VERBOSE
        return self.verbosity >= Verbosity.NORMAL

    def _counted_always(self) -> frozenset[str]:
        """Return the codes of notes that are counted even if notes are not printed."""
        if not any(severity == "info" for severity, _ in self._diagnosed):
            return frozenset()
        from cableconv.diagnostics import codes

        return frozenset(code.name for code in codes().values() if code.always)

    def _summarise(self, severity: str, only: frozenset[str] | None = None) -> None:
        for (found, code), number in self._diagnosed.most_common():
            if found == severity and (only is None or code in only):
                names = self._files_diagnosed[severity, code]
                files = count(len(names), "file")
                self._say(f"{number:>7,} {severity} {code} in {files}: {names}")

    def _say(self, line: str, wanted: Verbosity = Verbosity.NORMAL) -> None:
        if self.verbosity >= wanted:
            say(line)
