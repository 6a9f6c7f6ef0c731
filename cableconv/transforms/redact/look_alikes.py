"""Letters, brackets and dashes by their plain forms, one character for one, so offsets stay valid.

A marking is printed with whatever a font or a reading machine gives: ``（Ｃ）``, ``«C»``, ``С``
of the Cyrillic alphabet, ``©`` for ``(C)``.
"""

from __future__ import annotations

import unicodedata

CIRCLED_C, CIRCLED_S = "©", "Ⓢ"
"""The signs for ``(C)`` and ``(S)`` in one character."""

_OPENING = "（﹙❨❪⁽₍⟮⸨«‹〈《【〔［｛❲❴❬⟨⟦＜﹤"
_CLOSING = "）﹚❩❫⁾₎⟯⸩»›〉》】〕］｝❳❵❭⟩⟧＞﹥"
_DASHES = "‐‑‒–—―−﹣－"
_ALPHABETS = ("АВСЕНІЈКМОРЅТХУаеорсхуіјкмтнвѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧκοανρτυιχϹϲ",
              "ABCEHIJKMOPSTXYaeopcxyijkmthbsABEZHIKMNOPTYXkoavptuixCc")  # fmt: skip


class _Plain(dict[int, str]):
    """Finds each character's plain form at its first use."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if unicodedata.category(sign) in ("Cf", "Mn"):  # invisible, or an accent by itself
            self[code] = " "
        else:
            whole = unicodedata.normalize("NFKD", sign)
            self[code] = whole[0] if whole[0].isalnum() else sign
        return self[code]


_PLAIN = _Plain({
    ord(sign): letter
    for signs, letters in (
        (_OPENING, "(" * len(_OPENING)),
        (_CLOSING, ")" * len(_CLOSING)),
        (_DASHES, "-" * len(_DASHES)),
        _ALPHABETS,
        ("©Ⓒⓒ🄒Ⓢⓢ🄢", CIRCLED_C * 4 + CIRCLED_S * 3),
    )
    for sign, letter in zip(signs, letters, strict=True)
})  # fmt: skip


def plain(text: str) -> str:
    """Return the text with plain Latin letters, round brackets and hyphens, equally long."""
    return text if text.isascii() else text.translate(_PLAIN)
