"""The rows of a cable in the tables of lists, after the cable's key."""

from __future__ import annotations

from collections.abc import Iterator

from cableconv.cable import Cable

from cableconv_sqlite.values import Row, lines


def addressee_rows(cable: Cable) -> Iterator[Row]:
    """Yield action addressees, then information addressees."""
    lists = [("action", each) for each in cable.to] + [("info", each) for each in cable.info]
    for position, (role, each) in enumerate(lists, 1):
        yield (position, role, each.name, each.office, each.precedence, each.number, each.route,
               lines(each.exempted))  # fmt: skip


def reference_rows(cable: Cable) -> Iterator[Row]:
    """Yield the entries of the REF field."""
    for position, each in enumerate(cable.references, 1):
        yield position, each.label, each.kind, each.text, each.id, lines(each.notes)


def tag_rows(cable: Cable) -> Iterator[Row]:
    """Yield the TAGS."""
    yield from enumerate(cable.tags, 1)


def people_rows(cable: Cable) -> Iterator[Row]:
    """Yield classifiers, signers, and the people among the TAGS."""
    classifiers = cable.classified_by.people if cable.classified_by else ()
    found: list[Row] = [("classified_by", each.name, each.title) for each in classifiers]
    found += [("signed_by", name, None) for name in cable.signed_by]
    found += [("tag", tag, None) for tag in cable.tags if "," in tag]
    for position, row in enumerate(found, 1):
        yield position, *row


def diagnostic_rows(cable: Cable) -> Iterator[Row]:
    """Yield the diagnostics."""
    for position, each in enumerate(cable.diagnostics, 1):
        yield (position, each.severity, each.code, each.message, each.path, each.line,
               each.hint)  # fmt: skip
