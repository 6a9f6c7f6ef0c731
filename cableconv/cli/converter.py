"""One input after the other: read, encoded, written; a failure is reported and ends only itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice

from cableconv.cable import Cable, Diagnostic
from cableconv.cli.choices import Format, Transforms
from cableconv.cli.collecting import PendingCollection
from cableconv.cli.exit_codes import ExitCode
from cableconv.cli.reading import Reading
from cableconv.cli.report import Report
from cableconv.errors import SeveralCablesError
from cableconv.input.files import Input
from cableconv.output import files as output
from cableconv.output.failures import RunEndedError
from cableconv.output.standard_output import write_stdout
from cableconv.output.targets import Target, identity, one_of_several
from cableconv.output.written import Written
from cableconv.plugins.api import Exporter


class Converter:
    """Converts inputs to the formats of one call; ``collections`` take every cable."""

    def __init__(
        self,
        reading: Reading,
        transforms: Transforms,
        formats: Sequence[Format[Exporter]],
        collections: Sequence[PendingCollection],
        report: Report,
        no_clobber: bool = False,
        strict: bool = False,
        report_loss: bool = False,
    ) -> None:
        self._reading = reading
        self._transforms = transforms
        self._formats = formats
        self._collections = collections
        self._report = report
        self._no_clobber = no_clobber
        self._strict = strict
        self._report_loss = report_loss
        self.written = Written()

    def convert(self, source: Input, targets: Sequence[Target]) -> None:
        """Write the results of one input to ``targets``, one for each format.

        Raises:
            RunEndedError: nothing more can be written, or nobody reads it any more.
        """
        if not self._collections and all(self._keeps(target) for target in targets):
            return
        with self._reported(source):
            for position, member, cable in self._numbered(source):
                if position is not None:
                    _refuse_places_for_one(targets)
                self._convert_cable(source._replace(member=member), cable, targets, position)

    def _numbered(self, source: Input) -> Iterator[tuple[int | None, str | None, Cable]]:
        """The input's cables, counted from 1 where there are several, and where each stood."""
        cables = self._reading.cables(source, self._report)
        first = list(islice(cables, 2))
        several = len(first) > 1
        if several:
            self._report.expect_many()
        for position, (content, cable) in enumerate(chain(first, cables), 1):
            yield (position if several else None), content.member, cable

    def _convert_cable(
        self, source: Input, cable: Cable, targets: Sequence[Target], position: int | None
    ) -> None:
        """Write one cable; the files' names come from it as it is after the transforms."""
        with self._reported(source):
            cable = self._transforms(cable)
            if not self._accepts(source, cable):
                return
            for chosen, target in zip(self._formats, targets, strict=True):
                with self._reported(source):
                    self._write(cable, chosen, self._placed(target, cable, position))
            for collection in self._collections:
                with self._reported(source):
                    collection.add(cable)

    @contextmanager
    def _reported(self, source: Input) -> Iterator[None]:
        """What fails in the block costs this much and no more."""
        try:
            yield
        except RunEndedError:
            raise
        except Exception as error:
            self._report.failed(source.name, error)

    def _losses(self, cable: Cable) -> Iterator[Diagnostic]:
        """What the formats do not hold of this cable."""
        plugins = self._reading.plugins
        for exporter, options in self._formats:
            yield from plugins.losses(exporter, cable, options)
        for collector, options in (collection.format for collection in self._collections):
            yield from plugins.losses(collector, cable, options)

    def _accepts(self, source: Input, cable: Cable) -> bool:
        """Report what was found, and whether it lets the cable be written."""
        errors = [found for found in cable.diagnostics if found.severity == "error"]
        if errors:
            self._report.diagnosed(source.name, errors)
            self._report.refused(source.name, ExitCode.INPUT)
            return False
        losses = list(self._losses(cable))
        self._report.diagnosed(source.name, cable.diagnostics)
        self._report.diagnosed(source.name, losses, listed=self._report_loss)
        found = (*cable.diagnostics, *losses)
        if self._strict and any(each.severity == "warning" for each in found):
            self._report.too_doubtful(source.name)
            return False
        return True

    def _write(self, cable: Cable, chosen: Format[Exporter], target: Target) -> None:
        if self._keeps(target):
            return
        result = self._reading.plugins.encode(chosen.descriptor, cable, chosen.options)
        if target.path is None:
            write_stdout(result)
        else:
            self.written.refuse(target.path)
            output.write(target.path, result)
            self.written.add(target.path)
        self._report.written(target.path)

    def _keeps(self, target: Target) -> bool:
        """Whether an older result stays; said once."""
        if not self._no_clobber or target.path is None or not identity(target.path):
            return False
        self._report.kept(target.path)
        return True

    def _placed(self, target: Target, cable: Cable, position: int | None) -> Target:
        """The target of one cable; a single one has its input's, no two have the same."""
        if position is None or target.path is None:
            return target
        path = one_of_several(target.path, target.format.ending, cable.key, None)
        if not cable.key or self.written.has_name(path):
            path = one_of_several(target.path, target.format.ending, cable.key, position)
        return target._replace(path=path)


def _refuse_places_for_one(targets: Sequence[Target]) -> None:
    """Where an input holds several cables, each target has to take them all."""
    for target in targets:
        if target.path is None or target.takes_one:
            taker = target.path or "standard output"
            raise SeveralCablesError(
                f"holds several cables, and {taker} takes one",
                path=target.input.name,
                hint="give a folder: -o FOLDER/",
            )
