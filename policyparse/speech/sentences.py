"""Where the sentences and clauses of a paragraph start, its dateline and its terms in quotation marks left out."""

from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.language.quotations import SENTENCE_ENDS, Speech
from policyparse.speech.named import REACH

_DATELINE = pattern(
    r"[^，。：！？]{0,16}?(?:电|讯|消息)(?=[（：，\s])(?:（[^（）]{2,40}）)?[：，\s]{0,3}"
    r"|（[^（）]{2,30}讯）|（[^（）]{0,16}记者[^（）]{2,30}）",
    matches=[
        ("新华社北京10月16日电（记者 林海）范大成", "新华社北京10月16日电（记者 林海）"),
        *(("本报讯 范大成", "本报讯 "), ("（青禾日报讯）范大成", "（青禾日报讯）")),
        ("（记者林海 通讯员何清）范大成", "（记者林海 通讯员何清）"),
        *(("新华社北京10月16日电（青）范大成", "新华社北京10月16日电"), "新华社北京10月16电（记者 林海）范大成"),
        *("讯 范大成", "本报消息 范大成", ("本报讯    范大成", "本报讯   "), "（公园记者林海 通讯员何清）范大成"),
        (
            (
                "新华社北京10月16日电（记者林海、何清、王小明、李晓红、张三丰、赵一曼、钱志强、孙中良、周小川、吴启明、郑成文）范"
                "大成"
            ),
            "新华社北京10月16日电",
        ),
    ],
    rejects=[
        *("范大成说，通讯员来了", "水电站，范大成", "（县讯）范大成", "（记者县）范大成"),
        "全市各级各部门各单位之间要及时互通讯 范大成",
        "（本报驻东屏市全媒体采编中心农业组的首席记者林海 通讯员何清）范大成",
        "（青禾县人民政府办公室和青禾县融媒体中心今天上午联合发布的最新通讯）范大成",
        "（记者林海、何清、王小明、李晓红、张三丰、赵一曼、钱志强、孙中良、周小川）范大成",
    ],
    method="match",
)
_CLAUSE_BREAK = pattern(r"[，。！？；：…“”]", matches=["说，"], rejects=["说、"])
_SENTENCE_BREAK = pattern(
    rf"[。！？；…]”?|”(?=[^，、。])|(?<=[{HAN}])\.(?=[{HAN}])",
    matches=[("修渠。”他", "。”"), ("修渠.他", "."), ("“修渠”他", "”"), "修渠；“"],
    rejects=["修渠，3.5公里", "“修渠”，他", "公园.", ".公园"],
)


def sentence_starts(folded: str, spoken: Speech, end: int) -> list[int]:
    """Find where the last sentences before a place start; the last of them holds the place.

    A closing mark ends a sentence where it ends speech, not after a term: “十四五”规划提出.

    Args:
        folded: Width-folded text of one paragraph.
        spoken: Its quotations that are speech.
        end: The place.
    """
    left = max(0, end - REACH)
    dateline = _DATELINE.match(folded)
    if dateline and left < dateline.end() <= end:
        left = dateline.end()
    breaks = (m.end() for m in _SENTENCE_BREAK.finditer(folded, left, end))
    return [left, *(at for at in breaks if folded[at - 1] != "”" or folded[at - 2] in SENTENCE_ENDS or spoken.ends(at))]


def clause_starts(folded: str, spoken: Speech, start: int, end: int) -> list[int]:
    """Find where the clauses between two places start, the first place among them.

    Args:
        folded: Width-folded text of one paragraph.
        spoken: Its quotations that are speech; a term in quotation marks starts no clause.
        start: Where the sentence starts.
        end: Where to stop.
    """
    return [start, *_breaks(folded, spoken, start, end)]


def clause_start(folded: str, end: int) -> int:
    """Where the clause that ends at a place starts, every mark counted."""
    left = max(0, end - REACH)
    return max((m.end() for m in _CLAUSE_BREAK.finditer(folded, left, end)), default=left)


def _breaks(folded: str, spoken: Speech, start: int, end: int) -> Iterator[int]:
    for match in _CLAUSE_BREAK.finditer(folded, start, end):
        if match[0] not in "“”" or spoken.ends(match.end()):
            yield match.end()
