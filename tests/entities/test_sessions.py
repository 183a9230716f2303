"""Terms and sessions of congresses and committees."""

import pytest

from policyparse.entities.sessions import find_sessions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全国人大十四届二次会议", (14, 2, False, 2024)),
        ("十四届全国人大一次会议", (14, 1, False, 2023)),
        ("全国政协十三届五次会议", (13, 5, False, 2022)),
        ("十三届全国人大常委会第三十七次会议", (13, 37, True, None)),
        ("某市第十七届人民代表大会常务委员会第三十二次会议", (17, 32, True, None)),
        ("市十八届人大五次会议", (18, 5, False, None)),
        ("二十届三中全会", (20, 3, False, None)),
        ("党的十八大以来", (18, None, False, 2012)),
        ("中国共产党第二十次全国代表大会", (20, None, False, 2022)),
    ],
)
def test_session(text: str, expected: tuple[int, int | None, bool, int | None]) -> None:
    (found,) = find_sessions(text)
    assert (found.term, found.number, found.standing, found.year) == expected


@pytest.mark.parametrize("text", ["第七届东方经济论坛", "2024届毕业生", "十大行业", "中共中央", "第三十二次会议"])
def test_no_session(text: str) -> None:
    assert list(find_sessions(text)) == []
