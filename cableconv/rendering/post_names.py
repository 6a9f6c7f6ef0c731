"""The names of posts as people write them."""

from __future__ import annotations

from cableconv.vocabulary.offices import office


def post_name(post: str) -> str:
    """Return ``San Jose`` for ``SANJOSE``, ``Department of State`` for ``STATE``.

    A post that the tables lack keeps its name.
    """
    found = office(post)
    return found.phrase.removeprefix("the ") or found.place or post
