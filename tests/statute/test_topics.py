"""What stands before a marker and is no bearer."""

import pytest

from policyparse.statute.norms import find_bearer, find_modalities


@pytest.mark.parametrize(
    "sentence",
    [
        "省人民政府公布的名录，应当每五年更新一次。",
        "本规定施行前区人民政府批准的项目，应当重新申报。",
        "乡镇人民政府编制的规划不符合本条例规定的，应当修改。",
        "中小学校、幼儿园周边二百米内禁止设立网吧。",
        "市人民政府设立的奖项应当公开评选。",
    ],
)
def test_what_somebody_made_and_a_place_are_no_bearers(sentence: str) -> None:
    assert find_modalities(sentence) != []
    assert find_bearer(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("申请人接到通知的，应当到场。", "申请人"),
        ("建设单位收到批准的文件，应当公示。", "建设单位"),
        ("市人民政府在城市道路两侧应当设置公厕。", "市人民政府"),
    ],
)
def test_who_acts_is_a_bearer(sentence: str, bearer: str) -> None:
    assert find_bearer(sentence) == bearer


@pytest.mark.parametrize(
    "sentence",
    ["室内公共场所禁止吸烟。", "全市城区禁止饲养家禽。", "城市道路两侧禁止堆放物料。", "禁渔期禁止一切捕捞。"],
)
def test_something_is_forbidden_at_a_place(sentence: str) -> None:
    assert find_modalities(sentence) == ["prohibition"]
    assert find_bearer(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "为了推进节能，鼓励发展新型材料，根据有关法律，制定本条例。",
        "为规范养犬，禁止遗弃犬只，维护公共秩序，制定本办法。",
        "本市禁止燃放区域由市人民政府公布。",
        "法律所禁止的行为，由公安机关处理。",
    ],
)
def test_a_purpose_and_a_zone_are_no_norms(sentence: str) -> None:
    assert find_modalities(sentence) == []
