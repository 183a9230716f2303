"""The role of a line below the title: ordered rules, the first that applies decides (版面角色规则).

An example is a page with ▸ before the line that the rule decides; `tests/page/test_roles.py` lays each of them out.
"""

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.rule import Rule, first_rule
from policyparse.language.days import is_day_line
from policyparse.language.labels import is_division, is_labelled
from policyparse.language.notes import is_note
from policyparse.language.persons import find_persons
from policyparse.page.blocks import Role
from policyparse.page.byline import PICTURE_NOTE, is_byline
from policyparse.page.furniture import is_furniture, is_plate, is_summary
from policyparse.page.outlets import is_outlet
from policyparse.page.source_line import asks_for, is_source_line
from policyparse.page.spots import (
    HEADING_LENGTH,
    TERMINAL,
    Spot,
    introduces,
    is_listed,
    is_of_event,
    is_part_heading,
    is_signatory,
    is_source,
    is_topic,
    names_place,
    quotes_at_end,
)
from policyparse.page.title_rules import is_number
from policyparse.page.trails import is_breadcrumb

_NAV_LENGTH = 3
"""A line above the body that is no longer is an entry of a menu, in characters."""

PORTRAIT = "portrait"
"""Rule of a person under his picture."""

CAPTION_LENGTH = 80
"""Maximum length of a caption without a label, in characters."""

_SOURCE_DISTANCE = 2
"""How far an outlet on a line of its own may stand from the time of publication, in lines."""

CAPTION = pattern(
    r"(?:上|下|左|右|题)?图(?:为|：|片)|（[^（）]{0,30}(?:图|图片来(?:自|源)[^（）]{0,20})）$|（(?:本版|本文)?图"
    r"|(?&note)"
    r"|\S{2,8}摄$|.{0,60}(?:\s摄|/摄|摄影报道|摄）)$",
    note=PICTURE_NOTE,
    method="match",
    matches=[
        *("图为会议现场", "上图：会议现场", "题图片", "（资料图）", "（现场提问图，图片来自某网）"),
        *("（资料图片仅供参考）", "（图片来源于某网）", "（本版图片由王小明提供）", "（本文图：王小明）"),
        *("王小明摄", "（王小明摄）", "会议现场 王小明 摄", "会议现场 王小明/摄", "会议现场 王小明摄影报道"),
        *("会议现场（王小明摄）", "下图为", "左图为", "右图为", "（会议图片来源）", "（会议图片来源于某网）"),
        *("会议现场 王小明摄）", "摄影报道", "（图：王小明）", ("（图）", "（图）")),
    ],
    rejects=[
        *("图书馆开放", "会议拍摄完成", "（试行）", "3摄", "会议现场 王小明 摄影", "市民在公园里用手机拍摄"),
        *("（会议图片来源于某网）另有说明", "（会议图片来源于某市人民政府新闻办公室微信公众号和某市日报社）"),
        "（项目用地范围以某市自然资源和规划局核发的建设用地规划许可证的附图）",
        "市民在新建成的滨江公园里散步、健身、赏花，孩子们在草坪上追逐嬉戏，老人们坐在长椅上晒着太阳聊家常，享"
        "受秋日里的温暖阳光和美好时光 王小明 摄",
    ],
)
"""The caption of a picture."""

_SHOWN = pattern(
    rf"[^，。；：]{{1,40}}（(?:图?[左右中](?![岸侧翼部线])|[前后]排)[^（）。]{{0,6}}）[^。；：，]{{0,20}}$"
    r"|[^。；：，]{1,24}(?:(?&titles.scenes)|推介会|座谈会|开幕式)现场(?:图|照|照片)?$"
    r"|(?&titles.scenes)现场(?:图|照|照片)?$"
    rf"|[{HAN}“”]{{0,6}}(?:签约|揭牌|启动|开工|颁奖|授牌)仪式$"
    r"|[^，。；：]{1,60}(?:_副本|\.(?:jpe?g|png|gif|bmp|webp))$",
    method="match",
    matches=[
        *("王小明（右一）、李晓红（左一）会谈", "王小明（前排左二）看望职工", "王小明（左）与李晓红（右）交谈"),
        *("李晓红（中）", "活动现场", "签约仪式现场", "项目签约仪式", "推介会活动现场照片", "a1b2c3_副本.jpg"),
        *("微信图片_20210101.png", "IMG_0012_副本", "集中签约现场", "会议现场照", "项目揭牌仪式", "李晓红（左）"),
        *("推介会活动现场照", "李晓红（图中）", "颁奖现场", "调研现场", "签约现场", "签约仪式", "比赛现场"),
        *("座谈现场", "培训现场", "仪式现场", "会议现场图", "项目颁奖仪式", "项目授牌仪式", "项目开工仪式"),
        *("项目启动仪式", "李晓红（右）", "会议现场照片", "签约推介会现场", "签约开幕式现场", "签约座谈会现场"),
        *("李晓红（后排）", "李晓红（前排）", "推介会活动现场图", "推介会仪式现场照片", "微信图片_20210101.gif"),
        *("微信图片_20210101.bmp", "微信图片_20210101.webp", "微信图片_20210101.jpeg"),
    ],
    rejects=[
        *("现场办公解难题", "走进活动现场看变化", "（一）总体要求", "左岸（右岸）治理", "坚持（稳）字当头"),
        *("会议现场，气氛热烈", "会场_副本.jpegs", "座谈会现场", "东屏县（左邻省会、右接海港）"),
        *("李晓红（中）和企业负责人一起走进车间了解新产品的研发与销售情况", "（中）", "_副本", "项目签约仪式举行"),
        *("李晓红（中部）", "李晓红（中翼）", "李晓红（中线）", "李晓红（中侧）", "市领导出席项目签约仪式"),
        "市领导带队赴江北新区实地察看重点产业项目建设进展情况并来到签约现场",
        "在昨天下午举行的全市重点产业链项目集中签约暨开工仪式上为先进企业和优秀企业家代表颁发奖牌的市领导（中）",
        "江州市人民政府关于进一步加强全市城镇老旧小区改造和既有住宅加装电梯工作的实施意见政策解读新闻发布会现场"
        "图片和文字材料汇总一览表终稿_副本",
    ],
)
"""What a picture shows: persons by their places, the scene alone, the name of its file."""

_STOPS_OPEN = pattern(
    r"(?<!求)是$|[〜～~]$",
    matches=["主要目标是", "《意见》明确，要完成这些任务〜"],
    rejects=["坚持实事求是", "是什么", "《意见》明确，要完成这些任务〜一"],
)
"""The end of a line whose object stands below."""

_ROW = compiled(r"\S[ ]{0,3}\t[ ]{0,3}\S.{0,200}\t")
_ANNEX = pattern(
    rf"附\s?(?:件|表|录)\s?[0-9{SMALL_ORDINAL}]{{0,3}}(?:：|$)",
    method="match",
    matches=["附件", "附件1", "附表二", "附 录：", "附件：名单", "附件 "],
    rejects=["附件名单", "附属医院", "附件2025"],
)
_CHINESE = compiled(f"[{HAN}]")
_FIGURE = pattern(
    rf"[图表]\s?[0-9{SMALL_ORDINAL}]{{1,3}}(?:-[0-9]{{1,2}})?[\s：]",
    method="match",
    matches=["图1 产业布局", "表 2：指标", "图3-1 布局", "表一 指标"],
    rejects=["图书 2", "表彰大会", "图1所示", "图3- 布局", "表 2025：指标", "图3-350 布局"],
)

Ladder = tuple[Rule[Spot, Role], ...]

_NEWS = "市工信局召开推进会\n来源：某报  日期：2024-05-06\n{}会议听取了情况汇报，研究部署下一步工作。\n"
_LEAD = _NEWS.format("")
_REST = "\n各部门要主动服务企业，确保政策落到实处。\n"


def _in_front(line: str) -> str:
    return _NEWS.format(f"▸{line}\n")


def _in_body(line: str) -> str:
    return f"{_LEAD}▸{line}{_REST}"


def _is_page_furniture(spot: Spot) -> bool:
    line = spot.line
    return is_furniture(line) or is_breadcrumb(line) or is_summary(line) or (spot.in_front and is_plate(line))


def _is_bare_outlet(spot: Spot) -> bool:
    """Whether a line in front is the name of an outlet beside the line with the time of publication."""
    if not spot.in_front or not is_outlet(spot.line):
        return False
    low, high = max(0, spot.i - _SOURCE_DISTANCE), spot.i + _SOURCE_DISTANCE + 1
    return any(is_source_line(b.folded) for j, b in enumerate(spot.blocks[low:high], low) if j != spot.i)


def _is_portrait(line: str, below: str) -> bool:
    """Whether a line is a person with offices and no mark, and the paragraph below opens with his name."""
    person = next(find_persons(line), None) if "：" not in line and len(line) <= HEADING_LENGTH else None
    return person is not None and person.extent[1] == len(line) > len(person.name) and below.startswith(person.name)


def _is_menu_entry(spot: Spot) -> bool:
    return spot.in_front and not spot.block.level and len(spot.line) <= _NAV_LENGTH


def _is_paragraph(spot: Spot) -> bool:
    line = spot.line
    return bool(
        is_labelled(line)
        or _STOPS_OPEN.search(line)
        or (line[-1] in "。！？；：，、…”）" and not quotes_at_end(line))
        or len(line) > HEADING_LENGTH
        or (line.endswith("——") and "，" in line)
        or TERMINAL.search(line)
    )


SENTENCE_ROLES: Ladder = (
    Rule(
        "no_chinese",
        Role.FURNITURE,
        "A line in front without a Chinese character is what is left of an advertisement or a picture.",
        lambda spot: spot.in_front and not _CHINESE.search(spot.line),
        (_in_front("1200_90px;"),),
    ),
    Rule(
        "furniture",
        Role.FURNITURE,
        "Its words leave no doubt.",
        _is_page_furniture,
        (_in_body("本文版权归作者所有，未经授权不得转载。"),),
    ),
    Rule(
        "caption",
        Role.CAPTION,
        "A short sentence about a picture is its caption.",
        lambda spot: len(spot.line) <= HEADING_LENGTH and CAPTION.match(spot.line),
        (_in_body("图为会议现场。"),),
    ),
    Rule("division", Role.HEADING, "A chapter's label is a heading.", lambda spot: is_division(spot.line)),
    Rule(
        "sentence",
        Role.PARAGRAPH,
        "What ends as a sentence is one.",
        lambda spot: True,
        (_in_body("大家纷纷表示赞同。"),),
    ),
)
"""The role of a line that ends as a sentence does."""

ROLES: Ladder = (
    Rule(
        "particular_of_event",
        Role.PARAGRAPH,
        "Under the place of an event stands who speaks there.",
        lambda spot: spot.in_front and is_of_event(spot),
        ("新闻发布会\n地点：新闻发布厅\n▸发布人：市工信局局长 王小明\n上半年工业经济稳中向好，高于预期。\n",),
    ),
    Rule(
        "label_of_source",
        Role.SOURCE_LINE,
        "A label whose value stands on the next line asks for it.",
        lambda spot: spot.in_front and asks_for(spot.line) and not names_place(spot),
        (_in_front("发布机构："),),
    ),
    Rule(
        "source_line",
        Role.SOURCE_LINE,
        "Labels with values, or the time of publication.",
        lambda spot: not (spot.in_front and is_breadcrumb(spot.line)) and spot.in_front and is_source(spot),
        (_in_front("2024-05-06 10:00 某报"),),
    ),
    Rule(
        "outlet",
        Role.SOURCE_LINE,
        "An outlet beside the time of publication is the source.",
        _is_bare_outlet,
        (_in_front("某某日报"),),
    ),
    Rule(
        "note",
        Role.NOTE,
        "The note under the title of a statute.",
        lambda spot: spot.in_front and is_note(spot.line),
        ("某市河道管理办法\n▸2021年3月1日某市人民政府第9次常务会议通过\n第一条 为了加强管理，制定本办法。\n",),
    ),
    Rule(
        "number",
        Role.NUMBER,
        "The number of a document on a line of its own.",
        lambda spot: spot.in_front and is_number(spot.line),
        ("某市人民政府关于加强管理的意见\n▸某政发〔2024〕3号\n为加强管理，提出如下意见。\n",),
    ),
    Rule(
        "furniture",
        Role.FURNITURE,
        "Its words leave no doubt.",
        _is_page_furniture,
        (_in_body("上一页 1 2 3 下一页"), _in_body("02:03"), _in_front("第05版：经济")),
    ),
    Rule(
        "source_line_in_body",
        Role.SOURCE_LINE,
        "Labels with values stand below the text as well.",
        is_source,
        (_in_body("来源/某报微信（记者王小明）"),),
    ),
    Rule(
        "label_of_provision",
        Role.PARAGRAPH,
        "A provision that introduces a list is a paragraph.",
        lambda spot: spot.line[0] == "第" and spot.line[-1] == "：" and is_labelled(spot.line),
        (_in_body("第三条 申请人应当提交下列材料："),),
    ),
    Rule(
        "byline",
        Role.BYLINE,
        "Who wrote the text.",
        lambda spot: is_byline(spot.line, spot.in_front),
        (_in_body("（记者 王小明）"), _in_front("某局局长 王小明")),
    ),
    Rule(
        "caption",
        Role.CAPTION,
        "A line about a picture is its caption.",
        lambda spot: CAPTION.match(spot.line) and (not TERMINAL.search(spot.line) or len(spot.line) <= HEADING_LENGTH),
        (_in_body("会议现场（张三摄）"),),
    ),
    Rule(
        "shown",
        Role.CAPTION,
        "Persons by their places, a scene alone or the name of a file is the caption of a picture.",
        lambda spot: not spot.block.level and len(spot.line) <= CAPTION_LENGTH and _SHOWN.match(spot.line),
        (_in_body("王小明（右一）、李晓红（左一）会谈"), _in_body("活动现场"), _in_front("a1b2c3_副本.jpg")),
    ),
    Rule(
        PORTRAIT,
        Role.CAPTION,
        "A person with offices whom the text below names again stands under his picture.",
        lambda spot: not (spot.in_front or spot.block.level) and _is_portrait(spot.line, spot.below()),
        (f"{_LEAD}▸东屏市委副书记、市长王小明\n王小明表示，要主动服务企业，确保政策落到实处。\n",),
    ),
    Rule(
        "signature",
        Role.SIGNATURE,
        "A day on a line of its own, and the body above it, sign.",
        lambda spot: is_day_line(spot.line) or is_signatory(spot),
        (_in_body("2024年5月1日"), _LEAD + "▸某市人民政府\n2024年5月1日\n"),
    ),
    Rule(
        "division",
        Role.HEADING,
        "A chapter's label is a heading.",
        lambda spot: is_division(spot.line),
        (_in_body("第一章 总则"),),
    ),
    Rule(
        "topic",
        Role.TOPIC,
        "Under the name of who speaks stands what about.",
        lambda spot: spot.previous and introduces(spot.previous) and is_topic(spot.block),
        (_LEAD + "市政协委员王小明：\n▸大力发展汽车产业\n要抢抓机遇，发展智能汽车。\n",),
    ),
    Rule(
        "list",
        Role.PARAGRAPH,
        "A row, an annex and an entry of a list of persons are no headings.",
        lambda spot: _ROW.search(spot.block.text) or _ANNEX.match(spot.line) or is_listed(spot),
        (_in_body("组长：王小明"), _in_body("附件1")),
    ),
    Rule(
        "figure",
        Role.CAPTION,
        "A numbered figure or table has a caption.",
        lambda spot: _FIGURE.match(spot.line) and not TERMINAL.search(spot.line),
        (_in_body("图1 产业布局"),),
    ),
    Rule(
        "part",
        Role.HEADING,
        "A numbered line without an end, with text below it, is a heading.",
        is_part_heading,
        (_in_body("一、主要任务"),),
    ),
    Rule(
        "set_heading",
        Role.HEADING,
        "What is set as a heading is one, where it does not end as a clause does.",
        lambda spot: (
            spot.block.level and _is_paragraph(spot) and spot.line[-1] not in "：。；" and spot.block.signals is None
        ),
        (f"{_LEAD}▸## 怎么看？怎么办？\n各部门要主动服务企业，确保政策落到实处。\n",),
    ),
    Rule(
        "clause",
        Role.PARAGRAPH,
        "What is numbered, long, or ends as a clause does is a paragraph.",
        _is_paragraph,
        (_in_body("他说，企业最盼的是“稳”，最怕的是“变”"), _in_body("会议强调，各级各部门要——")),
    ),
    Rule(
        "repeated",
        Role.CAPTION,
        "A short line that stands on the page again is no heading.",
        lambda spot: not spot.once and not spot.block.level,
        (f"{_LEAD}▸天宇产业园\n会议强调，要主动服务企业。\n天宇产业园{_REST}",),
    ),
    Rule(
        "menu_entry",
        Role.FURNITURE,
        "A line of up to three characters above the text is an entry of a menu.",
        _is_menu_entry,
        (_in_front("要闻"),),
    ),
    Rule(
        "heading",
        Role.HEADING,
        "A short line without an end is a heading.",
        lambda spot: True,
        (_in_body("聚焦主业谋发展"), _in_body("补链延链，配套告别“单打独斗”")),
    ),
)
"""The role of any other line."""


def decide_role(spot: Spot) -> tuple[Role, str]:
    """The role of a line, and the name of the rule that gives it."""
    rule = first_rule(SENTENCE_ROLES if spot.line[-1] in "。；" else ROLES, spot)
    assert rule is not None
    return rule.verdict, rule.name
