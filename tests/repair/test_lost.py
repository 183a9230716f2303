"""What is lost is told: numbers, bytes; what is doubled is single again."""

import pytest

import policyparse
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair import repair
from policyparse.repair.doubled_marks import find_doubled_marks
from policyparse.repair.lost_bytes import find_lost_bytes, is_rare
from policyparse.repair.pinyin_glosses import is_reduplicated
from policyparse.repair.stripped_numbers import find_stripped_numbers
from policyparse.source.edits import RepairedText
from policyparse.source.source_text import SourceText


def repaired(text: str) -> tuple[str, list[str]]:
    diagnostics = Diagnostics()
    return repair(SourceText(text), diagnostics).text, [finding.code for finding in diagnostics.findings]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("一季度集中开工重大项目个，总投资达亿元。", ["个", "亿元"]),
        ("工业增加值同比增长%，比上年提高个百分点。", ["%", "个百分点"]),
        ("月日，市人大常委会召开会议。", ["月日"]),
        ("市第届人民代表大会第次会议开幕。", ["第届", "第次"]),
        ("新增企业家，其中规模以上企业个。", []),  # one place, and it is not sure
        ("总投资上亿元，单体投资超亿元的项目有5个。", []),
        ("大家建言献策，专家解疑释惑，企业家争相投资。", []),
        ("同比增长8.5%，提高2个百分点，6月20日公布。", []),
        ("每个项目都要有责任人，这几个，那几个，一个不少。", []),
        ("日月日新，年年有余，第一次会议和第二届论坛。", []),
    ],
)
def test_stripped_numbers(text: str, places: list[str]) -> None:
    assert [text[start:end] for start, end in find_stripped_numbers(text)] == places


def test_stripped_numbers_are_told_and_nothing_is_put_back() -> None:
    text = "一季度集中开工重大项目个，总投资达亿元。"
    assert repaired(text) == (text, ["PP110", "PP110"])
    many = "同比增长%，" * 60
    assert repaired(many)[1] == ["PP110"] * 21


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("字字句句诠释了实干担当?!皥蟾嫫绦【?，总结工作", ["?!皥蟾嫫绦【?"]),
        ("是一份好报告?！比珖f委员说", ["?！比珖f"]),
        ("这是为什么?亳州市市长回答了提问", []),  # a rare character in a name
        ("怎么办?他说，要加快", []),
        ("漯河、亳州、濮阳三市市长", []),
        ("使用x射线检查，并用pH试纸", []),
        ("沿着蜿蜒崎岖的山路?峥嵘岁月", []),
    ],
)
def test_lost_bytes(text: str, stretches: list[str]) -> None:
    assert [text[edit.start : edit.end] for edit in find_lost_bytes(text)] == stretches


def test_lost_bytes_name_nobody() -> None:
    text = "政协会议开幕\n会议3月4日开幕。一份好报告?！比珖f委员、云溪区政协副主席唐冬林说，报告提到了实体经济。\n"
    document = policyparse.parse(text)
    found = document.model_dump(mode="json")
    assert [speaker["name"] for speaker in found["speakers"]] == ["唐冬林"]
    assert "PP101" in [d.code for d in document.diagnostics]
    assert "珖" not in str(found["speakers"])


@pytest.mark.parametrize(
    ("character", "rare"), [("的", False), ("镇", False), ("珖", True), ("嫫", True), ("，", False), ("a", False)]
)
def test_rare(character: str, rare: bool) -> None:
    assert is_rare(character) is rare


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("会议强调，，要紧盯产业链，，聚焦重点", "会议强调，要紧盯产业链，聚焦重点"),
        ("市委副书记，、市长陆远舟主持", "市委副书记、市长陆远舟主持"),
        ("会议强调,,要紧盯产业链", "会议强调,要紧盯产业链"),
        ("要抓落实。，各部门要行动", "要抓落实。各部门要行动"),
        ("要抓落实；，各部门要行动", "要抓落实；各部门要行动"),
        ("他说。。。各部门要行动", "他说。。。各部门要行动"),
        ("1,,2,,3", "1,,2,,3"),
        ("甲,,b,,c", "甲,,b,,c"),
    ],
)
def test_doubled_marks(text: str, mended: str) -> None:
    found = RepairedText(SourceText(text))
    found.apply(find_doubled_marks(found.text))
    assert found.text == mended


GLOSSED = "今日上午，新聞發(fā)布會(huì)，請(qǐng)工信部介紹工業(yè)情況，隨著政策落實(shí)，形勢轉(zhuǎn)好。"


@pytest.mark.parametrize(
    ("words", "mended"),
    [
        ("國務(wù)務(wù)院", "国务院"),
        ("產(chǎn)業(yè)業(yè)鏈", "产业链"),
        ("漸(jiàn)漸(jiàn)提高", "渐渐提高"),  # a word
        ("種(zhǒng)種(zhǒng)困難", "种种困难"),
        ("業(yè)績(jì)績(jī)效", "业绩绩效"),  # another gloss
        ("兢(jīng)兢(jīng)業(yè)業(yè)工作", "兢兢业业工作"),
    ],
)
def test_doubled_glosses(words: str, mended: str) -> None:
    assert mended in repaired(GLOSSED + words)[0]


def test_reduplications() -> None:
    assert is_reduplicated("渐渐")
    assert not is_reduplicated("务务")


BETTING = "鑫龙官网网址多少_必胜下载"


@pytest.mark.parametrize(("number", "times"), [(1, "once"), (2, "2 times"), (3, "3 times")])
def test_a_phrase_seen_one_to_three_times_is_told_and_no_word_is_guessed(number: int, times: str) -> None:
    clauses = ["市直各{}要加强协作。", "有关{}负责人参加会议。", "会议由{}承办。"][:number]
    text = "市政府召开会议\n" + "".join(f"{clause}\n" for clause in clauses).format(*[BETTING] * number)
    diagnostics = Diagnostics()
    found = repair(SourceText(text), diagnostics)
    told = [finding for finding in diagnostics.findings if finding.code in ("PP102", "PP103")]
    assert len(told) == 1
    if told[0].code == "PP102":
        assert told[0].message.endswith(f" stands in place of a word, {times}; the contexts do not tell which")
        assert BETTING in found.text
    else:
        assert all(r.confidence >= 0.9 for r in found.repairs if r.rule == "poisoned_words")


def test_masked_words_stay_and_are_told() -> None:
    text = "坚持马克思列宁主义、***思想、***理论，推动***落实。\n"
    assert repaired(text) == (text, ["PP101"] * 3)
    assert repaired("坚持***。\n***要点***，是这样。\n")[0] == "坚持***。\n要点，是这样。\n"
    assert repaired("贯彻***精神。" * 30)[1] == ["PP101"] * 21
