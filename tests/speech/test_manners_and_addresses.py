"""Manners of speaking, addresses and clauses of one speaker: none of them is a name, and nothing of what he says is lost."""

import pytest

import policyparse

_LEAD = "青禾县召开座谈会\n来源：青禾日报　2024-06-14 09:30\n6月13日，县委书记李强主持召开座谈会，县长王建国参加。\n"
_SAID = "全县要加快推进项目建设。"


def _said(sentence: str) -> list[tuple[str, str]]:
    document = policyparse.parse(_LEAD + sentence + "\n")
    assert isinstance(document, policyparse.Meeting)
    return [(statement.speaker, statement.text) for statement in document.statements]


@pytest.mark.parametrize(
    "clause",
    [
        *(
            "李书记解释，",
            "李书记宣布，",
            "李书记严肃地说，",
            "李书记平静地说，",
            "李书记时常说，",
            "李书记在会上说，",
            "李书记面对记者说，",
        ),
        *(
            "县委书记李强谦虚地说，",
            "县委书记李强温和地说，",
            "李强哽咽着说，",
            "李强再说，",
            "李强面对镜头说，",
            "李强上午说，",
        ),
        *("李强听取了汇报，并强调，", "李强听取了汇报，并就防汛工作强调，"),
    ],
)
def test_neither_a_manner_nor_a_verb_of_saying_is_a_name(clause: str) -> None:
    assert _said(clause + _SAID) == [("李强", _SAID)]


@pytest.mark.parametrize(
    "narration",
    [
        *("会上，县发改局汇报了工作情况。", "会上宣读了表彰决定。", "仪式上，双方签署了合作协议。"),
        "会议以视频形式召开，各乡镇设分会场。",
    ],
)
def test_what_took_place_ends_speech(narration: str) -> None:
    assert _said("李强强调，" + _SAID + narration) == [("李强", _SAID)]


def test_a_duty_at_a_meeting_goes_on_with_speech() -> None:
    assert _said("李强强调，" + _SAID + "会上，要敢于直面问题。") == [("李强", _SAID + "会上，要敢于直面问题。")]


def test_two_clauses_of_one_speaker_keep_both_halves() -> None:
    assert _said("李强认为，活动很有意义，他建议，每季度举办一次。") == [("李强", "活动很有意义，每季度举办一次。")]


@pytest.mark.parametrize(
    "label",
    [
        "青禾省发展和改革委党组成员 副主任 吴森",
        "青禾省发展和改革委 副主任 吴森",
        "青禾省发展和改革委党组成员、副主任 吴森",
    ],
)
def test_offices_of_a_label_may_be_set_with_blanks(label: str) -> None:
    assert _said(f"{label}：投资结构持续优化，成效显著。") == [("吴森", "投资结构持续优化，成效显著。")]
