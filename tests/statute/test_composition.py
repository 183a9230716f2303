"""Round trip: the text put together from the tree is the text that the tree was read from."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policyparse
from policyparse.knowledge.fold import fold
from policyparse.language.labels import format_number
from policyparse.page.layout import Page
from policyparse.page.lines import split_lines
from policyparse.statute.composition import compose
from policyparse.statute.labelled_lines import article_style, label_lines
from policyparse.statute.parts import divide
from policyparse.statute.provisions import parse_provisions

Tree = dict[str, Any]

SENTENCES = st.sampled_from(
    [
        "主管部门应当公开信息。",
        "有下列情形之一的：",
        "第三条规定的期限，可以延长。",
        "本条例所称平台，是指网络平台；",
        "2022年以前取得的，继续有效。",
        "（以下简称平台）应当登记。",
        "一般事项由市人民政府规定。",
        "“专精特新”企业优先。",
    ]
)
LABELS = (
    lambda n: f"（{format_number(n)}）",
    lambda n: f"{n}.",
    lambda n: f"（{n}）",
    lambda n: chr(0x2460 + n - 1),
)


def items(level: int) -> st.SearchStrategy[list[Tree]]:
    """Lists of items from a level down, numbered."""
    if level == len(LABELS):
        return st.just([])
    below = st.one_of(st.just([]), items(level + 1))
    item = st.fixed_dictionaries({"text": SENTENCES, "items": below})
    return st.lists(item, max_size=3).map(
        lambda found: [node | {"label": LABELS[level](i), "number": i} for i, node in enumerate(found, 1)]
    )


PARAGRAPHS = st.lists(st.fixed_dictionaries({"text": SENTENCES, "items": items(0)}), min_size=1, max_size=3)


@st.composite
def statutes(draw: st.DrawFn) -> Tree:
    """Drafts of statutes with chapters, sections and articles with suffixes."""
    divisions: list[Tree] = []
    articles: list[Tree] = []
    number = 0
    for chapter in range(1, draw(st.integers(1, 3)) + 1):
        divisions.append(
            {"kind": "chapter", "label": f"第{format_number(chapter)}章", "number": chapter, "title": "监督管理"}
        )
        if draw(st.booleans()):
            divisions.append({"kind": "section", "label": "第一节", "number": 1, "title": "一般规定"})
        for _ in range(draw(st.integers(1, 4))):
            suffix = draw(st.sampled_from([None, None, None, 1])) if number else None
            number += suffix is None
            label = f"第{format_number(number)}条" + ("之一" if suffix else "")
            if articles and articles[-1]["label"] == label:
                continue
            heading = draw(st.sampled_from([None, None, "立法目的"]))
            article = {
                "number": number,
                "suffix": suffix,
                "label": label,
                "heading": heading,
                "paragraphs": draw(PARAGRAPHS),
            }
            articles.append(article | {"division": len(divisions) - 1})
    return {"title": None, "preamble": None, "divisions": divisions, "articles": articles}


def bare(node: Any) -> Any:
    """A tree without places, norms and citations."""
    if isinstance(node, dict):
        return {k: bare(v) for k, v in node.items() if k not in ("span", "norms", "citations", "evidence")}
    return [bare(child) for child in node] if isinstance(node, list) else node


@settings(max_examples=150, deadline=None)
@given(statutes())
def test_a_tree_comes_back_from_its_text(statute: Tree) -> None:
    text = compose(statute)
    lines = label_lines(split_lines(text, fold(text)))
    found = parse_provisions(lines, article_style(lines))
    assert bare(found.articles) == bare(statute["articles"])
    assert bare(found.divisions) == bare(statute["divisions"])
    for article, again in zip(statute["articles"], found.articles, strict=True):
        assert article["span"] == again["span"]
        assert [p["span"] for p in article["paragraphs"]] == [p["span"] for p in again["paragraphs"]]


def joined(text: str) -> str:
    return "".join(text.split())


def assert_round_trip(page: Page, draft: Tree) -> None:
    """Title, preamble, body and closing, white space apart, come back from the tree."""
    parts = divide(page)
    printed = [parts.title or "", *(b.text for b in parts.preamble), *(line.block.text for line in parts.body)]
    printed += [b.text for b in parts.closing]
    assert joined(compose(draft)) == joined("".join(printed))


def test_the_seed(draft_of: Callable[[str], Tree], lay: Callable[[str], Page], repository: Path) -> None:
    for path in sorted(repository.glob("seeds/003*.txt")):
        text = path.read_text(encoding="utf-8")
        assert_round_trip(lay(text), draft_of(text))


@pytest.mark.parametrize("number", range(56))
def test_every_statute_of_the_gold(
    number: int, gold: Path, draft_of: Callable[[str], Tree], lay: Callable[[str], Page]
) -> None:
    path = gold / "laws" / f"law-{number:02}.txt"
    text = path.read_text(encoding="utf-8")
    assert_round_trip(lay(text), draft_of(text))


def test_the_public_model_composes_as_its_draft_does(decision_text: str) -> None:
    decision = policyparse.parse(decision_text)
    assert isinstance(decision, policyparse.Decision)
    text = policyparse.text_of(decision)
    assert joined(text) == joined("\n".join(line for line in decision_text.split("\n") if not line.startswith("（")))
