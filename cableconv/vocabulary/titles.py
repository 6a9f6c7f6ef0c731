"""Words of titles and offices, which stand beside names in Classified By."""

from __future__ import annotations

import re
from functools import cache

_WORDS = frozenset(
    """
    a.i ad acting adviser advisor affairs affaires agency agent ai ait alternate amb ambassador amcit amconsul
    amembassy and arso as assistant associate at attache attaché aviation banking based branch bureau by cda cg
    charge chargé chairman chief classified classifier cm co coalition com commander commercial commissioner conoff
    cons consul consular consulate control coordinator coun council counsel counselor counsellor country crisis
    cultural d'affaires d'affairs d,affaires d,affairs daff das dcm de'affairs de'affaires defense delegate delegation
    democracy dep department deputy derived dept desk development dhs dipnote diplomatic dir director division dos
    east econ econcouns econoff economic ecouns eeb embassy emin energy envoy environment esth eur eurasian european
    executive external faso finance financial first for foreign former fpo from general global governance gov head
    health hr human humanitarian in inl institutional intelligence interagency interim international investment io isn
    labor latin law legal legat legatt leader liaison manager mc medical migration military min minister mission
    mil-pol mr mrs ms multilateral narcotics national nea negotiator nonproliferation of office officer offier
    operations organization pao per permanent permrep plenipotentiary pol pol-econ pol-mil polad polchief polcouns
    polec poleconoff political politico politico-military polmc polmincouns polmiloff poloff population post ppo
    prel principal program prm programs provincial prt public reasons refugee refugees regional reporting rep
    representative resources rights rso sca science scientific second secretary section security senior service
    sources south special specialist spokesman staff state strategic technology team the third to trade treasury u.s
    under undersecretary unit united us usaid usnato usun vice wha a/dcm a/s a/cg central asian african north west
    western northern southern eastern environmental technical mincouns minister-counselor minister-counsellor multiple
    polmilcouns econ-pol economic-political political-economic political-military counter-terrorism counterterrorism
    counternarcotics disarmament arms planning policy coordination training communications information management
    affair joint governmental intergovernmental bilateral social support
    """.split()
)
_APOSTROPHES = re.compile(r"[’`,]")


def is_title(word: str) -> bool:
    """Whether a word (in any case, with a small misspelling) belongs to a title or office."""
    bare = _APOSTROPHES.sub("'", word.lower())
    return bare in _WORDS or (len(bare) > 6 and _near(bare))


@cache
def _near(word: str) -> bool:
    """Within one letter lost, added, changed or swapped of a title word of seven letters or more."""
    return any(abs(len(known) - len(word)) < 2 and _one_edit(known, word) for known in _long_words())


@cache
def _long_words() -> tuple[str, ...]:
    return tuple(sorted(word for word in _WORDS if len(word) > 6))


def _one_edit(one: str, other: str) -> bool:
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or (
        left[:2] == right[1::-1] and left[2:] == right[2:]
    )  # fmt: skip
