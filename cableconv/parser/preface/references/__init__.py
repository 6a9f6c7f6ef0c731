"""The REF field: its entries by letter, and what each of them points at."""

from cableconv.parser.preface.references.reading import read_references

__all__ = ["read_references"]
