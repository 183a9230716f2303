"""Messages in Chinese: every message that the code writes has a template, and says the same."""

import ast
import re
from pathlib import Path

import pytest

from policyparse.output.messages import translate

PACKAGE = Path(__file__).resolve().parents[2] / "policyparse"
CODE = re.compile(r"PP\d{3}")
BUILT_FROM_PARTS = {
    "PP205": "3 lines of the body are in no field: 10–24, 30–41, 55–70",
    "PP208": "the page fits two kinds almost alike: meeting 0.61 and briefing 0.58",
    "PP411": "point 三 was not understood as an amendment",
    "PP102": "安全用电 stands in place of a word, 12 times; the contexts do not tell which",
    "PP103": "安全用电 was read as 经济, once",
    "PP601": "五大行动 declares 5, and 4 are listed",
}
"""Messages that are put together before they are reported, by code."""


def written(node: ast.expr) -> str | None:
    """A message as it may come out: 甲 stands where a value will."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "甲" for part in node.values)
        return "".join(str(part) for part in parts)
    return None


def messages() -> set[tuple[str, str]]:
    """Code and message of every call that reports one, with its place in the sources."""
    found = set()
    for file in PACKAGE.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or len(call.args) < 2:
                continue
            code, message = (written(argument) for argument in call.args[:2])
            if code and message and CODE.fullmatch(code):
                found.add((code, message))
    return found


def test_the_sources_hold_messages() -> None:
    assert len(messages()) > 30


@pytest.mark.parametrize(("code", "message"), sorted(messages() | set(BUILT_FROM_PARTS.items())))
def test_every_message_has_its_chinese(code: str, message: str) -> None:
    assert message not in translate(code, message)


@pytest.mark.parametrize(
    ("code", "message", "chinese"),
    [
        ("PP401", "between 四 and 六, 五 is missing", "四与六之间缺五"),
        ("PP401", "between the beginning and 第三条, 第一条 to 第二条 are missing", "开头与第三条之间缺第一条至第二条"),
        ("PP413", "and 7 more of the same", "另有7处同类问题"),
        ("PP204", "the paragraph opens more quotations than it closes", "该段引号开多于闭"),
        ("PP102", BUILT_FROM_PARTS["PP102"], "“安全用电”占据了某个词的位置（12次），上下文不足以判断原词"),
        ("PP408", "第三款: 第五条 has no such paragraph or item", "第三款：第五条没有这一款或项"),
        ("PP410", "insert 第五条第二款: there is no such article", "增加第五条第二款：没有这一条"),
        ("PP203", "words of an older version", "无发布日期（words of an older version）"),
    ],
)
def test_what_a_message_says(code: str, message: str, chinese: str) -> None:
    assert translate(code, message) == chinese
