"""One module per container: each removes its markup and passes the telegram to the parser."""
