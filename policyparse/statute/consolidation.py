"""Consolidation (合并文本): a document as it reads after an amending decision."""

import re
from hashlib import sha256
from typing import cast

from policyparse.knowledge.fold import fold
from policyparse.language.labels import format_label
from policyparse.model.arguments import expecting
from policyparse.model.base import Draft
from policyparse.model.content import DecisionContentDraft
from policyparse.model.decimals import own_decimals
from policyparse.model.decision import Decision
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.provisions import Amendment
from policyparse.page.layout import Page
from policyparse.statute.amended_tree import AmendedTree
from policyparse.statute.composition import compose
from policyparse.statute.norms import parse_norms
from policyparse.statute.references import References
from policyparse.statute.sanctions import parse_sanctions


@own_decimals()
@expecting(base=Decision, amending=Decision)
def apply_amendments(base: Decision, amending: Decision) -> Decision:
    """Apply the amendments of a decision to the document that it amends.

    Numbers of provisions in the amendments are those of `base`, those after 作为 and 改为 are new; articles are
    numbered anew where the decision says so (条文顺序作相应调整). Citations inside the text are left as they are.

    Args:
        base: The document as it stands.
        amending: A decision with `amendments`.

    Returns:
        The consolidated document. Its spans, evidence and digest belong to `text_of` of itself; of the particulars
        it keeps those of `base`, with their values and without their places. Each amendment that does not fit
        `base` is a diagnostic PP410 and changes nothing; of a decision that amends several documents those of
        `base` are applied.

    Raises:
        TypeError: An argument is no decision.
    """
    draft = _without_places(base.model_dump(mode="python"))
    diagnostics = Diagnostics()
    decision = cast(DecisionContentDraft, draft)
    tree = AmendedTree(decision)
    for amendment in _meant(base, amending, diagnostics):
        fault = tree.apply(amendment)
        if fault:
            diagnostics.add("PP410", f"{amendment.operation} {_place(amendment)}: {fault}")
    tree.finish()
    text = compose(draft)
    draft["text"] = None if base.text is None else text
    page = Page(text, fold(text), [], base.language == "zh-Hant")
    parse_norms(page, decision["articles"])
    parse_sanctions(page, decision["articles"])
    References(page, decision, diagnostics).cite()
    return Decision.model_validate(
        _with_spans(draft, diagnostics) | {"digest": "sha256:" + sha256(text.encode()).hexdigest()}
    )


def _meant(base: Decision, amending: Decision, diagnostics: Diagnostics) -> list[Amendment]:
    """The amendments of one document; a decision that amends others only does not fit it."""
    own = _bare(base.title)
    named = {_bare(amendment.target.title) for amendment in amending.amendments} - {""}
    if own and named and own not in named:
        diagnostics.add("PP410", f"the decision amends {'、'.join(sorted(named))}, not this document")
        return []
    return [a for a in amending.amendments if not own or _bare(a.target.title) in ("", own)]


def _bare(title: str | None) -> str:
    """A title without gaps, marks and what stands behind it in brackets."""
    return re.sub(r"[（(][^（）()]{1,30}[）)]$", "", "".join((title or "").split()).strip("《》〈〉"))


def _place(amendment: Amendment) -> str:
    target = amendment.target
    paragraph = format_label("款", target.paragraph) if target.paragraph else ""
    return "".join(filter(None, (target.article or target.division, paragraph, target.item))) or target.text


def _without_places(draft: Draft) -> Draft:
    for name in (
        "blocks",
        "tables",
        "citations",
        "attachments",
        "repairs",
        "diagnostics",
        "signatures",
        "annexes",
        "history",
        "repealed",
        "amendments",
        "indicators",
        "sections",
    ):
        draft[name] = []
    draft["plan"], draft["evidence"], draft["origins"] = None, {}, {}
    for article in draft["articles"]:
        article["norms"], article["sanctions"], article["citations"] = [], [], []
    return draft


def _with_spans(draft: Draft, diagnostics: Diagnostics) -> Draft:
    def walk(node: object) -> object:
        if isinstance(node, dict):
            return {
                k: {"start": v[0], "end": v[1]} if k == "span" and isinstance(v, tuple) else walk(v)
                for k, v in node.items()
            }
        return [walk(v) for v in node] if isinstance(node, list) else node

    grounded: Draft = walk(draft)  # type: ignore[assignment]
    grounded["evidence"] = {
        pointer: {"start": start, "end": end} for pointer, (start, end) in draft["evidence"].items()
    }
    grounded["diagnostics"] = [
        {
            "code": f.code,
            "severity": f.severity,
            "message": f.message,
            "span": f.extent and {"start": f.extent[0], "end": f.extent[1]},
        }
        for f in diagnostics.findings
    ]
    return grounded
