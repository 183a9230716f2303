"""The forms in which projects, chains, industries and packages are named: each finds the names of its examples."""

import pytest

from policyparse.page.blocks import Block, Role
from policyparse.plan import chains, industries, initiatives, projects
from policyparse.plan.naming import NamingForm, Paragraph

FORMS = [*projects.LISTS, projects.SINGLE, *chains.FORMS, *industries.FORMS, *initiatives.FORMS]


def names(form: NamingForm[object], text: str) -> tuple[str, ...]:
    """The names that a form finds in a sentence."""
    paragraph = Paragraph(Block(Role.PARAGRAPH, 0, len(text), text, text))
    return tuple(paragraph.text(extent) for extent, _ in form.find(paragraph))


@pytest.mark.parametrize("form", FORMS, ids=[f"{form.name} {i}" for i, form in enumerate(FORMS)])
def test_a_form_finds_the_names_of_its_examples(form: NamingForm[object]) -> None:
    for text, expected in form.examples:
        assert names(form, text) == expected
    for text in form.counterexamples:
        assert names(form, text) == ()
    assert form.examples
    assert form.counterexamples
