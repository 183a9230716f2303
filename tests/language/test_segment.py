"""The one door to segmentation."""

import subprocess
import sys

from policyparse.language.segment import word_ends


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
