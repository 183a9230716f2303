"""The head of a decision that is sent like a letter: addressees, copies, joint issuers, whether it is a draft.

A decision numbered by points goes out under number and addressees like any official document; a draft for comments says
so in its title.
"""

from policyparse.language.bodies import is_body_line
from policyparse.model.content import DecisionContentDraft
from policyparse.official.addressees import COPIES, receivers_of
from policyparse.official.attachments import listed_annexes
from policyparse.official.letter import divide
from policyparse.official.units import split_units
from policyparse.official.validity import is_draft
from policyparse.page.blocks import Page

BACK_LINES = 30
"""Number of lines at the end of a page among which those of the copies stand."""


def read_decision_head(page: Page, draft: DecisionContentDraft) -> None:
    """Fill what a decision has of a letter.

    Args:
        page: The page.
        draft: A draft of `Decision` with its issuer; takes the fields and their evidence.
    """
    letter = page.once(divide)
    evidence = draft["evidence"]
    draft["addressees"] = [n for b in letter.addressee for n in receivers_of(b.text[:-1], b.folded[:-1])]
    for i, block in enumerate(letter.addressee):
        evidence[f"/addressees/{i}"] = block.extent
    draft["copied_to"] = []
    for block in page.blocks[-BACK_LINES:]:
        copies = COPIES.match(block.folded)
        if copies:
            evidence["/copied_to"] = block.extent
            start, end = copies.span("receivers")
            draft["copied_to"] += receivers_of(block.text[start:end], block.folded[start:end])
    if not draft["articles"]:
        _read_letter(page, draft)
    issuer = draft.get("issuer") or ""
    draft["issuers"] = [issuer[slice(*extent)] for extent in split_units(issuer.replace(" ", "、"))] if issuer else []
    if not issuer and not draft["articles"]:
        draft["issuers"] = [s["body"] for s in draft["signatures"] if is_body_line(s["body"])]
    draft["draft"] = is_draft(draft["title"] or "")


def _read_letter(page: Page, draft: DecisionContentDraft) -> None:
    """Signatures, day and list of annexes of a decision without articles, which is all letter: one that commends."""
    letter = page.once(divide)
    if not draft["signatures"]:
        draft["signatures"] = [{"body": s.body, "on": s.on, "span": s.span} for s in letter.signatures]
        day = next((s for s in letter.signatures if s.on), None)
        if day and not draft.get("promulgated_on"):
            draft["promulgated_on"], draft["evidence"]["/promulgated_on"] = day.on, day.span
    if not draft["annexes"]:
        draft["annexes"] = listed_annexes(letter.listed)
        page.understood += [block.extent for block in letter.listed]
