"""Template placeholders that a site never filled: a Latin key and a field in brackets where a value belongs."""

from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.model.diagnostics import Diagnostics
from policyparse.source.edits import Edit, RepairedText

_PLACEHOLDER = pattern(
    r"\[[a-z]{1,10}:[\u4e00-\u9fff]{1,10}\]",
    matches=["[cms:作者]", "[label:发布时间]"],
    rejects=[
        *("[作者]", "[cms:author]", "[:作者]", "[cms:]", "[abcdefghijk:作者]", "[cms:一二三四五六七八九十一]"),
        "cms:作者]",
    ],
)
"""A Latin key and a Chinese field in brackets."""


def find_template_placeholders(text: str) -> Iterator[Edit]:
    """Find placeholders of collectors' templates, a Latin key and a Chinese field in brackets, to be deleted."""
    if "[" in text:
        for match in _PLACEHOLDER.finditer(text):
            yield Edit(match.start(), match.end(), "", "template_placeholders")


def repair_template_placeholders(repaired: RepairedText, diagnostics: Diagnostics) -> None:
    """Delete the placeholders, and report each: a value is missing where it stood."""
    edits = list(find_template_placeholders(repaired.text))
    for edit in edits:
        place = repaired.source_extent(edit.start, edit.end)
        words = repaired.text[edit.start : edit.end]
        diagnostics.add("PP202", f"{words} stands in place of a value", place, in_source=True)
    repaired.apply(edits)
