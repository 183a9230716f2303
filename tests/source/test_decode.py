import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse import UnreadableInput
from policyparse.source.decode import decode, well_formed

TEXT = "关于促进制造业高质量发展的决定\n一、市人民政府应当加强组织领导。\n"
TAIWAN = (
    "中華民國基於三民主義，為民有民治民享之民主共和國。中華民國之主權屬於國民全體。具有中華民國國籍者為中華民國國民。"
    "中華民國領土，依其固有之疆域，非經國民大會之決議，不得變更之。中華民國各民族一律平等。"
    "人民身體之自由應予保障。除現行犯之逮捕由法律另定外，非經司法或警察機關依法定程序，不得逮捕拘禁。"
)
TRADITIONAL = "關於促進製造業高質量發展的決定\n一、市人民政府應當加強組織領導。\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gbk"), "gb18030"),
        (TEXT.encode("gb2312"), "gb18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
    ids=["utf8", "utf8_bom", "gb18030", "gbk", "gb2312", "utf16le_bom", "utf16be_bom", "utf16le", "utf16be"],
)
def test_the_bytes_say_their_encoding(data: bytes, encoding: str) -> None:
    assert decode(data) == (TEXT, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_traditional_characters_are_no_hindrance(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)) == (TRADITIONAL, encoding)


def test_four_bytes_of_gb18030() -> None:
    text = TEXT + "㐂㑇𠀀"
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_last_character_that_was_cut_is_marked(encoding: str) -> None:
    assert decode((TEXT + "中").encode(encoding)[:-1]) == (TEXT + "\ufffd", encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_damaged_bytes_are_marked(encoding: str) -> None:
    head, tail = TEXT[:5], TEXT[5:] * 5
    assert decode(head.encode(encoding) + b"\xff" + tail.encode(encoding)) == (head + "\ufffd" + tail, encoding)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00>\x00",
        "Российская Федерация есть демократическое государство".encode("cp1251") * 4,
        "대한민국은 민주공화국이다. 대한민국의 주권은 국민에게 있다. ".encode("euc-kr") * 6,
        "日本国民は、正当に選挙された国会における代表者を通じて行動し".encode("shift-jis") * 4,
        TAIWAN.encode("big5"),
        (TEXT * 3).encode("utf-8")[::-1],
    ],
    ids=["all_bytes", "elf", "cp1251", "euc_kr", "shift_jis", "big5", "utf8_backwards"],
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="no Chinese text"):
        decode(data)


def test_ascii_is_text() -> None:
    assert decode(b"Notice No. 3\n") == ("Notice No. 3\n", "utf-8")


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except UnreadableInput:
        return
    assert encoding in {"utf-8", "gb18030", "utf-16-le", "utf-16-be"}
    text.encode("utf-8")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60))
def test_utf8_comes_back(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode("utf-8")) == (text, "utf-8")


@pytest.mark.parametrize(
    ("text", "mended"),
    [("工业\ud83d增长", "工业\ufffd增长"), ("工业\udce4", "工业\ufffd"), ("𠀀工业", "𠀀工业"), ("", "")],
    ids=["half_of_a_pair", "escaped_byte", "whole", "empty"],
)
def test_lone_surrogates_are_marked(text: str, mended: str) -> None:
    assert well_formed(text) == mended
