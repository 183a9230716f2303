"""Diagnostics with the line that they are about, and a caret under their place."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from policyparse.output.display.words import word
from policyparse.output.messages import translated
from policyparse.output.placed import PlacedDiagnostic
from policyparse.output.printable import printable

AROUND = 10
"""Number of characters of a line that are shown before and behind a place."""

LONGEST_PLACE = 16
"""Number of characters of a place that are shown."""

MOST = 10
"""How many diagnostics are shown where not all are asked for."""

_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
_RANKS = ("error", "warning", "info")


def findings(placed: list[PlacedDiagnostic], text: str | None, *, full: bool, lang: str) -> Iterator[Text]:
    """A line for each diagnostic, with an excerpt where it has a place in a text that is at hand.

    Args:
        placed: Diagnostics with their places.
        text: The text in which their spans count.
        full: All of them, instead of the gravest.
        lang: Language of their messages.
    """
    gravest = sorted(placed, key=lambda one: _RANKS.index(one.diagnostic.severity))
    shown = gravest if full else gravest[:MOST]
    for finding in shown:
        diagnostic = translated(finding, lang).diagnostic
        where = f" {finding.start.line}:{finding.start.column}" if text is not None and diagnostic.span else ""
        style = _STYLES[diagnostic.severity]
        line = Text().append(f"{diagnostic.code} ", "bold").append(word(diagnostic.severity, lang), style)
        yield line.append(f"{where}  ", "dim").append(printable(diagnostic.message))
        if text is not None and diagnostic.span:
            yield from _excerpt(finding, text, style)
    if len(gravest) > len(shown):
        yield Text(f"… {len(gravest) - len(shown)} {word('more', lang)}", "dim")


def _excerpt(finding: PlacedDiagnostic, text: str, style: str) -> Iterator[Text]:
    """The line of a place and carets under it; wide characters are two columns wide."""
    span = finding.diagnostic.span
    if span is None:
        return
    line_start = text.rfind("\n", 0, span.start) + 1
    found = text.find("\n", span.start)
    line_end = found if found >= 0 else len(text)
    start, end = max(line_start, span.start - AROUND), min(line_end, max(span.end, span.start + 1) + AROUND)
    stop = min(max(span.end, span.start + 1), line_end, span.start + LONGEST_PLACE)
    end = min(end, stop + AROUND)
    before, at, behind = (printable(text[a:b]) for a, b in ((start, span.start), (span.start, stop), (stop, end)))
    lead, number = "…" if start > line_start else "", str(finding.start.line)
    gap = " " * len(number)
    shown = Text(no_wrap=True, overflow="crop").append(f"  {number} │ ", "dim").append(lead + before).append(at, style)
    yield shown.append(behind + ("…" if end < line_end else ""))
    carets = "^" * max(1, cell_len(at))
    below = Text(no_wrap=True, overflow="crop").append(f"  {gap} │ ", "dim")
    yield below.append(" " * cell_len(lead + before)).append(carets, style)
