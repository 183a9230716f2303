"""Full titles for short names and numbers: 《条例》 and 省政府令第735号 stand for the title that the text gave them."""

from policyparse.language.cited_documents import Reference
from policyparse.language.document_titles import find_numbers, find_short_names, find_titles
from policyparse.model.diagnostics import Diagnostics

_STATE = "中华人民共和国"
_GENERIC = frozenset(("条例", "办法", "规定", "细则", "决定", "规则", "意见", "通知", "方案", "规划", "纲要", "解释"))
"""Names that say of which kind a document is and nothing else."""


class Titles:
    """The full titles for which short names and numbers stand in a text.

    Args:
        folded: Width-folded text.
        diagnostics: Takes names that are ambiguous.
    """

    def __init__(self, folded: str, diagnostics: Diagnostics) -> None:
        self.folded, self.diagnostics = folded, diagnostics
        self._defined: dict[str, list[tuple[int, str]]] = {}
        for short in (*find_short_names(folded), *find_numbers(folded)):
            self._defined.setdefault(short.name, []).append((short.start, short.title))
        self._bare: dict[str, str | None] | None = None

    def full(self, reference: Reference, amended: str | None = None) -> str:
        """The full title of a named document.

        Args:
            reference: The citation.
            amended: The title of the document that a decision amends; it may be named without its state.
        """
        name = reference.title or ""
        defined = [title for start, title in self._defined.get(name, ()) if start <= reference.start]
        if len(set(defined)) > 1:
            places = (reference.start, reference.end)
            self.diagnostics.add("PP409", f"{name} stands for {' and '.join(sorted(set(defined)))}", places)
        if defined:
            return defined[-1]
        if reference.bracketed:
            return (self._ends_with(name, reference.start) if name in _GENERIC else None) or name
        if amended and amended.removeprefix(_STATE) == name:
            return amended
        return self._without_state().get(name) or name

    def _without_state(self) -> dict[str, str | None]:
        """The titles in 《》 by their names without 中华人民共和国; None where two share one."""
        if self._bare is None:
            self._bare = {}
            for title in find_titles(self.folded):
                bare = title.text.removeprefix(_STATE)
                known = self._bare.get(bare, title.text)
                self._bare[bare] = title.text if known == title.text else None
        return self._bare

    def _ends_with(self, kind: str, end: int) -> str | None:
        """The one title before an offset that ends with the name of a kind: 《条例》 is 《…条例》."""
        titles = {title.text for title in find_titles(self.folded, 0, end) if title.text.endswith(kind)} - {kind}
        return titles.pop() if len(titles) == 1 else None
