"""What the checks say about decisions in which something is wrong: each code with a text that raises it."""

import pytest

import policyparse


def codes(text: str) -> list[str]:
    return [d.code for d in policyparse.parse(text, kind="decision").diagnostics if d.code.startswith("PP4")]


def statute(*lines: str) -> str:
    return "\n".join(["某市某某条例", "（2020年1月1日某市第一届人民代表大会常务委员会第一次会议通过）", *lines, ""])


LAST = "本条例自2020年6月1日起施行。"


def test_a_statute_without_faults() -> None:
    assert (
        codes(
            statute(
                "第一章 总则",
                "第一条 甲。",
                "第二章 附则",
                "第一节 甲",
                "第二条 乙。",
                "第二条之一 丙。",
                f"第三条 {LAST}",
            )
        )
        == []
    )


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("PP401", ("第一条 甲。", f"第三条 {LAST}")),
        ("PP401", ("第二条 甲。", f"第三条 {LAST}")),
        ("PP401", ("第一条 甲。", "第一条之二 乙。", f"第二条 {LAST}")),
        ("PP402", ("第一条 甲。", "第二条 乙。", f"第二条 {LAST}")),
        ("PP403", ("第一条 甲。", "第二条 乙。")),
        ("PP404", ("第一章 总则", "第一条 甲。", "第三章 附则", f"第二条 {LAST}")),
        ("PP404", ("第二章 总则", "第一条 甲。", "第三章 附则", f"第二条 {LAST}")),
        ("PP404", ("第一章 总则", "第一节 甲", "第一条 甲。", "第二章 附则", "第二节 乙", f"第二条 {LAST}")),
        ("PP405", ("第一条 甲。", "第二条", f"第三条 {LAST}")),
        ("PP406", ("第一条 甲。", "第二条 本条例自2019年6月1日起施行。")),
        ("PP407", ("第一章 总则", "本章规定一般事项，适用于全部活动。", "第一条 甲。", f"第二条 {LAST}")),
        ("PP408", ("第一条 违反本条例第九条规定的，处罚款。", f"第二条 {LAST}")),
        (
            "PP409",
            (
                "第一条 《甲法》（以下简称《法》）、《乙法》（以下简称《法》）。",
                "第二条 依照《法》第一条。",
                f"第三条 {LAST}",
            ),
        ),
        ("PP412", ("本市批准甲公约，自2020年6月1日起施行。",)),
        ("PP413", ("第一条 甲。", "第三条 乙。", "第二条 丙。", f"第四条 {LAST}")),
    ],
)
def test_each_fault_has_its_code(code: str, lines: tuple[str, ...]) -> None:
    assert code in codes(statute(*lines))


def test_a_decision_may_have_no_points() -> None:
    text = (
        "某市人民代表大会常务委员会关于批准甲公约的决定\n（2020年1月1日通过）\n本市批准甲公约，自2020年6月1日起施行。\n"
    )
    assert "PP412" not in codes(text)


def test_chapters_may_go_on_through_the_parts_or_start_anew() -> None:
    on = ("第一编 甲", "第一章 甲", "第一条 甲。", "第二编 乙", "第二章 乙", f"第二条 {LAST}")
    anew = ("第一编 甲", "第一章 甲", "第一条 甲。", "第二编 乙", "第一章 乙", f"第二条 {LAST}")
    assert codes(statute(*on)) == codes(statute(*anew)) == []


def test_a_finding_shows_its_place() -> None:
    text = statute("第一条 甲。", f"第三条 {LAST}")
    finding = next(d for d in policyparse.parse(text, kind="decision").diagnostics if d.code == "PP401")
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "第三条"
    assert "第二条 is missing" in finding.message


def test_many_findings_of_one_kind_are_counted() -> None:
    lines = [f"第{2 * i + 1}条 甲。" for i in range(300)]
    found = [d for d in policyparse.parse(statute(*lines), kind="decision").diagnostics if d.code == "PP401"]
    assert len(found) == 51
    assert "249 more" in found[-1].message
