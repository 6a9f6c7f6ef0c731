"""An extension of griffe: ``#:`` comments become the documentation of fields on the site."""

from __future__ import annotations

from typing import Any

from griffe import Attribute, Docstring, Extension

MARK = "#:"


class FieldComments(Extension):
    """Reads the comment after a field, as ``cableconv.tree_docs`` does for ``help``."""

    def on_attribute_instance(self, *, attr: Attribute, **_: Any) -> None:
        """Called by griffe for each attribute in a source."""
        comment = attr.source.rpartition(MARK)[2].strip() if MARK in attr.source else ""
        if comment and attr.docstring is None:
            attr.docstring = Docstring(comment, parent=attr)
