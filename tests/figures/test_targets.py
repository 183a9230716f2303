"""Targets of many documents as a table."""

from datetime import date

import policyparse

TEXT = """山东加快发展新兴产业

来源：某报  发布时间：2024年02月07日

2023年，山东规模以上工业增加值同比增长5%。山东壮大医药、电子等新兴产业，力争到2027年，企业达到300至500家。
"""


def test_targets_of_documents_and_of_their_dumps() -> None:
    document = policyparse.parse(TEXT, kind="briefing")
    (row,) = policyparse.targets([document])
    assert (row["region"], row["region_code"], row["period"]) == ("山东省", "370000", "2027")
    assert (row["metric"], row["value"], row["upper"], row["unit"]) == ("企业", 300.0, 500.0, "家")
    assert (row["period_start"], row["period_end"]) == (str(date(2027, 1, 1)), str(date(2027, 12, 31)))
    assert TEXT[row["start"] : row["end"]] == row["text"]
    assert policyparse.targets([document.model_dump()]) == [row]
    assert policyparse.targets([document.model_dump(mode="json")]) == [row]


def test_a_document_without_targets_gives_no_rows() -> None:
    document = policyparse.parse(TEXT.replace("力争到2027年，企业达到300至500家", "发展很快"), kind="briefing")
    assert policyparse.targets([document]) == []
