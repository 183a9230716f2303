"""Names of persons, by composition: surname and given name, or parts joined by a middle dot."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Single-character and compound surnames."""
    lexicon = tomllib.loads((files("policyparse.entities") / "persons.toml").read_text(encoding="utf-8"))
    return frozenset("".join(lexicon["single"].split())), frozenset(lexicon["compound"])


_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,7}(?:[·•][\u4e00-\u9fff]{1,7}){1,4}")


def is_name(text: str) -> bool:
    """Whether `text` as a whole has the form of a person's name.

    A surname and a given name of one or two characters; a compound surname and one or two; or the parts of
    a minority or foreign name joined by ·.
    """
    if _DOTTED.fullmatch(text):
        return True
    if not _HAN.fullmatch(text):
        return False
    single, compound = surnames()
    if text[:2] in compound and 3 <= len(text) <= 4:
        return True
    return text[0] in single and len(text) <= 3
