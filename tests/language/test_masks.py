"""Masks blank stretches out and move nothing."""

from hypothesis import given
from hypothesis import strategies as st

from policyparse.knowledge import pattern
from policyparse.language.masks import MASK, mask, mask_matches

QUOTED = pattern(r"“(?P<inside>[^“”]*)”", matches=["“一”"], rejects=["一"])


def test_stretches_are_blanked_out() -> None:
    assert mask("一二三四五", [(1, 3), (2, 4)]) == f"一{MASK * 3}五"
    assert mask("一二三", []) == "一二三"
    assert mask("一二三", [(2, 2), (2, 3)]) == f"一二{MASK}"


def test_what_a_pattern_finds_is_blanked_out() -> None:
    assert mask_matches("称“园”者", QUOTED) == f"称{MASK * 3}者"
    assert mask_matches("称“园”者", QUOTED, "inside") == f"称“{MASK}”者"


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_a_mask_moves_nothing(text: str, extents: list[tuple[int, int]]) -> None:
    inside = sorted((min(a, len(text)), min(b, len(text))) for a, b in extents)
    masked = mask(text, inside)
    assert len(masked) == len(text)
    assert all(a in (b, MASK) for a, b in zip(masked, text, strict=True))
