"""From a page to the draft of a decision."""

from datetime import date

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft
from policyparse.documents.decision.parts import divide
from policyparse.documents.front_matter import front_matter
from policyparse.structure.layout import Page
from policyparse.structure.provisions import parse_provisions




def parse(page: Page, reference_date: date | None, diagnostics: Diagnostics) -> Draft:
    """Parse a decision."""
    draft = front_matter(page, diagnostics) | {"instrument": "other"}
    parts = divide(page)
    p = parse_provisions(parts.body, parts.style)
    draft["sections"] = []
    draft["title"] = parts.title
    draft["preamble"] = "\n".join(b.text for b in parts.preamble) or None
    draft["articles"]=p.articles
    draft["divisions"]=p.divisions
    return draft
