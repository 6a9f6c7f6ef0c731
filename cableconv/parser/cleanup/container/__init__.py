"""Lines and signs of the container: a page, a mail, a row of a dump, an archive's own data."""
