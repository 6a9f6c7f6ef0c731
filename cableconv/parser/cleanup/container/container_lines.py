"""Lines that the reader marked as the container's: banners, stamps and forms."""

from __future__ import annotations

from cableconv.cable import Furniture
from cableconv.parser.account.account import Account
from cableconv.parser.account.passage import joined
from cableconv.parser.lexer.lines import Line, Lines
from cableconv.telegram import NOTICE, Telegram


class Surroundings:
    """Keeps lines of the container from being read as the telegram's."""

    def __init__(self, telegram: Telegram) -> None:
        self._pieces = telegram.surroundings
        self._lines: dict[Furniture, list[Line]] = {piece: [] for piece in self._pieces}

    def take(self, lines: Lines, account: Account) -> Lines:
        """Return the lines without them; a line after one is marked ``cut``."""
        if not self._pieces:
            return lines
        kept: Lines = []
        pieces = iter(self._pieces)
        piece = next(pieces, None)
        cut = False
        for line in lines:
            while piece and piece.span and line.start >= piece.span.end:
                piece = next(pieces, None)
            if piece and piece.span and line.start >= piece.span.start:
                self._lines[piece].append(line)
                cut = True
                continue
            kept.append(line.with_cut("page-mark") if cut else line)
            cut = False
        self._mark_furniture(account)
        return kept

    def _mark_furniture(self, account: Account) -> None:
        for piece, lines in self._lines.items():
            if piece.kind != NOTICE:
                account.mark_furniture(piece.kind, lines)

    def notices(self, first: int, account: Account) -> tuple[str, ...]:
        """Return the container's notices, each once; ``first`` is the index of the first one."""
        found: list[str] = []
        for piece, lines in self._lines.items():
            if piece.kind != NOTICE or not lines:
                continue
            text = joined(lines)
            if text in found:
                account.mark_furniture("repeated-notice", lines)
            else:
                account.claim_lines(lines, f"notices[{first + len(found)}]")
                found.append(text)
        return tuple(found)
