"""The body: paragraphs, sub-items, headings, tables, repeated texts, signature."""

from cableconv.parser.body.text import Body, read_body

__all__ = ["Body", "read_body"]
