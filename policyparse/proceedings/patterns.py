"""Forms of meetings, against width-folded text."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from policyparse.knowledge.lexicon import alternatives as words_of
from policyparse.knowledge.words import any_of
from policyparse.model.base import Extent

HELD = r"(?:主持召开|主持举行|组织召开|召开|举行|举办|出席并主持|出席|主持|参加)"
"""Verbs of holding and attending a meeting."""
CONVENED = re.compile("召开|举行|举办|开幕|闭幕")
"""Verbs of holding one."""


@cache
def lexicon() -> dict[str, list[str]]:
    """The words of meetings, by group."""
    return tomllib.loads((files("policyparse.proceedings") / "lexicon.toml").read_text(encoding="utf-8"))


@cache
def alternatives(group: str) -> str:
    """A pattern that matches any word of a group, the longest first."""
    return words_of("meetings.actions") if group == "actions" else any_of(lexicon()[group])


@cache
def _form() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('forms')})$")


@cache
def _qualifier() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('qualifiers')}|“[^“”]{{2,30}}”)$")


@cache
def _no_meeting() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('not_after')}|(?<=大会)发言|[\u4e00-\u9fff]?(?:委员|中心|室)")


_QUOTED = re.compile("“[^“”]{2,30}”")
_ANCHOR = re.compile("会议?|询问")
_LONGEST_FORM = 8
_LONGEST_QUALIFIER = 34


def find_forms(folded: str) -> Iterator[Extent]:
    """Find the forms of meetings with what makes them more exact: 专题议政性常委会会议.

    The end is found first, 会, 会议 or 询问; what stands before it is read backwards.
    """
    done = 0
    for anchor in _ANCHOR.finditer(folded):
        end = anchor.end()
        form = _form().search(folded, max(done, end - _LONGEST_FORM), end)
        if form and not _no_meeting().match(folded, end):
            start = form.start()
            for _ in range(5):
                qualifier = _qualifier().search(folded, max(done, start - _LONGEST_QUALIFIER), start)
                if not qualifier:
                    break
                start = qualifier.start()
            quoted = _QUOTED.match(folded, start)
            yield (quoted.end() if quoted else start), end
            done = end


def names_meeting(folded: str) -> bool:
    """Whether a line names a meeting."""
    return next(find_forms(folded), None) is not None
