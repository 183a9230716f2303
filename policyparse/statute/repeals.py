"""What a document repeals: 《X》同时废止, 《X》停止执行, 废止《X》.

    repeal ::= titles (自…起)? (同时 | 即行 | …)? (废止 | 失效 | 停止执行 | 不再执行) | (废止 | 停止执行) titles
    titles ::= title bracket? (("、" | 和 | 及) title bracket?)*

A document of which only a part is stopped, or that is stopped for a time, is not repealed.
"""

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.language.clauses import sentence_start
from policyparse.language.document_titles import Title, find_titles

ENDS = pattern(
    r"(?:(?<=[》）])|(?<=[》）]，))(?:等[^，。；》]{0,12})?(?:自[^，。；]{2,24}起)?，?(?:也|即|应)?"
    r"(?:同时|即行|予以|自行|一律|随之|相应|均|一并|立即|全部|即)?"
    r"(?:废止|失效|停止执行|不再执行|停止施行|停止使用|不再施行|不再适用)(?!的|之|前|后|情况|依据)",
    matches=[
        *(
            "《某办法》予以废止 《某办法》自行失效 《某办法》一律废止 《某办法》随之废止 《某办法》相应废止 "
            "《某办法》均废止 《某办法》一并废止 《某办法》立即废止 《某办法》全部废止 《某办法》即废止 "
            "《某办法》不再执行 《某办法》停止施行 《某办法》停止使用 《某办法》不再施行 《某办法》不再适用 "
            "《某办法》也同时废止 《某办法》应予以废止"
        ).split(),
        *(("《某办法》同时废止。", "同时废止"), ("《某通知》（国办发〔2016〕82号）停止执行", "停止执行")),
        ("《某规定》自本通知印发之日起废止。", "自本通知印发之日起废止"),
        *(("《某规定》等文件同时废止。", "等文件同时废止"), ("《某规定》，即行废止。", "，即行废止")),
        *("《某办法》也即废止", "《某办法》即予以废止", "《某规定》等废止。", "《某规定》），，即行废止。"),
    ],
    rejects=[
        *(
            "废止的文件目录 暂停施行 《某协议》下，不再执行某规定 《某办法》有关规定暂时停止执行 "
            "《某办法》废止的 《某办法》废止之日 《某办法》废止前 《某办法》废止后 《某办法》废止情况 "
            "《某办法》废止依据 《某办法》暂时停止执行"
        ).split(),
        *("《某规定》自县起废止。", "《某规定》等十二件市人民政府行政规范性文件废止。"),
        "《某规定》自新的机动车停放服务收费管理办法正式公布并且生效之日起废止。",
    ],
)
"""What ends the force of the documents whose titles stand right before it."""

_REPEALING = pattern(
    r"(?:废止|停止执行|不再执行)(?:下列|以下)?(?:规章|文件|法规|规范性文件|决定|地方性法规){0,2}：?(?:[一-鿿]{0,20}?)(?=《)",
    matches=[
        *(
            "决定废止《某办法》 停止执行《某通知》 不再执行《某办法》 废止下列规章：《某办法》 "
            "废止市政府发布的《某办法》"
        ).split(),
        *("废止以下规章：《某办法》", "废止下列法规：《某办法》", "废止下列文件：《某办法》"),
        *("废止下列决定：《某办法》", "废止下列规范性文件：《某办法》", "废止下列地方性法规：《某办法》"),
    ],
    rejects=[
        *("《某办法》废止", "废止下列文件", "废止。《某办法》", "废止下列决定决定文件：《某办法》"),
        "废止市人民政府一九九八年五月一日发布施行的规章《某办法》",
    ],
)
"""What ends the force of the documents whose titles stand right behind it."""

_LISTED = pattern(
    rf"、|和|及|以及|，|；|（(?:[^（）]|（[^（）]{{0,40}}）){{1,200}}）|[0-9{SMALL_ORDINAL}.、（）\s]{{1,8}}",
    matches=[
        *(("《某办法》（某政发〔2001〕2号）和《某规定》", "（某政发〔2001〕2号）"), ("（）、", "（）、")),
        ("《某办法》（某政发〔2001〕2（号））和《某规定》", "（某政发〔2001〕2（号））"),
        *(("333333333", "33333333"), ("《某办法》；和《某规定》", "；"), ("《某办法》，和《某规定》", "，")),
        *("《某办法》和《某规定》", ("《某办法》及和《某规定》", "及"), ("《某办法》以及和《某规定》", "以及")),
        ("（某令第3号、" + "某令第4号、" * 40 + "某令第5号）", "（"),
        (
            "（某令（经国务院批准、由有关部门联合发布并且后来根据行政许可法和国务院决定先后进行过两次修改修正的版本））",
            "（",
        ),
        *(("、3", "、"), ("《某办法》（某政发〔2001〕2（））和《某规定》", "（某政发〔2001〕2（））")),
    ],
    rejects=["《某办法》中的规定"],
)
"""What may stand between two titles of a list."""

_PARTLY = ("中", "第", "有关", "关于", "的")
"""How the words behind a title begin of which only a part is meant."""


def find_repealed(folded: str, start: int, end: int) -> list[Title]:
    """The titles of the documents that a stretch of text repeals, in order.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop.
    """
    titles: list[Title] = []
    for ends in ENDS.finditer(folded, start, end):
        begin = sentence_start(folded, ends.start(), start)
        titles += _before(folded, list(find_titles(folded, begin, ends.start())), ends.start())
    for repeals in _REPEALING.finditer(folded, start, end):
        stop = folded.find("。", repeals.end(), end)
        titles += _behind(folded, list(find_titles(folded, repeals.end(), stop if stop >= 0 else end)))
    places = {title.start: title for title in titles}
    return [places[at] for at in sorted(places)]


def _before(folded: str, titles: list[Title], end: int) -> list[Title]:
    """The titles of the list that ends where the words of its repeal begin, in order."""
    found: list[Title] = []
    for title in reversed(titles):
        if _LISTED.sub("", folded[title.end : end]) and not _dated(folded, title.end, end):
            break
        found.insert(0, title)
        end = title.start
    return found


def _dated(folded: str, start: int, end: int) -> bool:
    """Whether words between two titles only say who issued the second and when: 、1997年市政府发布的《乙》."""
    between = folded[start:end]
    return (
        between[:1] in "、和及，以；"
        and between.endswith(("的", "发布", "公布", "印发", "颁布"))
        and len(between) < _ISSUED
    )


_ISSUED = 60
"""Maximum length of who issued a document and when, in characters."""


def _behind(folded: str, titles: list[Title]) -> list[Title]:
    """The titles of the list that begins behind the verb, in order; one of which only a part is meant is none."""
    found: list[Title] = []
    at = titles[0].start if titles else 0
    for title in titles:
        if _LISTED.sub("", folded[at : title.start]) or folded.startswith(_PARTLY, title.end):
            break
        found.append(title)
        at = title.end
    return found
