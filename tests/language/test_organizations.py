"""Organizations by their endings."""

import pytest

from policyparse.language.organizations import is_organization, organization_in


@pytest.mark.parametrize(
    "text", ["市水利局", "国务院办公厅", "某某大学", "宪法和法律委员会", "省农科院", "远洋装备股份有限公司"]
)
def test_is_an_organization(text):
    assert is_organization(text)


@pytest.mark.parametrize("text", ["", "局", "建议", "高质量发展", "三条干渠", "水利"])
def test_is_no_organization(text):
    assert not is_organization(text)


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("会议由全国政协", "全国政协"),
        ("会议听取了常委会法工委", "常委会法工委"),
        ("近日市水利局", "市水利局"),
        ("请工业和信息化部", "工业和信息化部"),
        ("来自基层的市总工会", "市总工会"),
        ("", None),
    ],
)
def test_words_before_a_name_are_no_part_of_it(text, organization):
    assert organization_in(text) == organization
