"""Where the sentence or the clause starts that holds a place.

sentence ::= clause ("，" | "；" | "：" clause)* ("。" | "！" | "？" | line end)
"""

from policyparse.knowledge.characters import SENTENCE_END

_SENTENCE_ENDS = f"{SENTENCE_END}\n"
_CLAUSE_ENDS = f"，；：{_SENTENCE_ENDS}"


def sentence_start(folded: str, at: int, floor: int = 0) -> int:
    """Where the sentence starts that holds a place.

    Args:
        folded: Width-folded text.
        at: The place.
        floor: Where it starts at the earliest.
    """
    return max(floor, *(folded.rfind(mark, floor, at) + 1 for mark in _SENTENCE_ENDS))


def clause_start(folded: str, at: int, floor: int = 0) -> int:
    """Where the clause starts that holds a place; 、 ends none.

    Args:
        folded: Width-folded text.
        at: The place.
        floor: Where it starts at the earliest.
    """
    return max(floor, *(folded.rfind(mark, floor, at) + 1 for mark in _CLAUSE_ENDS))
