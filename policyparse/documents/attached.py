"""Attached documents: what stands below a letter is parsed as a decision or an official document of its own.

Their places count in the same text, their pointers from the root: /attachments/0/document/points/1.
"""

from datetime import date
from typing import Any

from policyparse.documents.decision import DECISION
from policyparse.documents.official_document import OFFICIAL_DOCUMENT
from policyparse.model.base import Draft
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Page

_OWN = ("language", "source", "blocks", "repairs", "origins", "digest", "source_digest", "produced_by", "text", "parts")
"""Fields that only a document that stands alone has."""

_OF_PAGE = ("PP201", "PP203", "PP403")
"""Findings about what stands alone: an attachment takes title and force from its letter."""


def parse_attached(draft: Draft, reference_date: date | None) -> None:
    """Parse the attachments of a draft, and those of the attachments.

    Args:
        draft: A draft whose `parts` are the pages of its attachments, None for one that is no document.
        reference_date: The day from which 今年 counts where a document has none.
    """
    day = draft.get("issued_on") or draft.get("promulgated_on") or reference_date
    for i, page in enumerate(draft.pop("parts", ())):
        if page is None:
            continue
        document = _parse(page, day)
        parse_attached(document, day)
        _take_from_letter(document, draft)
        _set_pointers(document, f"/attachments/{i}/document")
        draft["attachments"][i]["document"] = document
        draft["attachments"][i]["text"] = None


def _take_from_letter(document: Draft, letter: Draft) -> None:
    """Let an attachment that is in force from its issue take the day of its letter."""
    on = letter.get("issued_on") or letter.get("promulgated_on")
    if on is None or document.get("effective_rule") != "on_promulgation" or document.get("effective_on"):
        return
    document["effective_on"] = on
    document["diagnostics"] = [d for d in document["diagnostics"] if d["code"] != "PP302" or "起" not in d["message"]]


def _parse(page: Page, day: date | None) -> Draft:
    """Parse the page of an attachment as the type of document that it fits better."""
    diagnostics = Diagnostics()
    is_decision = DECISION.score(page) > OFFICIAL_DOCUMENT.score(page)
    document_type = DECISION if is_decision else OFFICIAL_DOCUMENT
    document = document_type.parse(page, day, diagnostics)
    document_type.check(page, document, diagnostics)
    document["kind"] = document_type.kind
    document["diagnostics"] = [
        {"code": finding.code, "severity": finding.severity, "message": finding.message, "span": finding.extent}
        for finding in diagnostics.findings
        if finding.code not in _OF_PAGE
    ]
    for name in _OWN:
        if name != "parts":
            document.pop(name, None)
    return document


def _set_pointers(node: Any, prefix: str) -> None:
    """Let the pointers of a document start at the root."""
    if isinstance(node, list):
        for entry in node:
            _set_pointers(entry, prefix)
        return
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key == "pointer" and value:
            node[key] = prefix + value
        elif key == "items" and value and isinstance(value[0], str):
            node[key] = [prefix + pointer for pointer in value]
        elif key == "evidence":
            node[key] = {prefix + pointer: place for pointer, place in value.items()}
        elif isinstance(value, dict | list):
            _set_pointers(value, prefix)
