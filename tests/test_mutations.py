"""Made documents, mutated as pages and readers of files mutate them: whatever comes of it, the invariants hold.

The examples are the same in every run; `FOUND` has what was found before, here, by soak.py or by the fuzzer.
"""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generators.catalogue import MAKERS, constructs
from generators.dirt import KINDS, dirty
from invariants import broken

FOUND = sorted((Path(__file__).parent / "found").glob("*.txt"))
"""Texts that once broke an invariant, or took hours."""

CONSTRUCTS = list(constructs())
MARKS = (
    *"“”‘’（）《》「」【】〔〕：；，。、！？—…·%\n\t\r\u3000\x00\x1b\ufffd\u200b\u202e\ue000\U00020000一0",
    "第一条 ", "第三条之0", "第零章 ", "（一）", "一、", "说，", "应当", "（以下简称“", "2020年13月45日", "9999年12月31日", "99999999999999999999999999999亿元",
    "三分之零", "<td>", "&#xD800;", "&nbsp;", "**", "|", "返回首页", "某某官网_最新下载", "\ud800", "e\u0301", "\u0300", "問：", "答：",
)  # fmt: skip
"""What is put into a text: marks, labels, values that cannot be, pieces of pages, half characters."""


@st.composite
def mutated_documents(draw: st.DrawFn) -> str:
    """A made document, perhaps dirty, mutated up to six times."""
    maker, construct = draw(st.sampled_from(CONSTRUCTS))
    seed = draw(st.integers(0, 999))
    text = MAKERS[maker].make(construct, seed).text
    kinds = draw(st.lists(st.sampled_from([*KINDS]), max_size=2, unique=True))
    text = dirty(text, seed, *kinds)
    for mutate in draw(st.lists(st.sampled_from(MUTATIONS), max_size=6)):
        text = mutate(draw, text)
    return text


def put_in(draw: st.DrawFn, text: str) -> str:
    """A mark, once or many times, at any place."""
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.sampled_from(MARKS)) * draw(st.sampled_from((1, 1, 2, 40))) + text[at:]


def cut_out(draw: st.DrawFn, text: str) -> str:
    """A stretch lost."""
    at = draw(st.integers(0, len(text)))
    return text[:at] + text[at + draw(st.sampled_from((1, 2, 7, 60, 600))) :]


def twice(draw: st.DrawFn, text: str) -> str:
    """A stretch that stands again elsewhere."""
    at, to = draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))
    return text[:to] + text[at : at + draw(st.sampled_from((3, 20, 200)))] + text[to:]


def lines_mixed(draw: st.DrawFn, text: str) -> str:
    """Lines in another order."""
    lines = text.split("\n")
    random.Random(draw(st.integers(0, 999))).shuffle(lines)
    return "\n".join(lines)


def one_line(draw: st.DrawFn, text: str) -> str:
    """Line breaks lost, all or none put in their place."""
    return text.replace("\n", draw(st.sampled_from(("", " ", "\r", "\n\n", "\u2028"))))


def joined(draw: st.DrawFn, text: str) -> str:
    """A second document behind it, or in the middle."""
    maker, construct = draw(st.sampled_from(CONSTRUCTS))
    at = draw(st.sampled_from((len(text), len(text) // 2)))
    return text[:at] + MAKERS[maker].make(construct, 1).text + text[at:]


def replaced(draw: st.DrawFn, text: str) -> str:
    """A character that is another wherever it stands."""
    return text.replace(draw(st.sampled_from("第条一年月日，。：“（省市会")), draw(st.sampled_from(MARKS)))


MUTATIONS = (put_in, put_in, put_in, cut_out, cut_out, twice, lines_mixed, one_line, joined, replaced)


@settings(
    max_examples=300,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(mutated_documents(), st.sampled_from([None, None, "decision", "official_document", "meeting", "briefing"]))
def test_invariants_hold_for_mutated_documents(text: str, kind: str | None) -> None:
    assert list(broken(text, kind)) == []


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_was_found_once(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="surrogatepass")
    for kind in (None, "decision", "official_document", "meeting", "briefing"):
        assert list(broken(text, kind)) == []
