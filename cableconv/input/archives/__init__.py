"""Files inside files: zip, tar, gzip, bzip2 and xz, one module per form.

Nothing is unpacked to the disk: a member is a content of its own, read from the archive.
Memory is bounded, and so is the amount that is unpacked (``budget``).
"""
