"""Files inside files: zip, tar, gzip, bzip2 and xz, one module per form.

Nothing is ever unpacked to the disk: a member is a content of its own, read from within its
archive.  Memory stays bounded, and so does what unpacking may cost (``budget``).
"""
