"""Names by composition and offices with their organizations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.language.names import is_name, match_name
from policyparse.language.persons import find_attendance, find_persons

NAMES = ["王芳", "李建国", "欧阳修文", "司马光", "买买提·艾力", "帕巴拉·格列朗杰", "全龙", "诸葛小云"]
NO_NAMES = [
    "",
    "王",
    "全国",
    "经济",
    "国务院",
    "大家",
    "会议",
    "方案",
    "和政协",
    "李建国华东",
    "abc",
    "王 芳",
    "江苏",
    "张代表",
]


@pytest.mark.parametrize("name", NAMES)
def test_has_the_form_of_a_name(name):
    assert is_name(name)


@pytest.mark.parametrize("word", NO_NAMES)
def test_has_not_the_form_of_a_name(word):
    assert not is_name(word)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("李强在大连出席", "李强"),
        ("李强7月31日主持", "李强"),
        ("廖建勋带领调研组", "廖建勋"),
        ("王勇、周强出席", "王勇"),
        ("丛斌作的报告", "丛斌"),
        ("王毅应约同外长通电话", "王毅"),
        ("欧阳明达表示", "欧阳明达"),
        ("王\u36c3表示", "王\u36c3"),  # a character of extension A
        ("周\U0002c35b出席", "周\U0002c35b"),  # and one outside the basic plane
        ("张三丰亲临现场", "张三丰"),  # nothing that follows names: a word ends there
    ],
)
def test_a_name_ends_before_what_follows_names(text, name):
    assert match_name(text, 0, by_words=True) == len(name)


@pytest.mark.parametrize("text", ["全国政协召开会议", "方案已经印发", "从战略高度认识", "和群众座谈交流"])
def test_no_name_starts_here(text):
    assert match_name(text, 0) is None


def mentions(text: str) -> list[tuple[str, list[tuple[str | None, str]]]]:
    return [(m.name, [(o.organization, o.title) for o in m.offices]) for m in find_persons(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市水利局局长范大成说", [("范大成", [("市水利局", "局长")])]),
        ("市水利局党组书记、局长范大成说", [("范大成", [("市水利局", "党组书记"), ("市水利局", "局长")])]),
        ("市委副书记、市长贺平率队", [("贺平", [("市委", "副书记"), (None, "市长")])]),
        (
            "某高新区党委书记、管委会主任葛云龙表示",
            [("葛云龙", [("某高新区", "党委书记"), ("某高新区", "管委会主任")])],
        ),
        (
            "市工商联副主席、远洋（某市）装备股份有限公司董事长兼总裁冯春生表示",
            [
                (
                    "冯春生",
                    [
                        ("市工商联", "副主席"),
                        ("远洋（某市）装备股份有限公司", "董事长"),
                        ("远洋（某市）装备股份有限公司", "总裁"),
                    ],
                )
            ],
        ),
        ("（记者 严明、韩冰）国家发展改革委副主任林海表示", [("林海", [("国家发展改革委", "副主任")])]),
        ("会议由全国政协副主席沈跃主持", [("沈跃", [("全国政协", "副主席")])]),
        ("会议听取了监察司法委主任委员吴良作的报告", [("吴良", [("监察司法委", "主任委员")])]),
        ("范大成委员建议", [("范大成", [(None, "委员")])]),
        ("范大成同志指出", [("范大成", [])]),
        (
            "全国政协副主席胡春、王勇、帕巴拉·格列朗杰出席",
            [(name, [("全国政协", "副主席")]) for name in ("胡春", "王勇", "帕巴拉·格列朗杰")],
        ),
        (
            "民盟中央主席丁礼、农工党中央主席何维介绍",
            [("丁礼", [("民盟中央", "主席")]), ("何维", [("农工党中央", "主席")])],
        ),
        ("澳大利亚总理阿尔贝托尼斯说", [("阿尔贝托尼斯", [("澳大利亚", "总理")])]),
        (
            "外交部长王毅应约同俄罗斯外长拉夫罗夫通电话",
            [("王毅", [(None, "外交部长")]), ("拉夫罗夫", [("俄罗斯", "外长")])],
        ),
    ],
)
def test_persons_stand_with_their_offices(text, expected):
    assert mentions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "局长负责制得到落实",
        "主席团会议召开",
        "要引入市人大代表和政协委员的监督",
        "书记员岗位培训",
        "部长通道开启",
        "专家建议加强研究",
    ],
)
def test_offices_without_a_person(text):
    assert mentions(text) == []


@given(st.text(alphabet="局长王李委员、，。建议表示·（） 的在主任某市", max_size=200))
def test_extents_hold_the_names(text):
    for mention in find_persons(text):
        assert text[slice(*mention.extent)] == mention.name
        assert 0 <= mention.start <= mention.extent[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("会谈结束。石峰、郑建、欧阳文等参加会见。", ["石峰", "郑建", "欧阳文"]),
        ("王毅参加会见。", ["王毅"]),
        ("有关部门负责人参加会见。", []),
        ("石峰、有关专家参加会见。", []),
        ("邀请各界人士出席开幕式。", []),
    ],
)
def test_those_who_attend_are_listed_by_bare_names(text, names):
    assert [text[slice(*extent)] for extent in find_attendance(text)] == names
