"""Diagnostics with their places in files."""

from collections.abc import Sequence
from dataclasses import dataclass

from policyparse.model.diagnostics import Diagnostic
from policyparse.output.lines import Lines, Place


@dataclass(frozen=True, slots=True)
class PlacedDiagnostic:
    """A diagnostic of a file.

    Attributes:
        file: Path of the file.
        start: Where it begins; the first character of the file where the diagnostic has no place.
        end: Where it ends.
        diagnostic: What was found.
        quote: The words at its place, empty where it has none.
    """

    file: str
    start: Place
    end: Place
    diagnostic: Diagnostic
    quote: str = ""


def place_diagnostics(file: str, text: str, diagnostics: Sequence[Diagnostic]) -> list[PlacedDiagnostic]:
    """Give each diagnostic its lines and columns, in order of the text.

    Args:
        file: Path of the file.
        text: The text that the spans of the diagnostics count in.
        diagnostics: The diagnostics of the document.
    """
    lines = Lines(text)
    findings = []
    for diagnostic in sorted(diagnostics, key=lambda d: d.span.start if d.span else 0):
        start, end = (diagnostic.span.start, diagnostic.span.end) if diagnostic.span else (0, 0)
        findings.append(PlacedDiagnostic(file, lines.place(start), lines.place(end), diagnostic, text[start:end]))
    return findings
