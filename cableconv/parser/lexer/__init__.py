"""Recognises single lines: class line, label, paragraph mark, shape."""
