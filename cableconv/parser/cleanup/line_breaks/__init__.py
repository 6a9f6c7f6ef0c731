"""Line ends that were lost: the format's own words say where its lines began."""

from cableconv.parser.cleanup.line_breaks.restoring import restore_line_breaks

__all__ = ["restore_line_breaks"]
