"""``--transform redact``: portions above a level and names of a list, with every trace of them.

The modules: ``portions`` (a cable without what stands above the level), ``block_levels`` and
``inner_markings`` (what that is), ``fields`` and ``header`` (what may stay of a header),
``emptied`` (what is left of a block), ``name_list`` (the user's file), ``spelling`` and
``names`` (where a name stands in a text), ``traces`` (what else knows the original), and
``report`` (what was done, without its words).
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
    """The cable without its portions above a level, and without the names of a list.

    Args:
        cable: the tree, which stays as it is.
        above: the highest level that stays, in any spelling (``confidential``, ``SBU``).
        names: the list: a name or a ``/regular expression/`` a line, UTF-8.
        replacement: what stands for a name; ``{}`` in it is the number of its line.
        subject: the level of a subject without a marking; that of the cable unless given.

    Raises:
        InvalidOptionError: neither ``above`` nor ``names`` is given, or one cannot be used.
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
            yield f"names, line {rule.line}: so short a name may be another word as well"


@hookimpl
def cableconv_transforms() -> Iterable[Transform]:
    """The transform ``redact``."""
    yield Transform(
        name="redact",
        apply=redact,
        help="Portions above a level and names of a list, with every trace of them.",
        options=(
            Option(
                name="above",
                help="highest level that stays: unclassified, sbu, confidential ...",
                inspect=_inspect_level,
            ),
            Option(
                name="names",
                type=bytes,
                help="file of names and /patterns/ to replace, one a line",
                inspect=_inspect_names,
            ),
            Option(
                name="replacement",
                default=REPLACEMENT,
                help="what stands for a name; {} is the number of its line in the list",
            ),
            Option(
                name="subject",
                help="level of a subject without a marking, if not that of the cable",
                inspect=_inspect_subject,
            ),
        ),
    )
