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


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("当事人对处罚决定不服的，可以申请复议。", "当事人"),
        ("被征收人不服补偿决定的，可以提起诉讼。", "被征收人"),
        ("受害人在规定期限内提出异议的，应当说明理由。", "受害人"),
        ("保证人应当具备下列条件。", "保证人"),
        ("举办者应当公开收费标准。", "举办者"),
        ("人民警察在执行职务时，须穿着制服。", "人民警察"),
        ("受理机关收到申请后，应当登记。", "受理机关"),
    ],
)
def test_a_part_in_a_matter_is_a_bearer(sentence: str, bearer: str) -> None:
    assert find_bearer(sentence) == bearer


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("人民法院受理案件后，当事人增加诉讼请求的，应当合并审理。", "人民法院"),
        ("受送达人拒绝签收的，可以公告送达。", None),
        ("被处罚人具有下列情形之一的，应当作出不暂缓执行的决定。", None),
        ("设计单位在设计文件中选用的材料，应当注明规格。", None),
    ],
)
def test_a_party_does_not_decide_its_own_matter(sentence: str, bearer: str | None) -> None:
    assert find_bearer(sentence) == bearer


@pytest.mark.parametrize(
    "sentence", ["林区禁止野外用火。", "每年三月一日至六月三十日禁止捕捞。", "汛期禁止一切采砂活动。"]
)
def test_something_is_forbidden_at_a_time(sentence: str) -> None:
    assert find_modalities(sentence) == ["prohibition"]
    assert find_bearer(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "学校教室采光应当符合国家标准。",
        "博物馆藏品出境应当经批准。",
        "居民生活用水应当计量。",
        "职工宿舍内不准乱拉电线。",
        "驾驶人员连续驾驶时间不得超过四小时。",
    ],
)
def test_a_thing_of_somebody_is_no_bearer(sentence: str) -> None:
    assert find_modalities(sentence) != []
    assert find_bearer(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("企业招用工人应当签订合同。", "企业"),
        ("市人民政府每年应当公布预算。", "市人民政府"),
        ("驾驶人员连续驾驶四小时应当休息。", "驾驶人员"),
        ("公安机关二十四小时内应当立案。", "公安机关"),
    ],
)
def test_what_somebody_does_leaves_him_the_bearer(sentence: str, bearer: str) -> None:
    assert find_bearer(sentence) == bearer


def test_cases_and_purposes_are_told_apart() -> None:
    assert find_modalities("经营者不得以排挤对手为目的，以低于成本的价格销售商品。") == ["prohibition"]
    assert find_modalities("新建项目的，应当办理手续。") == ["obligation"]
    assert find_modalities("受理机关应当场作出决定。") == ["obligation"]
