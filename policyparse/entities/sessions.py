"""Terms, sessions and plenums of congresses and committees (届、次).

    session ::= body term ("第")? number "次会议"      全国人大十四届二次会议, 某市第十七届人大常委会第三十二次会议
              | term number "中全会"                    二十届三中全会
              | "党的" number "大"                      党的二十大

A term is not a year: it is given one only where a rule gives it. National people's congresses and CPPCC national
committees have sat for five years each since the seventh (1988), one plenary session a year in March; party
congresses have met every five years since the twelfth (1982).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.entities.numerals import parse_integer


@dataclass(frozen=True, slots=True)
class SessionMention:
    """A session that a text names.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last code point.
        term: Number of the term (届); of a party congress, its number.
        number: Number of the session, meeting or plenum (次) in its term, None for a congress itself.
        standing: Whether it is a meeting of the standing committee.
        year: The year in which it met, None where no rule gives it.
    """

    start: int
    end: int
    term: int
    number: int | None
    standing: bool
    year: int | None


_N = r"(?:[一二三四五六七八九十]{1,4}|\d{1,3})"
_STANDING = r"常(?:务委员会|委会)"
_SESSION = re.compile(
    rf"(?P<national>全国(?:人民代表大会|人大|政协)?|中国人民政治协商会议)?第?(?P<term>{_N})届"
    rf"(?P<after>全国)?(?P<rest>[\u4e00-\u9fff]{{0,12}}?)(?:第?(?P<number>{_N})次(?:全体)?会议|(?P<plenum>{_N})中全会)"
)
_CONGRESS = re.compile(
    r"(?:党的|中共|中国共产党第?)(?P<congress>十[一二三四五六七八九]|二十[一二三四五]?)"
    r"(?:大(?!会|学|型|家|部)|次全国代表大会)"
)
_FIRST_YEARLY = 7
_FIRST_REGULAR = 12


def find_sessions(folded: str) -> Iterator[SessionMention]:
    """Find the sessions that a text names, in order.

    Args:
        folded: Width-folded text.
    """
    found = [_session(m) for m in _SESSION.finditer(folded)] + [_congress(m) for m in _CONGRESS.finditer(folded)]
    yield from sorted(found, key=lambda s: s.start)


def _session(match: re.Match[str]) -> SessionMention:
    term = parse_integer(match["term"]) or 0
    number = parse_integer(match["number"] or match["plenum"]) or 0
    standing = bool(re.search(_STANDING, match["rest"]))
    national = bool(match["national"] or match["after"])
    yearly = national and not standing and not match["plenum"] and term >= _FIRST_YEARLY and 1 <= number <= 5
    year = 1988 + 5 * (term - _FIRST_YEARLY) + number - 1 if yearly else None
    return SessionMention(match.start(), match.end(), term, number, standing, year)


def _congress(match: re.Match[str]) -> SessionMention:
    number = parse_integer(match["congress"]) or 0
    year = 1982 + 5 * (number - _FIRST_REGULAR) if number >= _FIRST_REGULAR else None
    return SessionMention(match.start(), match.end(), number, None, False, year)
