"""From a content to the contents in it: opens archives, also in archives, and returns others.

An error in a member is raised when that member is read.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from pathlib import PurePosixPath

from cableconv.diagnostics.container import MEMBER_NAME_UNSAFE
from cableconv.errors import InputError, NoCableError
from cableconv.input.content import Content
from cableconv.input.limits import Budget

ENDINGS = frozenset({".zip", ".tar", ".gz", ".tgz", ".bz2", ".tbz2", ".xz", ".txz"})
"""The file name endings of archives and compressed files."""

DEEPEST = 5
"""The depth of archives in archives that are opened; a .tar.gz counts as two."""

OnError = Callable[[InputError], None]

_ZIP = b"PK\x03\x04"
_COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
_TAR, _TAR_AT = b"ustar", 257  # POSIX.1-1988

_UNSAFE = MEMBER_NAME_UNSAFE.at()


def contents(
    content: Content, endings: Callable[[], Collection[str]], on_error: OnError | None = None
) -> Iterator[Content]:
    """Yield the content itself, or an archive's members whose names end in one of ``endings``.

    ``on_error`` is called for an inner archive that cannot be opened; reading continues.

    Raises:
        NoCableError: the archive has no such member.
        InputError: it is damaged; the readable part was yielded.
    """
    if not _is_packed(content):
        yield content
        return
    way = _Unpacking(content, endings, on_error)
    yield from way.contents(content, 0)
    if not way.met_any:
        raise NoCableError(
            "no cable: this archive has no file that may be one.", path=content.name or "input"
        )


def _is_packed(content: Content) -> bool:
    return not content.is_text and (
        content.opening.startswith((_ZIP, *_COMPRESSED)) or _is_tar(content.opening)
    )


def _is_tar(opening: bytes) -> bool:
    return opening[_TAR_AT:].startswith(_TAR)


class _Unpacking:
    """The state of walking through one archive and those inside it."""

    def __init__(
        self, outermost: Content, endings: Callable[[], Collection[str]], on_error: OnError | None
    ) -> None:
        self.met_any = False
        self._endings_of = endings
        self._on_error = on_error
        with outermost.stream() as stream:
            self._budget = Budget(stream.seek(0, io.SEEK_END))

    def contents(self, content: Content, depth: int) -> Iterator[Content]:
        if not _is_packed(content):
            yield content
            return
        if depth == DEEPEST:
            raise InputError(
                f"more than {DEEPEST} archives in one another",
                path=content.name,
                hint="unpack it first.",
            )
        for member in self._members(content):
            if self._budget.is_spent:  # the member that exhausted it has reported it
                return
            if member is content:  # an office document, which is also a zip archive
                self.met_any = True
                yield content
            else:
                yield from self._inside(member, depth)

    def _inside(self, member: Content, depth: int) -> Iterator[Content]:
        self.met_any = True
        try:
            yield from self.contents(_checked(member), depth + 1)
        except InputError as error:
            if self._on_error is None or member.member is None:
                raise
            self._on_error(error)

    def _members(self, content: Content) -> Iterator[Content]:
        if content.opening.startswith(_ZIP):
            from cableconv.input.archives import zips

            return zips.members(content, self._budget, self._counts)
        if _is_tar(content.opening):
            from cableconv.input.archives import tars

            return tars.members(content, self._counts)
        from cableconv.input.archives import compressed

        return compressed.members(content, self._budget)

    def _counts(self, name: str) -> bool:
        parts = PurePosixPath(name).parts
        is_hidden = any(part.startswith(".") and part not in (".", "..") for part in parts)
        return not is_hidden and name.lower().endswith(self._endings)

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        return tuple(self._endings_of())


def _checked(member: Content) -> Content:
    name = (member.member or "").replace("\\", "/")
    if ".." in name.split("/") or name.startswith("/") or name[1:3] == ":/":
        member.findings.append(_UNSAFE)
    return member
