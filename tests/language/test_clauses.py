"""Where sentences and clauses start."""

import pytest

from policyparse.language.clauses import clause_start, sentence_start

TEXT = "会议指出，要抓紧。各地：加快；落实、督促！\n完成？好"


@pytest.mark.parametrize(
    ("word", "sentence", "clause"),
    [
        ("会议", "会议", "会议"),
        ("要抓", "会议", "要抓"),
        ("各地", "各地", "各地"),
        ("加快", "各地", "加快"),
        ("落实", "各地", "落实"),
        ("督促", "各地", "落实"),
        ("完成", "完成", "完成"),
        ("好", "好", "好"),
    ],
)
def test_a_place_is_in_its_sentence_and_clause(word: str, sentence: str, clause: str) -> None:
    at = TEXT.index(word)
    assert TEXT.startswith(sentence, sentence_start(TEXT, at))
    assert TEXT.startswith(clause, clause_start(TEXT, at))


def test_a_floor_is_kept() -> None:
    assert sentence_start(TEXT, 8, 5) == 5
    assert clause_start(TEXT, 8, 7) == 7
