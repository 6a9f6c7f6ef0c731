"""What stands behind ``#:`` is a field's documentation on the site, too: an extension of griffe."""

from __future__ import annotations

from typing import Any

from griffe import Attribute, Docstring, Extension

MARK = "#:"


class FieldComments(Extension):
    """Reads the comment behind a field, as ``cableconv.tree_docs`` does for ``help``."""

    def on_attribute_instance(self, *, attr: Attribute, **_: Any) -> None:
        """Called by griffe for each attribute that it has found in a source."""
        comment = attr.source.rpartition(MARK)[2].strip() if MARK in attr.source else ""
        if comment and attr.docstring is None:
            attr.docstring = Docstring(comment, parent=attr)
