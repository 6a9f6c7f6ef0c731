"""Names of results built from values of the cable: ``{date:%Y}/{post}/{key}{ending}``.

Names are valid on every system: no forbidden characters, no names that Windows reserves for
devices (learn.microsoft.com, "Naming Files, Paths, and Namespaces"), limited length.  No value
of a cable leads to another folder; only slashes of the pattern do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec

from cableconv.cable import Cable, Classification, Origin, Source
from cableconv.errors import UsageError
from cableconv.patterns import pattern

UNKNOWN = "unknown"
"""The placeholder for a value that a cable lacks."""

_LONGEST = 120
"""Bytes of one part of a path; file systems allow 255, and an ending and a number follow."""

_UNSAFE = pattern(r"[^\w .,()+&=@'-]+")
_DEVICES = pattern(r"(?i)(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?:\.|$)")
_ENDING = "ending"

_VALUES: Mapping[str, Callable[[Cable], object]] = {
    "key": lambda cable: cable.key,
    "date": lambda cable: _date(cable.date),
    "post": lambda cable: cable.origin and cable.origin.post,
    "level": lambda cable: cable.classification and cable.classification.level,
    "subject": lambda cable: cable.subject,
    "tag": lambda cable: cable.tags[0] if cable.tags else None,
    "file": lambda cable: cable.source.name and cable.source.name.rpartition("/")[2],
    "row": lambda cable: cable.source.row,
}
FIELDS = (*_VALUES, _ENDING)
"""The names allowed in braces; a date may have a ``strftime`` format after a colon."""


_EXAMPLE = Cable(
    id="08OSLO1",
    date="2008-05-13T12:05:00Z",
    origin=Origin(post="Oslo"),
    classification=Classification(level="UNCLASSIFIED", text="UNCLAS"),
    subject="CLOCKS",
    tags=("PREL",),
    source=Source(name="a.txt", row=1),
)


class NamePattern(msgspec.Struct, frozen=True):
    """A valid pattern."""

    text: str

    @classmethod
    def checked(cls, text: str) -> NamePattern:
        """Parse a pattern.

        Raises:
            UsageError: it names an unknown field, or leads out of the folder.
        """
        from string import Formatter

        try:
            names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
            unknown = next((name for name in names if name not in FIELDS), None)
            cls(text).name(_EXAMPLE)
        except (ValueError, LookupError, AttributeError) as error:
            raise UsageError(f"--name {text}: {error}") from error
        if unknown is not None:
            raise UsageError(f"--name {text}: no field {unknown!r}", hint=f"there are {_listed()}.")
        if text.startswith(("/", "\\")) or ".." in text.split("/"):
            raise UsageError(f"--name {text}: leads out of the folder of results")
        return cls(text)

    def name(self, cable: Cable) -> str:
        """Return the path below the folder of results, without the format's ending."""
        values = {name: _Value(value(cable)) for name, value in _VALUES.items()}
        text = self.text.removesuffix(f"{{{_ENDING}}}")
        filled = text.format(**values, ending="")
        return "/".join(_safe(part) for part in filled.split("/"))


class _Value:
    """A value in a pattern, cleaned in whatever format is used."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __format__(self, form: str) -> str:
        if self._value is None:
            return UNKNOWN
        text = format(self._value, form)
        return _UNSAFE.sub("_", text).strip(" ._") or UNKNOWN


def _safe(part: str) -> str:
    """Return one part of a path that is valid on every system."""
    part = _UNSAFE.sub("_", part).encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    return f"_{part}" if _DEVICES.match(part) else part or UNKNOWN


class _Date(datetime):
    def __format__(self, form: str) -> str:
        return super().__format__(form or "%Y-%m-%d")


def _date(text: str | None) -> datetime | None:
    try:
        return _Date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _listed() -> str:
    return ", ".join(f"{{{name}}}" for name in FIELDS)
