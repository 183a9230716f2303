#!/usr/bin/env python3
"""Count the commonest words of two characters, for `policyparse/repair/common_words.txt`.

    python benchmarks/common_words.py TEXT… > policyparse/repair/common_words.txt

The list that is committed was counted in the texts named in `word_contexts.py`, cut into words by jieba.
"""

import re
import sys
from collections import Counter
from pathlib import Path

import jieba

KEPT = 4000
WIDTH = 30


def main() -> None:
    jieba.setLogLevel(60)
    shares: Counter[str] = Counter()
    for argument in sys.argv[1:]:
        paths = sorted(Path(argument).glob("*.txt")) if Path(argument).is_dir() else [Path(argument)]
        text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
        words = Counter(word for word in jieba.cut(text) if re.fullmatch("[\u4e00-\u9fff]{2}", word))
        total = sum(words.values())
        for word, n in words.items():
            shares[word] += n / total if n > 2 else 0
    print("# The commonest words of two characters in policy documents, counted by benchmarks/common_words.py.")
    found = sorted(word for word, _ in shares.most_common(KEPT))
    for i in range(0, len(found), WIDTH):
        print(" ".join(found[i : i + WIDTH]))


if __name__ == "__main__":
    main()
