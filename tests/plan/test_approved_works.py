"""Works that a reply (批复) approves."""

import pytest

import policyparse

HEAD = "某市发展和改革委员会关于有关事项的批复\n某发改〔2031〕7号\n市城乡建设局：\n你局来函收悉。经研究，批复如下：\n"


@pytest.mark.parametrize(
    ("point", "name"),
    [
        ("原则同意调整海棠路（月季路~龙江路）工程初步设计概算。", "海棠路（月季路~龙江路）工程"),
        ("批准建设东湖水库除险加固工程。", "东湖水库除险加固工程"),
        ("同意青禾灌区续建配套工程可行性研究报告。", "青禾灌区续建配套工程"),
    ],
)
def test_the_name_begins_behind_what_approves_it(point: str, name: str) -> None:
    document = policyparse.parse(
        f"{HEAD}一、{point}\n二、其他事项按原批复执行。\n某市发展和改革委员会\n2031年2月20日\n"
    )
    assert document.plan is not None
    assert [(project.name, project.phase) for project in document.plan.projects] == [(name, "planned")]


def test_a_reply_to_a_reply_names_no_work() -> None:
    point = "该工程已由我委以某发改〔2030〕511号文批复项目初步设计。"
    document = policyparse.parse(
        f"{HEAD}一、{point}\n二、其他事项按原批复执行。\n某市发展和改革委员会\n2031年2月20日\n"
    )
    assert document.plan is None or not document.plan.projects
