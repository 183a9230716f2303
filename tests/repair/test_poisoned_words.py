"""Words in whose place a foreign phrase stands: put back where the contexts betray them, reported where not."""

import pytest

from policyparse.model.diagnostics import Diagnostics
from policyparse.repair.pinyin_glosses import find_pinyin_glosses
from policyparse.repair.poisoned_words import CONFIDENCE, find_poison, repair_poisoned_words
from policyparse.source.edits import RepairedText
from policyparse.source.source_text import SourceText

ADVISERS = """\
全国政协召开专题协商会，全国政协主席出席并讲话。
会前，人民政协报记者采访了多位政协委员。政协委员们围绕发展建言，政协常委李某说，人民政协要发挥优势。
市政协、区政协和各级政协组织要加强联系，政协主席、副主席带队调研，政协机关做好服务。
省政协副主席、市政协主席参加了活动，政协办公厅、政协各专门委员会提供保障，政协第十四届全国委员会作出部署。
"""

STATUTE = """\
第三条 县级以上人民政府应当加强领导。市人民政府有关部门按照职责分工负责相关工作。
第四条 乡镇人民政府、街道办事处应当做好宣传。省人民政府及其有关部门应当加大投入。
第五条 县级以上地方人民政府可以制定政策。本级人民政府批准后实施，报上一级人民政府备案。
第六条 政府采购应当依法进行，政府投资项目优先采购。
"""

CHAINS = """\
要加快构建现代化产业体系，围绕重点产业链强链补链，培育战略性新兴产业和未来产业，推动传统产业转型升级。
全市产业结构持续优化，数字产业化和产业数字化步伐加快，主导产业占比提高，产业园区和产业集群加快建设。
各地完善产业政策，壮大特色产业和优势产业，促进科技创新和产业创新融合，带动乡村产业振兴。
"""

PHRASES = [
    "某发体育在线投注_789体育网址",
    "万利棋牌_最新版下载",
    "星月·全站app中国官方网站",
    "飞鱼体育(中国)官方网站",
    "88gogo官网多少_go88登录入口",
    "AB尊虎真人官网",
    "彩虎争霸快三最新版下载",
    "gobet贝虎官网",
]


@pytest.mark.parametrize("phrase", PHRASES)
@pytest.mark.parametrize(("word", "text"), [("政协", ADVISERS), ("政府", STATUTE), ("产业", CHAINS)])
def test_the_word_is_put_back(phrase: str, word: str, text: str) -> None:
    repaired = RepairedText(SourceText(text.replace(word, phrase)))
    diagnostics = Diagnostics()
    repair_poisoned_words(repaired, diagnostics)
    assert repaired.text == text
    assert [f.code for f in diagnostics.findings] == ["PP103"]
    assert repaired.repairs[0].confidence >= CONFIDENCE
    assert repaired.repairs[0].count == text.count(word)


@pytest.mark.parametrize("phrase", ["米川体育手机版", "星舟国际网址登录", "凤舞彩票app", "金岭娱乐官网入口"])
@pytest.mark.parametrize(("word", "text"), [("政协", ADVISERS), ("产业", CHAINS)])
def test_a_phrase_without_joints_is_told_by_its_brand(phrase: str, word: str, text: str) -> None:
    repaired = RepairedText(SourceText(text.replace(word, phrase)))
    repair_poisoned_words(repaired, Diagnostics())
    assert repaired.text == text


def test_a_phrase_told_by_its_brand_is_reported_where_its_word_is_not_sure() -> None:
    text = "市某某岭体育平台登录要抓好落实。" * 2 + "各级某某岭体育平台登录应当加强监督，某某岭体育平台登录负责实施。"
    repaired = RepairedText(SourceText(text))
    diagnostics = Diagnostics()
    repair_poisoned_words(repaired, diagnostics)
    assert repaired.text == text
    assert [f.code for f in diagnostics.findings] == ["PP102"]


@pytest.mark.parametrize(
    "text",
    [
        "政府网站应当公开信息，政府网站的主办单位负责维护。政府网站实行备案，关停政府网站应当公告。" * 2,
        "网络直播营销应当真实，网络直播平台应当审核。从事网络直播，网络直播服务提供者应当实名。" * 2,
        "发展文化体育事业，建设文化体育设施，开展文化体育活动，支持文化体育产业。" * 3,
        "国际贸易、国际合作、国际交流、国际会议应当依法开展。" * 3,
    ],
)
def test_words_of_the_web_behind_common_words_are_no_brand(text: str) -> None:
    assert find_poison(RepairedText(SourceText(text))) is None


def test_a_phrase_that_a_column_cut_is_put_back_too() -> None:
    phrase = PHRASES[0]
    dirty = ADVISERS.replace("政协", phrase).replace(phrase, phrase[:9] + "\n\n图为活动现场\n\n" + phrase[9:], 1)
    repaired = RepairedText(SourceText(dirty))
    repair_poisoned_words(repaired, Diagnostics())
    assert repaired.text == ADVISERS


def test_two_phrases_for_two_words() -> None:
    dirty = (ADVISERS + CHAINS).replace("政协", PHRASES[0]).replace("产业", PHRASES[1])
    repaired = RepairedText(SourceText(dirty))
    repair_poisoned_words(repaired, Diagnostics())
    assert repaired.text == ADVISERS + CHAINS


def test_a_phrase_that_the_text_does_not_betray_is_reported_and_stays() -> None:
    text = "".join(f"关于{PHRASES[0]}，{c}{c}。\n" for c in "甲乙丙")
    repaired = RepairedText(SourceText(text))
    diagnostics = Diagnostics()
    repair_poisoned_words(repaired, diagnostics)
    assert repaired.text == text
    assert [f.code for f in diagnostics.findings] == ["PP102"]


def test_a_word_that_still_stands_in_the_text_is_not_put_in() -> None:
    dirty = STATUTE.replace("政府", PHRASES[0], 2)
    repaired = RepairedText(SourceText(dirty + STATUTE * 3))
    repair_poisoned_words(repaired, Diagnostics())
    assert "政府" in repaired.text
    assert repaired.text == dirty + STATUTE * 3 or PHRASES[0] not in repaired.text


@pytest.mark.parametrize(
    "text",
    [
        "体育彩票、福利彩票的销售网点应当公示游戏规则。体育彩票公益金用于发展体育事业。",
        "App的官方网站、客户端下载页面应当载明隐私政策。App提供者应当在官方网站、App首页公告。",
        "详见官方网站http://www.example.com/app_download，或下载某某App（安卓版）。",
        "办案民警介绍，涉案棋牌网站通过App招揽玩家，棋牌网站的服务器设在境外。",
        "def app_download(官网, 网址): return 官网_网址",
        "通过12306网站购票。12306网站应当公开信息，12306网站不得捆绑销售，12306网站、12306热线应当衔接。" * 3,
    ],
)
def test_web_and_games_in_their_own_right_are_no_poison(text: str) -> None:
    assert find_poison(RepairedText(SourceText(text))) is None


FEW = "全市产业结构持续优化，产业链加快完善。要推动传统产业转型升级，培育战略性新兴产业。"


def certainty(rest: str) -> float:
    """Confidence with which a short text, poisoned, is read before the rest of a page."""
    repaired = RepairedText(SourceText(FEW.replace("产业", PHRASES[0]) + rest))
    repaired.apply(find_pinyin_glosses(repaired.text))
    reading = find_poison(repaired)
    assert reading is not None
    return reading.confidence if reading.word == "产业" else 0.0


@pytest.mark.parametrize(
    ("rest", "speaks"),
    [
        ("\n某区产业链产值首破百亿\n产业观察\n", False),  # the frame of the page
        ("\n某区产业链产值首破百亿。\n又一产业落户。\n", True),
        ("某区产(chǎn)业链。\n", True),  # more than chance lets off
    ],
)
def test_a_word_left_standing_in_prose_speaks_against_it(rest: str, speaks: bool) -> None:
    alone = certainty("")
    assert alone > CONFIDENCE
    assert (certainty(rest) < alone - 0.001) is speaks


def test_few_words_that_a_gloss_cut_in_the_original_are_let_off() -> None:
    text = FEW * 2
    glossed = RepairedText(SourceText(text.replace("产业", PHRASES[0]) + "某区产(chǎn)业链。\n"))
    glossed.apply(find_pinyin_glosses(glossed.text))
    whole = RepairedText(SourceText(text.replace("产业", PHRASES[0]) + "某区产业链。\n"))
    let_off, counted = find_poison(glossed), find_poison(whole)
    assert let_off is not None
    assert counted is not None
    assert let_off.word == counted.word == "产业"
    assert let_off.confidence > counted.confidence


def test_what_holds_a_reported_phrase_more_than_once_is_not_reported_beside_it() -> None:
    diagnostics = Diagnostics()
    repair_poisoned_words(RepairedText(SourceText("市某某彩票网_最新版下载app会" * 13)), diagnostics)
    assert [finding.code for finding in diagnostics.findings] == ["PP102"]
