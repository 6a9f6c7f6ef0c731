"""Citations of a cable: sender, recipient, title, date, and the archive that keeps it.

``record`` has the data of every citation, ``in_words`` makes a sentence of it; ``offices``
spells out telegraphic addresses, ``holdings`` knows archives.
"""

from __future__ import annotations

from cableconv.rendering.citation.in_words import CHICAGO as CHICAGO
from cableconv.rendering.citation.in_words import NARA as NARA
from cableconv.rendering.citation.in_words import citation as citation
from cableconv.rendering.citation.offices import in_words as in_words
from cableconv.rendering.citation.record import Record as Record
from cableconv.rendering.citation.record import record as record
from cableconv.rendering.citation.record import telegram as telegram
