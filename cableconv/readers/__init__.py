"""One file a container: each takes its markup away and hands the telegram's text to the parser."""
