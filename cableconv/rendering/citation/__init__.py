"""How a cable is cited: who wrote to whom, what and when, and who keeps it.

``record`` is what every form of a citation says, ``citation`` a sentence of it; ``offices`` puts
telegraphic addresses into words, ``holdings`` knows archives.
"""

from __future__ import annotations

from cableconv.rendering.citation.in_words import CHICAGO as CHICAGO
from cableconv.rendering.citation.in_words import NARA as NARA
from cableconv.rendering.citation.in_words import citation as citation
from cableconv.rendering.citation.offices import in_words as in_words
from cableconv.rendering.citation.record import Record as Record
from cableconv.rendering.citation.record import record as record
from cableconv.rendering.citation.record import telegram as telegram
