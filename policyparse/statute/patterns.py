"""Patterns of a decision's parts and particulars; all match width-folded text."""

import re

from policyparse.knowledge import pattern
from policyparse.knowledge.instruments import instrument_words
from policyparse.language.days import DAY

SHORT = 60
"""A line of a heading, number or table of contents is no longer."""

_DAY = f"(?:{DAY.pattern})"
_ACTION = "通过|批准|公布|发布|颁布|施行|实施|修正|修订|修改|印发|制定|废止"

NOTE_IN_TITLE = re.compile(rf"（{_DAY}[^。]{{2,300}}(?:{_ACTION})[）]{{1,2}}$")
"""A 题注 on the line of the title."""

INSTRUMENT = re.compile(rf"(?:{instrument_words('normative')})(?:（[^（）]{{1,20}}）)?$")
"""A title ends with the name of a kind of document."""

ORDER_TITLE = re.compile(r"(?:公\s{0,4}告|命?\s{0,4}令|通\s{0,4}告)(?: ?[（〔]?[^，。]{0,20}号[）〕]?)?$")
"""The heading of an announcement or an order."""

PROMULGATED = re.compile(r"《([^《》]{2,120}(?:〈[^〈〉]{1,80}〉[^《》]{0,60})?)》(?:已|业)?(?:经|由|于|经由)?")
"""What an announcement promulgates."""

PROMULGATION = re.compile(
    r"(?:现|特|兹|予以|(?<!本)决定)[^，。]{0,8}?(?:公布|发布|颁布)|(?:已|业)(?:经|由|于)[^。]{4,120}通过"
)
"""The sentence that promulgates."""

PROMULGATES_NOW = pattern(
    r"(?:现|特|兹)(?:将《[^《》]{2,120}》)?(?:予以?|重新)?(?:公布|发布|颁布)",
    matches=[
        ("通过，现予公布，", "现予公布"),
        "现公布《某条例》，",
        "兹将《某办法》发布施行",
        "现予以发布",
        "现重新公布",
    ],
    rejects=["现予批准", "公布之日", "现将公布"],
)
"""The words with which a letter promulgates."""

HEAD = re.compile(r"(?:公告|令)(?:$| )|第 ?[0-9〇零○一二三四五六七八九十百千 ]{1,9} ?号|[〔\[（][12][0-9]{3}[〕\]）]")
"""A line above the text that has the number of an announcement, order or document."""

ORDER_NUMBER = re.compile(r"（?第 ?[0-9〇零○一二三四五六七八九十百千 ]{1,9} ?号）?")
"""The number of an order on a line of its own: 第2号."""

ISSUES = re.compile(r"(?:印发|转发|批转|下发|发布|公布)(?!的)(.{4,100}?)的(?:通知|通告|公告|通报|决定)$")
"""The title of a notice that issues a measure, its group 1, without marks: 关于印发某某办法（试行）的通知."""

ISSUER = re.compile("关于|印发|转发|批转|下发|发布|公布")
"""What follows the issuer in a title: 某省人民政府关于…, 国务院办公厅印发《…."""

ADDRESSEE = re.compile(r"[^。；]{2,200}(?<!如下)(?<!如下.{2})(?<!决定)(?<!修改为)：$")
"""主送机关: the line that says to whom the document goes."""

AFTER_END = re.compile(r"（此件|抄送：|主题词：|印发机关|抄 {1,4}送")
"""Lines after the end of a document (版记)."""

IN_FORCE = re.compile(r"自[^，。；]{1,24}起(?:施行|实施|生效|执行)|现予公布|同时废止")
"""The sentence that puts into force."""

REPORTED = re.compile(
    r"(?:新华社|本报|本网|央视)[^，。\n]{0,20}(?:电|讯|消息|报道)|（?记者 {0,3}[一-龥]|记者从|新闻发布会|据介绍"
)
"""A dateline or a reporter: the page is news."""

FULL_TEXT = re.compile(r"》?[^，。]{0,8}全文(?:公布|发布|刊登|刊发|转发)?如下[。：]?$")
"""The line of a news report under which the text itself stands: 《X》全文如下。"""

PROMULGATES = re.compile(r"》(?:的决定)?(?:已|业)?(?:经|由|于|经由|已经)?")
"""After the title of what an announcement promulgates: 》已由."""

FORCE = re.compile(
    rf"(?:自|从|于|由)? ?({_DAY}|(?:本[一-龥]{{1,4}})?(公布|发布|颁布|印发|通过|批准)之?日)(起?)([^，。；]{{0,12}}?)"
    rf"(?:起|之日起)?(?:施行|实施|生效|执行|试行)(?!的|之|情况|前|后|中|本)"
)
"""The clause that puts into force: 自2022年6月1日起施行, 自公布之日起施行."""

FORCE_BY_OTHERS = re.compile(r"施行(?:的)?(?:日期|时间)由[^。]{2,60}(?:规定|决定|公布)")
"""The day of entry into force is left to another body."""

REPEALS = re.compile(r"(?:同时|即行|予以|自行|一律|随之|相应|均)(?:废止|失效|停止执行)|废止(?=。|；|$)")
"""What ends the force of other instruments."""

OWN_BODY = re.compile(r"(?:审判|检察)委员会$")
"""The committee of a court or procuratorate; the instrument is issued by the whole."""

ISSUED_BY = re.compile(r"([一-龥、 （）]{2,80}?)(?:公告|令|命令|通告)(?:$|[ （〔(第])")
"""The body before 公告 or 令."""

CLOSING = re.compile(
    r"(?:本|以上)(?:决定|决议|解释|规定|意见|通知|通告|办法|公告|批复|方案|措施|政策|细则|规则|规程|标准|计划|规划|纲要|要点)[^。]{0,20}(?:自|由|从|经|施行|公布|，请)|《[^《》]{2,80}》(?:、《[^《》]{2,80}》){0,20}根据本|特此|请[^。]{0,40}(?:执行|落实)"
)
"""A paragraph after the last point that is about the whole: 本决定自公布之日起施行, 《X》根据本决定作相应修改."""

APPEAL = re.compile("各(?:地|级|部门|单位|有关|相关|成员|[省市州县区乡镇])|全[国省市州县区]|请|特此|执行中|会议")
"""How a paragraph begins that turns to all to whom the document goes: 各地区、各部门要……, 特此……."""

HORIZON = re.compile(
    r"到(?<!年到)(?:本世纪|20[0-9]{2}年|二〇[〇一二三四五六七八九]{2}年|“?十[三四五六]五”?(?:期?末|时期))|力争|年均(?:增长|增速)"
    r"|发展目标：|主要目标：|预期目标：|总体目标："
)
"""Words of a document that sets targets: 到2025年, 力争."""

DECIDES = re.compile(
    r"(?![^关]{0,40}(?:通过|作出|表决|审议|发布|印发|公布|签署|解读|学习|贯彻|宣传))[一-龥（）、 ]{0,50}?关于.{2,100}"
    r"的(?:决定|决议|解释|批复|公告|通告|(?:若干|补充)?规定|办法|命令)(?:（[^（）]{1,20}）)?$"
)
"""The title of an instrument that decides one matter."""
