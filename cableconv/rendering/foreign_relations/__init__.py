"""A telegram in the style of *Foreign Relations of the United States*.

``headline`` names sender and addressees, ``dateline`` place and date, ``source_note`` is the first
footnote.  The form is that of the volumes at history.state.gov.
"""

from __future__ import annotations

from cableconv.rendering.foreign_relations.dateline import dateline as dateline
from cableconv.rendering.foreign_relations.dateline import number_in_line as number_in_line
from cableconv.rendering.foreign_relations.dateline import place_of as place_of
from cableconv.rendering.foreign_relations.headline import headline as headline
from cableconv.rendering.foreign_relations.headline import headline_pieces as headline_pieces
from cableconv.rendering.foreign_relations.source_note import source_note as source_note
