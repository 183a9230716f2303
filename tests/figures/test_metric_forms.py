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
