"""One file a format, or a folder where a format needs rooms."""
