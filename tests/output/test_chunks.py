"""Chunks: an article each, put together the text of the article again."""

from collections import defaultdict
from pathlib import Path

import pytest

import policyparse
from policyparse.output.chunks import Chunk, chunks
from policyparse.output.provisions import article_text

STATUTE = """江南省渡口管理条例
（2021年5月20日江南省第十三届人民代表大会常务委员会第二十四次会议通过）
第一章　总则
第一条　为了加强渡口管理，根据《中华人民共和国港口法》，制定本条例。
第二章　监督管理
第一节　检查
第二条　县级以上人民政府应当履行下列职责：
（一）组织检查；
（二）公布结果。
任何单位不得阻碍检查。
第三条　本条例自2021年7月1日起施行。
"""


def joined(found: list[Chunk]) -> dict[str, str]:
    """The text of each provision, put together from its chunks."""
    texts: defaultdict[str, str] = defaultdict(str)
    for chunk in found:
        texts[chunk.pointer] += chunk.text
    return texts


def test_an_article_is_a_chunk_with_its_breadcrumb_and_id() -> None:
    document = policyparse.parse(STATUTE)
    first, second, _ = chunks(document)
    assert first.breadcrumb == ["江南省渡口管理条例", "第一章 总则", "第一条"]
    assert [c.title for c in first.citations] == ["中华人民共和国港口法"]
    assert second.breadcrumb == ["江南省渡口管理条例", "第二章 监督管理", "第一节 检查", "第二条"]
    assert second.text.split("\n") == [
        "县级以上人民政府应当履行下列职责：",
        "（一）组织检查；",
        "（二）公布结果。",
        "任何单位不得阻碍检查。",
    ]
    assert second.id.endswith("/regulation/江南省渡口管理条例@2021-05-20#art_2")
    assert STATUTE[second.span.start : second.span.end].startswith("第二条")


@pytest.mark.parametrize("length", [20, 33, 800])
def test_chunks_join_to_the_articles(length: int) -> None:
    document = policyparse.parse(STATUTE)
    assert isinstance(document, policyparse.Decision)
    found = chunks(document, max_chars=length)
    assert max(len(chunk.text) for chunk in found) <= length
    texts = joined(found)
    for i, article in enumerate(document.articles):
        assert texts[f"/articles/{i}"] == article_text(article)
    for chunk in found:
        assert chunk.part <= chunk.parts
        assert chunk.text


def test_chunks_of_the_gold_join_to_the_articles(gold: Path) -> None:
    for path in sorted((gold / "laws").glob("*.txt")):
        document = policyparse.parse(path)
        assert isinstance(document, policyparse.Decision)
        texts = joined(chunks(document, max_chars=200))
        for i, article in enumerate(document.articles):
            assert texts.get(f"/articles/{i}", "") == article_text(article), (path.name, article.label)


def test_a_sentence_that_is_too_long_is_cut_inside() -> None:
    document = policyparse.parse(STATUTE.replace("组织检查", "检查" * 100))
    assert all(len(chunk.text) <= 50 for chunk in chunks(document, max_chars=50))


def test_ids_are_unique_in_a_document_whose_numbers_repeat() -> None:
    document = policyparse.parse(STATUTE.replace("第三条", "第二条"))
    ids = [chunk.id for chunk in chunks(document)]
    assert len(set(ids)) == len(ids)


def test_too_short_chunks_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 20"):
        chunks(policyparse.parse(STATUTE), max_chars=3)
