"""Patterns of meetings, against width-folded text."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def lexicon() -> dict[str, list[str]]:
    """Forms, qualifiers, outcomes and sides of meetings."""
    return tomllib.loads((files("policyparse.documents.meeting") / "lexicon.toml").read_text(encoding="utf-8"))


def alternatives(group: str) -> str:
    """A pattern that matches any word of a group, the longest first."""
    return "|".join(map(re.escape, sorted(lexicon()[group], key=len, reverse=True)))


@cache
def meeting_form() -> re.Pattern[str]:
    """The form of a meeting with what makes it more exact: 专题议政性常委会会议."""
    return re.compile(
        rf"(?P<form>(?:(?:{alternatives('qualifiers')}|“[^“”]{{2,30}}”)){{0,5}}(?:{alternatives('forms')}))(?!{alternatives('not_after')})(?![\u4e00-\u9fff]?(?:委员|中心|室))"
    )
