"""Stretches of a paragraph: which lie across another one."""

from hypothesis import given
from hypothesis import strategies as st

from policyparse.plan.naming import Extents

EXTENTS = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda place: (place[0], place[0] + place[1]))


@given(st.sets(EXTENTS), st.lists(st.tuples(EXTENTS, st.booleans())), EXTENTS)
def test_those_across_a_stretch(first: set[tuple[int, int]], turns: list, asked: tuple[int, int]) -> None:  # type: ignore[type-arg]
    extents, expected = Extents(first), set(first)
    for extent, is_added in turns:
        if is_added:
            extents.add(extent)
            expected.add(extent)
        elif extent in expected:
            extents.remove(extent)
            expected.remove(extent)
    start, end = asked
    assert extents.across(start, end) == sorted(e for e in expected if e[0] < end and start < e[1])
