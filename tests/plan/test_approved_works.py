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


@pytest.mark.parametrize(
    "sentence",
    [
        "全县迅速掀起新一轮项目建设热潮。",
        "公司在江城建成三座制造基地。",
        "重点推进资源密集型产业、生态环保、经贸物流等领域重大项目建设。",
        "江城大桥暨海潮污水处理厂开工仪式举行。",
    ],
)
def test_what_names_no_single_work(sentence: str) -> None:
    document = policyparse.parse(
        f"云溪县举行重点项目活动\n2031年5月3日\n本报讯（记者 李明）5月3日，云溪县举行活动。{sentence}\n"
    )
    assert document.plan is None or not document.plan.projects
