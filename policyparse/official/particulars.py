"""The particulars of an official document (公文要素): issuers, numbers, receivers, days.

Each value is taken from the place that is most certain: issuers from the title, else from the signature; the day from
the signature, else from the line under the title, else from the index table; the number from the head, else from the
index table.
"""

from collections.abc import Sequence

from policyparse.knowledge.pattern import pattern
from policyparse.language.bodies import is_body_line, kind_of_body
from policyparse.language.days import DAY, find_days, is_day_line
from policyparse.language.official import is_registration_number, match_own_number
from policyparse.model.base import Extent
from policyparse.model.provisions import LegislativeEventDraft
from policyparse.official.addressees import COPIES, receivers_of
from policyparse.official.genre import genre_of, genre_of_words
from policyparse.official.issued import OPENING_LINES
from policyparse.official.marginal_lines import PRINTED
from policyparse.official.reading import Reading
from policyparse.official.units import is_unit
from policyparse.page.blocks import Block
from policyparse.page.index_table import read_index_table
from policyparse.page.signatures import signed_in_one_line, signers_of
from policyparse.statute import patterns
from policyparse.statute.history import find_events, parse_history

ISSUER = pattern(
    r"(?:[一-龥]{2,10} ?[丨|] ?)?(?P<issuers>[一-龥（）、 ]{2,90}?)"
    r"(?:关于|印发|转发|批转|下发|发布|公布|颁发|对|任免|任命)",
    matches=[
        ("某市人民政府关于加强管理的通知", {"issuers": "某市人民政府"}),
        ("政务服务丨某局关于检查的通知", {"issuers": "某局"}),
        ("政务服务 | 某局关于检查的通知", {"issuers": "某局"}),
        *(("某厅 某局关于检查的通知", {"issuers": "某厅 某局"}), "关于对名单的通知", "关于颁发名单的通知"),
        *("关于发布名单的通知", "关于公布名单的通知", "关于任命名单的通知", "关于下发名单的通知"),
        *("关于印发某地产业规划的通知", "景湖县人民代表大会常务委员会任免名单"),
        ("云溪县人民政府批转县教育局关于布局调整报告的通知", "云溪县人民政府批转"),
        ("云溪县人民政府转发县财政局关于加强决算工作意见的通知", "云溪县人民政府转发"),
    ],
    rejects=[
        *("某市2023年政务公开工作要点", "关于检查的通知", "县任免名单", "网 | 某局关于检查的通知"),
        "某市人民政府政务服务数据管理局 | 某局关于检查的通知",
        "青禾县自然资源局、青禾县住房和城乡建设局、青禾县交通运输局、青禾县水利局、青禾县农业农村局、青禾县文化和"
        "旅游局、青禾县市场监督管理局、青禾县乡村振兴局、青禾县城市管理局、青禾县应急管理局任免名单",
    ],
    method="match",
)
"""What stands before the verb of a title."""

_OCCASION = pattern(
    r"[（—]{0,3}(?&day)在[^，。]{2,60}(?:会议|大会|全会)上）?$",
    day=DAY,
    matches=[
        *("2024年1月14日在望川市第九届人民代表大会第三次会议上", "（2024年1月14日在市政协会议上）"),
        *("（2024年1月14日在市政协大会上）", "（2024年1月14日在市政协全会上）"),
    ],
    rejects=[
        *("2024年1月14日在会议上指出，要加快建设。", "————（2024年1月14日在市政协会议上）"),
        *("2010年1月5日在县会议上", "（2024年1月14日在市政协会议上甲"),
        "2010年1月5日在江南省和青禾县联合召开的全省深入学习贯彻党的二十大精神推动高质量发展暨巩固拓展脱贫攻坚成果"
        "同乡村振兴有效衔接和农村人居环境整治提升工作现场推进会议上",
    ],
    method="match",
)
"""The line under a report that tells when it was given."""

_ISSUER_LENGTH = 40
"""Maximum length of the name of a body that opens a title, in characters."""

_ISSUING = ("government", "court", "procuratorate", "congress", "consultative_conference", "party")
"""Kinds of bodies that issue official documents."""

_NO_BODY_BEFORE = "的长员属内外部门和与及、"
"""Characters before which no name of a body ends."""

_PLAIN_NAME = pattern(
    r"(?!.{0,30}(?:关于|推进|促进|支持|加强|开展|建设|落实|贯彻))[一-龥（）]{4,40}$",
    matches=[
        *("青岚县人民政府", "望溪区自然资源和规划局"),
        "江南省青禾县云溪镇江北新区高质量发展示范区管理委员会投资合作和贸易促进局",
    ],
    rejects=[
        *("某县关于县政府", "某市推进县人民政府", "2024年县政府", "促进就业创业", "水务局", "深入贯彻会议精神"),
        *("落实整改责任", "支持企业发展", "组织开展检查", "规范建设水厂", "加强县域治理"),
        "江南省青禾县云溪镇江北新区高质量发展示范区管理委员会投资合作和对外经济贸易以及文化旅游发展服务局",
    ],
    method="match",
)

_SHORT = 60
"""Maximum length of a line that has a number, in characters."""


def read_title(reading: Reading) -> None:
    """The title and the genre that it names; without a title the genre is that of a notice's letter or none."""
    title = reading.letter.title
    reading.draft["title"] = None if title is None else title.text
    if title is not None:
        reading.evidence["/title"] = title.extent
    words = (line.block.folded for line in reading.letter.body)
    genre = genre_of(title.folded) if title is not None else genre_of_words(words)
    reading.draft["genre"] = genre or "other"


def read_numbers(reading: Reading) -> None:
    """Document number, number of registration and index number."""
    draft, letter = reading.draft, reading.letter
    table = read_index_table(letter.above, "" if letter.title is None else letter.title.folded)
    for block in (*letter.head, *reversed(letter.above)):
        number = match_own_number(block.folded) if len(block.text) <= _SHORT else None
        if number and not draft.get("document_number"):
            draft["document_number"] = block.text[slice(*number)]
            reading.evidence["/document_number"] = (block.start + number[0], block.start + number[1])
        if is_registration_number(block.folded):
            draft["registration_number"], reading.evidence["/registration_number"] = block.text, block.extent
    for value, extent in table.get("document_number", [])[:1]:
        if not draft.get("document_number"):
            draft["document_number"], reading.evidence["/document_number"] = value, extent
    for value, extent in table.get("registration_number", [])[:1]:
        draft["registration_number"], reading.evidence["/registration_number"] = value, extent
    for value, extent in table.get("index_number", [])[:1]:
        draft["index_number"], reading.evidence["/index_number"] = value, extent
    draft["subjects"] = [value for value, _ in table.get("subjects", [])]


def read_receivers(reading: Reading) -> None:
    """Addressees, and those who get a copy."""
    letter = reading.letter
    reading.draft["addressees"] = [
        name for block in letter.addressee for name in receivers_of(block.text[:-1], block.folded[:-1])
    ]
    for i, block in enumerate(letter.addressee):
        reading.evidence[f"/addressees/{i}"] = block.extent
    copied: list[str] = []
    for block in letter.back:
        copies = COPIES.match(block.folded)
        if copies:
            reading.evidence["/copied_to"] = block.extent
            start, end = copies.span("receivers")
            copied += receivers_of(block.text[start:end], block.folded[start:end])
    reading.draft["copied_to"] = copied


def read_issuers(reading: Reading) -> None:
    """The issuing bodies in order, and the signatures."""
    letter, draft = reading.letter, reading.draft
    draft["signatures"] = [{"body": s.body, "on": s.on, "span": s.span} for s in letter.signatures]
    signed = [(s.body, s.span) for s in letter.signatures if is_body_line(s.body) or is_unit(s.body)]
    around = [block for block in (*letter.head, *letter.above[-3:]) if is_body_line(block.folded)]
    headed = [pair for block in around for pair in _of_line(reading, block)]
    headed = headed or [pair for block in letter.head for pair in _dated(reading, block)]
    table = read_index_table(letter.above).get("issuer", [])
    titled = _of_title(reading)
    found = titled if len(titled) >= len(signed) or not signed else signed
    found = found or signed or headed or table or _opening_title(reading)
    draft["issuers"] = [name for name, _ in found]
    for i, (_, extent) in enumerate(found):
        reading.evidence[f"/issuers/{i}"] = extent


def _opening_title(reading: Reading) -> list[tuple[str, Extent]]:
    """The body with which a title opens that has no verb behind it: 某县公安局招聘公告."""
    title = reading.letter.title
    if title is None:
        return []
    for end in range(min(len(title.folded) - 2, _ISSUER_LENGTH), 3, -1):
        name, after = title.folded[:end], title.folded[end]
        if after not in _NO_BODY_BEFORE and kind_of_body(name) in _ISSUING and _PLAIN_NAME.match(name):
            return [(title.text[:end], (title.start, title.start + end))]
    return []


def _dated(reading: Reading, block: Block) -> list[tuple[str, Extent]]:
    """The bodies of a line of the head that has its day behind them, as in minutes."""
    signed = signed_in_one_line(block.folded)
    if signed is None:
        return []
    end = len(signed[0])
    return _of_line(reading, Block(block.role, block.start, block.start + end, block.text[:end], block.folded[:end]))


def _of_title(reading: Reading) -> list[tuple[str, Extent]]:
    """The bodies with which the title opens; none where one of them is no body."""
    title = reading.letter.title
    issuers = ISSUER.match(title.folded) if title is not None else None
    if title is None or issuers is None:
        return []
    start, end = issuers.span("issuers")
    block = Block(
        title.role, title.start + start, title.start + end, title.text[start:end], title.folded[start:end].rstrip()
    )
    found = _of_line(reading, block)
    return found if all(is_body_line(name) or is_unit(name) for name, _ in found) else []


def _of_line(reading: Reading, block: Block) -> list[tuple[str, Extent]]:
    return [(reading.page.text[slice(*extent)].strip(), extent) for extent in signers_of(block)]


def read_day(reading: Reading) -> None:
    """The day of the document."""
    letter, draft, evidence = reading.letter, reading.draft, reading.evidence
    for block in (*reversed(letter.signed), *letter.head):
        days = list(find_days(block.folded))
        if len(days) == 1 and not parse_history([block]) and (block in letter.signed or _tells_day(block)):
            draft["issued_on"] = days[0].on
            evidence["/issued_on"] = (block.start + days[0].start, block.start + days[0].end)
            return
    for value, extent in read_index_table(letter.above).get("issued_on", []):
        day = next(find_days(value), None)
        if day is not None:
            draft["issued_on"], evidence["/issued_on"] = day.on, extent
            return
    for block in letter.back:
        printed = PRINTED.match(block.folded)
        day = next(find_days(printed["day"]), None) if printed else None
        if printed and day is not None:
            start, end = printed.span("day")
            draft["issued_on"], evidence["/issued_on"] = day.on, (block.start + start, block.start + end)
            return


def _tells_day(block: Block) -> bool:
    """Whether a line of the head is the day of the document: alone, behind the issuer, or that of a report."""
    line = block.folded
    return (
        is_day_line(line) or is_day_line(line.strip("（）")) or bool(_OCCASION.match(line) or signed_in_one_line(line))
    )


def read_adoption(reading: Reading) -> None:
    """Adoption, from the note under the title, else from the sentence that issues: 《X》已经……会议审议通过."""
    notes: Sequence[Block] = [block for block in reading.letter.head if block.folded[0] == "（"]
    issued = [event for line in reading.letter.body[:OPENING_LINES] for event in _events_of_letter(line.block)]
    for event in (*parse_history(notes), *issued):
        if event["action"] == "adopted":
            for name in ("adopted_on", "adopted_by"):
                reading.evidence[f"/{name}"] = event["span"]
            reading.draft["adopted_on"], reading.draft["adopted_by"] = event["on"], event["meeting"]
            return


def _events_of_letter(block: Block) -> list[LegislativeEventDraft]:
    """What a line says happened to the document that it issues."""
    title = patterns.PROMULGATES.search(block.folded)
    if title is None or "通过" not in block.folded:
        return []
    start = title.end()
    return list(find_events(block.folded[start:], block.text[start:], block.start + start))
