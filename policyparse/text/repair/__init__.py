"""Repairs: each kind of dirt in its own file, found as edits, undone and accounted for.

What is not sure is not edited but reported.
"""

from policyparse.core.diagnostics import Diagnostics
from policyparse.text.edits import RepairedText
from policyparse.text.repair.broken_lines import find_broken_lines
from policyparse.text.repair.invisible_characters import find_invisible_characters
from policyparse.text.repair.markup_debris import find_markup_debris
from policyparse.text.repair.pinyin_glosses import find_pinyin_glosses
from policyparse.text.repair.poisoned_words import repair_poisoned_words
from policyparse.text.repair.traditional_characters import simplify
from policyparse.text.source import SourceText


def repair(source: SourceText, diagnostics: Diagnostics) -> RepairedText:
    """Undo the dirt of a text.

    Args:
        source: The text as given in.
        diagnostics: Takes what is found and cannot be repaired.

    Returns:
        The repaired text, which knows every edit and the way back.
    """
    repaired = RepairedText(source)
    repaired.apply(find_invisible_characters(repaired.text))
    repaired.apply(find_markup_debris(repaired.text))
    repaired.apply(find_pinyin_glosses(repaired.text))
    simplify(repaired)
    repair_poisoned_words(repaired, diagnostics)
    repaired.apply(find_broken_lines(repaired.text))
    return repaired
