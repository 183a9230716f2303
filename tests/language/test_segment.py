"""The one door to segmentation."""

import os
import subprocess
import sys
from pathlib import Path

import jieba
import pytest

from policyparse.language import segment
from policyparse.language.segment import is_word, word_ends

SENTENCES = (
    "天津市市场监督管理委员会主任王某某介绍了全市产业链高质量发展的情况，某集团董事长补充道",
    "乾隆年间修建的灌渠𠮷野家B超检查AT&T公司2024年3.5万亿元GDP同比增长",
    "江苏镇江丹徒区谷阳镇果农老李蹲在地头搓着手说，今年收成比去年多了三成",
)


def test_words_end_where_they_end():
    assert word_ends("经济发展") == {2, 4}
    assert word_ends("") == frozenset()


def test_it_is_loaded_on_first_use_and_says_nothing():
    code = (
        "import sys, policyparse.language.segment as s; assert 'jieba' not in sys.modules;"
        "s.word_ends('经济'); assert 'jieba' in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert "Building" not in done.stderr


@pytest.fixture(scope="module")
def whole_dictionary(tmp_path_factory: pytest.TempPathFactory) -> jieba.Tokenizer:
    """jieba as it reads its whole dictionary, without what lies in a shared folder."""
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    tokenizer.initialize()
    return tokenizer


def test_the_cuts_are_those_of_the_whole_dictionary(whole_dictionary: jieba.Tokenizer) -> None:
    for sentence in SENTENCES:
        for start in range(0, len(sentence), 3):
            piece = sentence[start : start + 17]
            assert segment._segmenter().cut(piece) == whole_dictionary.lcut(piece)


def test_words_are_those_of_the_whole_dictionary(whole_dictionary: jieba.Tokenizer) -> None:
    pieces = {sentence[i : i + n] for sentence in SENTENCES for n in (1, 2, 3, 4) for i in range(len(sentence))}
    assert {p for p in pieces if is_word(p)} == {p for p in pieces if whole_dictionary.FREQ.get(p)}
    assert segment._segmenter()._tokenizer.total == whole_dictionary.total


def test_nothing_is_read_from_or_written_to_a_shared_folder(tmp_path: Path) -> None:
    (tmp_path / "jieba.cache").write_bytes(b"no dictionary of ours")
    code = "from policyparse.language.segment import word_ends; print(sorted(word_ends('经济发展')))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"TMPDIR": str(tmp_path)},
    )
    assert done.stdout.strip() == "[2, 4]"
    assert [path.name for path in tmp_path.iterdir()] == ["jieba.cache"]
    assert (tmp_path / "jieba.cache").read_bytes() == b"no dictionary of ours"
