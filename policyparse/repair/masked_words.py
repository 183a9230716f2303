"""Words that a site masks: 坚持***思想, in place of a name or a word that its filter does not let through.

What stood there is not known; the marks stay, and the place is reported.
"""

from policyparse.knowledge import pattern
from policyparse.model.diagnostics import Diagnostics
from policyparse.source.edits import RepairedText

_MASKED = pattern(
    r"(?<!\*)\*{3,8}(?=[\u4e00-\u9fff])",
    matches=[("坚持***思想", "***"), ("贯彻********重要讲话", "********")],
    rejects=["**要点**", "*一*", "*** 通知", f"{'*' * 9}通知", "通知****"],
)
_REPORTED = 20
"""Maximum number of places that are reported one by one."""


def check_masked_words(repaired: RepairedText, diagnostics: Diagnostics) -> None:
    """Report the words that are masked."""
    if "***" not in repaired.text:
        return
    for i, masked in enumerate(_MASKED.finditer(repaired.text)):
        if i == _REPORTED:
            diagnostics.add("PP101", "there is more damage of this kind further on")
            return
        extent = repaired.source_extent(*masked.span())
        diagnostics.add("PP101", f"{masked[0]}: the page masks the word that stood here", extent, in_source=True)
