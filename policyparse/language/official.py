"""Forms of official documents (公文格式): numbers, dates and signatures.

    document number ::= abbreviation of the issuer "〔" year "〕" serial "号"
    notice label    ::= ("〔" session "〕" | year "年")? "第" number "号"
    signature       ::= body+ date  |  office name date

After GB/T 9704-2012 (党政机关公文格式), 7.2.5 and 7.3.5.
"""

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SERIAL
from policyparse.knowledge.lexicon import words
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent

_LABELLED_LENGTH = 6
"""Maximum length of the label in front of a number, in characters."""

_LINE_LENGTH = 40
"""Maximum length of a line of an office and a name, in characters."""

_DOCUMENT_NUMBER = pattern(
    rf"(?<![{HAN}《])[{HAN}]{{1,12}}(?:（[{HAN}]{{1,6}}）[字函办发]?)?"
    r" ?[〔\[（【] ?(?:19|20)[0-9]{2} ?[〕\]）】](?: ?第)? ?[0-9]{1,5} ?号",
    matches=[
        *(("津政发〔2022〕3号", "津政发〔2022〕3号"), ("国办函[2021]第12号", "国办函[2021]第12号")),
        *(("法释（2020）25号", "法释（2020）25号"), ("国发 〔 2016 〕 第 5 号", "国发 〔 2016 〕 第 5 号")),
        ("文号：东政（办）字【1999】210号", "东政（办）字【1999】210号"),
        ("东政（规划）函〔2020〕1号", "东政（规划）函〔2020〕1号"),
        ("东政（规划）办〔2020〕1号", "东政（规划）办〔2020〕1号"),
        ("东政（规划）发〔2020〕1号", "东政（规划）发〔2020〕1号"),
        ("东政（规划）〔2020〕1号", "东政（规划）〔2020〕1号"),
    ],
    rejects=[
        *("第九十六号", "国务院令第721号", "〔2022〕3号", "津政发〔22〕3号", "共12号楼", "《津政发〔2022〕3号"),
        *("津政发〔2022〕号", "津政发〔2022〕123456号", "津政发〔20222〕3号", "津政发〔2022〕3"),
        *("津政发  〔2022〕3号", "津政发〔  2022〕3号", "津政发〔2022  〕3号", "津政发〔2022〕  3号"),
        *("津政发〔2022〕3  号", "某省人民政府办公厅秘书处的津政发〔2022〕3号", "东政（）〔2020〕1号"),
        *("东政（规划规划规划规）〔2020〕1号", "津政发〔202〕3号", "津政发〔2022〕第第3号"),
    ],
)
_NOTICE = pattern(
    rf"(?:[〔\[（][{HAN}0-9]{{1,12}}[〕\]）] ?|(?<![0-9])(?:19|20)[0-9]{{2}} ?年 ?)?"
    rf"第 ?(?P<number>[{SERIAL}](?: ?[{SERIAL}]){{0,6}}) ?号",
    matches=[
        *(("第九十六号", "第九十六号"), ("〔〕第3号", "第3号"), (f"〔{'长' * 13}〕第3号", "第3号")),
        *(("2021年第37号", "2021年第37号"), ("交通运输部令 2021 年 第37号", "2021 年 第37号")),
        *(("120212年第3号", "第3号"), ("国务院令第721号", "第721号"), ("（第十二号）", "第十二号")),
        *(("〔十五届〕第21号", "〔十五届〕第21号"), ("〔十五届〕 第 2 1 号", "〔十五届〕 第 2 1 号")),
        *(("第一千二百三十四号", {"number": "一千二百三十四"}), ("203年第37号", "第37号")),
        *(("1921年第37号", "1921年第37号"), ("32021年第37号", "第37号"), ("20350年第37号", "第37号")),
    ],
    rejects=["3号楼", "第三次会议", "号令", "第号", "第  三号", "第三  号", "第三  三号", "第一千二百三十四五号"],
)
_OFFICER = pattern(
    rf"[{HAN}]{{0,20}}?(?&office)[ ：]{{1,8}}[{HAN}·]{{1,12}}(?: {{1,4}}[{HAN}]{{1,2}})?$",
    office=lambda: "|".join(
        " {0,4}".join(office) for office in sorted(words("signatures.offices"), key=len, reverse=True)
    ),
    method="match",
    matches=[
        *("总理 方以安", "主任：方以安", "中华人民共和国主席 方以安", ("总  理  方    以安", "总  理  方    以安")),
        *("主    任 方 安", f"{'长' * 20}主任 方以安", "市长        方以安", f"市长 {'安' * 12}", "市长 方  以安"),
    ],
    rejects=[
        *("主任会议决定", "市长负责", "总理念和道理", "主     任 方安", f"{'长' * 21}主任 方以安"),
        *("市长         方以安", f"市长 {'安' * 13}", "市长 ", "市长 方     以安", "市长 方 以安文", "市长 方 "),
        *("市长 方以安，出席", "云江省（代）市长 方安"),
    ],
)
_CASE_NUMBER = pattern(
    r"(?:[（〔\[] ?(?:19|20)[0-9]{2} ?[）〕\]]) ?(?!第)[一-龥]{1,12} ?[0-9]{1,5} ?号",
    matches=[
        *(("（2011）江法民复字第7号", "（2011）江法民复字第7号"), "〔2020〕民他字第12号", "（ 2012 ）民终 3 号"),
        *("〔2020〕 民他字第12号", "（1998）民终3号"),
    ],
    rejects=[
        *("（2011）第7号", "（2011年）江法字第7号", "〔2022〕9号", "〔2020〕民他字第号", "〔203〕民他字第12号"),
        *("〔20350〕民他字第12号", "〔2020〕民他字第120000号", "（2011）江南省高级人民法院民事审判庭终7号"),
    ],
)
"""The number of a document of a court: the year stands first."""

_SERIES_NUMBER = pattern(
    r"[〔\[] ?(?:19|20)[0-9]{2} ?[〕\]] ?第? ?[0-9]{1,5} ?[号期次]$"
    r"|(?:公告|通告)?（?(?:19|20)[0-9]{2} ?年(?:公告|通告)?第 ?[0-9]{1,5} ?号）?$",
    matches=[
        *("〔2023〕27号", "[2011]第3期", "〔2024〕第17次", "2023年第4号", "公告2023年第4号", "（2021年第12号）"),
        *("通告2012 年公告第 2025号", "〔1922〕9号", "〔2022〕9 号", "〔2022 〕9号", "〔 2022〕9号", "2023年第4 号"),
        *("[2011]第 3期", "[2011] 第3期", "2023年通告第4号", "1998年第3号"),
    ],
    rejects=[
        *("〔2023〕27号文件", "（2023）27号", "2023年第4号公告", "第4号", "〔203〕9号", "〔2022〕号", "203年第4号"),
        *("2014年第号", "〔20350〕9号", "20350年第4号", "〔2022〕120000号", "2014年第120000号"),
    ],
    method="match",
)
"""The number of minutes or of an announcement on a line of its own: the name of the series is the title."""


_REGISTRATION_NUMBER = pattern(
    r"[A-Z]{2,8}[0-9]{0,3}[-—]{1,2}(?:19|20)[0-9]{2}[-—]{1,2}[0-9]{3,6}$",
    matches=[
        *("HHCR-2023-01005", "ZJSP01-2023-0004", "JSFG—2019—012", "LYCR——2016——123456", "CD-1998-001"),
        "QTSPABCD123-2023-0004",
    ],
    rejects=[
        *("GB/T 9704-2012", "HHCR-2023-01005号令", "A-2023-0004", "HHCR-2023-04", "HHCR-3023-0004", "HHCR2023-0004"),
        *(
            "2023-03-15",
            "HHCR-20231-0004",
            "HHCR-203-0004",
            "HHCR-20230004",
            "HHCR-2023-1234567",
            "JQTSPABCD-2023-0004",
        ),
        *("HHCR1234-2023-0004", "HHCR---2023-0004", "HHCR-2023---0004"),
    ],
    method="match",
)
"""The number under which a normative document is registered (规范性文件统一登记号), alone on its line."""


def is_registration_number(line: str) -> bool:
    """Whether a line is the number under which a document is registered and nothing else: HHCR-2023-01005.

    Args:
        line: Width-folded line.
    """
    return _REGISTRATION_NUMBER.match(line) is not None


def match_document_number(folded: str) -> Extent | None:
    """The first document number (发文字号): 津政发〔2022〕3号, 国办函[2021]第12号, （2011）江法民复字第7号.

    Args:
        folded: Width-folded text.
    """
    match = _DOCUMENT_NUMBER.search(folded) or _CASE_NUMBER.search(folded)
    return match.span() if match else None


def match_own_number(line: str) -> Extent | None:
    """The number of the document on a line of its head: a document number, or that of a series of minutes alone.

    Args:
        line: Width-folded line.
    """
    bare = _SERIES_NUMBER.match(line)
    return bare.span() if bare else match_document_number(line)


def is_number_line(line: str) -> bool:
    """Whether a line is the number of a document and nothing else: 东政发〔2022〕3号, 文号：东政发〔2022〕3号.

    Args:
        line: Width-folded line.
    """
    number = match_own_number(line)
    return number is not None and not line[number[1] :].strip("） ") and len(line[: number[0]]) <= _LABELLED_LENGTH


def match_notice_label(folded: str) -> tuple[Extent, int] | None:
    """The first number of an announcement or order (公告号、令号): 第九十六号, 第721号, 〔十五届〕第21号.

    Args:
        folded: Width-folded text.

    Returns:
        Extent of the label and its number.
    """
    for match in _NOTICE.finditer(folded):
        number = parse_integer(match["number"].replace(" ", ""))
        if number is not None:
            return match.span(), number
    return None


def is_officer(folded: str) -> bool:
    """Whether a line is an office and a name: 总理 李某某, 总  理  李 某, 主任：张三."""
    return len(folded) <= _LINE_LENGTH and _OFFICER.match(folded) is not None
