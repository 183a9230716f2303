"""Force and term (施行日期、有效期), drafts and terms for comments, what is repealed.

force    ::= "自" (day | "印发之日") "起" "施行"
term     ::= "有效期" ("为" | "至") (years | day)
comments ::= (意见 | 建议) … "于"? day "前" (反馈 | 报送) | 截止 day
"""

from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.pattern import pattern
from policyparse.language.clauses import clause_start
from policyparse.language.days import DAY, find_days
from policyparse.language.document_titles import Title, find_titles, match_title
from policyparse.model.provisions import CitationDraft
from policyparse.official.deadlines import find_deadline
from policyparse.official.reading import Reading
from policyparse.statute import patterns

_TERM = pattern(
    r"(?:有效期限?|试行期限?|执行期限?|政策期限|施行期限)(?:暂定|原则上|均)?[为是：至自到]?"
    r"(?:(?&count)个?[年月]|(?&day))(?:[^，。；）]{1,5}?(?&day))?止?",
    count=rf"[{COUNT}]{{1,3}}",
    day=DAY,
    matches=[
        ("自2024年5月1日起施行，有效期5年。", "有效期5年"),
        *(("有效期至2025年12月31日。", "有效期至2025年12月31日"), ("试行期为两年。", "试行期为两年")),
        ("执行期限为2019年1月1日至2023年12月31日。", "执行期限为2019年1月1日至2023年12月31日"),
        *("施行期限均到2012年3月1日", "有效期是3个年至2012-12-12", "试行期12月31日止", "试行期自两年。"),
        *("试行期限为两年。", "政策期限为两年。", "试行期暂定为两年。", "有效期限至2025年12月31日。"),
        "执行期为2019年1月1日至2023年12月31日。",
        *(("执行期限为2019年1月1日零时起执行至2023年12月31日。", "执行期限为2019年1月1日"), "试行期原则上为两年。"),
        ("试行期至2025年12月31日止。", "试行期至2025年12月31日止"),
    ],
    rejects=["批准文件在有效期内可一证多批使用", "有效期届满。", "有效期月底届满。", "营业执照有效期限自动延长"],
)
_UNTIL = pattern(
    r"(?:有效期|执行期|试行期)[^，。；]{0,24}?至(?P<day>(?&day))",
    day=DAY,
    matches=[
        *(("有效期至2025年12月31日。", {"day": "2025年12月31日"}), "试行期至2025年12月31日。"),
        *("执行期至2025年12月31日。", "有效期延长至2025年12月31日。"),
    ],
    rejects=[
        "有效期5年，2025年12月31日前评估",
        "有效期与市人民政府办公室印发的总体方案保持一致并适当延长至2025年12月31日。",
    ],
)
_STOPS = pattern(
    r"停止|不再|暂停|废止",
    matches=[
        *("自本通知印发之日起停止执行", "自本通知印发之日起暂停执行", "自本通知印发之日起废止执行"),
        "自本通知印发之日起不再执行",
    ],
    rejects=["自印发之日起执行"],
)
"""A force that ends."""

_IS_DRAFT = pattern(
    r"征求意见稿|送审稿|草案|公开征求[^，。]{0,60}意见|征求[^，。]{0,20}意见(?:建议)?的(?:函|通知|公告|通告|公示|启事)$",
    matches=[
        *("关于征求意见的函", "关于向社会征求意见的公告", "茶叶实施意见（征求意见稿）"),
        *("关于公开征求某办法意见的公告", "某条例（草案）", "关于公开征求意见", "关于送审稿", "关于征求意见的通知"),
        *("关于征求意见的通告", "关于征求意见的启事", "关于征求意见的公示", "关于征求意见建议的函"),
        *("关于征求社会意见的函", ("关于公开征求某办法意见的公告", "公开征求某办法意见")),
    ],
    rejects=[
        *("关于公开征集线索的公告", "关于征求意见采纳情况的公告", "关于征求意见的函甲"),
        "关于公开征求青禾县城镇燃气管理办法、青禾县城市供水用水管理办法、青禾县餐厨垃圾管理办法、青禾县物业管理办"
        "法和青禾县养犬管理办法修改完善意见的公告",
    ],
)
_COMMENTS = pattern(
    r"(?:意见|建议|反馈)[^。]{0,80}?(?P<day>(?&day))(?:之前|以前|前|（|止|结束|。|；|，)",
    day=DAY,
    matches=[
        ("征求意见的时间到2024年11月30日结束。", {"day": "2024年11月30日"}),
        ("意见请于2024年11月30日前反馈。", {"day": "2024年11月30日"}),
        ("征求意见截止时间为2024年11月30日。", {"day": "2024年11月30日"}),
        ("公开征求意见时间为2024年11月1日至2024年11月30日。", {"day": "2024年11月30日"}),
        *("征求意见2024年11月30日。", "意见请于2024年11月30日；反馈。", "意见请于2024年11月30日，反馈。"),
        *("意见请于2024年11月30日（反馈。", "意见请于2024年11月30日止反馈。", "建议请于2024年11月30日前反馈。"),
        *("反馈请于2024年11月30日前反馈。", "意见请于2024年11月30日以前反馈。", "意见请于2024年11月30日之前反馈。"),
    ],
    rejects=[
        "2024年11月30日前报送材料。",
        "意见可以通过来信来函、电子邮件、传真、电话和网上留言等方式提出并请注明姓名、单位、联系方式以便我们进一步"
        "沟通了解有关情况并在汇总研究之后经局务会议讨论予以吸收采纳而收集的时间截至2024年11月30日。",
    ],
)
_ASKS = pattern(
    r"(?:反馈|提出|报送|反映)[^。以]{0,16}意见|意见[^。]{0,32}(?:反馈|报送|函告|寄[至送到]|邮寄|发[至送到])",
    matches=[
        *("将书面意见反馈我厅", "请提出修改意见", "请提出意见", "请报送修改意见", "请反馈修改意见"),
        *("请反映修改意见", "将书面意见报送我厅", "将书面意见函告我厅", "将书面意见及时反馈我厅"),
        *("意见建议请于11月23日前，以信件或者电子邮件等方式书面寄至我委", "将意见寄送我厅", "将意见寄到我厅"),
        *("将意见邮寄我厅", "将意见发至邮箱", "将意见发送邮箱", "将意见发到邮箱"),
    ],
    rejects=[
        *("现提出以下意见", "请提出对本办法及其附件各项条款的具体修改意见"),
        "将书面意见加盖单位公章连同电子文档和联系人姓名电话一并于工作日上班时间内统一反馈我厅",
    ],
)
_BEFORE = pattern(
    r"(?P<day>(?&day))(?:之前|以前|前)[^。]{0,60}?(?:意见|建议)",
    day=DAY,
    matches=[
        *(("请于2024年11月30日前将意见反馈我局。", {"day": "2024年11月30日"}), "请于2024年11月30日前意见反馈我局。"),
        *("请于2024年11月30日前将建议反馈我局。", "请于2024年11月30日以前将意见反馈我局。"),
        "请于2024年11月30日之前将意见反馈我局。",
    ],
    rejects=[
        "2024年11月30日前报送材料。",
        "请于2024年11月30日前登录县人民政府门户网站民意征集栏目或者将加盖单位公章的纸质材料邮寄至县住房和城乡建设"
        "局法规科并注明联系人及联系电话以便我们研究吸收您的意见。",
    ],
)
_ENDS = pattern(
    r"(?:(?<=[》）])|(?<=[》）]，))(?:等[^，。；》]{0,12})?(?:自[^，。；]{2,24}起)?，?(?:同时|即行|予以|自行|一律|随之|相应|均)?"
    r"(?:废止|失效|停止执行|不再执行|停止施行)(?!的|之|前|后|情况|依据)",
    matches=[
        *(("《某办法》同时废止。", "同时废止"), ("《某通知》（国办发〔2016〕82号）停止执行", "停止执行")),
        *(("《某规定》自本通知印发之日起废止。", "自本通知印发之日起废止"), "《某办法》，等，均停止施行"),
        *("《某规定》等文件自公布之日起，一律不再执行", "《某办法》随之废止。", "《某办法》自行废止。"),
        *("《某办法》相应废止。", "《某办法》同时失效。", "《某办法》即行废止。", "《某办法》予以废止。"),
    ],
    rejects=[
        *("废止的文件目录", "暂停施行", "《某协议》下，不再执行某规定", "《某办法》有关规定暂时停止执行"),
        *("《某办法》同时废止后", "《某规定》自即起废止。", "《某办法》同时废止之日"),
        *("《某规定》等二十三件市政府及其办公室文件失效", "《某办法》同时废止的", "《某办法》同时废止前"),
        *("《某办法》同时废止情况", "《某办法》同时废止依据"),
        "《某规定》自青禾县人民代表大会常务委员会批准并公布新的管理办法之日起废止。",
    ],
)
"""What ends the force of the documents whose titles stand right before it."""

_REPEALING = pattern(
    r"(?:废止|停止执行|不再执行)(?=《)",
    matches=["决定废止《某办法》", "停止执行《某通知》", "不再执行《某通知》"],
    rejects=["《某办法》废止", "废止下列文件"],
)
"""What ends the force of the documents whose titles stand right behind it."""

_REPEALS_LISTED = pattern(
    r"(?:废止|停止执行)(?:以下|下列|[^，。；：《]{0,12}[0-9]{1,4}件)[^。《]{0,24}：$|(?:以上|上述)[^。《]{0,16}(?:文件|规定|通知)[^。《]{0,30}(?:废止|停止执行)",
    matches=[
        *("市政府决定废止以下3件文件：", "以上文件自本通知印发之日起停止执行。", "上述通知废止", "停止执行下列："),
        *("废止3件文件：", "上述规定废止", "县政府决定废止以下：", "以上文件自本文件印发之日起停止执行。"),
        *("废止部分行政规范性文件等3件文件：", "上述3件规定废止"),
    ],
    rejects=[
        *("以上办法适用于各县。", "废止《某办法》：", "县政府决定废止件文件："),
        *("县政府决定废止不适应经济社会发展需要的文件12件：", "县政府决定废止以下2件文件：甲"),
        "以上由县发展改革局会同县财政局联合印发的通知停止执行。",
        "县政府决定废止以下与上位法不一致或者已被新规定代替以及适用期已过的文件：",
        "以上文件自本通知印发之日起至新的管理办法经县政府常务会议审议通过并公布实施之前暂停止执行。",
    ],
)
"""What ends the force of the documents with which the points of the text begin."""

_LISTED = pattern(
    r"、|和|及|以及|，|（[^（）]{2,40}）",
    matches=[
        ("《某办法》（某政发〔2001〕2号）和《某规定》", "（某政发〔2001〕2号）"),
        *(("《某办法》（县）和《某规定》", "和"), ("《某办法》，和《某规定》", "，")),
        *(("《某办法》及和《某规定》", "及"), ("《某办法》、和《某规定》", "、")),
        ("《某办法》以及和《某规定》", "以及"),
        (
            "《某办法》（某政办发〔2001〕2号，2005年3月1日某市人民政府令第12号第一次修正，2010年修订）和《某规定》",
            "，",
        ),
    ],
    rejects=["《某办法》中的规定"],
)
"""What may stand between two titles of a list."""

_PARTLY = ("中", "第", "有关", "关于", "的")
"""How the words behind a title begin of which only a part is meant."""


def read_validity(reading: Reading) -> None:
    """From which day the document holds, and until when."""
    draft, folded, text = reading.draft, reading.page.folded, reading.page.text
    for start, end in reversed(reading.texts()):
        term = _TERM.search(folded, start, end)
        if term and not draft.get("validity"):
            draft["validity"], reading.evidence["/validity"] = text[slice(*term.span())], term.span()
            until = _UNTIL.search(folded, start, end)
            day = next(find_days(until["day"]), None) if until else None
            if until and day:
                draft["expires_on"], reading.evidence["/expires_on"] = day.on, until.span("day")
        force = patterns.FORCE.search(folded, start, end)
        if force and _STOPS.search(force[0]):
            continue
        if force and not draft.get("effective_rule") and _is_own(folded, start, force.start()):
            day = next(find_days(force[1]), None)
            draft["effective_rule"] = "on_date" if day else "on_promulgation"
            draft["effective_on"] = day.on if day else draft.get("issued_on")
            if draft["effective_on"]:
                reading.evidence["/effective_on"] = force.span()


def _is_own(folded: str, start: int, at: int) -> bool:
    """Whether the clause before 自……起施行 is about this document: 本通告, or nothing."""
    clause = clause_start(folded, at, start)
    subject = folded[max(clause, start) : at].strip()
    return not subject or any(mark in subject for mark in ("本", "上述", "以上", "》", "此"))


_OPENED = pattern(
    r"(?:现|拟)[^。《]{0,20}(?:《[^《》]{1,80}》)?[^。《]{0,20}(?:公开|社会)[^。《]{0,12}征求[^。]{0,16}(?:意见|建议)",
    matches=[
        *("现向社会公开征求意见", "现将《某办法（征求意见稿）》全文公布，向社会公开征求意见"),
        *("现面向社会征求意见建议", "拟公开征求意见。", ("现面向社会征求意见建议", "现面向社会征求意见建议")),
        "现公开向各单位征求意见。",
    ],
    rejects=[
        *("经公开征求意见并修改", "现将征求意见情况公布如下", "现将《》全文公布，向社会公开征求意见"),
        *("现公开发布修订草案及其起草说明并征求意见。", "现公开征求对本办法全部各项条款及附件内容的修改意见。"),
        "现将《某办法（征求意见稿）》及其起草说明在县人民政府门户网站首页予以登载公开征求意见",
        "现就县发展和改革局会同县财政局等部门研究起草的《某办法（征求意见稿）》全文公布，向社会公开征求意见",
        "现将《国务院办公厅关于转发国家发展改革委、财政部、自然资源部、生态环境部、住房城乡建设部、水利部、农业农村部、文化和旅游部、国家市场监督管理总局等部门关于推进城镇污水垃圾处理和农村人居环境整治提升若干政策措施意见的通知》全文公布，向社会公开征求意见",
    ],
)
"""Where a letter opens a draft for comments."""

_QUOTED = pattern(
    r"《[^《》]{1,100}》",
    matches=["《某条例（草案）》"],
    rejects=[
        "《》",
        "《国务院办公厅关于转发国家发展改革委、财政部、自然资源部、生态环境部、住房城乡建设部、水利部、农业农村部、文化和旅游部、国家市场监督管理总局等部门关于推进城镇污水垃圾处理和农村人居环境整治提升若干政策措施意见的通知》",
    ],
)


def is_draft(title: str) -> bool:
    """Whether a title says that the text is a draft: （征求意见稿）, （草案）; 提请审议《X（草案）》的议案 is none.

    Args:
        title: Width-folded title, or a line below it.
    """
    bare = title.strip("《》")
    return bool(_IS_DRAFT.search(bare if "《" not in bare else _QUOTED.sub("", title)))


def read_draft_state(reading: Reading) -> None:
    """Whether it is a draft for comments, and until when they are taken."""
    draft, folded = reading.draft, reading.page.folded
    title = reading.letter.title
    named = [title, *reading.letter.head] if title is not None else reading.letter.head
    opened = any(_OPENED.search(line.block.folded) for line in reading.outline.opening)
    draft["draft"] = opened or any(is_draft(block.folded) for block in named)
    if not draft["draft"] and not any(_IS_DRAFT.search(folded, *extent) for extent in reading.texts()):
        return
    for extent in reading.texts():
        for made in (_COMMENTS, _BEFORE):
            comments = made.search(folded, *extent)
            day = next(find_days(comments["day"]), None) if comments else None
            if comments and day:
                draft["comments_until"], reading.evidence["/comments_until"] = day.on, comments.span("day")
                return
        due = find_deadline(reading.page.text, folded, extent, draft.get("issued_on") or reading.day)
        if due and due.get("date") and _ASKS.search(folded, *extent):
            at = reading.page.text.index(due["text"], extent[0])
            draft["comments_until"], reading.evidence["/comments_until"] = due["date"], (at, at + len(due["text"]))
            return


def read_repealed(reading: Reading) -> None:
    """The documents whose force it ends: 《X》同时废止, 废止《X》; of a decision to repeal those of its title."""
    folded = reading.page.folded
    titles: list[Title] = []
    for start, end in reading.texts():
        for ends in _ENDS.finditer(folded, start, end):
            begin = max(folded.rfind("。", start, ends.start()) + 1, start)
            titles += _joined(folded, list(find_titles(folded, begin, ends.start())), ends.start())
        for repeals in _REPEALING.finditer(folded, start, end):
            stop = folded.find("。", repeals.end(), end)
            titles += _from(folded, list(find_titles(folded, repeals.end(), stop if stop >= 0 else end)))
    if any(_REPEALS_LISTED.search(folded, *extent) for extent in reading.texts()):
        firsts = (folded.find("《", *node.texts[0]) for node in reading.outline.walk() if node.texts)
        titles += [title for at in firsts if at >= 0 and (title := match_title(folded, at, len(folded)))]
    head = reading.letter.title
    if head is not None and _REPEALING.search(head.folded):
        titles += [Title(t.text, t.start + head.start, t.end + head.start) for t in find_titles(head.folded)]
    found: list[CitationDraft] = []
    for title in titles:
        text = reading.page.text[title.start : title.end]
        if all(known["title"] != text[1:-1] for known in found):
            span = (title.start, title.end)
            found.append({"title": text[1:-1], "target": "external", "text": text, "span": span})
    reading.draft["repealed"] = found


def _joined(folded: str, titles: list[Title], end: int) -> list[Title]:
    """The titles of the list that ends where the words of its repeal begin, in order."""
    found: list[Title] = []
    for title in reversed(titles):
        if _LISTED.sub("", folded[title.end : end]):
            break
        found.insert(0, title)
        end = title.start
    return found


def _from(folded: str, titles: list[Title]) -> list[Title]:
    """The titles of the list that begins behind the verb, in order; one of which only a part is meant is none."""
    found: list[Title] = []
    at = titles[0].start if titles else 0
    for title in titles:
        if _LISTED.sub("", folded[at : title.start]) or folded.startswith(_PARTLY, title.end):
            break
        found.append(title)
        at = title.end
    return found
