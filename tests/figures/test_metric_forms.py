"""The forms of metrics: each gives the names of its examples."""

import pytest

from policyparse.figures import metrics
from policyparse.figures.metric import Metric, Place
from policyparse.figures.metric_forms import FORMS, Form, read_form


@pytest.fixture
def formed(read_plan, monkeypatch):
    """The names of the last number of a sentence: of its form, and of its metric."""

    def read(sentence: str) -> tuple[str, str]:
        names: list[str] = []

        def spy(place: Place) -> Metric:
            counted = place.memory.counted
            names.append(next(form.name for form in FORMS if form.read(place)))
            place.memory.counted = counted
            return read_form(place)

        monkeypatch.setattr(metrics, "read_form", spy)
        return names[-1] if (found := read_plan(sentence)) and names else "", found.indicators[-1]["metric"]

    return read


CASES = [(form, sentence, name) for form in FORMS for sentence, name in form.examples]


@pytest.mark.parametrize(
    ("form", "sentence", "name"), CASES, ids=[f"{form.name} {i}" for i, (form, _, _) in enumerate(CASES)]
)
def test_a_form_gives_the_names_of_its_examples(formed, form: Form, sentence: str, name: str) -> None:
    assert formed(sentence) == (form.name, name)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("民间投资、产业投资占比分别达到73.7%、63.3%。", ["民间投资占比", "产业投资占比"]),
        ("出口、进口增速分别为5%、6%。", ["出口增速", "进口增速"]),
        ("小麦、玉米单产分别达到500公斤、600公斤。", ["小麦单产", "玉米单产"]),
        ("小学、初中入学率分别为99%、98%。", ["小学入学率", "初中入学率"]),
        ("城区绿地率、绿化覆盖率分别达40%、45%。", ["城区绿地率", "绿化覆盖率"]),
        ("失业率和居民消费价格涨幅分别为5%和2%。", ["失业率", "居民消费价格涨幅"]),
        ("一、二、三产业增加值占比分别为10%、40%、50%。", ["一产业增加值占比", "二产业增加值占比", "三产业增加值占比"]),
    ],
)
def test_the_last_member_lends_its_noun_to_those_that_have_none(read_plan, sentence: str, names: list[str]) -> None:
    assert [indicator["metric"] for indicator in read_plan(sentence).indicators] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("收到议案35件、建议268件。", ["收到议案", "建议"]),
        ("全市地区生产总值突破3000亿元大关，达到3056.8亿元。", ["全市地区生产总值"]),
    ],
)
def test_what_is_counted_and_what_is_no_name(read_plan, sentence: str, names: list[str]) -> None:
    assert [indicator["metric"] for indicator in read_plan(sentence).indicators] == names


@pytest.mark.parametrize("sentence", ["该公司生产三元锂电池。", "城乡二元结构逐步改变。", "一元复始，万象更新。"])
def test_elements_are_no_money(read_plan, sentence: str) -> None:
    assert read_plan(sentence).indicators == []
