"""Words and colours of the pages: complete in both languages, and readable."""

import re
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from policyparse.model.diagnostics import Diagnostic
from policyparse.output.review.kinds import GROUPS, group_of
from policyparse.output.review.values import term_of
from policyparse.output.review.words import packaged, words_of
from policyparse.output.tables import MODELS
from policyparse.registry import DOCUMENT_TYPES

ROOTS = [document_type.model for document_type in DOCUMENT_TYPES]
PLACED = {"span", "spans"}


def keys(node: Any, without: frozenset[str]) -> Any:
    if not isinstance(node, dict):
        return None
    return {key: keys(value, without) for key, value in node.items() if key not in without}


def test_both_languages_have_the_same_words() -> None:
    only_chinese = frozenset({"said", "rules", "terms"})
    assert keys(words_of("zh"), only_chinese) == keys(words_of("en"), only_chinese)


def nested(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """All models below a model."""
    if model in seen:
        return seen
    seen.add(model)
    for info in model.model_fields.values():
        for kind in flat(info.annotation):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                nested(kind, seen)
    return seen


def flat(annotation: Any) -> list[Any]:
    found = [annotation]
    for part in get_args(annotation):
        found += flat(part)
    return found


ALL = set().union(*(nested(root, set()) for root in ROOTS))


def test_every_kind_has_a_group_and_a_word() -> None:
    holders = {
        name
        for model in ALL
        for name, info in model.model_fields.items()
        if name not in ("blocks", "repairs", "diagnostics")
        for kind in flat(info.annotation)
        if isinstance(kind, type) and issubclass(kind, BaseModel) and PLACED & kind.model_fields.keys()
    }
    named = {kind for kinds in GROUPS.values() for kind in kinds}
    assert holders - named == set()
    for language in ("zh", "en"):
        assert named - words_of(language)["value_kinds"].keys() == set()  # type: ignore[arg-type]
    assert group_of("something_of_others") == "particulars"
    assert len(GROUPS) == 9


def test_what_the_contract_enumerates_has_a_chinese_word() -> None:
    said = words_of("zh")["said"]
    enumerated = {
        value
        for model in ALL - {Diagnostic, *MODELS["blocks"]}
        for name, info in model.model_fields.items()
        if name != "schema_version"
        for kind in flat(info.annotation)
        if get_origin(kind) is Literal
        for value in get_args(kind)
    }
    assert enumerated - said.keys() == set()


def test_every_field_has_a_chinese_term() -> None:
    without = {
        f"{model.__name__}.{name}"
        for model in ALL
        for name in model.model_fields
        if term_of(model, name) == name and name not in ("diagnostics", "schema_version")
    }
    assert without == set()


STYLE = packaged("review.css")
COLOURS = {
    name: (light, dark) for name, light, dark in re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\);", STYLE)
}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(colour: str, share: float, ground: str) -> str:
    """A colour laid over a ground, as `color-mix` in sRGB does."""
    pairs = [(int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(theme: int) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1."""
    colour = {name: pair[theme] for name, pair in COLOURS.items()}
    grounds = [colour["ground"], colour["sheet"], colour["raised"]]
    texts = ["ink", "soft", "accent", "error", "warning", "info"]
    pairs = [(colour[text], ground) for text in texts for ground in grounds]
    groups = [colour[f"g{i}"] for i in range(1, 10)]
    pairs += [(colour["ink"], mixed(group, 0.45, colour["sheet"])) for group in groups]  # nested and chosen
    pairs += [(colour[word], mixed(group, 0.11, colour["sheet"])) for group in groups for word in ("ink", "soft")]
    pairs += [(group, mixed(group, 0.11, colour["sheet"])) for group in groups]  # the keys on the buttons
    pairs += [(colour["ink"], colour["hit"]), (colour["sheet"], colour["accent"]), (colour["sheet"], colour["soft"])]
    assert [(a, b, round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < 4.5] == []
    assert len(COLOURS) >= 20


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_what_lights_a_value_is_seen(theme: int) -> None:
    """WCAG 2.2, 1.4.11: 3 to 1 for what carries a meaning, here the line under a value."""
    sheet = COLOURS["sheet"][theme]
    lines = [mixed(COLOURS[f"g{i}"][theme], 0.8, sheet) for i in range(1, 10)]
    assert [round(contrast(line, sheet), 2) for line in lines if contrast(line, sheet) < 3] == []
