"""The format ``proof``: a source beside the cable that was read from it, to check a reading by."""
