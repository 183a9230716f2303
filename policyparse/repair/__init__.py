"""Repairs: each kind of dirt in its own file, found as edits, undone and accounted for.

What is not sure is not edited but reported.
"""

from collections.abc import Callable, Iterable

from policyparse.knowledge.compiled import compiled
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair.broken_lines import find_broken_lines
from policyparse.repair.broken_notes import find_broken_notes
from policyparse.repair.broken_titles import join_titles
from policyparse.repair.doubled_marks import find_doubled_marks
from policyparse.repair.full_width import find_full_width
from policyparse.repair.invisible_characters import find_invisible_characters
from policyparse.repair.lost_bytes import repair_lost_bytes
from policyparse.repair.markup_debris import find_markup_debris
from policyparse.repair.masked_words import check_masked_words
from policyparse.repair.mojibake import FIRST_OF_UTF8_AS_GB, PLACEHOLDERS, find_mojibake, report_mojibake
from policyparse.repair.pictographs import PICTOGRAPHS, find_pictographs
from policyparse.repair.pinyin_glosses import find_pinyin_glosses
from policyparse.repair.poisoned_words import repair_poisoned_words
from policyparse.repair.shifted_bytes import repair_shifted_bytes
from policyparse.repair.stray_spaces import find_stray_spaces
from policyparse.repair.stripped_numbers import check_stripped_numbers
from policyparse.repair.template_placeholders import repair_template_placeholders
from policyparse.repair.traditional_characters import simplify
from policyparse.repair.wrapped_lines import find_wrapped_lines
from policyparse.source.edits import Edit, RepairedText
from policyparse.source.source_text import SourceText

_STRANGE = compiled(
    "[\u0080-\u009f\u00ad\u00c0-\u00ff\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ue000-\uf8ff\ufe0e\ufe0f\ufeff\ufffd０-９Ａ-Ｚａ-ｚ"
    f"{FIRST_OF_UTF8_AS_GB}{PLACEHOLDERS}{PICTOGRAPHS}?]"
)
"""What no clean text of the field holds: without any of these four repairs have nothing to find."""


_LAYERS_OF_MARKUP = 4
"""So often what is left of markup is looked through again for what its removal has put together."""


_ROUNDS_OF_LINES = 8
"""So often lines are joined while a line that was joined shows another to be its rest."""


_ROUNDS = 4
"""So often all repairs are made while one of them changes something; two are enough for nearly every text."""


def _applied(repaired: RepairedText, find: Callable[[str], Iterable[Edit]]) -> bool:
    """Apply a repair; whether it changed the text."""
    before = repaired.text
    repaired.apply(find(before))
    return repaired.text is not before


def _join_lines(repaired: RepairedText) -> bool:
    """Join what was cut into lines; whether there was anything."""
    before = repaired.text
    repaired.apply(find_wrapped_lines(repaired.folded, repaired.text))
    join_titles(repaired)
    repaired.apply(find_broken_notes(repaired.folded))
    repaired.apply(find_broken_lines(repaired.folded, repaired.text))
    return repaired.text is not before


def repair(source: SourceText, diagnostics: Diagnostics) -> RepairedText:
    """Undo the dirt of a text: first the characters, then the lines, then the words.

    A repair can put side by side what another one undoes: lines that are joined at two commas, a word put back that
    shows a line to be the rest of another. All are made again while one changes something, so that what is repaired
    is not repaired again when it is given in.

    Args:
        source: The text as given in.
        diagnostics: Takes what is found and cannot be repaired.

    Returns:
        The repaired text, which knows every edit and the way back.
    """
    repaired = RepairedText(source)
    for i in range(_ROUNDS):
        before = repaired.text
        _repair_once(repaired, diagnostics, again=i > 0)
        if repaired.text == before:
            break
    else:
        diagnostics.add("PP101", f"repairs uncover more damage: after {_ROUNDS} rounds more could be repaired")
    check_stripped_numbers(repaired, diagnostics)
    return repaired


def _repair_once(repaired: RepairedText, diagnostics: Diagnostics, *, again: bool) -> None:
    """Make every repair once.

    Args:
        repaired: The text.
        diagnostics: Takes what is found and cannot be repaired.
        again: Whether what stays as it is was reported before.
    """
    if _STRANGE.search(repaired.text):
        _repair_strange(repaired, diagnostics, again=again)
    for _ in range(_LAYERS_OF_MARKUP):
        if not _applied(repaired, find_markup_debris):
            break
    if not again:
        check_masked_words(repaired, diagnostics)
    repair_template_placeholders(repaired, diagnostics)
    repaired.apply(find_stray_spaces(repaired.text))
    repaired.apply(find_pinyin_glosses(repaired.text))
    simplify(repaired)
    repair_lost_bytes(repaired, diagnostics)
    repaired.apply(find_doubled_marks(repaired.text))
    for _ in range(_ROUNDS_OF_LINES):
        if not _join_lines(repaired):
            break
    diagnostics.withdraw("PP102")  # the phrases that stay are reported once more, or read now
    repair_poisoned_words(repaired, diagnostics)


def _repair_strange(repaired: RepairedText, diagnostics: Diagnostics, *, again: bool) -> None:
    """Undo wrong decodings, and take out what has no width and what is a picture."""
    repaired.apply(find_invisible_characters(repaired.text, soft_hyphens=False))  # one is a byte of mojibake
    repaired.apply(find_mojibake(repaired.text))
    if not again:
        report_mojibake(repaired, diagnostics)
    repair_shifted_bytes(repaired, diagnostics)
    if _applied(repaired, find_invisible_characters):
        repaired.apply(find_mojibake(repaired.text))
    repaired.apply(find_full_width(repaired.text))
    repaired.apply(find_pictographs(repaired.text))
