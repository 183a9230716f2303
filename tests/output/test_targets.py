"""Targets of many documents as a table."""

from datetime import date
from decimal import Decimal

import policyparse

TEXT = """山东加快发展新兴产业

来源：某报  发布时间：2024年02月07日

2023年，山东规模以上工业增加值同比增长5%。山东壮大医药、电子等新兴产业，力争到2027年，企业达到300至500家。
"""


def test_targets_of_documents() -> None:
    document = policyparse.parse(TEXT, kind="briefing")
    (row,) = policyparse.targets([document])
    assert (row["plan_region_name"], row["plan_region_code"], row["period_label"]) == ("山东省", "370000", "2027")
    assert (row["metric"], row["value"], row["upper"], row["unit"]) == ("企业", Decimal(300), Decimal(500), "家")
    assert (row["period_start"], row["period_end"]) == (date(2027, 1, 1), date(2027, 12, 31))
    assert TEXT[row["span_start"] : row["span_end"]] == row["text"]
    assert row["title"] == document.title


def test_a_document_without_targets_gives_no_rows() -> None:
    document = policyparse.parse(TEXT.replace("力争到2027年，企业达到300至500家", "发展很快"), kind="briefing")
    assert policyparse.targets([document]) == []
