"""The TAGS line: codes, names of persons and organisations."""
