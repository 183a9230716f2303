"""What a metric leaves out or takes over of the words around it (指标的修饰).

listed  ::= verb name ("、" name)+ "等" ("方面" | "领域")? thing      解决用地、用工等问题 215个: 解决问题
acts    ::= act thing "、" act thing                               新建疾控中心、改造卫生院 6个: 改造卫生院
planner ::= subject "计划投资" number "，" act number              甲市计划投资 20亿元，完成 61%: 甲市完成
completed ::= "完成" ("年度目标" | "意向面积" …)? share           冬油菜已播 7400万亩，完成 66.7%: 冬油菜完成
pointed_out ::= "这个" … verb "了"? number thing           这个平台收录了 300万条知识: 收录知识
starter ::= subject "从"? date "起"? "，" act number               乙县从今年起，投入 3亿元: 乙县投入
"""

from policyparse.figures.metric_grammar import ACT, ACTS, GROWTH, LEADING_ACT
from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent

_LIST = pattern(
    r"(?:[^，。；、]{1,24}、){1,8}[^，。；、]{1,20}?等(?:方面|领域|方式|形式|内容)?的?(?:(?=[“”\0])|(?=[^，。；、等\0“”]{2}))",
    matches=[
        *(("解决用地、用工等问题", "解决用地、用工等"), "甲、乙等方面的措施", "甲、乙等“三项”"),
        ("甲、乙等领域的措施", "甲、乙等领域的"),
        (
            "修路、架桥、引水、治沙、育苗、植树、护林、防火、招工、用工等问题",
            "架桥、引水、治沙、育苗、植树、护林、防火、招工、用工等",
        ),
        *(("甲、乙等方面的措施", "甲、乙等方面的"), ("甲、乙等方式的措施", "甲、乙等方式的")),
        *(("甲、乙等形式的措施", "甲、乙等形式的"), ("甲、乙等内容的措施", "甲、乙等内容的")),
        (
            "切实帮助全市规模以上工业企业和专精特新中小企业着力解决用地、用工等问题",
            "市规模以上工业企业和专精特新中小企业着力解决用地、用工等",
        ),
    ],
    rejects=[
        *("解决用地等问题", "甲、乙等", "甲、乙等，", "甲、乙等等等项”"),
        *("用地、规模以上工业企业反映强烈的水电气热供应不足等“三项”", "、用工等问题", "甲、等“三项”"),
    ],
)
"""A list that only gives examples."""
_EXAMPLE = pattern(
    r"[^，。；、\0]{4,20}等(?=[^，。；、\0]{2,8}(?:项目|工程)$)",
    method="match",
    matches=[("青禾酱菜加工等农业产业项目", "青禾酱菜加工等"), "青江大桥等交通工程"],
    rejects=[
        *("青禾酱菜加工等产业项目开工", "变电站等能源项目", "青禾酱菜加工等大项目"),
        *("青禾酱菜加工等农村一二三产业融合发展项目", "高标准农田建设和农村人居环境整治以及冷链物流等农业项目"),
    ],
)
"""One example before the works that are counted."""
_WORKS_END = pattern(r"(?:项目|工程)$", matches=["文旅产业项目", "防洪排涝工程"], rejects=["项目的", "企业"])
_PLANNED_SUM = pattern(
    r"(?:年度|今年|本年)?计划(?:总)?投资额?$",
    matches=[
        *("甲市计划投资", "年度计划总投资额", ("本年计划总投资额", "本年计划总投资额")),
        *(("年度计划总投资额", "年度计划总投资额"), ("今年计划总投资额", "今年计划总投资额")),
    ],
    rejects=["计划投资的", "总投资"],
)
_SINCE = pattern(
    r"(?P<subject>[\u4e00-\u9fff]{2,12}?)(?:计划)?[从自在于]?(?:\0{2,16}|[今明去]年|20\d\d年)(?:\d{1,2}月)?"
    r"(?:起|开始|以来|期间|间|内|底|末|前|之?后)?",
    method="fullmatch",
    matches=[
        *(("乙县从\0\0起", {"subject": "乙县"}), ("乙县计划在今年底", {"subject": "乙县"}), "乙县2033年12月后"),
        *("乙县计划去年之后", "乙县从\u0000\u0000", ("乙县自\u0000\u0000起", {"subject": "乙县"})),
        *("乙县从\u0000\u0000间", "乙县从\u0000\u0000末", "乙县从\u0000\u0000前", "乙县从\u0000\u0000内"),
        *(("乙县于\u0000\u0000起", {"subject": "乙县"}), "青河县从明年起", "乙县从\u0000\u0000期间"),
        *("乙县从\u0000\u0000开始", "乙县从\u0000\u0000以来"),
    ],
    rejects=[
        *("从\0\0起", "乙县投资", "乙县今年月", "乙县今年350月", "乙县从\u0000起"),
        "东江市国有资产投资经营有限公司从\0\0起",
        "乙县从\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000起",
    ],
)
_DONE_OF = pattern(
    r"完成了?(?:[^，。；、]{0,16}?(?:目标|任务|计划|预算|面积|进度)的?)?",
    method="fullmatch",
    matches=[
        *("完成", "完成市政府下达\0\0目标", "完成了年度任务的", "完成了", "完成目标", "完成年度预算"),
        *("完成年度面积", "完成年度进度", "完成年度计划"),
    ],
    rejects=["完成投资", "未完成任务", "完成省委省政府下达的固定资产投资和招商引资目标"],
)
_DID = pattern(
    r"(?:已|累计|共){0,2}(?:播种?|栽插?|插秧?|收获?|收割|种植?|实现|完成|开工|到位)了?$",
    matches=[
        *("冬油菜已播", "就业实现", "项目累计开工", ("项目累计栽", "累计栽"), ("冬油菜共共已播", "共已播")),
        *("就业种", "就业收", "就业插", "就业种植", ("就业栽插", "栽插"), "就业收获", "就业收割", "就业插秧"),
        *("就业完成", "就业到位", "就业实现了", ("冬油菜已播种", "已播种")),
    ],
    rejects=["完成投资", "就业"],
)
_POINTING = pattern(
    r"(?:这|那)(?:[个家座项条款台套种处所间支艘辆栋]|[一几两]\S)",
    method="match",
    matches=[
        *("这个平台", "那座桥", "这几家企业", "那项桥", "那间桥", "那辆桥", "那艘桥", "那种桥", "那款桥", "那栋桥"),
        *("那条桥", "那支桥", "那所桥", "那家桥", "那套桥", "那处桥", "那台桥"),
    ],
    rejects=["这标志着", "平台"],
)
_VERB = pattern(
    r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]{2}$", matches=[("平台收录", "收录")], rejects=["收录", "平台收录了，"]
)
_CHANGE = pattern(
    r"(?&growth)[了到至]?\0*$",
    growth=GROWTH,
    matches=["大熊猫增长", "增长了\0\0", "增长至\u0000\u0000", "增长到\u0000\u0000"],
    rejects=["增长的", "大熊猫"],
)
_LONG_ACT = 5
"""An act with its object has at least so many characters (新建、改扩建 has none)."""
_ACT = pattern(
    r"(?:累计|共|已)?(?:(?&act)|(?&figures.carried_verb)|(?&plan.package_verb)|(?&figures.service))了?",
    act=ACT,
    matches=[
        *("累计解决", "新建", "发送了", "启动", ("已启动", "已启动"), ("发送了", "发送了")),
        *(("累计解决", "累计解决"), ("全市共设立市", "共设立")),
    ],
    rejects=["企业", "问题"],
)


def without_list(masked: str, name: Extent) -> list[Extent]:
    """A name without the list that only gives examples of the thing that a verb governs.

    Args:
        masked: The paragraph, width-folded, dates and passed-over numbers blanked out.
        name: What stands before a count.

    Returns:
        The verb and the thing after 等, or the name as it is.
    """
    if example := _EXAMPLE.match(masked, *name):
        return [(example.end(), name[1])]
    listed = _LIST.search(masked, *name)
    if listed is None:
        return [_last_act(masked, name)]
    first = masked.find("、", *name)
    verbs = list(_ACT.finditer(masked, name[0], first))
    if not verbs:
        alone = listed.start() == name[0] and _WORKS_END.search(masked, listed.end(), name[1])
        return [(listed.end(), name[1])] if alone else [name]
    return [(name[0], verbs[-1].end()), (listed.end(), name[1])]


def _last_act(masked: str, name: Extent) -> Extent:
    """The last of two acts with an object each: 新建疾控中心、改造卫生院 6个 counts what was rebuilt."""
    comma = masked.rfind("、", *name)
    act = _ACT.match(masked, *name) if comma - name[0] >= _LONG_ACT else None
    if act is None or masked.find("、", *name) != comma or act.end() == comma:
        return name
    return (comma + 1, name[1]) if _ACT.match(masked, comma + 1, name[1]) else name


def planner(masked: str, subject: Extent) -> list[Extent]:
    """Who plans the sum that the number before gave, for a clause that says how much of it was done.

    Args:
        masked: The paragraph, as above.
        subject: The metric of the number before.
    """
    planned = _PLANNED_SUM.search(masked, *subject)
    return [(subject[0], planned.start())] if planned and planned.start() - subject[0] >= 2 else []


def completed(masked: str, name: Extent, subject: list[Extent]) -> list[Extent]:
    """What was done of a goal, with whose goal it is: 城镇新增就业实现599万人，完成年度目标的54%.

    Args:
        masked: The paragraph, as above.
        name: What stands before the share.
        subject: The subject of the number before.
    """
    if not _DONE_OF.fullmatch(masked, *name):
        return []
    did = _DID.search(masked, *subject[-1])
    if did is None and name[1] - name[0] <= _LONG_ACT:
        return []
    owner = [*subject[:-1], (subject[-1][0], did.start())] if did else subject
    return [*owner, name] if owner[-1][1] - owner[-1][0] >= 2 else []


def pointed_out(masked: str, name: Extent) -> Extent | None:
    """The verb of a clause about a thing that the text only points at, None where it names it.

    Args:
        masked: The paragraph, as above.
        name: What stands before the number, which a thing follows.
    """
    if not _POINTING.match(masked, *name):
        return None
    verb = _VERB.search(masked, *name) if masked.startswith("了", name[1]) else None
    acts = verb or ACTS.search(masked, *name)
    return acts.span() if acts else (name[1], name[1])


def without_change(masked: str, name: Extent) -> Extent:
    """A subject without the change that its clause speaks of: 野生大熊猫增长近百只，总数….

    Args:
        masked: The paragraph, as above.
        name: The subject.
    """
    changed = _CHANGE.search(masked, *name)
    return (name[0], changed.start()) if changed and changed.start() - name[0] >= 2 else name


def starter(masked: str, clause: Extent) -> list[Extent]:
    """Who acts, where the clause before an act is only a subject and a time.

    Args:
        masked: The paragraph, as above.
        clause: The clause before.
    """
    since = _SINCE.fullmatch(masked, *clause)
    return [since.span("subject")] if since else []


def after_act(masked: str, name: Extent) -> Extent:
    """A name without the verb that it begins with: 新增 企业.

    Args:
        masked: The paragraph, as above.
        name: The name.
    """
    act = LEADING_ACT.match(masked, *name)
    return (act.end(), name[1]) if act and name[1] - act.end() >= 2 else name
