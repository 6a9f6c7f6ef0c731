"""One kind of thing that can be reported: what it is called, how serious it is, what it says."""

from __future__ import annotations

import msgspec

from cableconv.cable import Diagnostic, Severity


class Code(msgspec.Struct, frozen=True):
    """A diagnostic's code with all that is known of it beforehand.

    ``message`` and ``hint`` hold values in braces, as ``{number}``; ``meaning`` and ``advice``
    are the sentences of ``docs/diagnostics.md``, in Markdown.
    """

    name: str
    severity: Severity
    message: str
    hint: str | None = None
    meaning: str = ""
    advice: str = ""

    def at(
        self,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        **values: object,
    ) -> Diagnostic:
        """A diagnostic of this code; KeyError where the message names a value not given."""
        return Diagnostic(
            code=self.name,
            severity=self.severity,
            message=self.message.format_map(values),
            path=path,
            line=line,
            column=column,
            hint=self.hint and self.hint.format_map(values),
        )
