"""Two cited cables, one of them from the National Archives."""

from __future__ import annotations

from cableconv import Cable
from cableconv.cable import Addressee, Classification, Number, Origin, Section, Source

CABLE = Cable(
    id="08OSLO123",
    date="2008-05-13T12:05:00Z",
    origin=Origin(name="AMEMBASSY OSLO", post="OSLO", country="NO"),
    to=(Addressee(name="SECSTATE WASHDC"), Addressee(name="AMCONSUL DAR ES SALAAM")),
    info=(Addressee(name="AMEMBASSY BERN"),),
    classification=Classification(level="SECRET", caveats=("NOFORN",), text="S E C R E T"),
    number=Number(station="OSLO", serial="000123", text="OSLO 000123"),
    tags=("PREL", "PELL, JONAS"),
    subject="THE TIDE CLOCK & 50% OF {TIDES}",
    summary="The tide clock\nwas late.",
    source=Source(url="https://cables.example/08OSLO123"),
)

ARCHIVED = CABLE.replace(
    id="76OSLO123",
    date="1976-05-13T12:05:00Z",
    section=Section(number=1, total=2),
    to=CABLE.to[:1],
    subject='The "Tide Clock"',
    source=Source(reader="nara"),
)
