"""``--transform redact``: removes portions above a level and names of a list, with every trace.

The modules: ``portions`` (removes everything above the level), ``block_levels``,
``printed_levels``, ``inner_markings``, ``unread_markings``, ``misread_markings``,
``unbracketed_markings`` and ``outside_markings`` (find the levels), ``fields`` and ``header`` (what
may stay of a header), ``emptied`` (what remains of a block), ``name_list`` (the user's file),
``spelling`` and ``names`` (find names in texts), ``traces`` (other parts that reveal the original),
and ``report`` (what was done, without quoting it).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cableconv.cable import Cable, Level
from cableconv.errors import InvalidOptionError
from cableconv.plugins import Option, Transform, hookimpl
from cableconv.transforms.redact.name_list import read_names
from cableconv.transforms.redact.names import NUMBER, Replacing
from cableconv.transforms.redact.portions import Portions
from cableconv.transforms.redact.report import Report
from cableconv.transforms.redact.traces import without_traces
from cableconv.vocabulary.levels import LEVELS, level_of

REPLACEMENT = f"[NAME {NUMBER}]"


def redact(
    cable: Cable,
    above: str | None = None,
    names: bytes | None = None,
    replacement: str = REPLACEMENT,
    subject: str | None = None,
) -> Cable:
    """Return the cable without its portions above a level, and without the names of a list.

    Args:
        cable: the tree, which is not modified.
        above: the highest level that is kept, in any spelling (``confidential``, ``SBU``).
        names: the list: one name or ``/regular expression/`` per line, UTF-8.
        replacement: the text that replaces a name; ``{}`` in it becomes the number of its line.
        subject: the level of a subject without a marking; by default that of the cable.

    Raises:
        InvalidOptionError: neither ``above`` nor ``names`` is given, or one of them is invalid.
    """
    if above is None and names is None:
        raise InvalidOptionError("redact takes above=LEVEL, names=FILE or both; neither is given.")
    report = Report(cable)
    if above is not None:
        titles = None if subject is None else _level(subject, "subject")
        cable = Portions(_level(above), titles, report).redacted(cable)
    cable = without_traces(cable)
    if names is not None:
        cable = Replacing(read_names(names), replacement, report).in_cable(cable)
    return cable.replace(diagnostics=cable.diagnostics + report.diagnostics())


def _level(spelling: str, option: str = "above") -> Level:
    level = level_of(spelling.replace("-", " "))
    if level is None:
        known = ", ".join(level.lower() for level in LEVELS)
        raise InvalidOptionError(f"{option}={spelling}: no level of that name; there are {known}.")
    return level


def _inspect_level(spelling: str) -> Iterator[str]:
    if _level(spelling) == LEVELS[-1]:
        yield f"nothing stands above {LEVELS[-1]}, so nothing will be redacted by level"


def _inspect_subject(spelling: str) -> Iterator[str]:
    _level(spelling, "subject")
    yield from ()


def _inspect_names(data: bytes) -> Iterator[str]:
    for rule in read_names(data):
        if rule.is_short:
            yield f"names, line {rule.line}: such a short name may be another word as well"


@hookimpl
def cableconv_transforms() -> Iterable[Transform]:
    """Return the transform ``redact``."""
    yield Transform(
        name="redact",
        apply=redact,
        conceals=True,
        help="Portions above a level and names of a list, with every trace of them.",
        options=(
            Option(
                name="above",
                help="highest level that is kept: unclassified, sbu, confidential ...",
                inspect=_inspect_level,
            ),
            Option(
                name="names",
                type=bytes,
                help="file of names and /patterns/ to replace, one per line",
                inspect=_inspect_names,
            ),
            Option(
                name="replacement",
                default=REPLACEMENT,
                help="replacement of a name; {} is the number of its line in the list",
            ),
            Option(
                name="subject",
                help="level of an unmarked subject, if not that of the cable",
                inspect=_inspect_subject,
            ),
        ),
    )
