"""The definition of a kind of diagnostic: name, severity, message, documentation."""

from __future__ import annotations

import msgspec

from cableconv.cable import Diagnostic, Severity
from cableconv.shown import shown_in_one_line


class Code(msgspec.Struct, frozen=True):
    """A kind of diagnostic, with its wording and documentation.

    ``message`` and ``hint`` have placeholders in braces, such as ``{number}``; ``meaning`` and
    ``advice`` are the texts of ``docs/diagnostics.md``, in Markdown.  ``always``: a note that the
    command line counts even without ``-v``, as it reports an action requested by the user.
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
        """Return a diagnostic of this kind; KeyError if a placeholder of the message has no value.

        Values from the text are quoted on one line, with control characters shown as codes.
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
