"""One module per container: each removes its markup and hands the telegram to the parser."""
