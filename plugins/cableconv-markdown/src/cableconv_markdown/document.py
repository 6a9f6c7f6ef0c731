"""A whole cable as CommonMark: message data, title, references, body and signature."""

from __future__ import annotations

from cableconv import Cable
from cableconv.rendering.provenance import last_line

from cableconv_markdown.body import Body
from cableconv_markdown.escaping import bold, escape
from cableconv_markdown.message_data import as_list, as_yaml, title
from cableconv_markdown.references import MakeLink, References, linking
from cableconv_markdown.tables import FENCED


def encode(
    cable: Cable,
    *,
    front_matter: bool = True,
    link_base: str | None = None,
    wiki_links: bool = False,
    tables: str = FENCED,
    provenance: bool = False,
) -> str:
    """Return the cable as CommonMark, with its message data as YAML before it, or as a list.

    Cables that it refers to are linked by ``link_base``, the address of a web site to which an id
    is appended, or, with ``wiki_links``, as notes of that name.
    """
    telegram = _Telegram(linking(link_base, wiki_links), tables)
    chunks = telegram.parts(cable, data=not front_matter)
    if front_matter:
        chunks.insert(0, as_yaml(cable))
    if provenance:
        chunks.append(escape(last_line(cable)))
    return "\n\n".join(chunks) + "\n"


class _Telegram:
    """Writes cables, and embedded ones, in the same way."""

    def __init__(self, make_link: MakeLink | None, tables: str) -> None:
        self._make_link = make_link
        self._tables = tables

    def parts(self, cable: Cable, data: bool = True) -> list[str]:
        """Return the document as chunks, with or without the message data."""
        references = References(cable.references, self._make_link)
        body = Body(references, self._tables, self.parts)
        found = [
            f"# {escape(title(cable))}",
            as_list(cable) if data else "",
            bold(cable.classification.text) if cable.classification else "",
            *(escape(notice) for notice in cable.notices),
            references.as_list(),
            *body.chunks(cable.body),
            *(bold(name) for name in cable.signed_by),
        ]
        return [chunk for chunk in found if chunk]
