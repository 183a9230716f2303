"""GBK that was read one byte too late is put back where its bytes show what stood there, and marked where they do not."""

import pytest

import policyparse
from policyparse.repair.shifted_bytes import NUMERALS, find_shifted_bytes


def mended(text: str) -> str:
    for edit in reversed(list(find_shifted_bytes(text))):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def shifted(text: str) -> str:
    """A text whose first byte is lost, as it is decoded: pairs that stand for nothing are dropped."""
    data, read = text.encode("gbk")[1:], "?"
    while data:
        pair, data = (data[:1], data[1:]) if data[0] < 0x80 else (data[:2], data[2:])
        read += pair.decode("gbk", "ignore") if len(pair) == 1 or pair[1] >= 0x40 else ""
    return read


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("\u3000（二）推進(jìn)東部建設", "?。ǘ┩七M(jìn)東部建設"),
        ("\u3000（四）抓緊建設", "?。ㄋ模┳ゾo建設"),
        ("\u3000（七）抓緊建設", "?。ㄆ撸┳ゾo建設"),
    ],
)
def test_labels_with_the_words_behind_them(words: str, seen: str) -> None:
    assert shifted(words) == seen
    assert mended(seen) == words[1:]


@pytest.mark.parametrize("number", range(2, len(NUMERALS)))
def test_every_label_is_known_behind_the_one_before(number: int) -> None:
    text = f"（{NUMERALS[number - 2]}）抓緊建設\n{shifted(f'　（{NUMERALS[number - 1]}）抓緊建設')}"
    assert mended(text).split("\n")[1] == f"（{NUMERALS[number - 1]}）抓緊建設"


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("\u3000（五）加快濱海新城金融服務發展", "（五）\ufffd海新城金融服務發展"),
        ("\u3000（三）加快沿江地带綠色發展園區", "（三）\ufffd色發展園區"),  # pairs were dropped: not known
    ],
)
def test_what_is_not_sure_is_marked_behind_the_label(words: str, read: str) -> None:
    assert mended(shifted(words)) == read


def test_a_character_that_lost_its_second_byte_before_its_gloss() -> None:
    assert mended("?。ㄈ┲?chuàng)建文明城區") == "（三）\ufffd建文明城區"


@pytest.mark.parametrize(
    "text",
    [
        "是一份好报告?！比珖f委员说",  # 国 lost a pair: 全噁 is no word
        "什么是GDP?我们A股市场",
        "为什么?”他问",
        "是吗?的确A",
        "怎么办?！",
        "沿着山路?峥嵘岁月",
        "是真的吗?。\n（二）加快",
        "?。ㄊ┳ゾo建設",  # 十, 十二, 十三 and 十六 look alike without the label before
    ],
)
def test_what_is_not_sure_stays(text: str) -> None:
    assert mended(text) == text


def test_a_mark_in_front_comes_back() -> None:
    seen = shifted("。“推進工作")
    assert mended(f"經濟发展{seen}") == "經濟发展。“推進工作"


def test_the_points_of_a_letter_are_all_there() -> None:
    lines = [
        "关于印发工作要点的通知",
        "各區人民政府：",
        "现将工作要点通知如下：",
        "一、努力发展产业",
        "（一）加快建设东部基地。",
    ]
    lines += [
        shifted("　（二）推進南部基地建设。"),
        shifted("　（三）抓緊北部基地建设。"),
        "某市人民政府办公厅",
        "2006年4月28日",
    ]
    document = policyparse.parse("\n".join(lines) + "\n")
    assert isinstance(document, policyparse.OfficialDocument)
    (point,) = document.points
    assert [child.label for child in point.points] == ["（一）", "（二）", "（三）"]
    assert sum(repair.count for repair in document.repairs if repair.rule == "shifted_bytes") == 2
