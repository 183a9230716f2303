"""Forms of official documents (公文格式): numbers, dates and signatures.

    document number ::= abbreviation of the issuer "〔" year "〕" serial "号"
    notice label    ::= "第" number "号"  |  "〔" session "〕第" number "号"
    signature       ::= body+ date  |  office name date

After GB/T 9704-2012 (党政机关公文格式), 7.2.5 and 7.3.5.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent

_DOCUMENT_NUMBER = re.compile(
    r"(?<![一-龥《])([一-龥]{1,12}(?:（[一-龥]{1,6}）)?(?:字|函|办|发)?) ?"
    r"[〔\[（【] ?((?:19|20)[0-9]{2}) ?[〕\]）】] ?第? ?([0-9]{1,5}) ?号"
)
_NOTICE = re.compile(r"((?:[〔\[（][一-龥0-9]{1,12}[〕\]）] ?)?第 ?((?:[0-9〇零○一二三四五六七八九十百千] ?){1,7})号)")


@cache
def _lexicon() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads((files("policyparse.language") / "official.toml").read_text(encoding="utf-8"))
    titles = "|".join(" {0,4}".join(title) for title in sorted(table["office"]["titles"], key=len, reverse=True))
    return {
        "office": re.compile(rf"[一-龥]{{0,20}}?(?:{titles})[ ：]{{1,8}}[一-龥·]{{1,12}}(?: {{1,4}}[一-龥]{{1,2}})?$"),
    }


def match_document_number(folded: str) -> Extent | None:
    """The first document number (发文字号): 津政发〔2022〕3号, 国办函[2021]第12号.

    Args:
        folded: Width-folded text.
    """
    match = _DOCUMENT_NUMBER.search(folded)
    return match.span() if match else None


def match_notice_label(folded: str) -> tuple[Extent, int] | None:
    """The first number of an announcement or order (公告号、令号): 第九十六号, 第721号, 〔十五届〕第21号.

    Args:
        folded: Width-folded text.

    Returns:
        Extent of the label and its number.
    """
    for match in _NOTICE.finditer(folded):
        number = parse_integer(match[2].replace(" ", ""))
        if number is not None:
            return match.span(1), number
    return None


def is_officer(folded: str) -> bool:
    """Whether a line is an office and a name: 总理 李某某, 总  理  李 某, 主任：张三."""
    return len(folded) <= 40 and bool(_lexicon()["office"].match(folded))
