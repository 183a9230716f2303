"""Judgments: the form by which they are known, and the recipe that reads them."""

from policyparse import DocumentType, Reading
from policyparse.knowledge import pattern
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Draft
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Block, Page, Role
from policyparse.page.reading import read_front_matter
from policyparse_judgment.model import Judgment

TITLE = pattern(
    r"(?:民事|刑事|行政)(?:判决|裁定)书$",
    matches=["民事判决书", "某市某区人民法院刑事裁定书", "行政判决书"],
    rejects=["关于民事判决书格式的通知", "民事起诉书", "仲裁裁定书"],
)
CASE_NUMBER = pattern(
    r"（[12][0-9]{3}）[一-龥][一-龥0-9]{1,20}号",
    matches=[("（2023）江0102民初123号", "（2023）江0102民初123号")],
    rejects=["〔2023〕3号", "（2023）3号", "第123号"],
)
PARTY = pattern(
    r"(?P<role>(?:被)?上诉人|原告|被告|第三人)：(?P<name>[^，。；：（]{2,40})",
    matches=[
        ("原告：陈某，女，住某区。", {"role": "原告", "name": "陈某"}),
        ("被告：某商贸有限公司。", {"name": "某商贸有限公司"}),
        ("第三人：李某", {"role": "第三人"}),
        ("上诉人：周某", {"role": "上诉人"}),
        ("被上诉人：王某（原审原告）", {"role": "被上诉人", "name": "王某"}),
    ],
    rejects=["原告陈某诉称，被告：", "委托代理人：赵某"],
    method="match",
)
ORDERS_BEGIN = pattern(r"(?:判决|裁定)如下：$", matches=["判决如下：", "裁定如下："], rejects=["判决如下。", "如下："])
ORDER = pattern(
    r"(?P<number>[一二三四五六七八九十]{1,3})、(?P<text>.{2,500})",
    matches=[("十二、驳回起诉。", {"number": "十二", "text": "驳回起诉。"})],
    rejects=["审判长 赵某", "案件受理费50元，由被告负担。"],
    method="match",
)


FIRST_LINES = 10
"""Number of lines among which the title stands."""


def title_line(page: Page) -> Block | None:
    """The line that is the title of a judgment, None where there is none."""
    return next((block for block in page.blocks[:FIRST_LINES] if TITLE.search(block.folded)), None)


def score(page: Page) -> float:
    """How much a page looks like a judgment, 0 to 1."""
    return 0.9 if title_line(page) else 0.0


def read_title(reading: Reading) -> None:
    """Let the title be that of a judgment, which the page, laid out before its type was known, may not have seen."""
    if title := title_line(reading.page):
        for block in reading.page.with_role(Role.TITLE):
            block.role = Role.PARAGRAPH
        title.role, reading.page.title = Role.TITLE, title


def read_case_number(reading: Reading) -> None:
    """The number of the case, which stands under the title."""
    for block in reading.page.blocks:
        if found := CASE_NUMBER.search(block.folded):
            block.role = Role.NUMBER
            reading.draft["case_number"] = block.text[slice(*found.span())]
            reading.evidence["/case_number"] = (block.start + found.start(), block.start + found.end())
            return


def read_parties(reading: Reading) -> None:
    """Who is before the court."""
    reading.draft["parties"] = [
        {
            "role": found["role"],
            "name": block.text[slice(*found.span("name"))],
            "span": (block.start + found.start(), block.start + found.end()),
        }
        for block in reading.page.body
        if (found := PARTY.match(block.folded))
    ]


def read_orders(reading: Reading) -> None:
    """What the court orders: the numbered lines behind 判决如下, up to the first that is not numbered."""
    orders: list[Draft] = []
    lines = iter(reading.page.body)
    for block in lines:
        if ORDERS_BEGIN.search(block.folded):
            break
    for block in lines:
        found = ORDER.match(block.folded)
        if not found:
            break
        text = block.text[slice(*found.span("text"))]
        orders.append({"number": parse_integer(found["number"]), "text": text, "span": block.extent})
    reading.draft["orders"] = orders


def check(page: Page, draft: Draft, diagnostics: Diagnostics) -> None:
    """Report what is wrong in the draft."""
    if not draft.get("case_number"):
        diagnostics.add("PP403", "the judgment has no case number")


JUDGMENT = DocumentType(
    kind="judgment",
    model=Judgment,
    score=score,
    readers=(read_title, read_front_matter, read_case_number, read_parties, read_orders),
    check=check,
)
