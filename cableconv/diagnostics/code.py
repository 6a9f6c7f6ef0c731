"""One kind of thing that can be reported: what it is called, how serious it is, what it says."""

from __future__ import annotations

import msgspec

from cableconv.cable import Diagnostic, Severity
from cableconv.shown import shown_in_one_line


class Code(msgspec.Struct, frozen=True):
    """A diagnostic's code with all that is known of it beforehand.

    ``message`` and ``hint`` hold values in braces, as ``{number}``; ``meaning`` and ``advice``
    are the sentences of ``docs/diagnostics.md``, in Markdown.  ``always``: a note that the
    command line counts even without ``-v``, for it says what was done at the user's request.
    """

    name: str
    severity: Severity
    message: str
    hint: str | None = None
    meaning: str = ""
    advice: str = ""
    always: bool = False

    def at(
        self,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        **values: object,
    ) -> Diagnostic:
        """A diagnostic of this code; KeyError where the message names a value not given.

        What a text says is quoted in one line, its control characters by their codes.
        """
        return Diagnostic(
            code=self.name,
            severity=self.severity,
            message=shown_in_one_line(self.message.format_map(values)),
            path=path,
            line=line,
            column=column,
            hint=self.hint and shown_in_one_line(self.hint.format_map(values)),
        )
