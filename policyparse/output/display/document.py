"""The display of a document, for terminals and notebooks."""

from html import escape
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyparse.model.document import Document
from policyparse.output.display.figures import figures
from policyparse.output.display.findings import findings
from policyparse.output.display.trees import TreeOfDocument
from policyparse.output.display.words import word
from policyparse.output.placed import place_diagnostics

NOTEBOOK_WIDTH = 110
"""Width of the display in a notebook, in columns."""

_PRE = '<pre style="white-space:pre;overflow-x:auto;line-height:1.4;font-family:monospace">{code}</pre>'


def display(document: Document, *, text: str | None = None, full: bool = False, lang: str = "en") -> RenderableType:
    """What was found in a document, for a console of rich: a tree with quotes, bars, and diagnostics.

    Args:
        document: The document.
        text: The text in which its spans count, for quotes and for the lines of diagnostics; else `document.text`.
        full: Everything, instead of the first of each list.
        lang: Language of the words around, `en` or `zh`.
    """
    known = text if text is not None else document.text
    parts: list[RenderableType] = [TreeOfDocument(known, full=full, lang=lang).of(document)]
    attached = [a.document for a in getattr(document, "attachments", []) if a.document]
    for table in figures([i for one in (document, *attached) for i in one.indicators], full=full, lang=lang):
        parts += [Text(), table]
    if document.diagnostics:
        parts += [Text(), Text(f"{word('diagnostics', lang)} {len(document.diagnostics)}", "bold")]
        placed = place_diagnostics("", known or "", document.diagnostics)
        parts += findings(placed, known, full=full, lang=lang)
    return Group(*parts)


def display_html(document: Document) -> str:
    """The display of a document as HTML for a notebook, with its styles inside; texts of it are escaped."""
    console = Console(
        record=True,
        file=StringIO(),
        width=NOTEBOOK_WIDTH,
        force_jupyter=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(display(document))
    styled = console.export_html(inline_styles=True, code_format=_PRE)
    return f'<div lang="zh" title="{escape(document.title or "", quote=True)}">{styled}</div>'
