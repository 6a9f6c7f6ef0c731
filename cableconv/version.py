"""The version, in the one place that costs nothing to read."""

__version__ = "0.1.0"
